"""Numbers of Germany, Austria, Switzerland, France, Belgium, the Netherlands and Luxembourg."""

from __future__ import annotations

from collections import Counter

from kbtool.questions.masking.check_digits import passes_luhn, passes_mod_11_10, weigh
from kbtool.questions.masking.identities.days import is_day, is_shifted_day
from kbtool.questions.masking.identities.identity import Identity

_PENSION = (2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1)


def is_steuer_id(digits: str) -> bool:
    """German tax id: of its first ten digits one comes twice or three times, the rest once."""
    counts = sorted(Counter(digits[:10]).values())
    return counts[-1] in (2, 3) and counts[-2] == 1 and passes_mod_11_10(digits)


def is_pension(text: str) -> bool:
    """German pension number: a date, a letter as two digits, and digits of products added."""
    letter = f"{ord(text[8]) - ord('A') + 1:02}"
    digits = text[:8] + letter + text[9:11]
    total = sum(
        sum(divmod(int(one) * weight, 10)) for one, weight in zip(digits, _PENSION, strict=True)
    )
    return is_shifted_day(text[4:6], text[2:4], days=50) and total % 10 == int(text[11])


def is_austrian(digits: str) -> bool:
    """Austrian insurance number: its fourth digit checks the others; a date, or a month beyond."""
    total = weigh(digits, (3, 7, 9, 0, 5, 8, 4, 2, 1, 6))
    return is_shifted_day(digits[6:8], digits[4:6], (1, 2, 3)) and total % 11 == int(digits[3])


def is_ahv(digits: str) -> bool:
    """Swiss insurance number, with the check digit of EAN-13."""
    return digits.startswith("756") and weigh(digits, (1, 3) * 6 + (1,)) % 10 == 0


def is_nir(text: str) -> bool:
    """French social security number: the key is 97 less the remainder; Corsica counts as 19, 18."""
    number = text[:13].replace("2A", "19", 1) if text[5:7] == "2A" else text[:13]
    number = number.replace("2B", "18", 1) if number[5:7] == "2B" else number
    right = number.isdecimal() and 97 - int(number) % 97 == int(text[13:])
    return right and text[0] in "12" and (1 <= int(text[3:5]) <= 12 or int(text[3:5]) >= 20)


def is_belgian(digits: str) -> bool:
    """Belgian national register number; from the year 2000 on a 2 is set before it."""
    number, key = digits[:9], int(digits[9:])
    return key in (97 - int(number) % 97, 97 - int(f"2{number}") % 97)


def is_bsn(digits: str) -> bool:
    """Dutch citizen service number: weights 9 to 2 and -1 give elevens."""
    return weigh(digits, (9, 8, 7, 6, 5, 4, 3, 2, -1)) % 11 == 0


def is_luxembourgish(digits: str) -> bool:
    """Luxembourg's number begins with a date of birth."""
    return digits[:2] in ("19", "20") and is_day(digits[4:6], digits[6:8])


IDENTITIES = (
    # Germany: tax, pension, health insurance, tax office
    Identity(
        is_steuer_id, ("99~999~999~999",), (),
        r"steuer[- ]?id(?:nr\.?|nummer)?|steuerliche id\w{0,20}"
        r"|steueridentifikationsnummer|idnr\.?",
    ),
    Identity(
        is_pension, ("99~999999~A~999",), (),
        r"(?:renten|sozial)?versicherungsnummer|sv-?nummer|rvnr\.?",
    ),
    Identity(
        None, (), ("A999999999",),
        r"krankenversicherten?(?:nummer|nr\.?)|krankenversicherung|versichertennummer|kvnr\.?",
    ),
    Identity(
        None, (), ("99~999~99999", "999~999~99999", "999~9999~9999", "9999999999999"),
        r"steuer-?(?:nummer|nr\.?)",
    ),
    # Austria, Switzerland
    Identity(
        is_austrian, (), ("9999~999999",),
        r"sv-?(?:nummer|nr\.?)|svnr\.?|(?:sozial)?versicherungsnummer",
    ),
    Identity(is_ahv, ("999~9999~9999~99",), (), r"ahv(?:-?(?:nr\.?|nummer))?|avs"),
    # France: social security with key and without, tax, firms
    Identity(
        is_nir, ("9~99~99~99~999~999~99", "9~99~99~9A~999~999~99"), (),
        r"nir|s[ée]cu(?:rit[ée] sociale)?|carte vitale",
    ),
    Identity(
        None, (), ("9~99~99~99~999~999", "9~99~99~9A~999~999"),
        r"nir|s[ée]cu(?:rit[ée] sociale)?|carte vitale",
    ),
    Identity(
        None, (), ("99~99~999~999~999",),
        r"num[ée]ro fiscal|n[°º] fiscal|spi|r[ée]f[ée]rence fiscale",
    ),
    Identity(passes_luhn, (), ("999~999~999", "999~999~999~99999"), r"siret|siren"),
    # Belgium, Netherlands, Luxembourg
    Identity(
        is_belgian, ("99.99.99-999.99",), ("99~99~99~999~99",),
        r"rijksregister(?:nummer|nr\.?)?|insz|niss|registre national|num[ée]ro national|rrn",
    ),
    Identity(
        is_bsn, (), ("999~999~999", "9999~99~999"), r"bsn|burgerservicenummer|sofi-?nummer"
    ),
    Identity(is_luxembourgish, (), ("9999~9999~99999", "9999~99~99~99999"), r"matricule|cns"),
)  # fmt: skip
