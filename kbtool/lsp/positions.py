"""Places as editors count them: lines and columns from 0, columns in units of an encoding."""

from __future__ import annotations

from bisect import bisect_right

from lsprotocol import types
from msgspec import Struct

from kbtool.model import Source, Span


class Positions(Struct, frozen=True):
    """Converts places in one text.

    Not by pygls: it ends lines at form feeds and U+2028 as well, where editors do not.
    """

    source: Source
    encoding: str = "utf-16"  # or "utf-8" or "utf-32", as server and editor agreed

    def range_of(self, span: Span) -> types.Range:
        """Range of a span."""
        return types.Range(self.position_of(span.start), self.position_of(span.end))

    def position_of(self, offset: int) -> types.Position:
        """Position of an offset."""
        starts = self.source.line_starts
        line = bisect_right(starts, offset) - 1
        return types.Position(line, self._units(self.source.text[starts[line] : offset]))

    def offset_of(self, position: types.Position) -> int:
        """Offset of a position; one past the end of a line is its end."""
        starts = self.source.line_starts
        if position.line >= len(starts):
            return len(self.source.text)
        text = self.source.line(position.line + 1)
        at, units = 0, 0
        while at < len(text) and units < position.character:
            units += self._units(text[at])
            at += 1
        return starts[position.line] + at

    def _units(self, text: str) -> int:
        if self.encoding == "utf-16":
            return len(text) + sum(1 for sign in text if sign > "\uffff")
        if self.encoding == "utf-8":
            return len(text.encode("utf-8", "surrogatepass"))
        return len(text)
