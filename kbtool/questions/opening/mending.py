"""Bytes that are no text, amid a text that is whole but for them."""

from __future__ import annotations

from io import BytesIO
from typing import NamedTuple

from kbtool.patterns import lazy_pattern
from kbtool.questions.opening.encodings import WESTERN

BROKEN = "\ufffd"
_CONTROL = lazy_pattern(r"[\x01-\x08\x0e-\x1a\x1c-\x1f]")  # pictures and workbooks hold them
# In UTF-8, or in Windows-1252 what texts have there: a capital behind a small letter, say, is half
# a letter in UTF-8.
_WESTERN = lazy_pattern(
    rb"[\x80\x85\x8a\x8c\x8e\x91-\x97\x99\x9a\x9c\x9e-\xbf\xdf-\xf6\xf8-\xfe]"
    rb"|(?<![a-z])[\xc0-\xd6\xd8-\xde]"
)


class Reading(NamedTuple):
    """How lines are read of a file that is not in UTF-8 throughout."""

    codec: str = ""  # of lines that are not in UTF-8; "" where a byte beyond it is a fault
    tries_utf_8: bool = True  # each line may be in UTF-8
    is_mixed: bool = False  # some are, so that others may be so but for a broken byte


class Mended(NamedTuple):
    """Text of some bytes, with a sign in place of each that is none."""

    text: str
    faults: int = 0
    at: int = 0  # offset of the first fault
    line: int = 0  # lines before it
    others: int = 0  # lines that are not in UTF-8
    other: int = 0  # lines before the first of them

    @property
    def signs(self) -> int:
        """Number of faults and of characters that only what is no text has."""
        return self.faults + len(_CONTROL.findall(self.text)) if self.faults else 0


def decode_sound(data: bytes, codec: str) -> str | None:
    """Text of bytes in an encoding, None where some are none."""
    try:
        text = data.decode(codec)
    except UnicodeError:
        return None
    return None if "\0" in text else text


def mend_lines(data: bytes, reading: Reading) -> Mended:
    """Text of lines, each in the encoding that it is in."""
    parts: list[str] = []
    faults, at, line, others, other, offset = 0, 0, 0, 0, 0, 0
    for number, row in enumerate(BytesIO(data)):
        text = _read_sound(row, reading)
        if text is None:
            codec = "utf-8" if reading.is_mixed else reading.codec or "utf-8"
            text, broken = _mend(row, codec)
            at, line = (at, line) if faults else (offset + _find_fault(row, codec), number)
            faults += broken
        elif reading.codec and not row.isascii() and decode_sound(row, "utf-8") is None:
            other = other if others else number
            others += 1
        parts.append(text)
        offset += len(row)
    return Mended("".join(parts), faults, at, line, others, other)


def _mend(row: bytes, codec: str) -> tuple[str, int]:
    """Text of a line in one encoding, and how many faults it has."""
    text = row.decode(codec, "replace")
    faults = text.count(BROKEN) - _count_signs(row, codec) + text.count("\0")
    return text.replace("\0", BROKEN), max(1, faults)


def _read_sound(row: bytes, reading: Reading) -> str | None:
    """A line in UTF-8 or in the other encoding; None where a part of it is broken."""
    text = decode_sound(row, "utf-8") if reading.tries_utf_8 else None
    if text is not None or not reading.codec:
        return text
    is_western = reading.codec == WESTERN and reading.is_mixed
    if is_western and not _WESTERN.sub(b"", row).isascii():
        return None
    return decode_sound(row, reading.codec)


def _find_fault(data: bytes, codec: str) -> int:
    """Offset of the first byte that is not text."""
    try:
        return len(data.decode(codec).partition("\0")[0].encode(codec))
    except UnicodeDecodeError as fault:
        return fault.start


def _count_signs(data: bytes, codec: str) -> int:
    """Signs for broken characters that were in the text already."""
    return data.count(BROKEN.encode(codec)) if codec.startswith("utf") else 0
