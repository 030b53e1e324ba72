"""Telephone numbers in the forms of large markets, and any digits beside a word for them."""

from __future__ import annotations

from itertools import chain

from kbtool.patterns import lazy_pattern
from kbtool.questions.masking.kind import Kind, Places
from kbtool.questions.masking.naming import is_named, make_label, read_words

# Signs of Chinese, Japanese, Korean and Thai may stand beside.
_LETTERS = "a-zA-Z0-9_À-ɏΑ-ԯ"
_BEGIN = rf"(?<![{_LETTERS},/+$€£¥-])(?<![0-9][:.#])(?<![a-z]{{4}}\.)"
_END = rf"(?![{_LETTERS}]|[.,:/-][0-9]|-[A-Za-z])"
# "+49 (0)30 1234567", "0044 161 4960000": digits in any groups.
_INTERNATIONAL = lazy_pattern(
    rf"(?:(?<![\w+])\+|(?<=[\u3040-\ud7a3])\+|(?<![a-zA-Z0-9_.,/#+-])(?<![0-9]:)(?:00|011[ -]))"
    rf"[1-9](?:[ .()/-]{{0,3}}[0-9]){{6,13}}{_END}"
)
_FORMS = (
    # North America, Mexico, Colombia, Greece
    r"(?:1[ .-])?(?:\([2-9][0-9]{2}\) ?|[2-9][0-9]{2}[ .-])[0-9]{3}[ .-][0-9]{4}",
    # with 0 before the area code: most of Europe, Japan, Korea, Australia; Türkiye
    r"\(?0[1-9][0-9]{0,3}\)?(?:[ ./-]{1,3}[0-9]{2,9}){1,5}",
    r"0[1-9][0-9]{8,9}",
    r"0[ -][1-9][0-9]{2}[ -][0-9]{3}(?:[ -][0-9]{2,4}){1,2}",
    r"0 ?\([1-9][0-9]{1,2}\)(?:[ -]?[0-9]{2,4}){2,4}",
    # Russia, Kazakhstan
    r"8[ -]?(?:\([3-9][0-9]{2,3}\) ?|[3-9][0-9]{2}[ -])[0-9]{2,3}(?:[ -]?[0-9]{2}){2}",
    r"8[3489][0-9]{9}",
    # Spain, Portugal, Poland, Czechia, Norway, Türkiye
    r"[5-9][0-9]{2}[ -][0-9]{3}[ -][0-9]{3}",
    r"[6-9][0-9]{2}(?:[ -][0-9]{2}){3}",
    r"[1-9][0-9][ -][0-9]{3}(?:[ -][0-9]{2}){2}",
    r"[2-9][0-9]{2}[ -][0-9]{3}(?:[ -][0-9]{2}){2}",
    r"[49][0-9]{2} [0-9]{2} [0-9]{3}",
    # Italian mobiles; India; Brazil, Argentina, Mexico, Chile
    r"3[0-9]{2}[ .-][0-9]{6,7}",
    r"[6-9][0-9]{4}[ -][0-9]{5}",
    r"\([1-9][0-9]\) ?9?[0-9]{4}[ -]?[0-9]{4}",
    r"[1-9][0-9] 9[0-9]{4}-[0-9]{4}",
    r"[1-9][0-9][ -][0-9]{4}[ -][0-9]{4}",
    r"9 [0-9]{4} [0-9]{4}",
    # China; without blanks also North America with its 1
    r"1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}",
)
_NATIONAL = lazy_pattern(rf"{_BEGIN}(?:{'|'.join(_FORMS)}){_END}")
# Any digits beside a word for it.
_DIGITS = lazy_pattern(
    rf"(?<![{_LETTERS},/+$€£¥-])(?<![0-9][:.])\(?[0-9](?:[ .()/-]{{0,2}}[0-9]){{6,13}}"
    rf"(?![{_LETTERS}]|[.,:/-][0-9])"
)
_WORDS = make_label(
    r"(?:(?:tele|cell ?|mobile ?)?phone|mobile?|mob|cell|tel|landline|whatsapp|wa|sms|text|call"
    r"|ring"
    r"|fax|contact|handy(?:nummer)?|telefon(?:nummer|nr)?|festnetz|rufnummer|r[üu]ckruf|anrufen"
    r"|t[ée]l[ée]phone|portable|appel(?:er|ez)|m[óo]vil|tel[ée]fono|celular|cellulare|telefoon"
    r"|(?:mobiel|gsm|mobil|tel|telefon|phone)[ -]?(?:nummer|nr|numarası)?|telefone|telem[óo]vel|tlf"
    r"|mobiltelefon|puh|puhelin(?:numero\w{0,3})?|puhelinnumeroni|matkapuhelin"
    r"|numer(?:em)? telefonu"
    r"|kom[óo]rka|telefonsz[áa]m\w{0,3}"
    r"|telef[óo]n\w{0,3}|telefonum|cep(?: telefonum| numaram)?"
    r"|тел|телефон\w{0,3}|моб|мобильн\w{2,3}|τηλ|τηλέφωνο|κινητό|no\.? hp|nomor(?: hp)?|hp saya"
    r"|điện thoại|sđt|đt|gsm|ringe?|rufen|bel|ll[áa]m(?:ar|e|ame)|dzwoni[ćc]|zadzwo[ńn]|soittaa?"
    r"|zvonit|volat|(?:по)?звоните|hubungi|lig(?:ar|ue)|chiam(?:are|ami|ate)|gọi)(?:\.|nr\.)?",
    "电话|手机|联系方式|致电|传真|電話|携帯|ファックス|전화|핸드폰|휴대폰|연락처|팩스|هاتف|جوال"
    "|موبايل|واتساب|טלפון|נייד|โทร|เบอร์|फोन|मोबाइल|ফোন",
)
_LABEL = lazy_pattern(_WORDS)
_OWN = lazy_pattern(
    make_label(
        r"(?:my|the|meine|mon|mi|mit|mitt|meu|mijn|mój|il mio|můj|moje|мой|benim) "
        r"(?:new |neue |nouveau )?(?:number|nummer|num[ée]ro|n[úu]mero|numero|numer|номер|číslo"
        r"|numaram)|numaram|номер",
        "号码|番号|번호|رقمي",
    )
)
# Ten digits as in India or North America, when one of these is anywhere before.
_TEN = lazy_pattern(r"[2-9][0-9]{9}")
_NEAR = lazy_pattern(rf"{_WORDS}|(?<![^\W_])(?:otp|registered|recharge|verify|verification)")
_FEWEST_OWN = 9  # digits after "my number", which may be of other things
_GAP = lazy_pattern(
    r"(?:[\s:.()#=-]|is|ist|est|es|é|è|to|jest|er|är|on|number|no|nr|nummer|num[ée]ro|n[úu]mero"
    r"|numer|numaram|номер|me|us|at|an|unter|au|al|pod|på|til|op|под|по|my|the|new|mein[e]?|号码?"
    r"|號碼?|番号|번호|是|为|は|が|는|은|رقم|हैं?|है){0,8}"
)
_DATE = lazy_pattern(
    r"[0-9]{2}([./-])[0-9]{2}\1(?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]"
)
_VERSION = lazy_pattern(r"(?<![0-9])[0-9]\.[0-9](?![0-9])|[0-9]\.[0-9]\.[0-9]\.")
_ROUND = lazy_pattern(r"[ .-]000(?:[ .-]000)?$|00000$")  # of amounts: "600 000 000"
_UNIT = lazy_pattern(r" ?(?:bytes?|[kmgt]i?b\b|ms\b|hz\b|元|円|원|vnd|idr|rp\b|đ|₫|рублей|руб)")


def _find(text: str) -> Places:
    for match in chain(_INTERNATIONAL.finditer(text), _NATIONAL.finditer(text)):
        if _is_number(match[0]) and not _UNIT.match(text[match.end() : match.end() + 8].lower()):
            yield match.span()
    for match in _DIGITS.finditer(text):
        other = _VERSION.search(match[0]) or _DATE.match(match[0])
        if not other and _is_called(text, *match.span()):
            yield match.span()


def _is_called(text: str, start: int, end: int) -> bool:
    words = read_words(text, start, end)
    if is_named(_LABEL, words, _GAP):
        return True
    if _TEN.fullmatch(text, start, end) and _NEAR.search(words.before):
        return True
    digits = sum(map(str.isdecimal, text[start:end]))
    return digits >= _FEWEST_OWN and is_named(_OWN, words, _GAP)


def _is_number(found: str) -> bool:
    """Whether it has as many digits as a number has, and is neither a date nor an amount."""
    digits = sum(map(str.isdecimal, found))
    fewest, most = (
        (9, 12) if found.startswith(("0", "(0")) and not found.startswith("00") else (8, 15)
    )
    return fewest <= digits <= most and not _DATE.match(found) and not _ROUND.search(found)


KIND = Kind(name="phone", thing="phone number", find=_find, digits=7)
