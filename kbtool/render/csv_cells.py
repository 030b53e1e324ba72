"""Tables of cells that no spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from kbtool.questions.formulas import guard_cell


def write_table(header: Sequence[str], rows: Iterable[Sequence[str | int | float]]) -> str:
    """CSV of guarded texts and bare numbers; lines end as RFC 4180 says."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    if header:
        writer.writerow(header)
    for row in rows:
        writer.writerow([guard_cell(cell) if isinstance(cell, str) else cell for cell in row])
    return out.getvalue()
