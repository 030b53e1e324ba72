"""The line of a table that names its columns, found below titles and comments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from msgspec import Struct

from kbtool.patterns import lazy_pattern
from kbtool.questions.files import QuestionFile, show
from kbtool.questions.masking import mask_text
from kbtool.questions.opening.lines import Line
from kbtool.questions.recognising import find_table_vendor
from kbtool.questions.rows import BadRow, Vendor
from kbtool.questions.tables.columns import Columns, find_columns, find_twins
from kbtool.questions.tables.records import Record, RecordReader

COMMENT = lazy_pattern(r"#(?:[\s\-#]|$)")
"""Begins a line above the header, as reports of GA4 have them."""

_DELIMITERS = (",", ";", "\t", "|")  # of equally good ones the first is taken
_NO_DELIMITER = "\0"  # never in a text, so that a line is one field with all its commas
_SEPARATOR = lazy_pattern(r"sep=([^\w\s\"]|\t)", re.IGNORECASE)  # how spreadsheets are told
_NAMES_SHOWN = 20
_HEADER_LINES = 20  # that names with line breaks may take up
_TITLES = 20  # lines that may stand above the header
_REMEDY = (
    "Say which one does: --text-column NAME. If these are no names but the first row, write"
    " names above it, such as id,question,date"
)


class Header(Struct, frozen=True):
    """The names of columns, and what they say."""

    record: Record
    rows: Iterator[Record | BadRow]  # what stands below
    found: dict[str, int]  # what a column holds -> its position from 0
    vendor: Vendor | None = None  # whose export the table is

    @property
    def width(self) -> int:
        """Number of columns that have a name."""
        return sum(bool(name.strip()) for name in self.record.fields)

    def is_known(self, columns: Columns) -> bool:
        """Whether there is a column of questions, and all that the user named."""
        named = all(field in self.found for field, _ in columns.named())
        return named and ("text" in self.found or self.vendor is not None)


def read_header(lines: Iterator[Line], file: QuestionFile) -> Header | None:
    """The header; None where the table has not a line.

    It may stand below a few lines with fewer fields, such as a title and an address. Raises
    InputError where no column is known to hold questions or one that the user named is missing.
    """
    above: list[Header] = []
    for header in islice(_read_candidates(lines, file), _TITLES):
        if header.is_known(file.columns) and all(title.width < header.width for title in above):
            if above:
                file.notes.append(f"what stands above line {header.record.line} is left out")
            file.notes.extend(find_twins(header.record.fields, header.found))
            return header
        above.append(header)
    if above:
        _refuse(file, above[0])
    return None


def _read_candidates(lines: Iterator[Line], file: QuestionFile) -> Iterator[Header]:
    """Each of the first lines, read as if it named the columns."""
    separator = ""
    while line := next(lines, None):
        if line.number == 1 and (named := _SEPARATOR.fullmatch(line.text)):
            separator = named[1]
        elif line.fault or (line.text.strip() and not COMMENT.match(line.text)):
            joined = _join(line, lines)
            lines = chain(joined, lines)
            yield _read(joined, lines, separator, file)


def _join(first: Line, lines: Iterator[Line]) -> list[Line]:
    """A line with those that its quotes go on in."""
    joined = [first]
    while sum(part.text.count('"') for part in joined) % 2 and len(joined) < _HEADER_LINES:
        following = next(lines, None)
        if following is None:
            break
        joined.append(following)
    return joined


def _read(joined: list[Line], lines: Iterator[Line], separator: str, file: QuestionFile) -> Header:
    """What begins with the joined lines, read as a header."""
    delimiter = separator or _detect("\n".join(line.text for line in joined), file.columns)
    records = iter(RecordReader(lines, delimiter, file))
    record = next(records)
    if isinstance(record, BadRow):
        remedy = "" if joined[-1].is_cut_off else "Mend that line"
        raise file.refuse(f"the header cannot be read: {record.reason}", remedy, record.line)
    found = dict(find_columns(tuple(record.fields), file.columns))
    return Header(record, records, found, find_table_vendor(record.fields, found))


def _detect(header: str, columns: Columns) -> str:
    """The delimiter with which the most names are known, and of these the most columns."""

    def score(delimiter: str) -> tuple[int, int]:
        names = tuple(name.strip(' "\n') for name in header.split(delimiter))
        return len(find_columns(names, columns)), len(names)

    best = max(_DELIMITERS, key=score)
    return best if best in header else _NO_DELIMITER


def _refuse(file: QuestionFile, header: Header) -> None:
    """Raises the InputError that says what is missing."""
    names, line = header.record.fields, header.record.line
    for field, name in file.columns.named():
        if field not in header.found:
            message = f"no column is called {_list([name])}; there are {_list(names)}"
            raise file.refuse(message, "Name one of these", line)
    message = f"none of the columns is known to hold questions: {_list(names)}"
    if names[0].lstrip()[:1] in {"[", "{"}:
        raise file.refuse(message, "It looks like JSON: call it .json or .jsonl", line)
    raise file.refuse(message, _REMEDY, line)


def _list(names: Sequence[str]) -> str:
    # Without a header, the first customer's data stands here.
    shown = [show(repr(mask_text(name[:400]).text[:40])) for name in names[:_NAMES_SHOWN]]
    more = len(names) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")
