"""How far reading is, in rows and in bytes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

_STEP = 1_000  # rows between two reports of progress


class Reached(NamedTuple):
    """Rows given, and bytes of the files, as they lie on disk, that these take."""

    rows: int
    read: int
    total: int


class Meter:
    """Counts rows and bytes of all files, and tells them now and then."""

    def __init__(self, paths: Sequence[Path], tell: Callable[[Reached], None] | None) -> None:
        self._tell = tell
        self._total = sum(map(_size, paths)) if tell else 0
        self._rows = 0
        self._before = 0  # bytes of files that are read to their end
        self._read = 0  # bytes of the file being read
        self._given = self._ahead = 0  # rows of it: given, and read before the first was given

    def watch(self, read: int) -> None:
        """Notes how many bytes of the file were read."""
        self._read = read

    def look_ahead(self, rows: int) -> None:
        """Notes that so many rows were read before the first is given."""
        self._ahead = rows

    def count(self) -> None:
        """Counts one more row."""
        self._rows += 1
        self._given += 1
        if self._rows % _STEP == 0:
            self._report()

    def end(self, path: Path) -> None:
        """Notes that nothing more comes from a file."""
        self._before += _size(path) if self._tell else 0
        self._read = self._given = self._ahead = 0
        self._report()

    def _report(self) -> None:
        # Bytes read for rows to come would let a few rows stand for a large part of the file.
        part = min(1.0, self._given / self._ahead) if self._ahead else 1.0
        if self._tell:
            read = self._before + int(self._read * part)
            self._tell(Reached(self._rows, read, self._total))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):  # it is the reader's to say why
        return 0
