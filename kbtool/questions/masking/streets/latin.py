"""Streets in the Latin alphabet."""

from __future__ import annotations

from kbtool.patterns import lazy_pattern
from kbtool.questions.masking.streets.parts import NUMBER, PLACE, UP, WORD, Streets

# Products are not streets: "via Google 2". Italian names end in a vowel, theirs do so seldom.
_PRODUCTS = (
    r"(?!(?:Apple|Google|Skype|Stripe|Chrome|Mobile|Phone|Website|Online|Live|Home|Alexa|Visa"
    r"|Office|Adobe|Azure|Store|Voice|Remote|Interface|Code|Console|Drive|Firebase|Image|File"
    r"|Cable|Java)(?!\w))"
)
_ITALIAN_END = (
    r"(?= ?(?:[,.;:!?)\n/-]|$)| (?:a|ad|in|int|interno|scala|è|e|ma|non|presso|di|da|per|dal|il)"
    r"(?!\w)| [0-9]{5})"
)
_ITALIAN = (
    r"(?<!\w)(?:[Vv]ia|[Vv]iale|[Vv]icolo|[Pp]iazza) (?:(?:de[lil]?|dell[aeo]|dei|degli|di|da|san"
    rf"|santa|s\.|XX|IV|XXV) |dell'){{0,2}}{_PRODUCTS}(?:{WORD} ){{0,3}}?{UP}[\w'’-]{{0,28}}?"
    rf"(?:[aeiouàèéìòù]|(?<=C)avour"
    rf"|(?<=K)ennedy)(?!\w)(?: [IVX]{{1,4}})?,? (?:n\.? ?)?{NUMBER}{_ITALIAN_END}{PLACE}"
)
_OF = r"(?:(?:de|del|la|los|las|da|do|dos|das) ){0,2}"
_ROMANCE = (
    r"(?<![\w.,/$€£-])(?:"
    # "12 rue victor": the number comes first
    r"[0-9]{1,4}(?: ?(?:bis|ter))?,? (?i:rue|avenue|boulevard|impasse)"
    r" (?:(?:de|du|des|la|le|les|aux?) |d'|l'){0,3}[\w'’-]{3,25}(?: [A-ZÀ-Þ][\w'’-]{2,25}){0,3}"
    r"(?:,? [0-9]{5} [A-ZÀ-Þ][\w-]{2,25}(?: [A-ZÀ-Þ][\w-]{1,25}){0,2})?"
    # "calle mayor 5", "rua augusta, nº 150"
    rf"|(?i:calle|rua|avenida) {_OF}[\w'’-]{{3,25}}(?: {_OF}[\w'’-]{{3,25}}){{0,2}},? "
    r"(?:n[.º°o]{1,3} ?)?[0-9]{1,5}(?![\w.,][0-9]|%)"
    # Colombia: "Carrera 7 # 32-16"
    r"|(?i:calle|carrera|cra?\.?|kr\.?|diagonal|transversal) [0-9]{1,3} ?[A-Za-z]? "
    r"?(?:#|[Nn]o\.?|[Nn]°) ?[0-9]{1,3} ?[A-Za-z]?(?: ?- ?[0-9]{1,3})?)(?!\w)"
)
_GERMAN = (
    r"(?<![\w.,/$€£-])(?:(?!(?:Diese|Welche|Jede|Meine|Deine|Unsere|Ihre|Eine)r?(?!\w)|Unser(?!\w))"
    rf"{UP}[\w-]{{1,20}}(?:e|er) (?:Stra(?:ß|ss)e|Str\.|Allee|Gasse|Platz|Chaussee) "
    rf"|Stra(?:ß|ss)e (?:des|der|am) (?:[0-9]{{1,2}}\. )?{WORD} "
    rf"|(?!stra)[a-zäöü]{{3,20}}(?:stra(?:ß|ss)e|straat|gracht|gasse) ){NUMBER}"
    rf"(?![\w%€$.,:][0-9]|\w){PLACE}"
)
_NORDIC = (
    rf"(?<![\w.,/-])(?!Renegade|Brigade){UP}[\w-]{{2,25}}(?:(?:vej|vejen|gade|gata|veien|vegen"
    rf"|stræde|gränd|stigen|allé|boulevarden|plads"
    rf"|torvet?|svinget|vænget|stien|bakken|ntie"
    rf"|katu|kuja|polku)|s gate) {NUMBER}(?!\w)"
    rf"(?:(?<=[A-Z]) [0-9]{{1,3}}(?!\w)"
    rf"| [A-Z]{{1,2}} ?[0-9]{{0,3}}(?!\w))?(?:,? [0-9]{{1,2}}\. ?(?:tv|th|mf|sal)\.?)?{PLACE}"
)
_TURKISH_KIND = r"(?i:cad(?:desi|\.)|sok(?:ak|ağı|\.)|sk\.|cd\.|bulvar[ıi]|blv\.|mah(?:allesi|\.))"
_TURKISH = (
    rf"(?<!\w)(?:(?:{WORD} ){{1,3}}{_TURKISH_KIND},? ?){{1,3}}(?i:no\.? ?:? ?)?"
    r"[0-9]{1,4}(?:/[0-9]{1,4})?(?!\w)(?:,? ?(?i:d|daire|kat|k)\.?:? ?[0-9]{1,3}){0,2}"
    rf"(?:,? (?:[0-9]{{5}} )?{UP}\w{{2,20}}(?:(?: ?/ ?| ){UP}\w{{2,20}})?)?"
)
_EASTERN = (
    r"(?<!\w)(?:(?:[Uu]l\.?|[Uu]lic[aęy]|(?<!et )[Aa]l\.|[Aa]leja|[Oo]s\.|[Pp]l\.|[Pp]lac) ?"
    rf"(?:{WORD} ){{1,3}}?{NUMBER}(?:(?: ?m\.? ?|/)[0-9]{{1,4}})?"
    rf"|(?:{WORD} ){{1,3}}(?:utca|út|útja|tér|tere|körút|u\.) [0-9]{{1,4}}(?:[./][a-zA-Z]?)?"
    rf"|(?:[Ss]tr(?:ada|\.)|[Bb]d\.|[Bb]ulevardul|[Cc]alea|[Șș]os\.) (?:{WORD} ){{0,3}}{WORD},? "
    rf"(?:nr\.? ?)?{NUMBER}(?:,? (?:bl|sc|et|ap)\.? ?\w{{1,4}}){{0,4}})(?!\w){PLACE}"
)
# Any street before a postcode that is no plain number: "Dlouhá 12, 110 00 Praha 1".
_ANY = (
    rf"(?<![\w.,/-]){WORD}(?: [\w'’.-]{{1,20}}){{0,2}} {NUMBER}(?:,|\n| \n|,\n) ?(?:[A-Z]{{1,2}}-)?"
    r"(?:[0-9]{3} [0-9]{2}|[0-9]{2}-[0-9]{3}|[0-9]{4}-[0-9]{3}|[0-9]{5}-[0-9]{3}) "
    rf"{UP}[^\W\d_]{{2,20}}(?: {UP}[\w-]{{1,20}})?(?: [0-9]{{1,2}})?(?!\w)"
)
_ASIAN = (
    rf"(?<!\w)(?:(?i:jl\.?|jln\.?|jalan) (?:{WORD} ){{1,4}}(?:(?i:no\.?) ?)?{NUMBER}"
    rf"|{NUMBER},? Jalan {WORD}(?: {WORD}){{0,3}}"
    rf"|(?i:flat |house |no\.? ?|#){{0,2}}{NUMBER},? (?:{WORD},? ){{1,4}}"
    rf"(?:Nagar|Colony|Marg|Layout|Vihar|Enclave)(?:, {WORD})?"
    r"(?:[ ,-]{1,3}[1-9][0-9]{2} ?[0-9]{3})?"
    rf"|(?i:flat|house|plot|door|h\.? ?no\.?) ?(?i:no\.?)? ?{NUMBER},"
    rf"(?: {UP}[\w.' -]{{1,30}},){{0,4}}"
    rf" {UP}\w{{2,20}}[ ,-]{{1,3}}[1-9][0-9]{{2}} ?[0-9]{{3}}"
    rf"|{NUMBER} (?:[Đđ]ường )?{WORD}(?: {WORD}){{1,3}},? (?:[Qq]uận|[Pp]hường) "
    rf"(?:[0-9]{{1,2}}|{WORD}))(?!\w)"
)

STREETS = (
    Streets(("via ", "viale ", "vicolo ", "piazza "), lazy_pattern(_ITALIAN)),
    Streets(
        (" rue ", " avenue ", " boulevard ", " impasse ", "calle ", " rua ", "avenida ", "carrera ",
         " cra.", " cra ", " kr.", " kr ", "diagonal ", "transversal "),
        lazy_pattern(_ROMANCE),
    ),
    Streets(
        ("straße", "strasse", " str.", " allee", " platz", "gasse", "straat", "gracht", "chaussee"),
        lazy_pattern(_GERMAN),
    ),
    Streets(
        ("vej ", "vejen ", "gade ", "gata ", "gate ", "veien ", "vegen ", "stræde ", "gränd ",
         "stigen ", "allé ", "boulevarden ", "plads ", "torv", "svinget ", "vænget ", "stien ",
         "bakken ", "ntie ", "katu ", "kuja ", "polku "),
        lazy_pattern(_NORDIC),
    ),
    Streets(
        ("cad.", "cadde", "sok.", "soka", "sk.", "cd.", "bulvar", "blv", "mah.", "mahal"),
        lazy_pattern(_TURKISH),
    ),
    Streets(
        (" ul", " al.", "aleja", " os.", " pl.", " plac ", "utca", " út", " tér", " tere ", "körút",
         " str.", " strada", " bd.", "bulevard", "calea", "șos.", " u. "),
        lazy_pattern(_EASTERN),
    ),
    Streets((",", "\n"), lazy_pattern(_ANY)),
    Streets(
        ("jl", "jalan", "nagar", "colony", "marg", "layout", "vihar", "enclave", "quận", "phường",
         "flat", "house", "plot", "door", "h.no", "h no"),
        lazy_pattern(_ASIAN),
    ),
)  # fmt: skip
