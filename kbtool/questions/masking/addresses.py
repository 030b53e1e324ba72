"""Street addresses and post boxes, with the postcode and town after them."""

from __future__ import annotations

from itertools import chain

from kbtool.patterns import lazy_pattern
from kbtool.questions.masking.kind import Kind, Places
from kbtool.questions.masking.streets.finding import find_streets
from kbtool.questions.masking.streets.parts import TOWN_APART

_UP = r"[A-ZÀ-ÖØ-ÞĄĆČĎĐĘĚĞİŁŃŇÓŐŘŚŞŠŤŮŰŹŻŽ]"
_WORD = rf"{_UP}[\w'’.-]{{0,30}}"
_NUMBER = r"[0-9]{1,5}(?: ?[a-zA-Z](?![\w]))?(?:[-/][0-9]{1,4})?"
_NO_TOWN = r"(?!(?:Euro?|EUR|USD|CHF|Uhr|Punkte)(?!\w))"
_TOWN = rf"{_NO_TOWN}{_UP}[^\W\d_'’.-]{{2,30}}(?:[ -]{_UP}[\w'’.-]{{1,30}}){{0,2}}"
_STATES = (
    "A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]"
    "|T[NX]|UT|V[AT]|W[AIVY]"
)
_STATE_NAMES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii"
    "|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan"
    "|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New (?:Hampshire|Jersey|Mexico|York)"
    "|(?:North|South) (?:Carolina|Dakota)|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|Tennessee"
    "|Texas|Utah|Vermont|(?:West )?Virginia|Washington|Wisconsin|Wyoming"
)
_UK = r"[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-BD-HJLNP-UW-Z]{2}(?!\w)"
# "Apt 5B", "Suite 200"; then a town with its postcode in the order of each country.
_UNIT = (
    r"(?:,? (?i:apto|apt|apartment|suite|unit|flat|floor|fl|ste|piso|puerta|bloco|depto|sala"
    r"|conj|etage"
    r"|appt)\.? ?#?[A-Za-z0-9]{1,5}|,? [0-9]{1,2}[ºª°]? ?(?:[A-Z]|[0-9][ºª]|izq(?:da)?\.?"
    r"|dcha?\.?)(?!\w)"
    r"|,? (?:[0-9]\. ?(?:OG|Stock|Etage)|EG|DG|Hinterhaus|Vorderhaus)(?!\w))?"
)
_APART = r"(?:, ?\n?| [-/] | ?\n| in | )?"  # between the street and what follows
_CODE = (
    r"(?:(?:[A-Z]{1,2}(?: - |[- ]))?[0-9]{4,5}|[0-9]{4} ?[A-Z]{2}(?!\w)|[0-9]{4,5}-[0-9]{3}"
    r"|[0-9]{2}-[0-9]{3}|[0-9]{3} [0-9]{2})"
)
_REST = (  # of the name of a town
    r"(?: (?:am (?:Main|Rhein|Neckar|Inn|Lech|See|Berg|Harz)|an der (?:Oder|Donau|Ruhr|Weser|Saale"
    r"|Elbe|Havel|Isar|Lahn|Spree|Weinstra(?:ß|ss)e)|im (?:Breisgau|Allg[äa]u|Schwarzwald|Taunus)"
    rf"|vor der H[öo]he|ob der Tauber|in der Oberpfalz|a\. ?[dM]\.(?: {_UP}\w{{1,20}})?"
    r"|\([A-Z]{2}\)))?"
)
_AMERICAN = (
    rf"(?:{_STATES}|{_STATE_NAMES}) [0-9]{{5}}(?:-[0-9]{{4}})?(?![0-9])"
    r"|[A-Z]{2},? [A-Z][0-9][A-Z] ?[0-9][A-Z][0-9](?!\w)"
    r"|(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT),? [0-9]{4}(?!\w)"
)
# ", Bela Vista, São Paulo - SP, 01226-010"
_BRAZILIAN = (
    rf"(?:, {_TOWN}){{0,2}}(?: ?[-/] ?[A-Z]{{2}}(?!\w)"
    rf"(?:,? (?:CEP ?)?[0-9]{{5}}-?[0-9]{{3}}(?![0-9]))?"
    rf"|,? (?:CEP ?)?[0-9]{{5}}-[0-9]{{3}}(?![0-9]))"
)
_PLACE = (
    rf"(?:{_APART}{_CODE} {_TOWN}{_REST}|{_APART}(?:{_TOWN},? )?(?:{_UK}|{_AMERICAN})"
    rf"|, [0-9]{{5}}(?= ?(?:[.,;!?\n]|$))|{_BRAZILIAN}|{TOWN_APART})?"
)
_ENGLISH = (
    "Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Way|Place|Pl|Square|Sq"
    "|Terrace|Close|Crescent|Highway|Hwy|Parkway|Pkwy|Circle|Gardens|Grove|Hill|Mews|Row|Walk|Alley"
)
# Before "Drive" or "Way" these name what is bought or used: "15 Shared Drive", "1 Test Drive".
_THINGS = (
    r"(?:One|Shared|Team|Test|Hard|Flash|Pen|Thumb|Disk|USB|SSD|Zip|Tape|Backup|Network|Cloud|Proton"
    r"|External|Internal|Local|Virtual|Solid State|My) Dr(?:ive)?|(?:One|Two) Way"
    r"|Google [A-Z][a-z]{1,9}|(?:Tennis|Squash|Padel|Badminton|Basketball|Food) Court"
    r"|(?:Header|Table|Total) Row"
)
_ROAD = rf"(?:{_ENGLISH})(?![\w-])"
_MEASURES = r"(?:[KMGT]i?B|[KMG]bit|[KMG]bps|[KMG]Hz|RAM)(?!\w)(?! Road)"  # "12 GB Road" is one
_COUNTED = (  # "2 New York Court cases"
    "accounts|apps|bookings|cases|customers|devices|documents|files|folders|invoices|licen[cs]es"
    "|links|members|orders|passes|pictures|plans|seats|stores|subscriptions|tickets|users|vouchers"
)
_COUNT = rf"[0-9]{{1,2}} (?:{_WORD} ){{1,4}}{_ROAD} (?:{_COUNTED})(?!\w)"
_SURELY = rf" {_ROAD}|, {_UP}[^\W\d_]{{1,20}},? (?:{_STATES}) [0-9]"  # a street after all
_NAME = rf"(?:(?!(?:{_THINGS})(?!\w)(?!{_SURELY})){_WORD} ){{1,4}}?"
_DIRECTION = r"(?:[NS][EW]?|[EW])\.?"
_FORMS = (
    (
        rf"(?!{_COUNT}){_NUMBER} (?!{_MEASURES})(?:{_DIRECTION} )?"
        rf"(?:{_NAME}|[0-9]{{1,3}}(?:st|nd|rd|th) )"
        rf"{_ROAD}(?: {_ROAD})?\.?(?: {_DIRECTION}(?![\w]))?"
    ),
    # in small letters only what is hard to mistake, and no word of a sentence before it
    (
        r"[0-9]{1,5} (?!(?:the|a|of|down|on|in|at|way|lane|and|more|main street f)\b)[a-z]{3,20}"
        r"(?: [a-z]{3,20})? (?:street|avenue|road|boulevard)(?= is| not|,|\.|$)(?<!the road)"
    ),
    # German: a name that ends in its kind of street, or "Am Alten Markt"
    (
        rf"{_UP}[\w-]{{1,30}}(?:stra(?:ß|ss)e|str\.|str|weg|gasse|allee|chaussee|gracht|straat|laan"
        rf"|v[äa]gen|gatan)(?:(?<=\.) ?| ){_NUMBER}(?![\w%€$.,:][0-9])"
    ),
    # Polish
    rf"(?:ul|(?<!et )al|pl)\. (?:{_WORD} ){{1,3}}?{_NUMBER}",
    # "Steckplatz 3" and "Spring 2020" are none, so here a postcode must follow
    (
        rf"{_UP}[\w-]{{1,30}}(?:platz|damm|ufer|ring|markt|steig|graben|plein|kade|dijk|singel) "
        rf"{_NUMBER}(?=,? (?:[A-Z]-)?[0-9]{{4,5}} (?:[A-Z]{{2}} )?{_NO_TOWN}{_UP})"
    ),
    (
        rf"(?:Am|An der|An den|Auf der|Auf dem|Im|In der|In den|Zum|Zur|Unter den|Alte|Alter|Neue"
        rf"|Große|Kleine)(?: {_WORD}){{1,3}}? {_NUMBER}(?=,? [0-9]{{5}} {_NO_TOWN}{_UP})"
    ),
    (
        rf"(?:{_WORD} )?(?:Straße|Strasse|Str\.|Allee|Weg|Platz) {_NUMBER}(?=,? "
        rf"(?:[A-Z]-)?[0-9]{{4,5}} {_NO_TOWN}{_UP})"
    ),
    # French: number first, small letters
    (
        rf"[0-9]{{1,4}}(?: ?(?:bis|ter|quater))?,? (?:[Rr]ue|[Aa]venue|[Aa]v\.|[Bb]oulevard|[Bb]d"
        rf"|[Pp]lace|[Cc]hemin|[Ii]mpasse"
        rf"|all[ée]e|quai|cours|route|square|faubourg|passage|villa) (?:(?:de|du|des|la|le|les"
        rf"|aux?) |d'|l'){{0,3}}{_WORD}(?: (?:(?:de|du|des|la|le) |d'|l'){{0,2}}{_WORD}){{0,3}}"
    ),
    # Spanish, Italian, Portuguese: the number comes last
    (
        rf"(?:[Cc]alle|[Cc]/|[Aa]venida|Avda\.?|Av\.|Plaza|Pza\.|Paseo|Camino|Carretera|Ronda|Traves[íi]a"
        rf"|Corso|Largo|[Rr]ua|Travessa|Pra[çc]a|Estrada|Alameda) ?"
        rf"(?:(?:de|del|de la|de los|de las|da|do|dos|das|della|di|dei) )?{_WORD}(?: (?:(?:de|del"
        rf"|la|los|las|da|do"
        rf"|di|della) ){{0,2}}{_WORD}){{0,3}},? (?:n[.º°]{{1,3}} ?|n[úu]m\.? )?{_NUMBER}"
    ),
)
_STREET = lazy_pattern(
    rf"(?<![\w.,/$€£-])(?:(?:Flat|Apt|Unit|Suite) {_NUMBER}, )?"
    rf"(?:{'|'.join(_FORMS)}){_UNIT}{_PLACE}(?![\w])"
)
_BOX = lazy_pattern(
    r"(?<!\w)(?i:p\.? ?o\.? box|postfach|bo[îi]te postale|apartado(?: de correos)?"
    r"|casella postale|postbus) [0-9]{1,4}(?: [0-9]{2,4}){0,2}(?!\w)"
)
_POSTCODE = lazy_pattern(
    rf"(?<![\w-])(?:{_UK}|{_TOWN}, (?:{_STATES}) [0-9]{{5}}(?:-[0-9]{{4}})?(?!\w))"
)
# Large towns, since in German every noun has a capital: "12345 Kunden".
_TOWNS = (
    "Berlin|Hamburg|M[üu]nchen|K[öo]ln|Frankfurt|Stuttgart|D[üu]sseldorf|Leipzig|Dortmund|Essen"
    "|Bremen|Dresden|Hannover|N[üu]rnberg|Duisburg|Bochum|Wien|Graz|Linz|Salzburg|Innsbruck|Z[üu]rich"
    "|Bern|Basel|Genf|Gen[èe]ve|Lausanne|Paris|Marseille|Lyon|Toulouse|Nice|Nantes|Montpellier"
    "|Strasbourg|Bordeaux|Lille|Rennes|Madrid|Barcelona|Valencia|Sevilla|Zaragoza|M[áa]laga|Murcia"
    "|Bilbao|Roma|Milano|Napoli|Torino|Palermo|Genova|Bologna|Firenze|Amsterdam|Rotterdam|Utrecht"
    "|Lisboa|Porto|Warszawa|Krak[óo]w"
)
_CITY = lazy_pattern(rf"(?<![\w.,-])(?:[A-Z]-)?[0-9]{{4,5}}(?: [A-Z]{{2}})? (?:{_TOWNS})(?!\w)")


def _find(text: str) -> Places:
    patterns = (_STREET, _BOX, _POSTCODE, _CITY)
    found = chain(*(pattern.finditer(text) for pattern in patterns))
    return chain((match.span() for match in found), find_streets(text))


KIND = Kind(name="address", thing="street address", things="street addresses", find=_find, digits=1)
