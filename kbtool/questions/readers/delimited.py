"""CSV and its kin: a header line, then fields between commas, semicolons, tabs or bars."""

from __future__ import annotations

from collections.abc import Iterator

from kbtool.questions.cleaning.prefixes import strip_subject
from kbtool.questions.files import QuestionFile
from kbtool.questions.formulas import restore_cell
from kbtool.questions.rows import BadRow, Reader, Row
from kbtool.questions.tables.columns import USUAL_SUBJECTS, squeeze
from kbtool.questions.tables.headers import COMMENT, read_header
from kbtool.questions.tables.records import Record


def read(file: QuestionFile) -> Iterator[Row | BadRow]:
    """Rows of a CSV file, below the line that names its columns.

    A row with fewer fields than the header is read as far as it goes, one with more is bad.
    """
    header = read_header(file.lines(), file)
    if not header:
        return
    first, found, vendor = header.record, header.found, header.vendor
    is_report = first.line > 1  # comments or blank lines came first
    subject_only = not vendor and squeeze(first.fields[found["text"]]) in USUAL_SUBJECTS
    for record in header.rows:
        if is_report and isinstance(record, Record) and COMMENT.match(record.fields[0]):
            file.notes.append(f"what follows from line {record.line} on is another table, left out")
            return
        if vendor and isinstance(record, Record):
            values = dict(zip(first.fields, record.fields, strict=False))
            yield from vendor.read_rows(values, record.line)
            continue
        yield _read(record, found, len(first.fields), subject_only=subject_only)


def _read(
    record: Record | BadRow, found: dict[str, int], width: int, *, subject_only: bool
) -> Row | BadRow:
    """Row of a record; exports of tickets in CSV hold subjects, which are weaker to match by."""
    row = record if isinstance(record, BadRow) else _row(record, found, width)
    if subject_only and isinstance(row, Row) and "signals" not in row.values:
        subject = strip_subject(row.values["text"])
        return Row(row.line, {**row.values, "text": subject, "signals": ("subject-only",)})
    return row


def _row(record: Record, found: dict[str, int], width: int) -> Row | BadRow:
    line, fields = record
    if len(fields) > width and any(fields[width:]):  # spreadsheets pad rows with empty fields
        reason = f"{len(fields)} fields where the header has {width}"
        return BadRow(line, reason, " | ".join(fields))
    values = {field: fields[at] for field, at in found.items() if at < len(fields)}
    for field, value in values.items():
        if value[:1] == "'":  # few begin so, and a call for each takes its time
            values[field] = restore_cell(value)
    if "text" not in values:
        return BadRow(line, f"{len(fields)} fields, too few to hold a question", " | ".join(fields))
    return Row(line, values)


READER = Reader((".csv", ".tsv", ".tab"), read)
