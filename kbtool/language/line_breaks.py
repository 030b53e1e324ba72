"""Line breaks that a reader sees inside a paragraph, such as those of a postal address."""

from __future__ import annotations

from bisect import bisect_left

from kbtool.model import Prose, Source


def find_line_breaks(source: Source, prose: Prose, start: int, end: int) -> list[int]:
    """Offsets in ``text[start:end]`` of the spaces that stand for a visible line break, in order.

    Two spaces or a backslash before a line end and ``<br>`` break a line; a line end alone does
    not.
    """
    first = bisect_left(prose.pieces, start, key=lambda piece: piece.at)
    last = bisect_left(prose.pieces, end, key=lambda piece: piece.at)
    return [
        piece.at
        for piece in prose.pieces[first:last]
        if prose.text[piece.at] == " " and _breaks(source.text, piece.start)
    ]


def _breaks(text: str, at: int) -> bool:
    """Whether the source at an offset, which reads as a space, ends a line for the reader."""
    if text[at] in "\r\n":
        return text[max(0, at - 2) : at] == "  "
    return text[at] == "\\" or text[at : at + 3].lower() == "<br"
