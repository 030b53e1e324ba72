"""What a log holds, counted while it is read."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from msgspec import Struct, field

from kbtool.model import Excluded, Question
from kbtool.questions.foreign import find_language
from kbtool.questions.logbook import Counts, Item

_MOST = 100  # channels and languages that are told apart
OTHERS = "(others)"
UNKNOWN = "unknown"


class Summary(Struct):
    """Numbers of one file, or of all files that could be used."""

    questions: int = 0
    times: float = 0.0  # asked, where a row of the log stands for several times
    linked: int = 0  # questions with an article that an agent used
    undated: int = 0
    first: datetime | None = None
    last: datetime | None = None
    channels: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    counts: Counts = field(default_factory=Counts)

    @property
    def rows(self) -> int:
        """Number of rows that were read."""
        return self.questions + self.counts.left_out.total() + self.counts.unreadable

    def add(self, question: Question) -> None:
        """Counts one more question."""
        self.questions += 1
        self.times += question.weight
        self.linked += bool(question.resolved_by)
        _count(self.channels, question.channel or UNKNOWN)
        _count(self.languages, find_language(question.locale, question.text) or UNKNOWN)
        if day := question.asked_at:
            self.first = min(self.first or day, day)
            self.last = max(self.last or day, day)
        else:
            self.undated += 1

    def merge(self, other: Summary) -> None:
        """Adds the numbers of another file."""
        self.questions += other.questions
        self.times += other.times
        self.linked += other.linked
        self.undated += other.undated
        for mine, its in ((self.channels, other.channels), (self.languages, other.languages)):
            for name, number in its.items():
                _count(mine, name, number)
        self.first = min((day for day in (self.first, other.first) if day), default=None)
        self.last = max((day for day in (self.last, other.last) if day), default=None)
        self.counts.merge(other.counts)


class Summing:
    """A summary in the making: takes what ``iterate_questions`` gives."""

    def __init__(self) -> None:
        self.whole = Summary()
        self._file = Summary()

    def add(self, item: Item) -> None:
        """Takes one more row, or the end of a file."""
        if isinstance(item, Question):
            self._file.add(item)
        elif isinstance(item, Excluded):
            self._file.counts.add(item)
        else:
            if not item.fault:
                self._file.counts.steps.update(item.steps)
                self._file.counts.masked.update(item.masked)
                self.whole.merge(self._file)
            self._file = Summary()


def _count(counts: Counter[str], name: str, number: int = 1) -> None:
    """Counts under a name, or with the others once there are too many names."""
    counts[name if name in counts or len(counts) < _MOST else OTHERS] += number
