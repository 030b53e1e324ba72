"""Numbers of South Africa, Nigeria, Kenya, Ghana, Morocco, Australia and New Zealand."""

from __future__ import annotations

from kbtool.questions.masking.check_digits import passes_luhn, weigh
from kbtool.questions.masking.identities.days import is_day
from kbtool.questions.masking.identities.identity import Identity

_ABN = (10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19)
_IRD = ((3, 2, 7, 6, 5, 4, 3, 2), (7, 4, 3, 2, 5, 2, 7, 6))


def is_south_african(digits: str) -> bool:
    """South African number: a date, citizen or not, an 8 or 9 of old, and Luhn."""
    born = is_day(digits[2:4], digits[4:6]) and digits[10] in "012" and digits[11] in "789"
    return born and passes_luhn(digits)


def is_ghanaian(text: str) -> bool:
    """Number of the Ghana Card: the code of the country first."""
    return text.startswith("GHA")


def is_kra(text: str) -> bool:
    """Kenyan tax number: A for people, P for firms."""
    return text[0] in "AP"


def is_medicare(digits: str) -> bool:
    """Australian health card: its ninth digit checks the eight before."""
    right = weigh(digits, (1, 3, 7, 9, 1, 3, 7, 9)) % 10 == int(digits[8])
    return right and digits[0] in "23456"


def is_tfn(digits: str) -> bool:
    """Australian tax file number."""
    return weigh(digits, (1, 4, 3, 7, 5, 8, 6, 9, 10)) % 11 == 0


def is_abn(digits: str) -> bool:
    """Australian business number: 1 is taken off its first digit."""
    return digits[0] != "0" and weigh(f"{int(digits[0]) - 1}{digits[1:]}", _ABN) % 89 == 0


def is_ird(digits: str) -> bool:
    """New Zealand's tax number: a second trial where the first gives ten."""
    number = digits.zfill(9)
    first, second = (-weigh(number, weights) % 11 for weights in _IRD)
    return (first if first < 10 else second) == int(number[8])


IDENTITIES = (
    # South Africa
    Identity(
        is_south_african, ("999999~9999~999", "999999~9999~99~9"), (),
        r"(?:sa|south african|rsa) id(?: number| no\.?)?|identity number",
    ),
    # Nigeria, Kenya, Ghana, Morocco
    Identity(None, (), ("99999999999",), r"nin|bvn"),
    Identity(is_kra, ("A999999999A",), (), r"kra(?: pin)?"),
    Identity(None, (), ("9999999", "99999999"), r"national id|huduma|kenyan id|kitambulisho"),
    Identity(is_ghanaian, ("AAA-999999999-9",)),
    Identity(
        None, (), ("A~99999", "A~999999", "AA~99999", "AA~999999"), r"cnie|cin|carte nationale",
        r"البطاقة الوطنية",
    ),
    # Australia: health, tax, firms, welfare
    Identity(
        is_medicare, ("9999 99999 9", "9999-99999-9"), ("9999~99999~9", "9999~99999~9~9"),
        r"medicare",
    ),
    Identity(is_tfn, (), ("999~999~999",), r"tfn|tax file(?: number| no\.?)?"),
    Identity(is_abn, (), ("99~999~999~999", "999~999~999"), r"abn|acn"),
    Identity(None, (), ("999~999~999~A",), r"crn|centrelink"),
    # New Zealand: tax, health
    Identity(is_ird, (), ("99~999~999", "999~999~999"), r"ird(?: number| no\.?)?"),
    Identity(None, (), ("AAA9999", "AAA99AA"), r"nhi"),
)  # fmt: skip
