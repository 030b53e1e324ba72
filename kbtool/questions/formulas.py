"""Texts in CSV files that spreadsheets would take for formulas.

Excel, LibreOffice and Google Sheets run a cell that begins with one of a few signs. An apostrophe
before it makes it text (OWASP, "CSV Injection"); where kbtool reads a table, it goes again.
"""

from __future__ import annotations

from kbtool.patterns import lazy_pattern

# Fullwidth forms are read as their plain ones; white space and apostrophes before a sign do not
# keep every program from running it, and are needed for ``restore_cell`` to be exact.
_RUNS = lazy_pattern(r"[\s']*[=+\-@\t\r\n\0＝＋－＠]")
_GUARD = "'"


def guard_cell(text: str) -> str:
    """The text, behind an apostrophe where a spreadsheet might run it."""
    return _GUARD + text if _RUNS.match(text) else text


def restore_cell(cell: str) -> str:
    """The text that ``guard_cell`` made the cell of."""
    return cell[1:] if cell.startswith(_GUARD) and _RUNS.match(cell, 1) else cell
