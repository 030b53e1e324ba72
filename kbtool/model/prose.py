"""What a reader reads of one block, mapped character by character to the source."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import Literal, NamedTuple

from msgspec import Struct

from kbtool.model.source import Span

MarkKind = Literal["code", "strong", "em", "link", "url", "kbd", "template", "image"]

MASK = "\u02cd"
"""Stands for each character that is not prose (code, addresses, placeholders) in ``Prose.masked``.

A modifier letter: regular expressions take a masked run for one word, no word list knows it.
"""

IMAGE = "\ufffc"
"""The one character that stands for an image in ``Prose.text``."""

_NOT_PROSE = frozenset({"code", "url", "kbd", "template"})


class Mark(NamedTuple):
    """A range of ``Prose.text`` that is set or means something special."""

    kind: MarkKind
    start: int
    end: int


class Piece(NamedTuple):
    """A run of prose and the source it came from.

    Where both have the same length each character maps to one character; otherwise (an entity,
    an escape, a line end of two characters) the whole piece maps to the whole source range.
    """

    at: int  # offset in Prose.text
    start: int  # offset in Source.text
    end: int


class Prose(Struct, frozen=True, dict=True):
    """Readable text of a block without markup, and where each character stands in the source."""

    text: str
    pieces: tuple[Piece, ...]  # sorted by ``at``; the first starts at 0 unless text is empty
    marks: tuple[Mark, ...] = ()

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(piece.at for piece in self.pieces)

    def span(self, start: int, end: int) -> Span:
        """Source range of ``text[start:end]``; an empty range maps to an empty one."""
        first = self._source_start(start)
        return Span(first, max(first, self._source_end(end))) if end > start else Span(first, first)

    def _source_start(self, offset: int) -> int:
        if not self.pieces:
            return 0
        if offset >= len(self.text):
            return self.pieces[-1].end
        piece, length = self._piece(offset)
        verbatim = length == piece.end - piece.start
        return piece.start + (offset - piece.at if verbatim else 0)

    def _source_end(self, offset: int) -> int:
        piece, length = self._piece(offset - 1)
        verbatim = length == piece.end - piece.start
        return piece.start + (offset - piece.at) if verbatim else piece.end

    def _piece(self, offset: int) -> tuple[Piece, int]:
        index = bisect_right(self._starts, offset) - 1
        after = self._starts[index + 1] if index + 1 < len(self._starts) else len(self.text)
        return self.pieces[index], after - self._starts[index]

    @cached_property
    def masked(self) -> str:
        """``text`` with every character of code, addresses, keys and templates as MASK.

        Same length, so offsets found here are offsets of ``text``. Prose rules search this.
        """
        characters = None
        for mark in self.marks:
            if mark.kind in _NOT_PROSE:
                characters = characters or list(self.text)
                characters[mark.start : mark.end] = MASK * (mark.end - mark.start)
        return "".join(characters) if characters else self.text

    def marked(self, kind: MarkKind) -> tuple[Mark, ...]:
        """Marks of one kind, in order."""
        return tuple(mark for mark in self.marks if mark.kind == kind)

    def has_mark(self, start: int, end: int, *kinds: MarkKind) -> bool:
        """Whether any character of ``text[start:end]`` lies in a mark of these kinds."""
        return any(m.kind in kinds and m.start < end and start < m.end for m in self.marks)
