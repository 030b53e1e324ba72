"""Rows as they are read, gathered to one QuestionLog."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from kbtool.errors import InputError
from kbtool.model import Excluded, Question, QuestionLog, Rejected
from kbtool.questions.foreign import FOREIGN

LISTED = 1_000  # excluded rows of each reason, and rejected rows, that a log lists


class FileEnd(Struct, frozen=True):
    """Nothing more comes from a file; what it gave counts only where it has no fault."""

    path: str
    fault: InputError | None = None  # why the file is of no use
    warnings: tuple[str, ...] = ()  # values that were read with a loss
    steps: Mapping[str, int] = field(default_factory=dict)  # questions that cleaning changed
    masked: Mapping[str, int] = field(default_factory=dict)  # places made unreadable, by kind


Item = Question | Excluded | FileEnd  # Excluded may be Rejected


class Counts(Struct):
    """Numbers of what one file, or all, gave besides questions."""

    left_out: Counter[str] = field(default_factory=Counter)  # excluded rows, by reason
    unreadable: int = 0  # rejected rows
    steps: Counter[str] = field(default_factory=Counter)
    masked: Counter[str] = field(default_factory=Counter)

    def add(self, row: Excluded) -> bool:
        """Counts a row; False where there are so many that it need not be listed."""
        if isinstance(row, Rejected):
            self.unreadable += 1
            return self.unreadable <= LISTED
        self.left_out[row.reason] += 1
        return self.left_out[row.reason] <= LISTED

    def merge(self, other: Counts) -> None:
        """Adds the numbers of another file."""
        self.left_out += other.left_out
        self.unreadable += other.unreadable
        self.steps += other.steps
        self.masked += other.masked


class Logbook:
    """A QuestionLog in the making: takes what ``iterate_questions`` gives.

    What a file gave is counted once its end is reached without a fault.
    """

    def __init__(self) -> None:
        self.errors: list[InputError] = []
        self.warnings: list[str] = []
        self.counts = Counts()
        self._questions: list[Question] = []
        self._listed: list[Excluded] = []
        self._file = Counts()  # of the file that is being read
        self._marks = (0, 0)  # questions and listed rows before that file

    def add(self, item: Item) -> None:
        """Takes one more row, or the end of a file."""
        if isinstance(item, Question):
            self._questions.append(item)
        elif isinstance(item, FileEnd):
            self._end(item)
        elif self._file.add(item):
            self._listed.append(item)

    def close(self) -> QuestionLog:
        """The log; raises InputError where it has no question."""
        if not self._questions:
            raise explain_none(self.errors, self.counts.left_out)
        counts = self.counts
        excluded, rejected = self.list_rows()
        return QuestionLog(
            questions=tuple(self._questions),
            excluded=excluded,
            rejected=rejected,
            warnings=tuple(self.warnings),
            errors=tuple(str(fault) for fault in self.errors),
            more_excluded=dict(counts.left_out - Counter(row.reason for row in excluded)),
            more_rejected=counts.unreadable - len(rejected),
            steps=dict(counts.steps),
            masked=dict(counts.masked),
        )

    def list_rows(self) -> tuple[tuple[Excluded, ...], tuple[Rejected, ...]]:
        """Excluded and rejected rows, the first of each reason."""
        shown = Counts()
        listed = [row for row in self._listed if shown.add(row)]
        return (
            tuple(row for row in listed if not isinstance(row, Rejected)),
            tuple(row for row in listed if isinstance(row, Rejected)),
        )

    def _end(self, end: FileEnd) -> None:
        if end.fault:
            self.errors.append(end.fault)
            del self._questions[self._marks[0] :], self._listed[self._marks[1] :]
        else:
            self.warnings += end.warnings
            self._file.steps.update(end.steps)
            self._file.masked.update(end.masked)
            self.counts.merge(self._file)
        self._file = Counts()
        self._marks = len(self._questions), len(self._listed)


def explain_none(errors: Sequence[InputError], left_out: Mapping[str, int]) -> InputError:
    """Why there is no question at all."""
    if len(errors) == 1 and not left_out:
        return errors[0]
    parts = [str(fault) for fault in errors]
    if left_out:
        listed = ", ".join(f"{count:,} {reason}" for reason, count in sorted(left_out.items()))
        parts.append(f"{sum(left_out.values()):,} rows were left out: {listed}")
    return InputError(
        "; ".join(["no questions to match", *parts]), remedy=_remedy(errors, left_out)
    )


def _remedy(errors: Sequence[InputError], left_out: Mapping[str, int]) -> str:
    """What to do where no question is left."""
    foreign = sum(number for reason, number in left_out.items() if reason.startswith(FOREIGN))
    if errors:
        return ""
    if foreign * 2 > sum(left_out.values()):
        return (
            'Set other-languages = "keep" under [reading] in kbtool.toml, or their `locale` there'
        )
    return "Check which column holds the questions: --text-column"
