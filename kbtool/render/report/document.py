"""The report as data, schema ``kbtool.report/1``: fields may be added, none changes its meaning."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, Struct

from kbtool.health import Band, Criterion
from kbtool.model import (
    Advice,
    Calibration,
    Confusable,
    Contradiction,
    Controls,
    CostBasis,
    Fact,
    Scores,
    Status,
    Theme,
    Trend,
    Unanswered,
    Unserved,
)
from kbtool.render.report.changed import ChangesEntry
from kbtool.render.report.figures import Summary
from kbtool.render.report.flowed import FlowEntry
from kbtool.render.report.spread import (
    CoverageEntry,
    Estimate,
    HandsEntry,
    PassageEntry,
    PeriodEntry,
)

SCHEMA: Literal["kbtool.report/1"] = "kbtool.report/1"


class Place(Struct, frozen=True):
    """A passage of an article, as far as a group of questions fits it."""

    article: str
    title: str
    passage: tuple[str, ...]
    score: float
    terms: tuple[str, ...]
    missing: tuple[str, ...]


class Group(Struct, frozen=True):
    """Questions that ask for the same thing; ``questions`` are ids, the most typical first."""

    id: str
    label: str
    decision: Literal["answered", "gap", "handoff"]
    action: str
    need: str
    why: str
    askers: int
    questions: tuple[str, ...]
    covered: Estimate
    nearest: Place | None
    runner_up: Place | None
    words: tuple[str, ...]
    themes: tuple[Theme, ...]
    trend: Trend | None


class GapEntry(Struct, frozen=True):
    """A group that no article answers, by its rank from 1; ``id`` is that of the group.

    ``cost`` is for 30 days, in the currency of ``cost_basis``: ``contacts`` (people who wrote or
    called in 30 days) times ``probability`` times ``spared`` (the share of them who would not have,
    had they found an answer) times what a contact costs less what self-service costs.
    """

    rank: int
    id: str
    confidence: str
    probability: float
    per_month: Estimate | None
    cost: Estimate | None
    effort: Literal["none", "small", "large"]
    effort_why: Annotated[str, Meta(description="What there is to do; the effort rests on it.")]
    asks: Annotated[
        tuple[Fact, ...],
        Meta(description="Kinds of fact that a text has to give, most people first."),
    ]
    section: Annotated[str, Meta(description="Of the nearest article; empty where it has none.")]
    channels: tuple[str, ...]
    locales: tuple[str, ...]
    status: Status
    owner: str
    reason: str
    csat: Annotated[
        Estimate | None, Meta(description="Mean of the ratings, 0 not content at all, 1 fully.")
    ]
    csat_ratings: Annotated[int, Meta(description="How many ratings ``csat`` rests on.")]
    keeper: Annotated[str, Meta(description="Who keeps the article to be changed, as it says.")]
    passages: tuple[PassageEntry, ...]
    contacts: Estimate | None
    spared: float
    certain: Annotated[
        str, Meta(description="Why it is a gap whatever its score; empty where the score tells.")
    ]
    doubt: Annotated[
        str, Meta(description="Why it is weak though probability and people would make it more.")
    ]


class QuestionEntry(Struct, frozen=True):
    """A question, with "" for a text that must not be quoted; who asked is not told."""

    id: str
    text: str
    asked_at: str | None
    channel: str
    cluster: str | None
    answered: bool
    article: str | None


class FindingEntry(Struct, frozen=True):
    """What a rule found; lines and columns count from 1."""

    path: str
    line: int
    column: int
    code: str
    rule: str
    severity: Literal["info", "warning", "error"]
    message: str
    silenced: bool


class ArticleEntry(Struct, frozen=True):
    """An article, those first whose mending helps most; silenced findings keep its band and place.

    ``blocked_by`` names the rules whose findings block it.
    """

    id: str
    path: str
    title: str
    words: int
    demand: Annotated[
        int, Meta(description="People whose question it answers best, or who wait for it.")
    ]
    urgency: int
    age_days: int | None
    band: Band
    blocked_by: tuple[str, ...]
    questions: tuple[str, ...]
    findings: tuple[FindingEntry, ...]
    criteria: tuple[Criterion, ...]
    seriousness: int
    section: str
    locale: str
    owner: str
    views: int | None
    votes: int
    helpful: Annotated[
        Estimate | None, Meta(description="Share of votes that say it helped, with Wilson bounds.")
    ]
    waiting: Annotated[
        int, Meta(description="People of ``demand`` whom it answers once it is filled in.")
    ]
    waiting_questions: Annotated[tuple[str, ...], Meta(description="Their questions.")]


class ReleaseEntry(Struct, frozen=True):
    """A day on which something changed for customers."""

    date: date
    name: str


class Document(Struct, frozen=True, rename={"schema_": "schema"}):
    """Everything that the page of a report shows.

    ``cleaned`` and ``masked`` count what was changed in questions, by kind of change; ``unmasked``
    is true where personal data stands in them as it was.
    """

    schema_: Literal["kbtool.report/1"]
    title: str
    made_on: date | None
    versions: dict[str, str]
    settings: str
    sources: tuple[str, ...]
    summary: Summary
    gaps: tuple[GapEntry, ...]
    clusters: tuple[Group, ...]
    questions: tuple[QuestionEntry, ...]
    not_grouped: tuple[str, ...]
    unmatchable: tuple[str, ...]
    found_not_answered: tuple[Unanswered, ...]
    contradictions: tuple[Contradiction, ...]
    confusable: tuple[Confusable, ...]
    advice: tuple[Advice, ...]
    other_languages: tuple[Unserved, ...]
    articles: tuple[ArticleEntry, ...]
    findings_elsewhere: tuple[FindingEntry, ...]
    criteria: tuple[Criterion, ...]
    threshold: float
    threshold_basis: str
    calibration: Calibration | None
    scores: Scores | None
    cost_basis: CostBasis | None
    controls: Controls | None
    changes: ChangesEntry | None
    releases: tuple[ReleaseEntry, ...]
    cleaned: dict[str, int]
    masked: dict[str, int]
    unmasked: bool
    warnings: tuple[str, ...]
    not_checked: tuple[str, ...]
    coverage_by: tuple[CoverageEntry, ...]
    hands: tuple[HandsEntry, ...]
    periods: tuple[PeriodEntry, ...]
    trend_days: Annotated[
        tuple[date, ...], Meta(description="First day of each number in the `series` of a trend.")
    ]
    flow: FlowEntry | None
