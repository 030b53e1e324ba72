"""Parts of the report as data that pictures and tables of the page are made from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from kbtool.health import Health
from kbtool.matching.advice.trends import find_window
from kbtool.matching.trust.minimums import Lack
from kbtool.model import Interval
from kbtool.render.views.gaps import GapView
from kbtool.render.views.library import Library
from kbtool.render.views.periods import divide_time
from kbtool.render.views.sharing import divide_coverage, sort_by_hands


class Estimate(Struct, frozen=True):
    """An estimate with the bounds of its 95% interval."""

    value: float
    low: float
    high: float


class Needs(Struct, frozen=True):
    """How much more it takes before a share of questions means something."""

    questions: int
    articles: int


class PartEntry(Struct, frozen=True):
    """Questions with one quality, and the share of them that an article answers."""

    name: str
    questions: int
    covered: Estimate
    answered: int


class CoverageEntry(Struct, frozen=True):
    """Coverage by one quality of questions; ``left_out`` counts smaller parts."""

    by: str
    parts: tuple[PartEntry, ...]
    left_out: int


class HandsEntry(Struct, frozen=True):
    """Who can help: groups and people, the share of all people in groups, those answered now.

    ``largest`` are ids of the largest groups without an answer.
    """

    name: str
    groups: int
    people: int
    share: float
    answered: int
    largest: tuple[str, ...]


class PeriodEntry(Struct, frozen=True):
    """Questions from a day to that of the next period."""

    start: date
    questions: int
    answered: int


class PassageEntry(Struct, frozen=True):
    """A passage near a gap, with an excerpt of its text where that is known."""

    article: str
    title: str
    passage: tuple[str, ...]
    text: str


def spread_coverage(health: Health, library: Library) -> tuple[CoverageEntry, ...]:
    """Coverage by section, channel and language, where there are two of them at least."""
    return tuple(
        CoverageEntry(
            one.title,
            tuple(
                PartEntry(p.name, p.questions, Estimate(*p.covered), p.answered) for p in one.rows
            ),
            one.hidden,
        )
        for one in divide_coverage(health, library)
    )


def spread_hands(health: Health) -> tuple[HandsEntry, ...]:
    """Groups by who can help."""
    return tuple(
        HandsEntry(
            one.name,
            one.groups,
            one.people,
            one.share,
            one.answered,
            tuple(cluster.id for cluster in one.first),
        )
        for one in sort_by_hands(health)
    )


def spread_weeks(health: Health) -> tuple[PeriodEntry, ...]:
    """Questions over time; empty for less than two weeks."""
    periods = divide_time(health)
    every = periods.all if periods else ()
    return tuple(PeriodEntry(one.start, one.total, one.answered) for one in every)


def list_trend_days(health: Health) -> tuple[date, ...]:
    """First days of the parts of time that trends count people in; empty without a trend."""
    window = find_window(health.questions)
    if window is None or not any(cluster.trend for cluster in health.gaps.clusters):
        return ()
    return tuple(start.date() for start in window.starts)


def spread_passages(view: GapView) -> Iterator[PassageEntry]:
    """Passages that come near a gap."""
    for one in view.passages:
        text = "".join(run.text for run in one.text)
        yield PassageEntry(one.match.article, one.match.title, one.match.passage, text)


def tell_needs(lack: Lack | None) -> Needs | None:
    """What a run has too little of for shares, as data; None where nothing."""
    return Needs(*lack) if lack else None


def estimate(interval: Interval | None) -> Estimate | None:
    """An interval as data."""
    return Estimate(*interval) if interval else None
