"""Numbers of Russia, Ukraine and Kazakhstan."""

from __future__ import annotations

from kbtool.questions.masking.check_digits import weigh
from kbtool.questions.masking.identities.days import is_day
from kbtool.questions.masking.identities.identity import Identity

_INN = (2, 4, 10, 3, 5, 9, 4, 6, 8)
_INN_LONG = ((7, *_INN), (3, 7, *_INN))
_UKRAINE = (-1, 5, 7, 9, 4, 6, 10, 5, 7)


def is_snils(digits: str) -> bool:
    """Russian insurance number: weights 9 to 1, the remainder by 101."""
    return weigh(digits, range(9, 0, -1)) % 101 % 100 == int(digits[9:])


def is_inn(digits: str) -> bool:
    """Russian tax number: one check digit for firms, two for people."""
    if len(digits) == 10:
        return weigh(digits, _INN) % 11 % 10 == int(digits[9])
    sums = [weigh(digits, weights) % 11 % 10 for weights in _INN_LONG]
    return digits[10:] == f"{sums[0]}{sums[1]}"


def is_ukrainian(digits: str) -> bool:
    """Ukrainian tax number: its first five digits are days since 1900."""
    return weigh(digits, _UKRAINE) % 11 % 10 == int(digits[9])


def is_kazakh(digits: str) -> bool:
    """Kazakh number: a date, and a digit for sex and century."""
    return is_day(digits[2:4], digits[4:6]) and digits[6] in "123456"


_PASSPORT = r"паспорт\w{0,3}(?: рф)?(?:,? серия)?|серия(?: и номер)?"

IDENTITIES = (
    # Russia: insurance, tax, passports at home and abroad, health
    Identity(
        is_snils, ("999-999-999 99", "999-999-999-99"), ("999~999~999~99",), r"снилс\w{0,2}|snils"
    ),
    Identity(is_inn, (), ("9999999999", "999999999999"), r"инн|inn"),
    Identity(None, (), ("9999~999999", "99~99~999999"), _PASSPORT),
    Identity(
        None, (), ("AA~999999", "AA~9999999", "999999999", "99~9999999"),
        r"паспорт\w{0,3}|загранпаспорт\w{0,3}|удостоверени\w{1,2}|права|посвідчення",
    ),
    Identity(None, (), ("9999~9999~9999~9999",), r"полис\w{0,2}(?: омс)?|омс"),
    # Ukraine, Kazakhstan
    Identity(is_ukrainian, (), ("9999999999",), r"іпн|ипн|рнокпп|ідентифікаційний код|ipn"),
    Identity(is_kazakh, (), ("999999999999",), r"иин|жсн|iin"),
)  # fmt: skip
