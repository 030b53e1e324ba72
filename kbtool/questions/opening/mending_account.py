"""Account of what was broken in a file, or in another encoding than the rest."""

from __future__ import annotations

from collections.abc import Callable

from kbtool.errors import InputError
from kbtool.questions.opening.encodings import show_encoding, suggest_encoding
from kbtool.questions.opening.mending import BROKEN, Mended

WIDE = ("utf-16", "utf-32")
"""Beginnings of codecs whose letters all take two bytes and more, so that zeros are no fault."""

_REMEDY = "Open it in the program it comes from and save it as UTF-8"


class Account:
    """Keeps account of what was not in UTF-8 or broken in a file, and of where reading is."""

    def __init__(self, path: str, note: Callable[[str], None], offset: int) -> None:
        self.codec = ""  # of what is not in UTF-8
        self.is_mixed = False
        self._path = path
        self._note = note
        self._offset = offset  # of what comes next
        self._line = 1
        self._faults, self._first = 0, 0
        self._others, self._first_other = 0, 0

    def announce(self, codec: str) -> None:
        """Says in what encoding a file is read."""
        self._note(f"not in UTF-8, read as {show_encoding(codec)}; --encoding names another one")

    def add(self, data: bytes, mended: Mended) -> str:
        """The text of more bytes. Raises InputError where too much of them is none."""
        if mended.faults:
            if mended.signs > self._find_limit(data):
                raise self.refuse(data, mended)
            self._first = self._first or self._line + mended.line
            self._faults += mended.faults
        if mended.others:
            self._first_other = self._first_other or self._line + mended.other
            self._others += mended.others
        self._offset += len(data)
        self._line += mended.text.count("\n")
        return mended.text

    def _find_limit(self, data: bytes) -> int:
        """Number of faults up to which bytes are a text with faults, and not something else."""
        is_strict = not self.codec and not self.is_mixed and b"\0" not in data
        some, many = (50, 1_000) if is_strict else (8, 50)
        return max(1, min(10, len(data) // some), len(data) // many)

    def refuse(self, data: bytes, mended: Mended, remedy: str = "") -> InputError:
        """Error that says where the first byte is that does not fit."""
        nul = -1 if self.codec.startswith(WIDE) else data.find(b"\0")
        # A NUL means a picture or a workbook, and is a better hint than a byte that does not fit.
        at, line = (nul, data[:nul].count(b"\n")) if nul >= 0 else (mended.at, mended.line)
        remedy = remedy if nul < 0 else ""
        what = "not text" if nul >= 0 else f"not in {show_encoding(self.codec or 'utf-8')}"
        if remedy:
            what = "neither in UTF-8 nor in Windows-1252"
        fault = "is NUL" if nul >= 0 else "does not fit"
        message = f"{what}: the byte at offset {self._offset + at} {fault}"
        return InputError(
            message,
            path=self._path,
            line=self._line + line,
            remedy=remedy or (_REMEDY if nul >= 0 else suggest_encoding(data, self.codec)),
        )

    def tell(self) -> None:
        """Says how much was mended, and how much was in another encoding than the rest."""
        if self._others and self.is_mixed:
            number = "1 line is" if self._others == 1 else f"{self._others:,} lines are"
            place = f"the first is line {self._first_other}"
            self._note(f"{number} not in UTF-8, {place}, read as {show_encoding(self.codec)}")
        if self._faults:
            number = f"{self._faults:,} broken character{'s' * (self._faults > 1)}"
            self._note(f"{number}, the first in line {self._first}, read as {BROKEN}")
