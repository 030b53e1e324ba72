"""Numbers of Singapore, Malaysia, Indonesia, Thailand, the Philippines and Vietnam."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kbtool.questions.masking.check_digits import weigh
from kbtool.questions.masking.identities.days import is_day, is_shifted_day
from kbtool.questions.masking.identities.identity import Identity

# Letters in the order of remainders, and what is added to the sum.
_SINGAPORE: Mapping[str, tuple[str, int]] = MappingProxyType(
    {
        "S": ("JZIHGFEDCBA", 0),
        "T": ("JZIHGFEDCBA", 4),
        "F": ("XWUTRQPNMLK", 0),
        "G": ("XWUTRQPNMLK", 4),
        "M": ("XWUTRQPNJLK", 3),
    }
)
_NO_PLACES = (0, 17, 18, 19, 20, 69, 70, 73, 80, 81, 94, 95, 96, 97)


def is_nric(text: str) -> bool:
    """Singapore's number of citizens or foreigners: the letter follows from weights 2, 7 to 2."""
    letters, more = _SINGAPORE.get(text[0], ("           ", 0))
    return letters[(weigh(text[1:8], (2, 7, 6, 5, 4, 3, 2)) + more) % 11] == text[-1]


def is_mykad(digits: str) -> bool:
    """Malaysian number: a date, and the number of a state or country."""
    return is_day(digits[2:4], digits[4:6]) and int(digits[6:8]) not in _NO_PLACES


def is_nik(digits: str) -> bool:
    """Indonesian number: a province, and a date (40 added to the day of women)."""
    return 11 <= int(digits[:2]) <= 96 and is_shifted_day(digits[8:10], digits[6:8], days=40)


def is_thai(digits: str) -> bool:
    """Thai number: weights 13 to 2."""
    return (11 - weigh(digits, range(13, 1, -1)) % 11) % 10 == int(digits[12])


IDENTITIES = (
    Identity(is_nric, ("A9999999A",), (), r"nric|fin|ic|singpass(?: id)?"),  # Singapore
    Identity(  # Malaysia
        is_mykad, ("999999-99-9999",), ("999999~99~9999",),
        r"my ?kad|nric|kad pengenalan|(?:no\.? )?(?:i/?c|kp)(?: (?:no\.?|number))?",
    ),
    # Indonesia: people, taxpayers
    Identity(is_nik, (), ("9999999999999999",), r"nik|(?:no\.? ?)?ktp|kk"),
    Identity(None, ("99.999.999.9-999.999",), ("999999999999999", "9999999999999999"), r"npwp"),
    Identity(  # Thailand
        is_thai, ("9-9999-99999-99-9",), ("9~9999~99999~99~9",), r"thai id",
        r"บัตรประชาชน|เลขประจำตัว(?:ประชาชน)?|เลขบัตร",
    ),
    # Philippines, Vietnam
    Identity(
        None, (),
        (
            *("99~9999999~9", "99~999999999~9", "9999~9999~9999", "9999~9999~9999~9999"),
            *("9999~9999999~9", "999-999-999", "999-999-999-999", "999-999-999-99999"),
        ),
        r"sss(?: number)?|umid|gsis|crn|philhealth|pag-?ibig|philsys|tin",
    ),
    Identity(
        None, (), ("999999999999", "999999999"),
        r"cccd|cmnd|căn cước(?: công dân)?|chứng minh(?: nhân dân| thư)?|can cuoc",
    ),
)  # fmt: skip
