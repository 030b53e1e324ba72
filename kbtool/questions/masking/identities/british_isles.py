"""Numbers of the United Kingdom and Ireland."""

from __future__ import annotations

from kbtool.patterns import lazy_pattern
from kbtool.questions.masking.check_digits import weigh
from kbtool.questions.masking.identities.identity import Identity

_NINO = lazy_pattern(r"(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][0-9]{6}[A-D]")
_DRIVER = lazy_pattern(
    r"[A-Z]{1,5}9{0,4}[0-9](?:[05][1-9]|[16][0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]"
    r"[A-Z][A-Z9][0-9A-Z][A-Z]{2}"
)
_PPSN = "WABCDEFGHIJKLMNOPQRSTUV"


def is_nino(text: str) -> bool:
    """British insurance number: letters that are given out."""
    return bool(_NINO.fullmatch(text))


def is_nhs(digits: str) -> bool:
    """British number of the National Health Service."""
    return (11 - weigh(digits, range(10, 1, -1)) % 11) % 11 == int(digits[-1])


def is_driver(text: str) -> bool:
    """British driving licence: a surname filled up with nines, a date of birth turned around."""
    return bool(_DRIVER.fullmatch(text))


def is_ppsn(text: str) -> bool:
    """Irish public service number: the letter is the remainder by 23; a second one counts nine."""
    letters = [_PPSN.find(letter) for letter in text[7:]]
    total = weigh(text[:7], range(8, 1, -1)) + 9 * sum(letters[1:])
    return min(letters) >= 0 and total % 23 == letters[0]


IDENTITIES = (
    # United Kingdom: national insurance, health service, tax, driving licences
    Identity(
        is_nino, ("AA~99~99~99~A",), ("AA~99~99~99",),
        r"ni (?:number|no\.?)|national insurance(?: number| no\.?)?|nino?",
    ),
    Identity(is_nhs, (), ("999~999~9999",), r"nhs|health service|chi"),
    Identity(None, (), ("99999~99999", "99999~99999A"), r"utr|unique tax(?:payer)?(?: reference)?"),
    Identity(is_driver, ("AXXXX999999XXXAA", "AXXXX~999999~XXXAA"), (), r"driving licen[cs]e"),
    # Ireland
    Identity(
        is_ppsn, ("9999999A", "9999999AA"), ("9999999~A", "9999999~AA"),
        r"pps(?:n|[ -]?number| no\.?)?|rsi",
    ),
)  # fmt: skip
