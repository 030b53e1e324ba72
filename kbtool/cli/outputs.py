"""Where a command writes what may be large: to standard output, or to a file all at once."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from kbtool.articles import show
from kbtool.atomic import open_whole
from kbtool.errors import InputError, UsageError


class Output:
    """A stream of bytes that can go back to a mark, where it is a file."""

    def __init__(self, stream: BinaryIO, *, seekable: bool) -> None:
        self.write = stream.write
        self._stream = stream
        self._seekable = seekable
        self._mark = 0

    def mark(self) -> None:
        """Notes the place that ``go_back`` goes to."""
        self._mark = self._stream.tell() if self._seekable else 0

    def go_back(self) -> bool:
        """Drops what was written since the mark; False where it is gone already."""
        if self._seekable:
            self._stream.seek(self._mark)
            self._stream.truncate()
        return self._seekable


def spare_inputs(target: Path | None, read: Iterable[str]) -> None:
    """Raises UsageError where a file to write is one of those that were read."""
    if target and target.exists():
        for name in read:
            if Path(name).exists() and target.samefile(name):
                message = f"{show(target)} was read: what is written would take its place"
                raise UsageError(message, remedy="Name another file to write")


@contextmanager
def open_output(target: Path | None) -> Iterator[Output]:
    """A file to write to, or standard output.

    The file takes its name once everything is written: until then, and where the run is
    interrupted, what was there before stays. Raises InputError where it cannot be written.
    """
    if target is None:
        yield Output(sys.stdout.buffer, seekable=False)
        sys.stdout.buffer.flush()
        return
    try:
        with open_whole(target) as stream:
            yield Output(stream, seekable=True)
    except OSError as error:
        message = f"cannot be written: {error.strerror or error}"
        raise InputError(message, path=str(target), remedy="Name another file") from error
