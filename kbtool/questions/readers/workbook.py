"""Excel workbooks: the first sheet with a header that holds questions."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any, NamedTuple

from kbtool.errors import InputError
from kbtool.questions.files import QuestionFile, show
from kbtool.questions.rows import BadRow, Reader, Row
from kbtool.questions.tables.columns import find_columns, find_twins

_PARTS = 2_000  # files that a workbook may be made of
_COLUMNS = 1_000  # of a sheet that are looked at
_ROWS = 1_048_576  # of a sheet, says Excel; a file may number one row a billion
_HEADER_ROWS = 20  # rows above the names of columns, for titles of reports
_SMALL = 1 << 20  # bytes: what expands to less than this is no bomb, whatever its ratio


def read(file: QuestionFile) -> Iterator[Row | BadRow]:
    """Rows of a workbook as values; formulas count by what they gave when it was saved.

    Raises InputError where the package that reads workbooks is missing, where the file is damaged,
    and where it would expand beyond the limits.
    """
    try:
        import defusedxml  # noqa: F401, PLC0415 - openpyxl uses it where it is there
        import openpyxl  # noqa: PLC0415 - an extra, for this kind of file alone
    except ImportError:
        remedy = 'Save it as CSV, or pip install "kbtool[xlsx]"'
        raise file.refuse("Excel workbooks need two more packages", remedy) from None
    _check(file)
    try:
        with file.path.open("rb") as stream:  # openpyxl leaves files open that it cannot read
            book = openpyxl.load_workbook(stream, read_only=True, data_only=True)
            yield from _read_sheets(file, book)
    except InputError:
        raise
    except Exception as fault:  # noqa: BLE001 - openpyxl raises whatever a damaged part leads to
        reason = f"damaged workbook ({type(fault).__name__}: {str(fault)[:100]})"
        raise file.refuse(reason, "Open and save it again, or save it as CSV") from None


def _check(file: QuestionFile) -> None:
    """Looks at the directory of the archive before anything is unpacked."""
    size = file.size()
    try:
        with zipfile.ZipFile(file.path) as archive:
            parts = archive.infolist()
    except OSError as fault:
        raise file.refuse_reading(fault) from None
    except (zipfile.BadZipFile, NotImplementedError) as fault:
        remedy = "Save it as .xlsx or CSV: older .xls files are not read"
        raise file.refuse(f"not an Excel workbook ({fault})", remedy) from None
    limits = file.limits
    most = min(limits.unpacked, max(_SMALL, limits.ratio * size))
    if len(parts) > _PARTS or sum(part.file_size for part in parts) > most:
        raise file.refuse(f"expands to more than {most:,} bytes", "Save the sheet as CSV")


def _read_sheets(file: QuestionFile, book: Any) -> Iterator[Row | BadRow]:
    sheets = iter(book.worksheets)
    for sheet in sheets:
        header = _find_header(file, sheet)
        if header:
            yield from _read_rows(sheet, header)
            _tell_others(file, sheets)
            return
    remedy = "Say which column holds the questions: --text-column NAME"
    raise file.refuse("no sheet has a column that is known to hold questions", remedy)


def _tell_others(file: QuestionFile, sheets: Iterator[Any]) -> None:
    """Notes which further sheets seem to hold questions."""
    for sheet in sheets:
        if _find_header(file, sheet):
            name = show(repr(sheet.title[:40]))
            file.notes.append(f"sheet {name} holds questions as well: save it as its own file")


class _Header(NamedTuple):
    """The row that names the columns."""

    line: int
    columns: dict[str, int]  # what a column holds -> its position from 0
    width: int  # columns up to the last that has a name


def _find_header(file: QuestionFile, sheet: Any) -> _Header | None:
    """The header of a sheet; None where no column is known to hold questions."""
    sheet.reset_dimensions()  # what the file says of its size may be false
    rows = sheet.iter_rows(max_row=_HEADER_ROWS, max_col=_COLUMNS, values_only=True)
    for line, cells in enumerate(rows, 1):
        names = tuple(str(cell).strip() if cell is not None else "" for cell in cells)
        found = dict(find_columns(names, file.columns))
        if "text" in found:
            file.notes.extend(find_twins(names, found))
            width = max((at for at, name in enumerate(names, 1) if name), default=1)
            return _Header(line, found, max(width, *(at + 1 for at in found.values())))
    return None


def _read_rows(sheet: Any, header: _Header) -> Iterator[Row | BadRow]:
    # Rows that a sheet leaves out are made up to this width: a thousand columns would be slow.
    rows = sheet.iter_rows(header.line + 1, _ROWS + 1, max_col=header.width, values_only=True)
    for line, cells in enumerate(rows, header.line + 1):
        if line > _ROWS:
            yield BadRow(line, f"numbered beyond row {_ROWS:,}, with all after it", "")
        elif any(cell is not None for cell in cells):
            values = {name: _value(cells[at]) for name, at in header.columns.items()}
            yield Row(line, {**values, "text": values.get("text") or ""})


def _value(cell: Any) -> Any:
    """A cell's value, times as ISO 8601."""
    return cell.isoformat() if isinstance(cell, datetime | date | time) else cell


READER = Reader((".xlsx", ".xlsm"), read)
