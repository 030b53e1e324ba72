"""Text in which a character has one form, for finding: digits of all scripts, dashes, spaces."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

# The zeros of decimal digits: Arabic, Persian, N'Ko, Indic scripts, Thai, Lao, Tibetan, Burmese,
# Khmer, Mongolian, and the five alphabets of mathematics.
_ZEROS = (
    *(0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xE50),
    *(0xED0, 0xF20, 0x1040, 0x17E0, 0x1810, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6),
)
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212\ufe58\ufe63"
_SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"


def fold(text: str) -> str:
    """The text with one form of each character, as long as before so that places stay the same."""
    return text if text.isascii() else text.translate(_forms())


@cache
def _forms() -> Mapping[int, str]:
    forms = {zero + value: str(value) for zero in _ZEROS for value in range(10)}
    forms |= {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}  # as wide as ideographs
    forms |= dict.fromkeys(map(ord, _DASHES), "-")
    forms |= dict.fromkeys(map(ord, _SPACES), " ")
    forms |= dict.fromkeys(map(ord, "’‘´"), "'")
    return forms
