"""Coverage by section, channel and locale, and questions by what their people need."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from kbtool.health import Health
from kbtool.matching.intervals import wilson
from kbtool.model import Cluster, Interval, Need, Question, QuestionMatch
from kbtool.render.html.library import Library

_MOST = 14  # rows of each kind

_HANDS = (
    ("A bot can answer", (Need.QUICK,), "one fact, given at once"),
    ("An article helps", (Need.ARTICLE,), "steps or an explanation to read"),
    (
        "A person has to act",
        (Need.ACCOUNT, Need.ACTION, Need.PERSON),
        "an account to look at, something to set right, somebody upset",
    ),
    ("The product has to change", (Need.PRODUCT,), "a fault or a missing feature"),
)

TEXT_HELPS = (Need.QUICK, Need.ARTICLE)
"""Needs that a text can meet."""


class Covered(Struct, frozen=True):
    """Part of the questions."""

    name: str
    questions: int
    covered: Interval  # share that an article answers


class CoverageBy(Struct, frozen=True):
    """Coverage by one quality of questions."""

    title: str
    rows: tuple[Covered, ...]  # most questions first
    hidden: int


class Hands(Struct, frozen=True):
    """Questions that belong into the same hands."""

    name: str
    about: str
    groups: int
    people: int
    share: float  # of the people in groups, 0 to 1
    answered: int  # people in groups that an article answers
    first: tuple[Cluster, ...]  # the largest without an answer


def divide_coverage(health: Health, library: Library) -> tuple[CoverageBy, ...]:
    """Coverage by section, channel and locale, where there are two of them at least."""
    left = set(health.gaps.unmatchable)
    pairs = [
        (health.question[match.question], match)
        for match in health.gaps.matches
        if match.question in health.question and match.question not in left
    ]

    def section(_: Question, match: QuestionMatch) -> str:
        shelf = library.shelf(match.best.article) if match.best else None
        return shelf.section if shelf else ""

    kinds = (
        ("Section of the nearest article", section),
        ("Channel", lambda question, _: question.channel),
        ("Language", lambda question, _: question.locale),
    )
    found = (_divide(title, pairs, key) for title, key in kinds)
    return tuple(part for part in found if len(part.rows) > 1)


def _divide(
    title: str,
    pairs: Sequence[tuple[Question, QuestionMatch]],
    key: Callable[[Question, QuestionMatch], str],
) -> CoverageBy:
    groups: dict[str, list[bool]] = defaultdict(list)
    for question, match in pairs:
        groups[key(question, match)].append(match.answered)
    rows = [
        Covered(name, len(answers), wilson(sum(answers) / len(answers), len(answers)))
        for name, answers in groups.items()
        if name
    ]
    rows.sort(key=lambda row: (-row.questions, row.name))
    return CoverageBy(title, tuple(rows[:_MOST]), max(0, len(rows) - _MOST))


def sort_by_hands(health: Health) -> tuple[Hands, ...]:
    """Groups by who can help, a bot, an article, a person or the product; those with any."""
    clusters = health.gaps.clusters
    total = sum(cluster.askers for cluster in clusters) or 1
    found = (
        _sum_up(name, about, [c for c in clusters if c.need in needs], total)
        for name, needs, about in _HANDS
    )
    return tuple(hands for hands in found if hands.groups)


def _sum_up(name: str, about: str, own: Sequence[Cluster], total: int) -> Hands:
    people = sum(cluster.askers for cluster in own)
    waiting = sorted((c for c in own if not c.answered), key=lambda c: (-c.askers, c.id))
    return Hands(
        name,
        about,
        len(own),
        people,
        people / total,
        sum(cluster.askers for cluster in own if cluster.answered),
        tuple(waiting[:3]),
    )


def coverage_of_texts(health: Health) -> Interval | None:
    """Share answered of the questions that a text can answer; None where that is all of them."""
    beyond = {c.id for c in health.gaps.clusters if c.need not in TEXT_HELPS}
    if not beyond:
        return None
    left = set(health.gaps.unmatchable)
    return _share(
        match.answered
        for match in health.gaps.matches
        if match.cluster not in beyond and match.question not in left
    )


def _share(answers: Iterable[bool]) -> Interval | None:
    known = list(answers)
    return wilson(sum(known) / len(known), len(known)) if known else None
