"""First names, by which a word with a capital letter is told for a person's.

Left out are those that are words or places as well: "Will", "Mark", "Grace", "Paris", "India".
"""

from __future__ import annotations

from functools import cache

_NAMES = """
aaron abby abdul abdullah abigail adam adrian adriana adrien agata agnes agnieszka ahmad ahmed
aiden aisha ajay akash akira alain alan alana alba albert alberto alejandra alejandro aleksandra
alessandra alessandro alessia alex alexander alexandra alexandre alexis alfonso alfred alfredo ali
alice alicia alina aline alison allison álvaro alvaro alyssa amanda amber amelia amelie amélie amina
amir amit amy ana anaïs anand anastasia anders andré andre andrea andreas andrés andres andrew
andrzej andy ángel angela angelica angelika angelo anika anil anita anja anjali ankit ann anna
annabelle anne annemarie annette annika antje anthony antje antoine anton antonella antonia antonio
anusha aoife arianna arjun armando arnaud arthur arturo arun asha ashish ashley ashok astrid
audrey aurelie aurélie axel ayesha ayşe barbara bart bartosz beata beatrice beatriz béatrice
becky ben benedikt benjamin benoit benoît bernard bernd bernhard beth bethany bettina bianca birgit
björn bob bogdan boris brad bradley brandon brenda brian bridget brigitte britta bruno bryan
camila camille carina carla carlo carlos carmen carol carolina caroline carolyn carsten catalina
caterina catherine cathy cecilia cedric cédric celine céline charles charlie charlotte cheryl
chiara chloe chloé chris christa christel christian christiane christina christine christoph
christophe christopher cindy claire clara clare claudia claudio clemens clément clement colin
connor conor corinna corinne cornelia craig cristian cristiano cristina cynthia damian damien
dan dana daniel daniela daniele danielle danny darius darren dave david davide deborah deepak
deepika denis denise dennis derek devika devon diana diane diego dieter dietmar dimitri dirk
divya dmitri dmitry dominik dominique donald donna dorota dorothea doris doug douglas dylan
ed eddie edith edoardo eduard eduardo edward edwin eileen elaine eleanor elena eleni eli eliana
elias elisa elisabeth elise elizabeth elke ella ellen ellie elodie élodie elsa emanuele
emil emilia emilie émilie emilio emily emine emma emmanuel enrico enrique eric erica erik erika
erin ernesto esra esteban esther eugenia eva evan evelyn ewa fabian fabio fabrice fabrizio
fatima fatma federica federico felicia felipe felix ferdinand fernanda fernando filip filippo
fiona florence florian floriane franca frances francesca francesco francisca francisco franco
francois françois françoise frank franziska fred frédéric frederic frederik friederike friedrich
fritz gabriel gabriela gabriele gabrielle ganesh gareth gary gavin geert geoff george georg
georges georgios gerald gerard gérard gerd gerhard giacomo gianluca gianni gina giorgia giorgio
giovanna giovanni gisela giulia giuseppe glenn gloria gonzalo gordon graham greg gregor gregory
greta guido guillaume guillermo gunnar günter günther gustav gustavo hamza hanna hannah hannes
hans harald harish harry hassan hector héctor heidi heike heinrich heinz helen helena helene
hélène helga helmut hendrik henri henrik henry henryk herbert hermann hilary hilde hiroshi holger
horst hugo hui hussein ian ibrahim ida ignacio igor ilaria ilse ines inés inga inge ingo ingrid
irena irene irina iris irma isaac isabel isabell isabella isabelle isaiah ishaan ivan ivana
jaap jacek jackie jacob jacqueline jacques jade jaime jake jakob jakub james jamie jan jana jane
janet janice janina jannik janusz jared jaroslav jason javier jay jayesh jean jeanette jeanne jeff
jeffrey jelena jennifer jenny jens jeremy jérôme jerome jerry jesse jessica jesús jill jim jimena
jimmy jin jo joachim joan joana joanna joanne joão joao joaquín jochen joe joel joëlle johan johann
johanna johannes john johnny jolanda jonas jonathan joost jörg jorge jörn josé jose josef josefine
joseph josephine josh joshua joyce juan juana judith judy julia julian juliana julie julien juliette
julio julius jürgen juergen justin justine justyna jutta kai kamil karan karen karim karin karina
karl karla karolina karsten kasia katarina katarzyna kate katharina katherine kathleen kathrin kathy
katie katja katrin kavita kavya kay kayla keiko keith kelly ken kenji kenneth kenta kerstin kevin
khalid kiara kim kimberly kiran kirsten klaus konrad konstantin kristen kristian kristin kristina
kristine krystyna krzysztof kumar kyle lakshmi lara larissa lars laura lauren laurence laurent
laurie lea léa leah leandro lena lenka leo leon leonardo leonie leroy leslie leticia liam lieke
lina linda lindsay lindsey lisa liz lizzie lore lorena lorenzo louis louise luca lucas lucia lucía
luciana luciano lucie lucy ludovic ludwig luigi luis luís luisa lukas lukasz łukasz luke lydia
lynn maarten maciej madeleine madison maggie magdalena mahesh maike maja malgorzata małgorzata
manfred manish manisha manoj manon manuel manuela marc marcel marcela marcello marcelo marcin
marco marcos marcus marek margaret margarita margit margot maria maría mariam marian mariana
marianne marie mariella marina mario marion marisa marisol marit marius markus marlene marlies
marta martha martin martina martine martín mary maryam massimo mateo mateusz mathias mathieu
mathilde matias matías matilda matt matteo matthew matthias matthieu maureen maurice mauricio
maurizio maximilian maya megan mehmet mei meike melanie mélanie melissa meredith
micha michael michaela michal michał michel michela michele michelle mick miguel mihai mike
mikael mila milena miranda miriam mirko mitchell mohamed mohammad mohammed mohan monica
monika monique moritz morgane muhammad murat mustafa myriam nadia nadine nadja nancy naomi natalia
natalie natascha natasha nathalie nathan nathaniel neha neil nele nelly nelson nicholas nick nico
nicola nicolas nicole niels nicolás nikhil niklas nikola nikolai nikolas nils nina nisha nitin noah
noel noelle noémie nora norbert norma olaf ole oleg olga oliver olivia olivier omar oscar oskar
otto pablo paloma pam pamela paola paolo pascal pat patricia patricio patrick patrizia patrik
patrycja paul paula paulina pauline paulo pavel pawel paweł pedro peggy penelope pete peter petra
phil philip philipp philippe phillip pia pierre pieter pietro pilar piotr pooja pradeep prakash
pranav prashant priya priyanka quentin rachel rafael rafal rafał rahul rainer raj rajesh rajiv
ralf ralph ramesh ramón ramon randy raphael raquel rashid raul raúl ravi raymond rebecca
reiner reinhard remi rémi renata renate renato rené rene ricardo riccardo richard rick
riley rita rob robert roberta roberto robin rodrigo roger rohan rohit roland rolf roman romain
ron ronald ronja rosanna rosemary rosie roxana roy ruben rubén rudolf rui rüdiger rupert ruth
ryan sabine sabrina sahil sally sam samantha samir samuel sandeep sandra sandrine sandro sanjay
sanne santiago santosh sara sarah sascha saskia scott sean sebastian sébastien sebastien selina
selma serge sergey sergio shane shannon sharon shaun shawn sheila shreya sibylle siegfried sigrid
silke silvana silvia silvio simon simona simone sina sneha sofia sofie sonia sonja sophia sophie
sören stacy stefan stefania stefanie stefano steffen steffi stella stephan stephane stéphane
stephanie stephen steve steven stuart sue sunil suresh susan susana susanna susanne suzanne sven
svenja svetlana swati sylvain sylvia sylvie tamara tania tanja tanya tara tatiana ted teresa terry
thea theo theodor theresa thérèse thiago thibault thierry thomas thorsten tiago tiffany tim
timo timothy tina tobias todd tom tomas tomás tomasz tommaso tommy toni tony torsten tracy tristan
troy tyler udo ulf uli ulrich ulrike umberto ursula uta ute uwe valentin valentina valeria valerie
valérie vanessa vera verena verónica veronica veronika vicky victor victoria vijay vikram viktor
viktoria vincent vincenzo virginie vivek viviana vivian vladimir volker waldemar walter wanda
wendy werner wiebke wilhelm willem william willy wojciech wolfgang xavier yan yannick yara yasmin
yasmine yuki yuko yulia yusuf yvonne zachary zainab zeynep zofia zoe zoë
""".split()

# What is greeted, or stands behind "this is", with a capital letter and is no person.
_NO_PERSONS = """
account accounts address admin administrator admins agent agents amazon american android app
apple apps assistance assistant atlassian australian azure bank basic beta billing black blue board
british business buyer canadian card care center central centre chat chrome client clients cloud
code colleague colleagues community company customer customers dashboard data day dears department
desk dev developer developers devs door drive dutch edge email emergency enterprise error europe
european event excel express facebook family fan firefox folks form french fresh friend friends
german github gitlab gmail god gold google green group guys health hello helpdesk hey home host
hosting hotel house hr hub indian instagram international internet invoice ios ipad iphone italian
japanese java javascript kitty ladies line linux list live lord ma'am mac madam mail manager
manual maps market master member members messenger microsoft mobile mode model moderator moderators
monday money mozilla network office one online operator order outlook page partner pay payment
paypal people phone plan platform plus policy portal premium price prime pro problem product
production program project python queries query question quick quote reader red reference
regarding regards request requester residents room sales salesforce sandbox saturday school screen
seller senior server service services set shop sign silver single sir sirs site skype slack software
south spanish staff standard star starter state store student study subject subscriber sunday super
support swiss system systems team teams telegram test thunderbird ticket titan twitter ubuntu uk
united universal unknown update urgent user users valued version view visa wallet web website week
whatsapp windows wishes word wordpress world xbox york youtube zendesk zone zoom
anybody anyone attached everybody everyone experts expert first forum hivemind hive-mind last
nb new note notes ps representative representatives reps tbirders techs cordialement czy proszę
actually advance apparently asking basically btw cheers currently fam finally following having
estou estoy gostaria queria kindly lately
link looking multi now previously recently rfc sedan sending sincerely sometimes
suddenly thunderbirders tl trying unable unfortunately using usually ver vers
acrobat adobe adwords apache asana aws box canva confluence costa dell docker docusign dropbox
ebay error failed figma freshdesk hubspot ibm intercom jenkins jira kubernetes lenovo mails messages
microsoft mysql netflix notion oracle photoshop postgres privat puerto quickbooks rico samsung sap
shopify snowflake sony spotify stripe tiktok trello uber visual xero
access annual backup bucket bug campaign cluster column daily database default denied example export
failure feature field file folder great import index issue issues job key list logging login monthly
new news node password primary process production read report rule secondary sign-in table task
template warning weekly widget workflow yearly
mobility search single-sign-on sso storage studio suite tech technical technology track trial
damen deutsche dienst erste frage freunde grüezi gruß gruss grüße grüßen grüsse gruesse herren
hilfe interessent kollege kollegen kollegin kunde kunden kundendienst kundenservice kundin leute
mitarbeiter nutzer schweiz serviceteam tag tage welt wünsche zentrale
clientèle équipe l'équipe mesdames messieurs monde salutations savoir
frau herr herrn mr mrs ms miss madame mademoiselle monsieur mme señor señora señorita sr sra
signor signora senhor senhora heer mevrouw meneer
amigo amigos asistencia atención cliente clientes equipo saludos señores servicio soporte todos
amici assistenza l'assistenza saluti servizio signori tutti ufficio
assistência atendimento pessoal senhores suporte vocês
allemaal groet groeten iedereen klant klanten klantenservice lezer mensen jullie
państwo zespół hilsen hälsningar
""".split()

# Words at other times, and names where a greeting stands before them.
_NAMES_AND_WORDS = """
al art bill dan ben don faith florence frank grace guy hope jack jan jordan mark max
may mia milan mike mo ned pat paris ray rich rob rose ruby sky sue summer sunny till tom van
victor will
""".split()


@cache
def first_names() -> frozenset[str]:
    """First names that are common in large countries, in small letters."""
    return frozenset(_NAMES)


@cache
def no_persons() -> frozenset[str]:
    """Words, in small letters, that show that something else than a person is named."""
    return frozenset(_NO_PERSONS)


@cache
def greeted_names() -> frozenset[str]:
    """First names, and words that are names as well, as in "Hi Will"."""
    return first_names().union(_NAMES_AND_WORDS)
