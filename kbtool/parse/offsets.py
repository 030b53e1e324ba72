"""Maps from offsets in parsed content back to offsets in the file."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from markdown_it.common.utils import MD_TRIM_CHARS
from msgspec import Struct

from kbtool.model import Span


class OffsetMap(NamedTuple):
    """Piecewise shift: content offset ``at[i] + n`` stands at source offset ``to[i] + n``."""

    at: tuple[int, ...]  # sorted, the first is 0
    to: tuple[int, ...]
    pairs: frozenset[int] = frozenset()  # content offsets of line ends that are two characters

    def source(self, offset: int) -> int:
        """Source offset of a content character."""
        index = bisect_right(self.at, offset) - 1
        return self.to[index] + offset - self.at[index]

    def span(self, start: int, end: int) -> Span:
        """Source range of ``content[start:end]``; empty ranges stay empty."""
        if len(self.at) == 1:
            shift = self.to[0]
            return Span(start + shift, max(start, end) + shift)
        first = self.source(start)
        if end <= start:
            return Span(first, first)
        width = 2 if end - 1 in self.pairs else 1
        return Span(first, max(first, self.source(end - 1) + width))


class Normalised(Struct, frozen=True):
    """Text with line feeds as its only line ends, as Markdown parsers want it, and the way back."""

    text: str
    shift: int  # where it begins in the source
    pairs: tuple[int, ...]  # offsets in ``text`` of line ends that are two characters in the source

    @classmethod
    def of(cls, text: str, start: int) -> Normalised:
        """Normalised ``text[start:]``."""
        body = text[start:]
        if "\r" not in body:
            return cls(body, start, ())
        pairs: list[int] = []
        at = body.find("\r\n")
        while at >= 0:
            pairs.append(at - len(pairs))
            at = body.find("\r\n", at + 2)
        return cls(body.replace("\r\n", "\n").replace("\r", "\n"), start, tuple(pairs))

    def source(self, offset: int) -> int:
        """Source offset of an offset in ``text``."""
        if not self.pairs:
            return offset + self.shift
        return offset + self.shift + bisect_left(self.pairs, offset)

    def map_lines(self, content: str, starts: Sequence[int]) -> OffsetMap:
        """Map of block content to the source, as ``map_lines`` makes it to ``text``."""
        if "\n" in content or not starts:
            return self.to_source(map_lines(content, starts))
        indent = len(content) - len(content.lstrip(" \t"))
        return OffsetMap((0,), (self.source(starts[0] - indent),))

    def to_source(self, offsets: OffsetMap) -> OffsetMap:
        """Return the map of block content to the source, given its map to ``text``."""
        if not self.pairs:
            return OffsetMap(offsets.at, tuple([offset + self.shift for offset in offsets.to]))
        to = tuple(self.source(offset) for offset in offsets.to)
        # Each stretch after the first begins behind a line end (or an escape, which is no pair).
        ends = (at - 1 for at in offsets.at[1:])
        pairs = frozenset(at for at in ends if self._is_pair(offsets.source(at)))
        return OffsetMap(offsets.at, to, pairs)

    def _is_pair(self, offset: int) -> bool:
        return self.source(offset + 1) - self.source(offset) == 2

    def span(self, start: int, end: int) -> Span:
        """Source range of ``text[start:end]``; a line end at its end is covered whole."""
        return Span(self.source(start), self.source(end))


def skip_trimmed(text: str, start: int) -> int:
    """Offset of the first character from ``start`` on that Markdown keeps of a block's content."""
    while text[start : start + 1] and text[start] in MD_TRIM_CHARS:
        start += 1
    return start


def map_lines(content: str, starts: Sequence[int]) -> OffsetMap:
    """Offset map of block content whose line ``i`` has its first non-space at ``starts[i]``."""
    at: list[int] = []
    to: list[int] = []
    offset = 0
    for line, start in zip(content.split("\n"), starts, strict=False):
        indent = len(line) - len(line.lstrip(" \t"))
        # A tab counts as up to four columns, so there may be more indentation than characters;
        # it must not reach back into the line before.
        floor = to[-1] + offset - at[-1] if to else start - indent
        virtual = max(0, floor - (start - indent))
        at.extend(range(offset, offset + virtual + 1))
        to.extend([start - indent + virtual] * (virtual + 1))
        offset += len(line) + 1
    return OffsetMap(tuple(at) or (0,), tuple(to) or (0,))


def map_cells(row: str, start: int) -> list[tuple[str, OffsetMap]]:
    r"""Content and offset map of each cell of a table row that begins at ``start``.

    White space at the ends of ``row`` must have been cut off. Cells are split at pipes that no
    backslash precedes; ``\|`` loses its backslash.
    """
    if "\\" not in row:
        return _split_plainly(row, start)
    cells: list[list[int]] = [[]]  # row offsets of each cell's characters
    begins = [0]
    escaped = False
    for at, character in enumerate(row):
        if character == "|" and not escaped:
            cells.append([])
            begins.append(at + 1)
        else:
            if character == "|":
                cells[-1].pop()
            cells[-1].append(at)
        escaped = character == "\\"
    # Pipes at both ends of a row enclose it; they separate nothing.
    if not cells[0]:
        cells.pop(0)
        begins.pop(0)
    if cells and not cells[-1]:
        cells.pop()
    return [_cell(row, kept, start, at) for kept, at in zip(cells, begins, strict=False)]


def _split_plainly(row: str, start: int) -> list[tuple[str, OffsetMap]]:
    """The same for a row without backslashes, in a tenth of the time."""
    parts = row.split("|")
    if not parts[0]:
        parts.pop(0)
        start += 1
    if parts and not parts[-1]:
        parts.pop()
    cells = []
    for part in parts:
        text = part.strip(MD_TRIM_CHARS)
        indent = len(part) - len(part.lstrip(MD_TRIM_CHARS)) if text else 0
        cells.append((text, OffsetMap((0,), (start + indent,))))
        start += len(part) + 1
    return cells


def _cell(row: str, kept: list[int], start: int, begin: int) -> tuple[str, OffsetMap]:
    outside = kept[0] if kept else begin
    first, last = 0, len(kept)
    while first < last and row[kept[first]] in MD_TRIM_CHARS:
        first += 1
    while first < last and row[kept[last - 1]] in MD_TRIM_CHARS:
        last -= 1
    at: list[int] = []
    to: list[int] = []
    for offset, place in enumerate(kept[first:last]):
        if not at or start + place - offset != to[-1] - at[-1]:
            at.append(offset)
            to.append(start + place)
    text = "".join(row[place] for place in kept[first:last])
    return text, OffsetMap(tuple(at) or (0,), tuple(to) or (start + outside,))
