"""What a reader hands on: rows as they stand in a file, good and bad."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from msgspec import Struct

from kbtool.questions.files import QuestionFile

Record = Mapping[str, Any]  # an object of a JSON file, or a row of a table by the names of columns

SHOWN = 200  # characters of a row that messages and reports quote


SCHEMA = "kbtool.question/1"  # of a JSON object that kbtool wrote: its text is cleaned already
SYSTEM = "system"  # a value that rows of a vendor have besides: in other systems ids begin anew
CLEANED = "cleaned"  # a value that such rows have besides those of Columns
JOINED = "joined"  # a value of rows whose text is more than the first message
UNREADABLE = "unreadable"  # a value of records that are broken: what is wrong with them


class Row(NamedTuple):
    """A row whose values could be told apart."""

    line: int  # physical line it begins at, from 1
    values: Mapping[str, Any]  # by field of Columns; missing where the row has none


class BadRow(NamedTuple):
    """A row that cannot be read; reading goes on after it."""

    line: int
    reason: str
    text: str


class Reader(Struct, frozen=True):
    """A file format: what a module in ``kbtool.questions.readers`` offers as ``READER``.

    ``read`` raises InputError where the file as a whole is of no use.
    """

    endings: tuple[str, ...]  # in lower case, with the dot; ".gz" or ".zst" may follow
    read: Callable[[QuestionFile], Iterator[Row | BadRow]]


class Vendor(Struct, frozen=True):
    """A kind of record: what a module in ``kbtool.questions.vendors`` offers as ``VENDOR``.

    ``read`` gives the values of each question in a record, by field of Columns. Whatever a record
    holds, it raises nothing: values that are not as documented are as good as missing, and a
    record of which nothing is left gives UNREADABLE.
    """

    name: str  # as the table of docs/logs.md has it
    matches: Callable[[Record], bool]
    read: Callable[[Record], Iterator[dict[str, Any]]]

    def read_rows(self, record: Record, line: int) -> Iterator[Row | BadRow]:
        """Rows of a record, which know whose ids they have."""
        system = self.name.lower().removesuffix(" tickets").removesuffix(" conversations")
        for values in self.read(record):
            if UNREADABLE in values:
                yield BadRow(line, values[UNREADABLE], str(record)[:SHOWN])
                continue
            yield Row(line, {**values, SYSTEM: system.replace(" ", "-")})
