"""Groups that an article answers, those apart whose answer has to be read before it is trusted."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from kbtool.health import Health
from kbtool.model import Cluster, Unanswered
from kbtool.render.views.articles import SAMPLES
from kbtool.render.views.quotes import Quoter, Quotes


class AnsweredView(Struct, frozen=True):
    """A group that an article answers."""

    cluster: Cluster
    quotes: Quotes
    lacks: tuple[Unanswered, ...] = ()  # facts that its article lacks and some of it ask for


class Answers(Struct, frozen=True):
    """Groups with an answer."""

    first: tuple[AnsweredView, ...]
    hidden: int


def show_answered(health: Health, quoter: Quoter, most: int) -> Answers:
    """Groups that are answered, most people first."""
    return _show(health, [one for one in health.answered if not one.doubtful], quoter, most)


def show_doubtful(health: Health, quoter: Quoter, most: int) -> Answers:
    """Groups of which fewer than half may be answered; those with most people at stake first."""
    groups = [one for one in health.answered if one.doubtful]
    groups.sort(key=lambda one: (-one.askers * (1 - one.covered.value), -one.askers, one.id))
    return _show(health, groups, quoter, most)


def _show(health: Health, groups: Sequence[Cluster], quoter: Quoter, most: int) -> Answers:
    """Groups as views; those that were a gap in the run before come last."""
    closed = {gap.id for gap in health.changes.closed} if health.changes else set()
    groups = sorted(groups, key=lambda one: one.id in closed)
    views = (
        AnsweredView(
            group,
            quoter.quote(group.questions, SAMPLES, group.nearest),
            tuple(item for item in health.gaps.unanswered if _concerns(item, group)),
        )
        for group in groups[:most]
    )
    return Answers(tuple(views), max(0, len(groups) - most))


def _concerns(item: Unanswered, group: Cluster) -> bool:
    """Whether some of a group ask its article for what that lacks."""
    same = group.nearest is not None and group.nearest.article == item.article
    return same and not set(item.questions).isdisjoint(group.questions)
