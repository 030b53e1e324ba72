"""What people say to be polite at the beginning and at the end of a message.

Words are in lower case, without apostrophes and commas: as ``split_words`` leaves them.
"""

from __future__ import annotations

from functools import cache

from kbtool.patterns import lazy_pattern

_WORD = lazy_pattern(r"[^\W_]+")

_OPENINGS = """
hi | hi all | hi there | hi team | hi again | hi everyone | hi everybody | hi guys | hi folks | hiya
hey | hey all | hey there | hey team | hey guys | hey everyone | hello | hello all | hello there
hello team | hello again | hello everyone | hello everybody | hello guys | hello sir | hi sir
hello folks | dear all | dear sir | dear sirs | dear madam | dear sir or madam | dear sir madam
dear team | dear support | dear support team | dear customer service | dear customer support
dear customer care | to whom it may concern | to whomever it may concern | greetings | howdy
good day | good morning | good afternoon | good evening | good morning all | good day all
good morning everyone | good afternoon everyone | how are you
how are you today | how are you doing
hope you are well | i hope you are well | i hope you re well | i hope this email finds you well
i hope you are doing well | i hope this message finds you well | hope you re well | happy new year
hope all is well | hope you are doing well | hi support | hello support | hi support team
hello support team
hallo | hallo zusammen | hallo alle | hallo team | hallo liebes team | liebes team
hallo liebes support team | liebes support team | guten tag | guten morgen | guten abend | moin
moin moin | servus | grüß gott | grüezi | grüezi mitenand | grüße | sehr geehrte damen und herren
sehr geehrtes team | sehr geehrtes support team | hi zusammen | hi ihr | hallo ihr
hallo ihr lieben
schönen guten tag | einen schönen guten tag | werte damen und herren
bonjour | bonjour madame | bonjour monsieur | bonjour à tous | bonjour madame monsieur | bonsoir
bonjour à toutes et à tous | bonjour l équipe | salut | salut à tous | salut tout le monde
madame monsieur | coucou | chers tous | cher support | chère équipe
hola | hola a todos | hola buenas | hola buenos días | hola buenas tardes | hola equipo | buenas
buenos días | buenos dias | buenas tardes | buenas noches | buen día | buen dia | hola qué tal
hola que tal | estimados | estimado equipo | estimados señores | estimados señores as | saludos
ciao | ciao a tutti | salve | buongiorno | buon giorno | buonasera | buona sera | buon pomeriggio
salve a tutti | gentile assistenza | spettabile assistenza | gentili signori | egregi signori
olá | ola | oi | olá a todos | olá pessoal | bom dia | boa tarde | boa noite | olá bom dia
olá boa tarde | prezados | prezados senhores | caros senhores | caros
hoi | hallo allemaal | hallo daar | goedendag | goedemorgen | goedemiddag | goedenavond
goede morgen | goede middag | goeden avond | geachte | geachte heer mevrouw | beste | dag
beste meneer mevrouw | beste klantenservice | geachte heer of mevrouw
"""

_THANKS = """
thanks | thanks a lot | thanks a million | thanks a bunch | thanks again | thanks so much
thanks very much | thanks in advance | thanks all | thanks everyone | thanks guys | thanks anyway
thanks for your help | thanks for the help | thanks for any help | thanks for all your help
thanks for your support | thanks for your time | thanks for your reply | thanks for the reply
thanks for your answer | thanks for the answer | thanks for reading | thanks in anticipation
thanks for your assistance | thanks for any assistance | thanks for any advice | thanks for looking
thanks for your response | thanks for the response | thanks for any suggestions | many thanks
thanks for your quick reply | thanks for the quick reply | thanks for your attention | thx | tks
many thanks in advance | thanks kindly | thanks for your advice | thanks in advance for your help
thanks in advance for any help | many thanks for your help | thanks for your patience | thnx | thanx
big thanks | thanking you | thanking you in advance | thank you in anticipation | ty
thank you | thank you all | thank you again | thank you so much | thank you very much
thank you kindly | thank you in advance | thank you for your help | thank you for the help
thank you for any help | thank you for all your help | thank you for your assistance
thank you for any assistance | thank you for your support | thank you for your time
thank you for your reply | thank you for the reply | thank you for your answer
thank you for the answer | thank you for reading | thank you for your attention
thank you for your response | thank you for your time and help | thank you guys | thank you sir
thank you for your patience | thank you in advance for your help | thank you everyone
thank you in advance for any help | thank you for your quick reply | thank you for your advice
thank you for your understanding | thanks for your understanding | thank you for your consideration
any help would be appreciated | any help is appreciated | any help appreciated
any help would be greatly appreciated | any help is greatly appreciated | all help appreciated
any help will be appreciated | any advice would be appreciated | any advice appreciated
any assistance would be appreciated | any suggestions would be appreciated | help appreciated
your help would be appreciated | your help is appreciated | your help will be appreciated
your assistance would be appreciated | any ideas would be appreciated | much appreciated
any help would be much appreciated | help would be appreciated | i would appreciate any help
i appreciate your help | appreciate your help | appreciate any help | greatly appreciated
i d appreciate any help | please help | please help me | pls help | plz help | help please | help me
please advise | please assist | kindly advise | kindly assist | kindly help | pls advise
can anyone help | can anybody help | can someone help | can you help | can you please help
can you help me | can you please help me | can anyone help me | please can you help
please can anyone help | please can someone help | could you please help | could you help
could anyone help | could someone help | can any one help | any ideas | any idea | any suggestions
any thoughts | any advice | any help | looking forward to your reply | anyone | anybody
looking forward to hearing from you | i look forward to hearing from you | hope you can help
i look forward to your reply | hope someone can help | i hope you can help | hoping you can help
can you help me please | can you help please | can someone please help
can anyone help me please | can somebody help | can someone help me | i need help | need help
waiting for your reply | awaiting your reply | looking forward to your response
have a nice day | have a good day | have a great day | have a nice weekend | have a good weekend
have a great weekend | have a lovely day | cheers
danke | danke schön | danke sehr | danke im voraus | danke euch | danke vorab | vielen dank
vielen dank im voraus | vielen lieben dank | herzlichen dank | besten dank | tausend dank
danke für die hilfe | danke für eure hilfe | danke für ihre hilfe | vielen dank für die hilfe
vielen dank für ihre hilfe | vielen dank für eure hilfe | schönen dank | lieben dank
besten dank im voraus | vielen dank vorab | schönen tag noch | einen schönen tag noch
vielen dank für ihre mühe | ich bitte um hilfe | bitte um hilfe | bitte helfen | bitte helft mir
bitte helfen sie mir | danke für ihre unterstützung | vielen dank für ihre unterstützung
merci | merci beaucoup | merci d avance | merci bien | merci par avance | merci à tous
merci beaucoup d avance | merci de votre aide | merci pour votre aide | merci pour l aide
merci pour votre réponse | merci d avance pour votre aide | un grand merci | bonne journée
merci de votre réponse | merci d avance pour votre réponse | bonne soirée | mille mercis
merci de m aider | en vous remerciant | en vous remerciant par avance | je vous remercie
je vous remercie d avance | aidez moi svp | aidez moi
gracias | muchas gracias | gracias de antemano | mil gracias | muchas gracias de antemano
gracias por su ayuda | gracias por la ayuda | gracias por tu ayuda | gracias por todo
muchas gracias por su ayuda | muchas gracias por la ayuda | gracias por su atención
desde ya muchas gracias | quedo a la espera | quedo atento | quedo atenta | ayuda por favor
por favor ayuda | gracias por adelantado | muchísimas gracias | que tenga un buen día
quedo a la espera de su respuesta | gracias por su respuesta
grazie | grazie mille | molte grazie | grazie in anticipo | grazie tante | vi ringrazio
grazie per l aiuto | ringrazio anticipatamente | grazie a tutti | mille grazie | buona giornata
resto in attesa | grazie anticipatamente | in attesa di risposta
obrigado | obrigada | muito obrigado | muito obrigada | obrigado desde já | desde já obrigado
desde já agradeço | agradeço desde já | obrigado pela ajuda | obrigada pela ajuda
agradeço a atenção | aguardo retorno
fico no aguardo | no aguardo | agradecido | valeu
bedankt | alvast bedankt | dank u | dank u wel | dank je | dank je wel | dankjewel | dankuwel
hartelijk dank | hartelijk bedankt | bij voorbaat dank | bedankt voor uw hulp | graag hulp
bedankt voor de hulp | heel erg bedankt
alvast bedankt voor uw hulp | fijne dag
"""

_HASTE = """
please | pls | plz | asap | please asap | asap please | urgent | urgently | very urgent
urgent please | it is urgent | it s urgent | its urgent | this is urgent | please urgent
as soon as possible | as soon as possible please | please as soon as possible
bitte | bitte dringend | dringend | es eilt | es ist dringend | so schnell wie möglich | asap bitte
svp | s il vous plaît | s il vous plait | s il te plaît | stp | urgent svp | c est urgent
le plus vite possible | por favor | es urgente | urgente | lo antes posible
per favore | per piacere | è urgente | il prima possibile
por gentileza | é urgente | o mais rápido possível | alstublieft | alsjeblieft | aub
zo snel mogelijk
"""

_SIGN_OFFS = """
best | best regards | kind regards | warm regards | warmest regards | regards | best wishes
sincerely | kindest regards | with kind regards | with best regards | yours sincerely
yours faithfully | yours truly | sincerely yours | all the best | many regards | rgds | brgds
thanks and regards | thanks regards | thanks and best regards | thanks and kind regards
with regards | respectfully
thank you and best regards | thank you and kind regards | thank you and regards | yours | br
bye | bye bye | goodbye | see you
mit freundlichen grüßen | mit freundlichen grüssen | mit freundlichem gruß | freundliche grüße
mit freundlichem gruss | mit besten grüßen | mit besten grüssen | mit freundlichen gruessen | mfg
freundliche grüsse | viele grüße | viele grüsse | beste grüße | beste grüsse | liebe grüße
liebe grüsse | schöne grüße | herzliche grüße | herzliche grüsse | hochachtungsvoll | lg | vg
gruß | gruss | grüße | grüsse | mit lieben grüßen | mit herzlichen grüßen | tschüss
cordialement | bien cordialement | très cordialement | salutations | sincères salutations
meilleures salutations | bien à vous | salutations distinguées | amicalement | cdlt | cdt
sincèrement | au revoir | à bientôt
saludos | un saludo | un cordial saludo | saludos cordiales | cordialmente | atentamente | atte
cordiales saludos | un abrazo | saludos a todos | muchos saludos | adiós | hasta luego
cordiali saluti | distinti saluti | cordialmente | saluti | un saluto | tanti saluti
un cordiale saluto | a presto | arrivederci
atenciosamente | att | cumprimentos | com os melhores cumprimentos | melhores cumprimentos | abraços
um abraço | abraço | cordialmente | grato | grata | até logo
met vriendelijke groet | met vriendelijke groeten | vriendelijke groet | vriendelijke groeten | mvg
groet | groeten | groetjes | hartelijke groet | hartelijke groeten | hoogachtend | gr | tot ziens
"""

_ANSWERS = """
you are welcome | you re welcome | ok | okay | ok thanks | great | perfect | yes | no | nope | yep
yeah | sure | no thanks | no thank you | never mind | nevermind | yo | good night | morning | danke
ja | nein | oui | non | sí | si | não | sim | nee | super | d accord | bitte
"""


@cache
def openings() -> frozenset[str]:
    """Greetings, and questions after health that ask nothing."""
    return _read(_OPENINGS)


@cache
def thanks() -> frozenset[str]:
    """Thanks, haste, and requests for help that do not say with what."""
    return _read(_THANKS) | haste()


@cache
def haste() -> frozenset[str]:
    """Please, and how soon an answer is wanted."""
    return _read(_HASTE)


@cache
def sign_offs() -> frozenset[str]:
    """What stands above a name at the end of a letter."""
    return _read(_SIGN_OFFS)


@cache
def answers() -> frozenset[str]:
    """Short answers in a talk."""
    return _read(_ANSWERS)


@cache
def longest(phrases: frozenset[str]) -> int:
    """Most words of one of the phrases."""
    return max(phrase.count(" ") for phrase in phrases) + 1


@cache
def first_words(phrases: frozenset[str]) -> frozenset[str]:
    """Words that phrases begin with."""
    return frozenset(phrase.partition(" ")[0] for phrase in phrases)


@cache
def last_words(phrases: frozenset[str]) -> frozenset[str]:
    """Words that phrases end with."""
    return frozenset(phrase.rpartition(" ")[2] for phrase in phrases)


def split_words(text: str) -> list[str]:
    """Words as phrases hold them."""
    return _WORD.findall(text.casefold())


def _read(table: str) -> frozenset[str]:
    phrases = table.replace("\n", "|").split("|")
    return frozenset(" ".join(split_words(phrase)) for phrase in phrases if phrase.strip())
