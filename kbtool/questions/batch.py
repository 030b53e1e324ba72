"""The rows of one file, sorted into questions, texts that are none, and rows beyond reading."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from kbtool.errors import InputError
from kbtool.model import Excluded, Question
from kbtool.questions.cleaning import clean_line, clean_text
from kbtool.questions.dates import parse_date
from kbtool.questions.files import QuestionFile, show
from kbtool.questions.losses import Losses
from kbtool.questions.noise import find_noise
from kbtool.questions.people import People
from kbtool.questions.rows import SHOWN, BadRow, Row
from kbtool.questions.values import read_ids, read_weight, read_word

NEVER_ASKED = "asked 0 times"
_T = TypeVar("_T")


class Batch:
    """What a file gave so far; its questions may lack ids and may repeat each other."""

    def __init__(self, file: QuestionFile, people: People) -> None:
        self.questions: list[tuple[int, Question]] = []  # with the line each begins at
        self.excluded: list[Excluded] = []
        self.rejected: list[Excluded] = []
        self._file = file
        self._people = people
        self._losses = Losses()
        self._unseen = dict(file.columns.named())  # what the user named and no row has

    @property
    def warnings(self) -> tuple[str, ...]:
        """What was lost from values that are not as expected, one text for each kind."""
        name = self._file.name
        unseen = (f"{name}: no row has {show(repr(wanted))}" for wanted in self._unseen.values())
        return (*self._losses.texts(name), *unseen)

    def add(self, row: Row | BadRow) -> None:
        """Puts a row where it belongs.

        Raises InputError once so many rows are broken that the file must be of another kind.
        """
        if isinstance(row, BadRow):
            shown = clean_line(row.text[:SHOWN])
            self.rejected.append(Excluded(row.reason, self._file.name, row.line, shown))
            readable = len(self.questions) + len(self.excluded)
            if len(self.rejected) > max(self._file.limits.rejected, readable):
                raise self._broken("more rows are broken than not")
            return
        for field in self._unseen.keys() & row.values.keys():
            del self._unseen[field]
        question = self._read(row)
        if isinstance(question, Question):
            self.questions.append((row.line, question))
        else:
            self.excluded.append(question)

    def check(self) -> None:
        """Raises InputError where not a single row could be read."""
        if self.questions or self.excluded:
            return
        if self.rejected:
            raise self._broken("no row can be read")
        remedy = "Check that it is the right file"
        raise InputError("no questions in it", path=self._file.name, remedy=remedy)

    def _broken(self, message: str) -> InputError:
        first = self.rejected[0]
        message = f"{message}; the first: {first.reason}: {first.text[:80]!r}"
        remedy = "Check that the file is what its ending says"
        return InputError(message, path=first.path, line=first.line, remedy=remedy)

    def _read(self, row: Row) -> Question | Excluded:
        line, values = row
        text = self._text(row)
        weight = self._value(row, "weight", read_weight, "not a number of times, taken as 1", 1.0)
        reason = find_noise(text) or ("" if weight else NEVER_ASKED)
        if reason:
            return Excluded(reason, self._file.name, line, text[:SHOWN])
        return Question(
            id=read_word(values.get("id")),
            text=text,
            asked_at=self._value(row, "asked_at", parse_date, "not a date, left out", None),
            channel=read_word(values.get("channel")).lower(),
            weight=weight,
            requester=self._people.name(read_word(values.get("requester"))),
            resolved_by=read_ids(values.get("resolved_by")),
            locale=read_word(values.get("locale")),
        )

    def _text(self, row: Row) -> str:
        value = row.values["text"]
        text = clean_text(value) if isinstance(value, str) else read_word(value)
        limit = self._file.limits.text
        if len(text) > limit:
            self._losses.add(f"longer than {limit:,} characters, cut", row.line, text)
            text = text[:limit].rstrip()
        return text

    def _value(
        self, row: Row, field: str, parse: Callable[[object], _T | None], loss: str, default: _T
    ) -> _T:
        """A field's value, or the default where it is blank or, noted as a loss, unreadable."""
        value = row.values.get(field)
        if value is None or (isinstance(value, str) and not value.strip()):
            return default
        parsed = parse(value)
        if parsed is None:
            self._losses.add(loss, row.line, value)
            return default
        return parsed
