"""Numbers of Spain, Portugal, Italy and Greece."""

from __future__ import annotations

from kbtool.questions.masking.check_digits import passes_luhn, weigh
from kbtool.questions.masking.identities.days import is_day
from kbtool.questions.masking.identities.identity import Identity

_DNI = "TRWAGMYFPDXBNJZSQVHLCKE"
_ODD_DIGITS = (1, 0, 5, 7, 9, 13, 15, 17, 19, 21)
_ODD_LETTERS = (
    *(1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24),
    23,
)


def is_dni(text: str) -> bool:
    """Spanish identity number, of citizens or foreigners: its letter is the remainder by 23."""
    number = str("XYZ".index(text[0])) + text[1:-1] if text[0] in "XYZ" else text[:-1]
    return number.isdecimal() and _DNI[int(number) % 23] == text[-1]


def is_codice_fiscale(text: str) -> bool:
    """Italian tax code: signs in odd places have values of their own."""
    total = 0
    for place, sign in enumerate(text[:15]):
        value = int(sign) if sign.isdecimal() else ord(sign) - ord("A")
        odd = _ODD_DIGITS if sign.isdecimal() else _ODD_LETTERS
        total += value if place % 2 else odd[value]
    return chr(ord("A") + total % 26) == text[15]


def is_portuguese(digits: str) -> bool:
    """Portuguese tax number: weights 9 to 2."""
    rest = weigh(digits, range(9, 1, -1)) % 11
    return (0 if rest < 2 else 11 - rest) == int(digits[-1])


def is_amka(digits: str) -> bool:
    """Greek insurance number: a date, and Luhn."""
    return is_day(digits[2:4], digits[:2]) and passes_luhn(digits)


IDENTITIES = (
    # Spain: citizens, foreigners, social security, firms
    Identity(is_dni, ("99999999~A", "99.999.999~A"), (), r"dni|nif"),
    Identity(is_dni, ("A~9999999~A",), (), r"nie|nif"),
    Identity(
        None, (), ("99~99999999~99", "99~9999999~99"), r"seguridad social|nuss|naf|n\.a\.f\.?"
    ),
    Identity(None, (), ("A~9999999~X",), r"cif|nif"),
    # Italy: people, firms
    Identity(
        is_codice_fiscale, ("AAAAAA99A99A999A", "AAAAAA~99A99~A999A"), (),
        r"codice fiscale|c\.? ?f\.?|cod\. ?fisc\.?",
    ),
    Identity(passes_luhn, (), ("99999999999",), r"partita iva|p\.? ?iva|codice fiscale"),
    # Portugal: tax, social security, citizen's card
    Identity(
        is_portuguese, (), ("999~999~999",), r"nif|contribuinte|n[úu]mero fiscal|nipc"
    ),
    Identity(None, (), ("99999999999",), r"niss|seguran[çc]a social"),
    Identity(None, (), ("99999999~9~AA9",), r"cart[ãa]o d[eo] cidad[ãa]o|cc"),
    # Greece: insurance, tax, identity cards
    Identity(is_amka, (), ("99999999999",), r"amka|αμκα|α\.μ\.κ\.α\.?"),
    Identity(None, (), ("999999999",), r"afm|αφμ|α\.φ\.μ\.?"),
    Identity(None, (), ("A~999999", "AA~999999"), r"αδτ|α\.δ\.τ\.?|ταυτότητα[ςσ]?|adt"),
)  # fmt: skip
