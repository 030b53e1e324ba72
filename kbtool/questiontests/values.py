"""What is tested, and what came of it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct

from kbtool.model import Decision, Fact, Match, Need, Reason


class Kind(StrEnum):
    """What is asked of a question."""

    ASKS = "asks"  # it must find the article
    MUST_NOT_ANSWER = "must_not_answer"  # the article, or any, must not answer it
    HANDOFF = "handoff"  # a bot must hand it over to a person


class Key(NamedTuple):
    """What a test is known by in a baseline."""

    article: str  # id, "" for a test of no article
    kind: Kind
    question: str


class Case(Struct, frozen=True):
    """One question with what must come of it."""

    kind: Kind
    question: str
    article: str = ""  # id, "" where the test is about all articles
    passage: tuple[str, ...] = ()  # headings that its passage must stand below; () for any
    within: int = 1  # places among which the article must be
    answered: bool = False  # a bot must answer it by itself, with this article
    path: str = ""  # of the file, as shown
    line: int = 0  # from 1
    seeded: bool = False  # written by kbtool and not yet read by a person
    problem: str = ""  # what it names that is not there, and what may be meant; "" for nothing

    @property
    def key(self) -> Key:
        """What the test is known by."""
        return Key(self.article, self.kind, self.question)


class Fault(StrEnum):
    """Why a test failed."""

    NONE = ""
    UNKNOWN = "unknown"  # it names an article or a passage that is not there
    NOT_FOUND = "not found"  # the article is not among the first, or not ranked
    OTHER_PASSAGE = "other passage"  # the right article, by another section
    UNFILLED = "unfilled"  # the right article, which holds placeholders: it answers nobody yet
    NOT_ANSWERED = "not answered"  # the right article, and a bot would ask back or hand over
    ANSWERED = "answered"  # a bot would answer
    NOT_HANDED_OVER = "not handed over"  # a bot would answer or ask back


class Result(Struct, frozen=True):
    """A test with what its question found."""

    case: Case
    fault: Fault
    decision: Decision  # what a bot would do
    place: int | None  # of the article in question, from 1; None where it is not ranked
    found: Match | None  # the best article; None where no word can be matched
    expected: Match | None  # the article in question, where it is ranked
    probability: float  # that the best article answers, 0 to 1
    gap_probability: float  # that no article answers, 0 to 1
    reason: Reason | None = None  # of a handoff
    need: Need = Need.ARTICLE  # by the wording of the question
    lacks: Fact | None = None  # kind of fact it asks for, where the article does not give it

    @property
    def passed(self) -> bool:
        """Whether what must come of the question did."""
        return self.fault is Fault.NONE


class Flip(Struct, frozen=True):
    """A test that came out otherwise than in the baseline, or found another article."""

    result: Result
    passed_before: bool
    decision_before: Decision
    found_before: str  # id of the best article, "" for none
    gained: tuple[str, ...]  # words of the question that the best passage holds only now
    lost: tuple[str, ...]  # words that it held before and the best passage lacks now


class Variant(Struct, frozen=True):
    """A question in other words or with a slip, and what it found."""

    case: Case
    change: str  # "two letters swapped" ...
    text: str
    found: str  # id of the best article, "" for none
    fault: Fault  # why the test fails so
    decision: Decision  # what a bot would do

    @property
    def held(self) -> bool:
        """Whether the test still passes."""
        return self.fault is Fault.NONE


class Robustness(Struct, frozen=True):
    """How much passing tests depend on the exact wording."""

    variants: tuple[Variant, ...]

    @property
    def score(self) -> float | None:
        """Share of variants that still pass, 0 to 1; None where there are none."""
        if not self.variants:
            return None
        return sum(variant.held for variant in self.variants) / len(self.variants)


class Outcome(Struct, frozen=True):
    """A whole run."""

    results: tuple[Result, ...]  # in order of files and lines
    floor: float  # share of tests that must pass, 0 to 1
    baseline: str = ""  # file, as shown; "" where there is none
    regressions: tuple[Result, ...] = ()  # passed in the baseline, and fail now
    known: tuple[Result, ...] = ()  # failed in the baseline, and still do
    gone: int = 0  # tests of the baseline that are in no file any more
    unknown: int = 0  # tests that the baseline lacks: none of them can get worse
    flips: tuple[Flip, ...] = ()
    robustness: Robustness | None = None  # None where nobody asked for it

    @property
    def passed(self) -> int:
        """Number of tests that passed."""
        return sum(result.passed for result in self.results)

    @property
    def rate(self) -> float:
        """Share of tests that passed, 0 to 1; 1 where there are none."""
        return self.passed / len(self.results) if self.results else 1.0

    @property
    def reaches_floor(self) -> bool:
        """Whether enough tests passed."""
        # 0.9 of 10 is 9, whatever floating point makes of it.
        return self.passed >= self.floor * len(self.results) - 1e-9

    @property
    def is_good(self) -> bool:
        """Whether both gates are passed."""
        return self.reaches_floor and not self.regressions
