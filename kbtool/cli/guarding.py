"""Keeps what strangers wrote from being taken for commands by the runner of a CI job.

GitHub's runner reads what a step prints: a line that begins with ``::`` (blanks before it do not
count), or ``##[`` anywhere in one, steers it. A zero-width space inside takes the meaning away.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TextIO, cast

from kbtool.patterns import lazy_pattern

_COMMAND = lazy_pattern(r"(?m)^([ \t]*):(?=:)|#(?=#\[)")
_BREAK = "\u200b"


class GuardedStream:
    """A stream on which only what ``speaking`` surrounds can be a command."""

    def __init__(self, stream: TextIO) -> None:
        self.speaks = False
        self._stream = stream
        self._blank = True  # whether the last line so far holds nothing but blanks

    def write(self, text: str) -> int:
        """Write a text, its commands broken; returns the length of the text as it was given."""
        if self.speaks:
            return self._stream.write(text)
        shown = text if self._blank else f"x{text}"
        shown = _COMMAND.sub(lambda found: found[0] + _BREAK, shown)
        self._stream.write(shown if self._blank else shown[1:])
        last = text.rpartition("\n")[2]
        self._blank = not last.strip() and (self._blank or "\n" in text)
        return len(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def guard(stream: TextIO) -> TextIO:
    """The stream, guarded where a runner of GitHub reads it: never a file, whose bytes count."""
    if os.environ.get("GITHUB_ACTIONS") != "true" or isinstance(stream, GuardedStream):
        return stream
    try:
        if stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            return stream
    except (OSError, ValueError, AttributeError):
        pass  # no file of the system at all
    return cast(TextIO, GuardedStream(stream))


@contextmanager
def speaking(stream: Any) -> Iterator[None]:
    """Let commands of our own pass."""
    if not isinstance(stream, GuardedStream):
        yield
        return
    stream.speaks = True
    try:
        yield
    finally:
        stream.speaks = False
