"""Names of people, only where a text says that one comes: after "my name is" or at its end."""

from __future__ import annotations

from itertools import chain

from kbtool.patterns import lazy_pattern
from kbtool.questions.masking.greeted import find_greeted
from kbtool.questions.masking.kind import Kind, Places
from kbtool.questions.person_names import FIELD, NAME, SAID

_SAID = lazy_pattern(rf"{SAID} (?P<name>{NAME})")
# Only at the beginning of a line, or where one ended before lines were joined.
_FIELD = lazy_pattern(rf"(?:(?m:^)|(?<=[.!?:;,>] )){FIELD}(?=\s{{0,9}}(?:[.,;\n]|\Z))")
_SIGNED = lazy_pattern(
    r"(?i:(?<!\w)(?:(?:kind|best|warm|many)? ?regards|best wishes|sincerely(?: yours)?|yours "
    r"(?:truly"
    r"|faithfully|sincerely)|cheers|(?:mit )?(?:freundlichen|besten|herzlichen|vielen) gr(?:ü"
    r"|ue)(?:ß|ss)en"
    r"|(?:viele|liebe|beste|herzliche|freundliche) gr(?:ü|ue)(?:ß|ss)e|mfg|vg|lg|cordialement"
    r"|bien (?:à vous|cordialement)|salutations|(?:un )?saludos?(?: cordiales)?|atentamente"
    r"|z poważaniem|pozdrawiam(?: serdecznie)?|saygılarımla|с уважением|s pozdravem"
    r"|(?:med )?(?:venlig|vennlig) hilsen|mvh|ystävällisin terveisin|terveisin|üdvözlettel|cu stimă"
    r"|cordiali saluti|distinti saluti|met vriendelijke groet(?:en)?|atenciosamente|hälsningar))"
    rf"[,.!]? {{1,2}}(?P<name>{NAME})[.!]?$"
)


# In scripts without blanks: only as long as names are, and before the end of what is said.
_ASIAN = lazy_pattern(
    r"(?:我叫|我的名字[叫是]"
    r"|姓名:? ?)(?![不你他她它车了过到得来])(?P<chinese>[\u4e00-\u9fff]{2,4})(?![\u4e00-\u9fff])"
    r"|名前は(?P<japanese>[\u4e00-\u9fff\u30a1-\u30f6々 ]{2,10})(?=です|と[申言]|。|$)"
    r"|(?<=は)(?P<said>[\u4e00-\u9fff\u30a1-\u30f6々 ]{2,8})(?=と申し)"
    r"|제 이름은 ?(?P<korean>[가-힣]{2,4}?)(?=입니다|이에요|예요|이고|\W|$)"
)


def _find(text: str) -> Places:
    if not text.isascii():
        for match in _ASIAN.finditer(text):
            yield match.span(match.lastgroup or 0)
    for match in chain(_SAID.finditer(text), _SIGNED.finditer(text)):
        yield match.span("name")
    for match in _FIELD.finditer(text):
        yield match.span(match.lastgroup or 0)
    yield from find_greeted(text)


KIND = Kind(
    name="name",
    thing="name",
    find=_find,
    signs=(
        *(
            "name is",
            "name's",
            "name:",
            "name ist",
            "ich hei",
            "m'appelle",
            "nom est",
            "me llamo",
        ),
        *(
            "nombre es",
            "mi chiamo",
            "nome",
            "naam is",
            "ik heet",
            "nazywam",
            "jag heter",
            "regards",
        ),
        *(
            "wishes",
            "sincerely",
            "yours",
            "cheers",
            "grüße",
            "grüsse",
            "gruesse",
            "gruess",
            "grüßen",
        ),
        *(
            "mfg",
            "vg ",
            "lg ",
            "cordial",
            "bien à vous",
            "salutations",
            "saludo",
            "atenta",
            "saluti",
        ),
        *("surname", "holder:", "inhaber"),
        *("hi ", "hiya ", "hello ", "hey ", "dear ", "greetings ", "good m", "good a", "good e"),
        *("good d", "thank", "hallo ", "liebe", "geehrte", "werte", "guten ", "grüezi ", "gruezi "),
        *("moin ", "servus ", "danke ", " dank ", "bonjour ", "bonsoir ", "salut ", "coucou "),
        *("cher", "merci ", "hola ", "estimad", "querid", "apreciad", "buen", "gracias "),
        *("ciao ", "salve ", "buona", "gentil", "egregi", "caro ", "cara ", "grazie "),
        *("ola ", "oi ", "bom dia", "boa ", "prezad", "obrigad", "hoi ", "beste ", "geachte "),
        *("goede", "dag ", "bedankt ", "hej ", "hei ", "witam ", "szanown", "merhaba ", "ahoj "),
        *("kedves ", "stimate ", "sayin ", "hello, ", "hi, ", "hey, ", "hallo, "),
        *("groet", "atenciosa", "hälsningar", "m’appelle", "grüssen", "jmenuji se"),
        *("navn er", "jeg he", "nimeni on", "a nevem", "nama saya", "zovem se", "hilsen", "mvh"),
    ),
    foreign=(
        *("imię", "adım", "adim", "ismim", "зовут", "звати", "имя", "namn är", "numesc", "numele"),
        *("λένε", "tên tôi", "ime mi", "poważ", "pozdr", "saygı", "уважен", "terveisin", "üdvöz"),
        *("chère", "olá ", "kære", "kära", "kæra", "bästa", "cześć", "dzień", "sayın", "dobrý"),
        *("stimată", "bună", "здравств", "добрый", "привет", "уважаем"),
        *("stimă", "我叫", "名字", "姓名", "名前", "申し", "이름"),
    ),
)
