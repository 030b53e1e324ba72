"""Numbers of payment cards."""

from __future__ import annotations

import re

from kbtool.patterns import lazy_pattern
from kbtool.questions.masking.check_digits import passes_luhn
from kbtool.questions.masking.kind import Kind, Places

# Signs of Chinese, Japanese, Korean and Thai may stand beside.
_LETTERS = "0-9A-Za-z_À-\u0dff\u1e00-\u1fff"
_DIGITS = lazy_pattern(
    rf"(?<![{_LETTERS}.,+-])[1-9](?:[ .-]?[0-9]){{12,18}}(?![{_LETTERS}]|[.,-][0-9])"
)
# Between words without a space: only what is a card number by all its digits.
_GLUED = lazy_pattern(
    r"(?<![0-9.,_+-])(?P<before>(?<![^\W_])[A-Za-z]{0,20}|(?<=[A-Za-z])[A-Za-z]{20})"
    r"(?P<number>[1-9](?:[ .-]?[0-9]){14,18})(?P<after>[A-Za-z]{0,20})(?!\w|[.,-][0-9])"
)
_FEWEST_LETTERS = 3  # of a word: ids of machines hold fewer between their digits
# First digits and lengths of the networks: Visa; Mastercard; American Express; Discover; Diners;
# JCB; UnionPay; Maestro; RuPay and Mir.
_NETWORK = lazy_pattern(
    r"4(?:[0-9]{12}|[0-9]{15}|[0-9]{18})"
    r"|(?:5[1-5][0-9]{2}|222[1-9]|22[3-9][0-9]|2[3-6][0-9]{2}|27[01][0-9]|2720)[0-9]{12}"
    r"|3[47][0-9]{13}|(?:6011|64[4-9][0-9]|65[0-9]{2})[0-9]{12,15}"
    r"|3(?:0[0-5]|[68][0-9])[0-9]{11}|35(?:2[89]|[3-8][0-9])[0-9]{12}|62[0-9]{14,17}"
    r"|(?:5018|5020|5038|5893|6304|6759|676[1-3])[0-9]{9,15}|(?:60|81|82|220[0-4])[0-9]{12,14}"
)
# Near a word for it a number is masked though a digit is wrong: the others are right.
_NAMED = lazy_pattern(
    r"(?:card|karte|carte|tarjeta|cart[ãa]o|carta|kort|kart[aęyıi]?|карт[аыуе]|银行卡|卡号"
    r"|カード番号|카드번호|카드|visa|master ?card|amex|maestro)(?:[ -](?:number"
    r"|no\.?|nummer|num[eé]ro"
    r"|n[úu]mero|nr\.?|#|is|ist|est|es|numaram|номер)|[:#是为は는]|号码?){0,3} ?$",
    re.IGNORECASE,
)
_BEFORE = 40  # characters before a number in which it may be named


def _find(text: str) -> Places:
    for match in _DIGITS.finditer(text):
        if _is_real(match[0]) or _NAMED.search(
            text[max(0, match.start() - _BEFORE) : match.start()]
        ):
            yield match.span()
    for match in _GLUED.finditer(text):
        if max(len(match["before"]), len(match["after"])) >= _FEWEST_LETTERS and _is_real(
            match["number"]
        ):
            yield match.span("number")


def _is_real(number: str) -> bool:
    digits = "".join(filter(str.isdecimal, number))
    return bool(_NETWORK.fullmatch(digits)) and passes_luhn(digits)


KIND = Kind(name="card", thing="card number", find=_find, digits=13)
