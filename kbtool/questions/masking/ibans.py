"""International bank account numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from kbtool.patterns import lazy_pattern
from kbtool.questions.masking.check_digits import passes_mod_97
from kbtool.questions.masking.kind import Kind, Places

# Lengths by country, from the registry that SWIFT keeps for ISO 13616.
_COUNTRIES = """
    15: NO  16: BE  18: DK FI FO GL NL SD FK  19: MK SI  20: AT BA EE KZ LT LU XK MN
    21: CH HR LI LV  22: BG BH CR DE GB GE IE ME RS VA  23: AE GI IL IQ OM SO TL
    24: AD CZ ES MD PK RO SA SE SK TN VG DZ  25: LY PT ST  26: IS TR  27: FR GR IT MC MR SM BI DJ
    28: AL AZ BY CY DO GT HU LB NI PL SV  29: BR EG PS QA UA  30: JO KW MU YE  31: MT SC  32: LC
    33: RU
"""
_START = lazy_pattern(r"(?<![A-Za-z0-9])[A-Za-z]{2}[0-9]{2}(?=[ -]?[A-Za-z0-9]{4})")
_NAMED = lazy_pattern(
    r"\biban(?: (?:is|ist|est|es|number|nummer|no\.?))?[ :#]{0,3}$", re.IGNORECASE
)
_GOES_ON = lazy_pattern("[0-9A-Za-z_À-\u0dff\u1e00-\u1fff]")  # signs of Chinese may follow
# In groups of four, or as Poles write theirs, it is told by its form: people mistype digits.
_GROUPED = lazy_pattern(r"[A-Z]{2}[0-9]{2}(?: [0-9A-Z]{4}){3,7}(?: [0-9A-Z]{1,4})?")
_POLISH = lazy_pattern(r"(?<![0-9] )(?<![0-9A-Za-z.,-])[0-9]{2}(?: [0-9]{4}){6}(?![ -]?[0-9])")
_BEFORE = 20  # characters before a number in which it may be named


def _lengths() -> Mapping[str, int]:
    lengths: dict[str, int] = {}
    length = 0
    for word in _COUNTRIES.split():
        if word.endswith(":"):
            length = int(word[:-1])
        else:
            lengths[word] = length
    return MappingProxyType(lengths)


_LENGTHS = _lengths()


def _find(text: str) -> Places:
    """Places of IBANs: as many signs as the country has, and right by their check digits.

    Right after the word a slip is masked as well.
    """
    for start in _START.finditer(text):
        length = _LENGTHS.get(start[0][:2].upper())
        end = _measure(text, start.start(), length) if length else 0
        if not end:
            continue
        iban = re.sub(r"[ -]", "", text[start.start() : end]).upper()
        named = _NAMED.search(text[max(0, start.start() - _BEFORE) : start.start()])
        grouped = _GROUPED.fullmatch(text[start.start() : end])
        if named or grouped or passes_mod_97(iban[4:] + iban[:4]):
            yield start.start(), end
    yield from (match.span() for match in _POLISH.finditer(text))


def _measure(text: str, at: int, length: int) -> int:
    """Where that many letters and digits end, with single spaces or dashes between; 0 if not."""
    left = length
    for place in range(at, min(len(text), at + 2 * length)):
        sign = text[place]
        if sign.isascii() and sign.isalnum():
            left -= 1
            if not left:
                return 0 if _GOES_ON.match(text, place + 1) else place + 1
        elif sign not in " -" or text[place - 1] in " -":
            return 0
    return 0


KIND = Kind(name="iban", thing="IBAN", find=_find, digits=10)
