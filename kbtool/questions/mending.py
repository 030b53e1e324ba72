"""Bytes that are no text, amid a text that is whole but for them."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from kbtool.patterns import lazy_pattern

BROKEN = "\ufffd"
_CONTROL = lazy_pattern(r"[\x01-\x08\x0e-\x1a\x1c-\x1f]")  # pictures and workbooks hold them
_BYTES_TO_FAULT = 1_000  # a text with more faults than one in so many bytes is something else
_FEW, _BYTES_TO_FEW = 10, 50  # unless it is short, and the faults so few and so rare


class Mended(NamedTuple):
    """Text of some bytes, with a sign in place of each that is none."""

    text: str
    held: bytes  # the beginning of a character that goes on in the next bytes
    faults: int
    first: int  # lines before the first fault
    letters: int  # characters beyond ASCII that are whole


def mend(data: bytes, codec: str, *, final: bool) -> Mended | None:
    """Text of bytes in an encoding, or None where they must be something else."""
    decoder = codecs.getincrementaldecoder(codec)(errors="replace")
    text = decoder.decode(data, final=final)
    held: bytes = decoder.getstate()[0]
    faults = text.count(BROKEN) - _count_signs(data, codec) + text.count("\0")
    few = min(_FEW, len(data) // _BYTES_TO_FEW)
    if faults > max(1, few, len(data) // _BYTES_TO_FAULT) or _CONTROL.search(text):
        return None
    text = text.replace("\0", BROKEN)
    letters = sum(not character.isascii() for character in text) - text.count(BROKEN)
    return Mended(text, held, faults, text.partition(BROKEN)[0].count("\n"), letters)


def _count_signs(data: bytes, codec: str) -> int:
    """Signs for broken characters that were in the text already."""
    return data.count(BROKEN.encode(codec)) if codec.startswith("utf") else 0
