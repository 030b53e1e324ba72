"""Short bold texts and keys, which name what stands on a screen or a device."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from kbtool.model import Prose


class Labels:
    """Tells which places of a block lie in a label; made for asking block after block."""

    def __init__(self, words: int) -> None:
        """Take bold texts of up to so many words for labels."""
        self._words = words
        self._prose: Prose | None = None
        self._covers = Covers([])

    def hold(self, prose: Prose, start: int, end: int) -> bool:
        """Whether ``text[start:end]`` lies in a label."""
        if prose is not self._prose:  # once a block, however many places are asked for
            self._prose = prose
            marks = (*prose.marked("strong"), *prose.marked("kbd"))
            self._covers = Covers(
                [
                    (mark.start, mark.end)
                    for mark in marks
                    if len(prose.text[mark.start : mark.end].split()) <= self._words
                ]
            )
        return self._covers.hold(start, end)


class Covers:
    """Ranges, to be asked whether one of them covers a place."""

    def __init__(self, ranges: list[tuple[int, int]]) -> None:
        """Sort the ranges; they may overlap."""
        ordered = sorted(ranges)
        self._starts = [start for start, _ in ordered]
        self._ends = list(accumulate((end for _, end in ordered), max))

    def hold(self, start: int, end: int) -> bool:
        """Whether one range covers all of ``start`` to ``end``."""
        index = bisect_right(self._starts, start) - 1
        return index >= 0 and end <= self._ends[index]
