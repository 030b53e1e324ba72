"""How questions meet articles, and where they find nothing."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct

from kbtool.model.fact import Fact


class Interval(NamedTuple):
    """An estimate with the bounds of its 95% interval."""

    value: float
    low: float
    high: float


class Match(Struct, frozen=True):
    """The best passage of one article for a question or a group of them."""

    article: str  # id
    title: str
    passage: tuple[str, ...]  # heading path inside the article, () for its opening
    score: float  # 0 to 1; comparable within one run only
    terms: tuple[str, ...] = ()  # words of the question that the passage holds
    missing: tuple[str, ...] = ()  # words of the question that it does not hold, rarest first


class Action(StrEnum):
    """What to do about a group of questions."""

    WRITE = "write new article"
    IMPROVE = "improve the article"
    RETITLE = "retitle and add the customers' words"
    DISAMBIGUATE = "merge or tell apart"
    HANDOFF = "hand over to a person"
    NONE = "nothing to do"


class Cluster(Struct, frozen=True):
    """Questions that ask for the same thing."""

    id: str  # stable while its most typical questions stay the same
    label: str  # in customers' words
    questions: tuple[str, ...]  # ids, the most representative first
    askers: int  # people; questions where no requester is known
    covered: Interval  # share of its questions that an article answers, 0 to 1
    nearest: Match | None  # None where no article shares a word with it
    runner_up: Match | None
    action: Action
    why: str  # one sentence for a support lead: evidence for the action
    answered: bool = False  # by its nearest article
    words: tuple[str, ...] = ()  # that its questions share, the most characteristic first


class Gap(Struct, frozen=True):
    """A cluster that no article answers."""

    cluster: Cluster
    confidence: str  # "strong", "likely" or "weak"
    per_month: Interval | None  # askers per 30 days; None where too few dates are known
    probability: float = 1.0  # that no article answers it, 0 to 1

    @property
    def id(self) -> str:
        """Id of its cluster."""
        return self.cluster.id


class QuestionMatch(Struct, frozen=True):
    """What one question found."""

    question: str  # id
    best: Match | None
    answered: bool  # by the article, judged on the question's cluster where it has one
    cluster: str  # id, "" for questions that belong to no group


class Unanswered(Struct, frozen=True):
    """An article that questions find by its words, and that lacks the kind of fact they ask for."""

    article: str  # id
    title: str
    passage: tuple[str, ...]  # heading path that most of the questions find
    asks: Fact
    questions: tuple[str, ...]  # ids, the best match first
    askers: int  # people; questions where no requester is known
    share: float  # of the questions that the article answers by its words, 0 to 1
    says: str = ""  # sentence that speaks of the fact without giving it, "" where there is none


class Claim(Struct, frozen=True):
    """A sentence of an article that states a number, a duration or an amount."""

    article: str  # id
    title: str
    passage: tuple[str, ...]  # heading path
    sentence: str
    value: str  # as it stands in the sentence: "within 5 working days"


class Contradiction(Struct, frozen=True):
    """Two claims about the same thing that cannot both be true."""

    fact: Fact  # DURATION, AMOUNT or LIMIT
    about: tuple[str, ...]  # words that both sentences share
    claims: tuple[Claim, Claim]  # by id of the article, then by place
    questions: tuple[str, ...]  # ids of questions that find one of the two passages


class Confusable(Struct, frozen=True):
    """Two articles that take questions from each other."""

    articles: tuple[str, str]  # ids, in the order of the alphabet
    titles: tuple[str, str]
    questions: tuple[str, ...]  # ids of those that fit both about as well, or found the wrong one
    askers: int  # people; questions where no requester is known
    words: tuple[tuple[str, ...], tuple[str, ...]]  # of each one's questions, that its title lacks


class GapReport(Struct, frozen=True):
    """Everything that ``find_gaps`` found out."""

    gaps: tuple[Gap, ...]  # those that leave the most people without an answer first
    clusters: tuple[Cluster, ...]  # all groups, the answered ones too
    matches: tuple[QuestionMatch, ...]  # one per question, in the order of the input
    coverage: Interval  # share of questions that an article answers, 0 to 1
    ungrouped: tuple[str, ...]  # ids of questions too unlike all others to be grouped
    unmatchable: tuple[str, ...]  # ids of questions without a single word to match
    threshold: float  # score from which a match counts as an answer
    threshold_basis: str  # how the threshold was found, for the report
    warnings: tuple[str, ...] = ()  # why the figures should be read with care
    unanswered: tuple[Unanswered, ...] = ()  # found, but not answered; most people first
    contradictions: tuple[Contradiction, ...] = ()  # those first that most questions find
    confusable: tuple[Confusable, ...] = ()  # most people first
