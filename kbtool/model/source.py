"""A file's text and positions in it."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from msgspec import Struct

from kbtool.patterns import lazy_pattern

# Only these end a line for editors and Markdown; str.splitlines() also splits on form feeds,
# U+2028 and five more, and would number lines differently from every editor.
_LINE_END = lazy_pattern(r"\r\n|\r|\n")


class Span(NamedTuple):
    """A half-open range of code points in ``Source.text``; the only position type inside kbtool."""

    start: int
    end: int


class Position(NamedTuple):
    """A place as people count it: line and column from 1, columns in code points."""

    line: int
    column: int


class Source(Struct, frozen=True, dict=True):
    """One article's text as it was read."""

    path: str  # as shown to the user, with forward slashes
    text: str  # decoded, without a byte order mark; line ends untouched
    bom: bool = False  # whether the file began with a byte order mark
    virtual: bool = False  # made of a part of a file, so that nothing can be written back

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Offsets at which lines begin; the first is always 0."""
        if "\r" not in self.text:
            *lengths, _ = [len(line) + 1 for line in self.text.split("\n")]
            return tuple(accumulate(lengths, initial=0))
        return (0, *(match.end() for match in _LINE_END.finditer(self.text)))

    def position(self, offset: int) -> Position:
        """Line and column of an offset, which may be one past the end of the text."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """Text of a line (from 1) without its line end."""
        start = self.line_starts[number - 1]
        end = self.line_starts[number] if number < len(self.line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def slice(self, span: Span) -> str:
        """Text at a span."""
        return self.text[span.start : span.end]
