"""What is kept of a run, and what a comparison of two says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from msgspec import Struct

from kbtool.history.fingerprints import split_marks
from kbtool.history.likeness import Traits
from kbtool.model import (
    Advised,
    ArticleCame,
    ArticleWent,
    ClosedGap,
    Familiar,
    Figures,
    Interval,
    Moves,
    Relabelled,
    Run,
)


class Topic(Struct, frozen=True, dict=True, omit_defaults=True):
    """A group of questions as one run saw it."""

    id: str  # kept from run to run
    label: str  # of customers, or words that several of them used
    askers: int
    questions: int
    wordings: bytes  # their fingerprints, one behind the other
    words: tuple[str, ...] = ()  # that several people used, the most characteristic first
    gap: bool = False
    answered: bool = False  # by ``article``
    article: str = ""  # id of the nearest one
    title: str = ""  # of this article
    second: str = ""  # id of the runner-up
    answers: int = 0  # of the questions of an answered group, that lead to its article; else 0
    found: Interval | None = None
    """Share of its questions that find an answer one by one, in any article; None where a record of
    an earlier version does not hold it."""
    action: str = ""
    per_month: Interval | None = None  # people in 30 days
    own: str = ""  # id that the run would give it without earlier ones, where that is another

    @cached_property
    def traits(self) -> Traits:
        """What it is known by in a log that shares no wording with this one."""
        articles = (self.article, self.second)
        return Traits(self.words, self.label, tuple(name for name in articles if name))

    @cached_property
    def marks(self) -> frozenset[bytes]:
        """Fingerprints of its wordings."""
        return frozenset(split_marks(self.wordings))


class Page(Struct, frozen=True):
    """An article as one run saw it."""

    id: str
    title: str
    digest: str  # of its text


class Record(Struct, frozen=True, dict=True):
    """Everything that is kept of one run."""

    day: date  # that its report speaks of
    inputs: str  # digest of all that the figures rest on, day and versions included
    content: str  # digest of articles, questions and settings
    config: str  # digest of the settings
    log: str  # digest of all wordings
    questions: int
    excluded: Mapping[str, int]  # rows left out, by reason
    coverage: Interval | None
    bands: Mapping[str, int]
    versions: Mapping[str, str]
    topics: tuple[Topic, ...]
    articles: tuple[Page, ...]
    id: int = 0  # from 1; 0 until it is recorded
    ungrouped: bytes = b""  # fingerprints of wordings that are in no topic
    wordless: int = 0  # of the questions, without a word to match
    figures: Figures | None = None  # of the first screen; None in records of earlier versions
    answered: int | None = None  # questions; None in records of earlier versions
    found: Mapping[str, bytes] | None = None
    """Fingerprints of the wordings that each article answers; None in records of earlier ones."""

    @property
    def run(self) -> Run:
        """The run in figures."""
        gaps = sum(topic.gap for topic in self.topics)
        return Run(
            self.id,
            self.day,
            self.questions,
            self.coverage,
            gaps,
            self.bands,
            self.versions,
            self.figures,
            len(self.articles),
            self.answered,
            self.questions - self.wordless,
        )

    @cached_property
    def gaps(self) -> dict[str, Topic]:
        """Gaps by their ids."""
        return {topic.id: topic for topic in self.topics if topic.gap}

    @cached_property
    def by_id(self) -> dict[str, Topic]:
        """Topic of an id."""
        return {topic.id: topic for topic in self.topics}

    @cached_property
    def marks(self) -> frozenset[bytes]:
        """Fingerprints of all wordings."""
        return frozenset(split_marks(self.ungrouped)).union(*(one.marks for one in self.topics))

    @cached_property
    def holders(self) -> dict[bytes, list[Topic]]:
        """Topics by the fingerprints of wordings that they hold."""
        found: dict[bytes, list[Topic]] = {}
        for topic in self.topics:
            for wording in topic.marks:
                found.setdefault(wording, []).append(topic)
        return found

    def answers(self, article: str) -> frozenset[bytes]:
        """Fingerprints of the wordings that an article answers."""
        return frozenset(split_marks((self.found or {}).get(article, b"")))

    @cached_property
    def answered_marks(self) -> frozenset[bytes]:
        """Fingerprints of all wordings that an article answers."""
        return frozenset().union(*map(self.answers, self.found or ()))

    def knows(self, before: Record) -> bool:
        """Whether this run and an earlier one both say what each article answers."""
        return self.found is not None and before.found is not None

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Article of an id; of several the first."""
        return {page.id: page for page in reversed(self.articles)}


class Opened(Struct, frozen=True):
    """A gap that the earlier run did not have."""

    id: str
    label: str
    askers: int
    why: str  # "new topic", "answered then by “Reset the passcode”"


class Regrouped(Struct, frozen=True):
    """A gap of one of two runs whose questions are in other groups in the other run."""

    id: str
    label: str
    askers: int
    why: str  # a sentence
    gone: bool  # whether it is the earlier run that has it


class Moved(Struct, frozen=True):
    """A gap of both runs whose people became more or fewer, by more than chance."""

    id: str
    label: str
    before: Interval  # people in 30 days
    now: Interval


class Comparison(Struct, frozen=True):
    """Two runs side by side."""

    before: Run
    now: Run
    opened: tuple[Opened, ...]  # those with most people first
    closed: tuple[ClosedGap, ...]  # those with most people first
    regrouped: tuple[Regrouped, ...]  # neither: only the grouping changed
    rising: tuple[Moved, ...]
    falling: tuple[Moved, ...]
    kept: int  # gaps of both runs
    coverage: Interval | None  # now less before, with its interval; None where one is not known
    exact: bool  # whether both read the same questions, so that chance has no part in the change
    warnings: tuple[str, ...]
    moves: Moves = Moves()
    advised: tuple[Advised, ...] = ()  # those with most people first
    familiar: Familiar | None = None  # None without a question
    gone: tuple[ArticleWent, ...] = ()  # those first that left most questions without an answer
    added: tuple[ArticleCame, ...] = ()  # those first that won most questions
    relabelled: tuple[Relabelled, ...] = ()  # those with most people first

    @property
    def certain(self) -> bool:
        """Whether coverage changed by more than chance would."""
        return self.moves.coverage is not None and self.moves.coverage.certain
