"""Files of logged questions, one row after the other or as one QuestionLog."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from itertools import chain
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from kbtool.engines import Engine
from kbtool.errors import InputError
from kbtool.model import QuestionLog
from kbtool.questions.batch import Batch
from kbtool.questions.cells.times_of_day import join_time
from kbtool.questions.choices import Choices
from kbtool.questions.duplicates import Ledger
from kbtool.questions.files import QuestionFile
from kbtool.questions.limits import Limits
from kbtool.questions.logbook import FileEnd, Item, Logbook
from kbtool.questions.meter import Meter, Reached
from kbtool.questions.paging import Page, find_missing
from kbtool.questions.people import People
from kbtool.questions.preparing import prepare_rows
from kbtool.questions.readers import find_reader
from kbtool.questions.rows import BadRow, Row
from kbtool.questions.salt import load_salt
from kbtool.questions.systems import share_ids
from kbtool.questions.tables.columns import Columns

_AHEAD = 5_000  # rows that are looked at before the first is given
_AHEAD_SIZE = 4_000_000  # characters of them
Paths = Iterable[str | os.PathLike[str]]


def read_questions(
    paths: Paths,
    columns: Columns | None = None,
    limits: Limits | None = None,
    progress: Callable[[Reached], None] | None = None,
    choices: Choices | None = None,
    engine: Engine | None = None,
) -> QuestionLog:
    """All questions of the files, in the order given, without noise and repetitions.

    ``progress`` is told how many rows and bytes are read. A file that cannot be used as a whole
    gives nothing, and its fault stands in ``errors`` of the log. A path named twice is read once.

    Raises InputError where no file gives a question.
    """
    book = Logbook()
    for item in iterate_questions(paths, columns, limits, progress, choices, engine):
        book.add(item)
    log = book.close()
    return replace(log, unmasked=True) if choices and not choices.mask else log


def iterate_questions(
    paths: Paths,
    columns: Columns | None = None,
    limits: Limits | None = None,
    progress: Callable[[Reached], None] | None = None,
    choices: Choices | None = None,
    engine: Engine | None = None,
) -> Iterator[Item]:
    """Questions, and rows that are none, as they are read, in bounded memory.

    After the rows of a file comes its FileEnd. Where that has a fault, what the file gave does
    not count, and later files are read as if it had not been there. With an ``engine`` texts are
    cleaned and masked there.
    """
    choices = choices or Choices()
    named = list(dict.fromkeys(map(Path, paths)))
    meter = Meter(named, progress)
    pages: list[Page] = []
    options = columns or Columns(), limits or Limits(), meter.watch, choices.encoding, pages
    files = [QuestionFile(path, *options) for path in named]
    with (
        closing(People(load=load_salt if choices.salted else None)) as people,
        closing(Ledger(apart=share_ids(files))) as ledger,
    ):
        run = _Run(people, ledger, meter, choices, engine)
        for file in files:
            yield from run.read(file)
    for path, message in find_missing(pages):
        yield FileEnd(path, None, (f"{path}: {message}",))


class _Run(Struct, frozen=True):
    """What all files of a run share."""

    people: People
    ledger: Ledger
    meter: Meter
    choices: Choices
    engine: Engine | None

    def read(self, file: QuestionFile) -> Iterator[Item]:
        named = self.people.count()
        self.ledger.begin(file.name)
        batch = Batch(file, self.people, self.ledger, self.choices)
        try:
            rows, first = look_ahead(map(join_time, find_reader(file.path).read(file)))
            self.meter.look_ahead(len(first))
            values = [row.values for row in first if isinstance(row, Row)]
            batch.settle_dates(row.get("asked_at") for row in values)
            batch.settle_scale(row.get("csat") for row in values)
            batch.settle_decimals(row.get("weight") for row in values)
            limit, mask = file.limits.text, self.choices.mask
            for ready in prepare_rows(rows, limit, self.engine, mask=mask):
                yield batch.sort(ready)
                self.meter.count()
            batch.check()
        except InputError as fault:
            self.ledger.forget()
            self.people.forget_after(named)
            # Its traceback would hold on to the file, and to this frame.
            end = FileEnd(file.name, fault.with_traceback(None))
        else:
            end = FileEnd(file.name, None, batch.warnings, batch.steps, batch.masked)
        self.meter.end(file.path)
        yield end


def look_ahead(
    rows: Iterator[Row | BadRow],
) -> tuple[Iterator[Row | BadRow], list[Row | BadRow]]:
    """All rows, and the first of them: as many as hold not too much text."""
    first: list[Row | BadRow] = []
    size = 0
    for row in rows:
        first.append(row)
        size += len(row.text) if isinstance(row, BadRow) else _measure(row.values)
        if len(first) == _AHEAD or size > _AHEAD_SIZE:
            break
    return chain(_drain(first), rows), first


def _measure(values: Mapping[str, object]) -> int:
    """Characters that the values of a row hold, however deep; an empty value counts as one."""
    size, waiting = 0, list(values.values())
    while waiting:
        value = waiting.pop()
        size += len(value) + 1 if isinstance(value, str) else 1
        if isinstance(value, Mapping):
            waiting.extend(value.values())
        elif isinstance(value, list | tuple):
            waiting.extend(value)
    return size


def _drain(rows: list[Row | BadRow]) -> Iterator[Row | BadRow]:
    """The rows one by one, each forgotten once it is given."""
    while rows:
        yield rows.pop(0)
