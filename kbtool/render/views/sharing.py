"""Coverage by section, channel and locale, and questions by what their people need."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from kbtool.health import Health
from kbtool.matching.coverage import share_answered
from kbtool.matching.text.asked import count_askers
from kbtool.model import Cluster, Interval, Need, Question, QuestionMatch, count_askings
from kbtool.render.views.library import Library

_MOST = 14  # rows of each kind
_NOT_NEAR = "no article found by its words"

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


class Covered(Struct, frozen=True):
    """Part of the questions."""

    name: str  # what has none comes last, in words
    questions: int  # times that they were asked, where the log counts these
    covered: Interval  # share that an article answers
    answered: int  # of them, in the same times


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
        if not match.best:
            return _NOT_NEAR
        return shelf.section if shelf else ""

    kinds = (
        ("Section of the nearest article", section, "no section"),
        ("Channel", lambda question, _: question.channel, "no channel given"),
        ("Language", lambda question, _: question.locale, "no language given"),
    )
    found = (_divide(title, pairs, key, rest) for title, key, rest in kinds)
    return tuple(part for part in found if part)


def _divide(
    title: str,
    pairs: Sequence[tuple[Question, QuestionMatch]],
    key: Callable[[Question, QuestionMatch], str],
    rest: str,
) -> CoverageBy | None:
    """Rows for each value, and for what has none as ``rest``; None below two values."""
    groups: dict[str, list[tuple[Question, bool]]] = defaultdict(list)
    for question, match in pairs:
        groups[key(question, match)].append((question, match.answered))
    without = [(name or rest, groups.pop(name)) for name in ("", _NOT_NEAR) if name in groups]
    rows = list(_cover(groups.items()))
    if len(rows) < 2:
        return None
    rows.sort(key=lambda row: (-row.questions, row.name))
    hidden = max(0, len(rows) - _MOST)
    return CoverageBy(title, (*rows[:_MOST], *_cover(without)), hidden)


def _cover(groups: Iterable[tuple[str, list[tuple[Question, bool]]]]) -> Iterator[Covered]:
    for name, asked in groups:
        if share := share_answered(asked):
            found = [question for question, answered in asked if answered]
            times = count_askings(question for question, _ in asked)
            weights = sum(question.weight for question in found)
            numbers = (len(asked), len(found)) if times is None else (times, round(weights))
            yield Covered(name, numbers[0], share, numbers[1])


def sort_by_hands(health: Health) -> tuple[Hands, ...]:
    """Groups by who can help, a bot, an article, a person or the product; those with any."""
    clusters = health.gaps.clusters
    total = sum(cluster.askers for cluster in clusters) or 1
    found = (
        _sum_up(name, about, [c for c in clusters if c.need in needs], total)
        for name, needs, about in _HANDS
    )
    return tuple(hands for hands in found if hands.groups)


def count_outside(health: Health) -> int:
    """People who asked questions that are in no group, and so in nobody's hands."""
    outside = {match.question for match in health.gaps.matches if not match.cluster}
    return count_askers(question for question in health.questions if question.id in outside)


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
