"""What is new since the run before, and where groups are heading."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from kbtool.health import Health
from kbtool.model import Changes, Cluster
from kbtool.render.moves_words import say_money, say_people, say_points
from kbtool.render.views.words import say_ready, say_same
from kbtool.render.wording import change

_MOST = 6


class Delta(Struct, frozen=True):
    """What the numbers on top say of the run before; "" for nothing."""

    coverage: str = ""
    gaps: str = ""
    questions: str = ""
    balance: str = ""  # of gaps: before, closed, new, now
    ready: str = ""
    text_coverage: str = ""
    people: str = ""  # in gaps, a month
    cost: str = ""
    same: str = ""  # whether both runs read the same questions


class Heading(Struct, frozen=True):
    """A group and where it is heading."""

    cluster: Cluster
    rank: int  # of its gap, 0 where it is none


class Moving(Struct, frozen=True):
    """Groups that are heading the same way."""

    first: tuple[Heading, ...]
    hidden: int  # smaller ones


class Movement(Struct, frozen=True):
    """Groups that grow or shrink."""

    new: Moving
    rising: Moving
    falling: Moving

    def __bool__(self) -> bool:
        """Whether any group moves."""
        return bool(self.new.first or self.rising.first or self.falling.first)


def compare(health: Health) -> Delta:
    """What changed in the numbers on top."""
    if health.changes is None:
        return Delta()
    before, moves = health.changes.before, health.changes.moves
    currency = health.gaps.cost_basis.currency if health.gaps.cost_basis else ""
    return Delta(
        coverage=say_points(moves.coverage),
        text_coverage=say_points(moves.text_coverage),
        people=say_people(moves.people_per_month),
        cost=say_money(moves.cost, currency),
        gaps=_move(health.changes, len(health.gaps.gaps)),
        balance=_balance(health.changes, len(health.gaps.gaps)),
        questions=change(len(health.questions), before.questions),
        ready=say_ready(health),
        same=say_same(health.changes),
    )


def _move(changes: Changes, now: int) -> str:
    """How the number of gaps moved; as a sum where closed and new ones do not account for it."""
    if _regrouped(changes, now):
        return _balance(changes, now)
    return change(now, changes.before.gaps)


def _balance(changes: Changes, now: int) -> str:
    """How the gaps of both runs go into each other: ``9 before − 2 closed + 1 new = 8``."""
    closed, opened = len(changes.closed), len(changes.opened)
    parts = f"{changes.before.gaps:,} before − {closed:,} closed + {opened:,} new"
    rest = _regrouped(changes, now)
    regrouped = f" {'+' if rest > 0 else '−'} {abs(rest):,} by regrouping" if rest else ""
    return f"{parts}{regrouped} = {now:,}"


def _regrouped(changes: Changes, now: int) -> int:
    """How many more gaps there are than those closed and new ones account for."""
    return now - (changes.before.gaps - len(changes.closed) + len(changes.opened))


def find_movement(health: Health, ranks: Mapping[str, int]) -> Movement:
    """Groups by the word of their trend, the largest first."""

    def pick(word: str) -> Moving:
        own = [c for c in health.gaps.clusters if c.trend is not None and c.trend.word == word]
        own.sort(key=lambda cluster: (-cluster.askers, cluster.id))
        first = tuple(Heading(cluster, ranks.get(cluster.id, 0)) for cluster in own[:_MOST])
        return Moving(first, max(0, len(own) - _MOST))

    return Movement(pick("new"), pick("rising"), pick("falling"))
