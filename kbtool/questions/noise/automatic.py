"""Replies that mail programs and mail servers write by themselves.

A text with a question mark is always kept: customers quote such replies, and ask about them.
"""

from __future__ import annotations

from kbtool.patterns import lazy_pattern
from kbtool.questions.cleaning.characters import has_one
from kbtool.questions.cleaning.request_words import FAILS, HOW_FIRST, WANTS

_LONGEST = 2_000
# One of these stands in each text that the patterns find; looking for them costs next to nothing.
_HINTS = (
    *("automat", "automát", "absen", "vacaciones", "férias", "ferie", "afwezig", "vakantie"),
    *(
        "undeliver",
        "nachrichtenzustellung",
        "qmail",
        "auto-reply",
        "autoreply",
        "office",
        "abwesen",
        "büro",
        "bureau",
        "oficina",
    ),
    *("ufficio", "escritório", "kantoor", "vacation", "holiday", "leave", "urlaub", "congé"),
    *("delivered", "delivery", "zugestellt", "do not reply", "failure notice", "unzustellbar"),
)
# The same as a whole subject; the message must say that somebody is away.
_WHOLE_TITLE = lazy_pattern(
    r"(?:^|[.!:?] )(?:out[ -]of[ -](?:the[ -])?office(?: (?:auto-?reply|reply|message|notice))?"
    r"|automatic reply|auto-?reply|away from (?:the )?office"
    r"|abwesenheits(?:notiz|meldung)|automatische antwort"
    r"|message d['’]absence|absence du bureau|absente? du bureau|réponse automatique"
    r"|fuera de (?:la )?oficina|respuesta automática|fuori ufficio|risposta automatica"
    r"|fora do escritório|resposta automática|automatisch antwoord"
    r"|niet op kantoor) ?[.:!]"
)
_AWAY_ANYHOW = lazy_pattern(
    r"\b(?:i am|i'm|i’m|i will be|i'll be) (?:currently |now )?(?:away|out|off"
    r"|on (?:[a-z]{3,12} )?(?:leave|vacation|holidays?|business|trip|training))\b"
    r"|\b(?:until|bis|jusqu.au|hasta|fino al|até|tot) (?:\w{1,12} )?\d"
    r"|\bich bin (?:[\w.]{1,15} ){0,6}(?:nicht da|weg|unterwegs|verreist)\b"
    r"|\b(?:estoy|estaré) (?:fuera|ausente)\b"
)
# Mail programs set these before the subject of the message that they answer.
_TITLE = lazy_pattern(
    r"(?:^|[.!:] )(?:automatic reply|automated reply|auto-?reply|automatic response"
    r"|out[ -]of[ -](?:the[ -])?office(?: auto-?reply| reply| message| notice)?"
    r"|automatische antwort"
    r"|abwesenheitsnotiz|réponse automatique|respuesta automática|risposta automatica"
    r"|resposta automática|automatisch antwoord) ?:"
)
_AWAY = lazy_pattern(
    r"(?:i am|i'm|i’m|i will be|i'll be|we are) (?:currently |now |presently )?"
    r"(?:(?:out of|away from) (?:the |my |our )?office"
    r"|on (?:[a-z]{3,12} )?leave"
    r"|on vacation|on holidays?)"
    r"|(?:the|our) offices? (?:is|are|will be) closed"
    r"|ich bin (?:[\w.]+ ){0,8}(?:nicht im büro|nicht im haus|außer haus|abwesend|im urlaub)"
    r"|je suis (?:actuellement )?(?:absente?|en congés?|hors du bureau)"
    r"|(?:estoy|estaré|me encuentro) (?:actualmente )?(?:fuera de la oficina|de vacaciones)"
    r"|(?:sono|sarò) (?:attualmente )?(?:fuori ufficio|in ferie|assente)"
    r"|(?:estou|estarei) (?:atualmente )?(?:fora do escritório|de férias|ausente)"
    r"|ik ben (?:[\w.]+ ){0,6}(?:afwezig|niet op kantoor|op vakantie|met vakantie)"
)
_RETURN = lazy_pattern(
    r"(?:i|we) will (?:reply|respond|answer|get back|be back|return|attend|read)|limited access"
    r"|(?:in|for) urgent (?:cases|matters|enquiries|inquiries|requests)|if (?:it is|it's) urgent"
    r"|(?:return|returning|back) (?:to the office )?on \w|upon my return|when i return"
    r"|in my absence|(?:no|without) access to (?:my )?e-?mails?|sin acceso al correo"
    r"|will (?:reply|respond|answer|get back to you) (?:then|when|upon|as soon|on my)"
    r"|(?:contact|write to|reach out to) (?:my colleague\b|\w{2,15} instead)"
    r"|responderei quando|risponderò al|contestaré|kein(?:en)? zugriff auf"
    r"|lees mijn (?:e-?)?mail niet"
    r"|your (?:e-?mail|message) (?:will|is) not (?:be )?forwarded"
    r"|in dringenden (?:fällen|angelegenheiten)"
    r"|wieder (?:\w+ ){0,3}(?:da|erreichbar|zurück|im büro)"
    r"|nicht weitergeleitet|meine vertretung|nach meiner rückkehr"
    r"|de retour le|en cas d.urgence|à mon retour|a mi regreso|en caso de urgencia|hasta el \d"
    r"|al mio rientro|in caso di urgenza|no meu retorno|em caso de urgência|retornarei"
    r"|weer (?:aanwezig|bereikbaar|terug)|bij dringende|voor dringende"
)
# What nobody says who asks something, in replies that name nobody as away.
_ANSWERED = lazy_pattern(
    r"\bthank(?:s| you) for (?:your |the )?(?:e-?mail|mail|message|contacting|reaching|writing)"
    r"|\bwill (?:get back|reply|respond|answer|be in touch|contact you)\b"
    r"|\b(?:vielen dank|danke) für (?:ihre|deine) (?:nachricht|anfrage|e-?mail|mail)"
    r"|\bwir melden uns\b|\bwerden (?:uns|sie) (?:\w{1,15} ){0,6}(?:melden|antworten)"
    r"|\bmerci (?:de|pour) votre\b|\bnous vous répond|\bnotre équipe\b"
    r"|\bgracias por (?:su|tu) (?:mensaje|correo)|\bresponderemos\b|\bnos pondremos en contacto"
)
# What is done to such replies by those who set them: "Out of office: turn it off for Anna".
_SETTING = lazy_pattern(
    r"\b(?:turn(?:s|ed|ing)?|switch(?:ed|ing)?) (?:\w{1,12} )?(?:off|on)\b"
    r"|\b(?:disabl|enabl|deactivat|activat|remov|delet|stopp|edit|cancel|chang|schedul)(?:e|ed|ing)\b"
    r"|\b(?:stop|edit|cancel|set ?up|setup|settings?)\b"
    r"|\b(?:ab|aus|ein|um)(?:zu)?(?:schalten|stellen|richten)\b|\b(?:de)?aktivier"
    r"|\b(?:ändern|löschen|entfernen|einstellung(?:en)?)\b"
    r"|\b(?:dés)?activ(?:er|ée?)\b|\b(?:supprimer|modifier|configurer|paramètres?|arrêter)\b"
    r"|\b(?:des)?activ(?:ar|ado)\b|\b(?:quitar|eliminar|cambiar|configurar|ajustes)\b"
)
_ASKING = lazy_pattern(
    r"^(?:how|why|where|wie|warum|wieso|wo|comment|pourquoi|où|cómo|como|por qué|dónde)\b"
    r"|\b(?:lässt sich nicht|wird nicht|kommt nicht|fehlt|ne (?:se|s['’]|part|répond)|impossible"
    r"|no (?:se|deja|sale|envía|responde))\b"
)
_ANSWERED_SUBJECT = lazy_pattern(r"\s{0,3}(?:(?i:re|fwd?|aw|wg|tr|rv|sv|antw) ?:|\[)")
# Who asks goes on in small letters behind the colon; the subject of a mail has a capital.
_GOES_ON = lazy_pattern(
    r"\s{0,3}(?!your\b|votre\b|ihre?\b|deine?\b|su\b|tu\b)[^\W\d_A-ZÄÖÜÉ]\w* \w"
)
# All that such a text says; people on holiday who want something write more.
_AWAY_ALONE = lazy_pattern(
    r"(?:i am|i'm|i’m|i will be|i'll be|we are) (?:currently |now |presently )?"
    r"(?:out of|away from) (?:the |my |our )?office"
    r"(?: (?:until|till|through)(?: [\w./]{1,15}){1,3})?"
    r"|ich bin (?:[\w.]{1,15} ){0,6}(?:nicht im büro|außer haus|abwesend)"
    r"|je suis (?:actuellement )?(?:absente?|hors du bureau)(?: jusqu.au(?: [\w./]{1,15}){1,3})?"
    r"|estoy fuera de la oficina(?: hasta(?: [\w./]{1,15}){1,4})?"
)
_AUTOMATED = lazy_pattern(
    r"(?:^|[.!:] )(?:please note:? )?"
    r"(?:this is an auto(?:mated|matic|-generated|matically generated)"
    r" (?:e-?mail |mail )?(?:reply|response|message|e-?mail|notification|acknowledge?ment)"
    r"|dies ist eine automatisch(?:e| generierte| erzeugte) (?:antwort|nachricht|e-?mail)"
    r"|ceci est (?:un (?:message|e-?mail)|une réponse) automatique"
    r"|este es un (?:mensaje|correo) automático|esta es una respuesta automática)"
)
# What a help desk answers each mail with, another one's as well.
_RECEIVED = lazy_pattern(
    r"\bwe(?: have|['’]ve)? received your (?:e-?mail|mail|message|request|enquiry|inquiry|ticket)\b"
    r"|\bwir haben ihre (?:nachricht|anfrage|e-?mail) erhalten|\bnous avons (?:bien )?reçu votre\b"
    r"|\bhemos recibido (?:su|tu)\b|\babbiamo ricevuto la (?:sua|tua)\b"
    r"|\brecebemos (?:o seu|a sua)\b"
)
_ONE_PERSON = lazy_pattern(r"\b(?:i|my|me|i'm|i've|ich|mein\w*|mir|je|mon|mes|yo|mi|io|eu|meu)\b")
_BOUNCED = lazy_pattern(
    r"(?:^|[.!] )(?:delivery status notification|undelivered mail returned to sender"
    r"|undeliverable:|mail delivery (?:failed|failure|subsystem)|returned mail:|failure notice"
    r"|unzustellbar:|this is the (?:mail system at|qmail-send program)"
    r"|non remis :|no se puede entregar:|impossibile recapitare:|não foi possível entregar:"
    r"|onbestelbaar:)"
)
_SAID_BY_A_SERVER = lazy_pattern(
    r"message (?:was|could|can|has|wasn't|couldn't) (?:not )?(?:be |been )?"
    r"(?:created automatically|delivered)|following (?:address|recipient|message)"
    r"|nicht zugestellt|could not be|mail system at|qmail-send|failed to these recipients"
    r"|trying to deliver|fehler bei der nachrichtenzustellung"
    r"|n['’]a pas pu être (?:remis|distribué)"
    r"|no se (?:ha podido|pudo) entregar|non è stato possibile (?:consegnare|recapitare)"
    r"|não (?:foi possível|pôde ser) entreg|kan niet worden (?:afgeleverd|bezorgd)"
)
# Subjects of bounces, as servers spell them, where an export has subjects alone.
_ALONE = lazy_pattern(
    r"(?:Undelivered Mail Returned to Sender|Delivery Status Notification \((?:Failure|Delay)\)"
    r"|Mail delivery failed: returning message to sender|(?:Undeliverable|Unzustellbar): .{1,150})"
)
# What servers say of themselves, as if they were somebody.
_SERVER_TALK = lazy_pattern(
    r"i['’]m (?:sorry to have to inform you|afraid i wasn['’]t able to deliver)"
    r"|if you do so, please include this problem report\. you can delete your own text"
)
_PERSON = lazy_pattern(r"\b(?:i|my|me|i'm|i've|we|our|us|ich|mein\w*|mir|wir|je|mon|mes|yo|mi)\b")


def is_automatic_reply(text: str) -> bool:
    """Whether a program wrote the text: away from the office, received, not delivered."""
    if len(text) > _LONGEST or "?" in text:
        return False
    lower = text.lower()
    if not has_one(lower, _HINTS):
        return False
    if _is_away(text, lower):
        return True
    if _ALONE.fullmatch(text) and not _PERSON.search(lower):
        return True
    if "automat" in lower and _RECEIVED.search(lower) and not _ONE_PERSON.search(lower):
        return True
    talk = _SERVER_TALK.sub("", lower)
    return not _PERSON.search(talk) and _is_sent_by_server(lower)


def _is_away(text: str, lower: str) -> bool:
    """Whether the text says that somebody is away, and little else."""
    if _AWAY_ALONE.fullmatch(lower.rstrip(" .!\n")):
        return True
    away = _AWAY.search(lower)
    if away and _RETURN.search(lower):
        return True
    if not (away or _AWAY_ANYHOW.search(lower) or _ANSWERED.search(lower)):
        title = _TITLE.search(lower)
        return title is not None and not _is_asked(text[len(text) - len(lower) + title.end() :])
    named = _TITLE.search(lower) or _AUTOMATED.search(lower)
    return bool(named or _WHOLE_TITLE.search(lower)) and not _SETTING.search(lower)


def _is_asked(rest: str) -> bool:
    """Whether a customer asks about such replies behind their name, and no subject is answered."""
    if _ANSWERED_SUBJECT.match(rest):
        return False
    asked = rest.lower().replace("’", "'").strip()
    return _GOES_ON.match(rest) is not None or any(
        pattern.search(asked) for pattern in (FAILS, HOW_FIRST, WANTS, _SETTING, _ASKING)
    )


def _is_sent_by_server(lower: str) -> bool:
    """Whether the text, in small letters, says that a program sent it."""
    bounced = _BOUNCED.match(lower) and _SAID_BY_A_SERVER.search(lower)
    return bool(bounced or _AUTOMATED.search(lower))
