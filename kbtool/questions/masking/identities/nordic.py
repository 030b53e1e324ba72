"""Numbers of Sweden, Norway, Denmark, Finland and Iceland."""

from __future__ import annotations

from kbtool.questions.masking.check_digits import passes_luhn, weigh
from kbtool.questions.masking.identities.days import is_day, is_shifted_day
from kbtool.questions.masking.identities.identity import Identity

_HETU = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_NORWAY = ((3, 7, 6, 1, 8, 9, 4, 5, 2, 1), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1))
_DENMARK = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_ICELAND = (3, 2, 7, 6, 5, 4, 3, 2, 1)


def is_personnummer(digits: str) -> bool:
    """Swedish number: a date (foreigners have 60 added to the day), and Luhn over ten digits."""
    return is_shifted_day(digits[-8:-6], digits[-6:-4], days=60) and passes_luhn(digits[-10:])


def is_norwegian(digits: str) -> bool:
    """Norwegian number: a date (40 added to the day of foreigners), and two check digits."""
    right = all(weigh(digits, weights) % 11 == 0 for weights in _NORWAY)
    return right and is_shifted_day(digits[2:4], digits[:2], (40, 80), days=40)


def is_danish(digits: str) -> bool:
    """Danish number as it was till 2007: a date, and weights that give elevens."""
    return has_danish_date(digits) and weigh(digits, _DENMARK) % 11 == 0


def has_danish_date(digits: str) -> bool:
    """Danish number: a date; since 2007 it need not have a check digit."""
    return is_shifted_day(digits[2:4], digits[:2], days=60)


def is_hetu(text: str) -> bool:
    """Finnish number: a date, and the last sign is the remainder of nine digits by 31."""
    digits = text[:6] + text[-4:-1]  # between them stands a letter for the century, or a dash
    return is_day(text[2:4], text[:2]) and _HETU[int(digits) % 31] == text[-1]


def is_icelandic(digits: str) -> bool:
    """Icelandic number: a date, a check digit, and a digit for the century."""
    right = weigh(digits, _ICELAND) % 11 == 0 and digits[9] in "089"
    return right and is_shifted_day(digits[2:4], digits[:2], days=40)


IDENTITIES = (
    Identity(  # Sweden
        is_personnummer, ("999999-9999", "999999+9999", "99999999-9999"),
        ("999999~9999", "99999999~9999"),
        r"person(?:nummer|nr\.?)|samordningsnummer|pnr|personal identity number",
    ),
    Identity(  # Norway
        is_norwegian, ("999999~99999",), (),
        r"f[øo]dselsn(?:ummer|r\.?)|person(?:nummer|nr\.?)|d-nummer|fnr\.?",
    ),
    # Denmark
    Identity(is_danish, ("999999-9999",)),
    Identity(
        has_danish_date, (), ("999999~9999",),
        r"cpr(?:[ -]?(?:nr\.?|nummer|number|no\.?))?|personnummer",
    ),
    Identity(  # Finland
        is_hetu, ("999999-999X", "999999+999X", "999999A999X"), (),
        r"hetu|henkil[öo]tunnu(?:s|kseni|ksen)|sotu|personbeteckning",
    ),
    Identity(  # Iceland
        is_icelandic, ("999999-9999",), ("999999~9999",), r"kennital(?:a|an|u)|kt\.?"
    ),
)  # fmt: skip
