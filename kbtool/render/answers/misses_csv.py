"""Questions that did not find what answers them, as CSV, safe to open in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable

from kbtool.model import Miss
from kbtool.render.csv_cells import write_table

COLUMNS = ("question", "expected", "found", "place", "decision", "gap_probability", "text")


def render(misses: Iterable[Miss]) -> str:
    """A line for each miss after one with the names of columns."""
    rows = (
        (
            miss.question,
            " ".join(miss.expected),
            miss.found,
            "" if miss.place is None else miss.place,
            miss.decision,
            miss.gap_probability,
            miss.text,
        )
        for miss in misses
    )
    return write_table(COLUMNS, rows)
