"""Numbers of China, Hong Kong, Taiwan, Japan and Korea."""

from __future__ import annotations

from kbtool.questions.masking.check_digits import weigh
from kbtool.questions.masking.identities.days import is_day
from kbtool.questions.masking.identities.identity import Identity

_CHINA = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_JAPAN = (6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
_TAIWAN = "ABCDEFGHJKLMNPQRSTUVXYWZIO"  # in the order of their numbers, from 10 on


def is_resident_id(text: str) -> bool:
    """Chinese number: a date, and ISO 7064 for 11 and 2."""
    right = is_day(text[10:12], text[12:14]) and text[6:8] in ("19", "20")
    return right and "10X98765432"[weigh(text[:17], _CHINA) % 11] == text[17]


def is_my_number(digits: str) -> bool:
    """Japanese number of a person: weights 2 to 7 from the right, by eleven."""
    rest = weigh(digits, _JAPAN) % 11
    return (0 if rest < 2 else 11 - rest) == int(digits[11])


def is_korean(digits: str) -> bool:
    """Korean registration number: a date and a digit for century and sex."""
    return is_day(digits[2:4], digits[4:6]) and digits[6] in "12345678"


def is_taiwanese(text: str) -> bool:
    """Taiwanese number: the letter of a county as two digits, and weights 1, 9 to 1, 1."""
    county = _TAIWAN.index(text[0]) + 10
    return weigh(f"{county}{text[1:]}", (1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1)) % 10 == 0


def is_hong_kong(text: str) -> bool:
    """Number of Hong Kong's identity card: letters from 10 on, a blank as 36, by eleven."""
    values = [36] * (9 - len(text)) + [int(sign, 36) for sign in text[:-1]]
    total = sum(value * weight for value, weight in zip(values, range(9, 1, -1), strict=True))
    return "0A987654321"[total % 11] == text[-1]


IDENTITIES = (
    # China
    Identity(is_resident_id, ("99999999999999999X",), (), "", r"身份证|身分证|证件"),
    # Hong Kong, Taiwan
    Identity(
        is_hong_kong, ("A999999(X)", "AA999999(X)"), ("A999999~X", "AA999999~X"), r"hkid", r"身份證"
    ),
    Identity(is_taiwanese, ("A999999999",), (), "", r"身分證|統一證號|居留證"),
    # Japan: people, driving licences; pensions, insured
    Identity(
        is_my_number, (), ("9999~9999~9999",), r"my ?number|individual number",
        r"マイナンバー(?:カード)?|個人番号|免許証?",
    ),
    Identity(None, (), ("9999-999999", "99999999"), "", r"年金(?:番号|手帳)|保険証|被保険者"),
    # Korea: people, driving licences
    Identity(
        is_korean, ("999999-9999999",), ("999999~9999999",), r"rrn",
        r"주민(?:등록)?번호|외국인등록번호",
    ),
    Identity(None, (), ("99-99-999999-99",), "", r"운전?면허"),
)  # fmt: skip
