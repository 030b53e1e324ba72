"""Rows that were left out as CSV, safe to open in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable

from kbtool.model import Excluded
from kbtool.render.csv_cells import write_table
from kbtool.render.terminal import clean_path

COLUMNS = ("reason", "path", "line", "text", "detail")


def render(rows: Iterable[Excluded], *, header: bool = False) -> str:
    """A line for each row, after those with the names of columns where asked for."""
    cells = (
        (row.reason, clean_path(row.path), row.line, row.text, clean_path(row.detail))
        for row in rows
    )
    return write_table(COLUMNS if header else (), cells)
