"""Parquet: tables as data warehouses export them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from kbtool.questions.files import QuestionFile
from kbtool.questions.recognising import find_table_vendor
from kbtool.questions.rows import BadRow, Reader, Row
from kbtool.questions.tables.columns import find_columns

_AT_ONCE = 10_000  # rows fetched together; bounds memory
_MEMORY = "512MB"


def read(file: QuestionFile) -> Iterator[Row | BadRow]:
    """Rows of a Parquet file; a row's line is its number, from 1.

    Raises InputError where DuckDB is missing, the file is damaged or no column holds questions.
    """
    try:
        import duckdb  # noqa: PLC0415 - an extra, for this kind of file alone
    except ImportError:
        remedy = 'Save it as CSV, or pip install "kbtool[data]"'
        raise file.refuse("Parquet files need one more package", remedy) from None
    file.size()
    try:
        with duckdb.connect(config={"memory_limit": _MEMORY, "threads": 1}) as base:
            base.execute("SET TimeZone = 'UTC'")
            base.execute("SELECT * FROM read_parquet(?)", [str(file.path)])
            yield from _read(file, base)
    except duckdb.Error as fault:
        reason = f"damaged Parquet file ({str(fault).splitlines()[0][:100]})"
        raise file.refuse(reason, "Write it again, or save it as CSV") from None


def _read(file: QuestionFile, table: Any) -> Iterator[Row | BadRow]:
    columns = tuple(column[0] for column in table.description)
    found = dict(find_columns(columns, file.columns))
    vendor = find_table_vendor(columns, found)
    if "text" not in found and not vendor:
        names = ", ".join(repr(name[:40]) for name in columns[:20])
        remedy = "Say which one does: --text-column NAME"
        raise file.refuse(f"none of the columns is known to hold questions: {names}", remedy)
    line = 0
    while rows := table.fetchmany(_AT_ONCE):
        for cells in rows:
            line += 1
            if vendor:
                cells_by_name = dict(zip(columns, map(_value, cells), strict=True))
                yield from vendor.read_rows(cells_by_name, line)
                continue
            values = {field: _value(cells[at]) for field, at in found.items()}
            yield Row(line, {**values, "text": values["text"] or ""})


def _value(cell: Any) -> Any:
    """A cell's value, times as ISO 8601."""
    return cell.isoformat() if isinstance(cell, datetime | date | time) else cell


READER = Reader((".parquet",), read)
