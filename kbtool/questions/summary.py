"""What a log holds, counted while it is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime

from msgspec import Struct, field

from kbtool.model import Excluded, Question
from kbtool.questions.foreign import find_language
from kbtool.questions.logbook import Counts, Item

_MOST = 100  # channels and languages that are told apart
OTHERS = "(others)"
UNKNOWN = "unknown"
Find = Callable[[str], str | None]


class Summary(Struct):
    """Numbers of one file, or of all files that could be used."""

    questions: int = 0
    times: float = 0.0  # asked, where a row of the log stands for several times
    linked: int = 0  # questions with a link of an agent, or an article that he used
    known: int = 0  # of these, questions of which at least one is an article here
    looked_up: bool = False  # whether articles are here to compare with
    unmasked: bool = False  # the user wished to see personal data as it stands
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

    def add(self, question: Question, *, known: bool = False) -> None:
        """Counts one more question; ``known`` says that it leads to an article that is here."""
        self.questions += 1
        self.times += question.weight
        self.linked += bool(question.resolved_by)
        self.known += known
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
        self.known += other.known
        self.undated += other.undated
        for mine, its in ((self.channels, other.channels), (self.languages, other.languages)):
            for name, number in its.items():
                _count(mine, name, number)
        self.first = min((day for day in (self.first, other.first) if day), default=None)
        self.last = max((day for day in (self.last, other.last) if day), default=None)
        self.counts.merge(other.counts)


class Summing:
    """A summary in the making: takes what ``iterate_questions`` gives."""

    def __init__(self, find: Find | None = None, *, unmasked: bool = False) -> None:
        """Take what finds the article that a link leads to, None where no articles are here."""
        self.whole = Summary(looked_up=find is not None, unmasked=unmasked)
        self._file = Summary()
        self._find: Find = find or (lambda _: None)

    def add(self, item: Item) -> None:
        """Takes one more row, or the end of a file."""
        if isinstance(item, Question):
            self._file.add(item, known=any(map(self._find, item.resolved_by)))
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
