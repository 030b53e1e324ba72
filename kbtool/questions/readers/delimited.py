"""CSV and its kin: a header line, then fields between commas, semicolons, tabs or bars."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from kbtool.errors import InputError
from kbtool.patterns import lazy_pattern
from kbtool.questions.cleaning.prefixes import strip_subject
from kbtool.questions.columns import USUAL_SUBJECTS, Columns, find_columns, squeeze
from kbtool.questions.files import QuestionFile, show
from kbtool.questions.formulas import restore_cell
from kbtool.questions.lines import Line
from kbtool.questions.masking import mask_text
from kbtool.questions.recognising import find_table_vendor
from kbtool.questions.records import Record, RecordReader
from kbtool.questions.rows import BadRow, Reader, Row

_DELIMITERS = (",", ";", "\t", "|")  # of equally good ones the first is taken
_NO_DELIMITER = "\0"  # never in a text, so that a line is one field with all its commas
_SEPARATOR = lazy_pattern(r"sep=([^\w\s\"]|\t)", re.IGNORECASE)  # how spreadsheets are told
_COMMENT = lazy_pattern(r"#(?:[\s\-#]|$)")  # above the header, as reports of GA4 have them
_NAMES_SHOWN = 20
_HEADER_LINES = 20  # that names with line breaks may take up


def read(file: QuestionFile) -> Iterator[Row | BadRow]:
    """Rows of a CSV file; the first line that is neither blank nor a comment names the columns.

    A row with fewer fields than the header is read as far as it goes, one with more is bad.
    """
    lines = file.lines()
    header, delimiter = _read_header(lines, file.columns)
    if not header:
        return
    records = iter(RecordReader(chain(header, lines), delimiter, file))
    first = next(records)
    if isinstance(first, BadRow):
        message = f"the header cannot be read: {first.reason}"
        remedy = "" if header[-1].is_cut_off else "Mend that line"
        raise InputError(message, path=file.name, line=first.line, remedy=remedy)
    found = dict(find_columns(tuple(first.fields), file.columns))
    vendor = find_table_vendor(first.fields, found)
    _check_header(file, first, found, is_export=vendor is not None)
    is_report = first.line > 1  # comments or blank lines came first
    subject_only = not vendor and squeeze(first.fields[found["text"]]) in USUAL_SUBJECTS
    for record in records:
        if is_report and isinstance(record, Record) and _COMMENT.match(record.fields[0]):
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


def _read_header(lines: Iterator[Line], columns: Columns) -> tuple[list[Line], str]:
    """The lines that hold the header, and the delimiter."""
    delimiter = ""
    header: list[Line] = []
    for line in lines:
        text = line.text
        if line.number == 1 and (named := _SEPARATOR.fullmatch(text)):
            delimiter = named[1]
        elif header or line.fault or (text.strip() and not _COMMENT.match(text)):
            header.append(line)
            quotes = sum(part.text.count('"') for part in header)
            if quotes % 2 == 0 or len(header) == _HEADER_LINES:
                break
    return header, delimiter or _detect("\n".join(line.text for line in header), columns)


def _detect(header: str, columns: Columns) -> str:
    """The delimiter with which the most names are known, and of these the most columns."""

    def score(delimiter: str) -> tuple[int, int]:
        names = tuple(name.strip(' "\n') for name in header.split(delimiter))
        return len(find_columns(names, columns)), len(names)

    best = max(_DELIMITERS, key=score)
    return best if best in header else _NO_DELIMITER


def _check_header(
    file: QuestionFile, header: Record, found: dict[str, int], *, is_export: bool
) -> None:
    """Raises InputError where a column that the user named is missing, or the text's.

    The export of a vendor needs none for the text.
    """
    for field, name in file.columns.named():
        if field not in found:
            raise InputError(
                f"no column is called {_list([name])}; there are {_list(header.fields)}",
                path=file.name,
                line=header.line,
                remedy="Name one of these",
            )
    if "text" not in found and not is_export:
        raise InputError(
            f"none of the columns is known to hold questions: {_list(header.fields)}",
            path=file.name,
            line=header.line,
            remedy="Say which one does: --text-column NAME",
        )


def _list(names: Sequence[str]) -> str:
    # Without a header, the first customer's data stands here.
    shown = [show(repr(mask_text(name[:400]).text[:40])) for name in names[:_NAMES_SHOWN]]
    more = len(names) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")


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
