"""What is new since the run before, and where groups are heading."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from kbtool.health import Band, Health
from kbtool.model import Changes, Cluster
from kbtool.render.html.pictures.spark import Spark, draw_spark
from kbtool.render.report.words import say_change
from kbtool.render.wording import change

_MOST = 6


class Delta(Struct, frozen=True):
    """What the numbers on top say of the run before; "" for nothing."""

    coverage: str = ""
    gaps: str = ""
    questions: str = ""
    balance: str = ""  # of gaps: before, closed, new, now
    ready: str = ""


class Heading(Struct, frozen=True):
    """A group and where it is heading."""

    cluster: Cluster
    spark: Spark
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
    before = health.changes.before
    return Delta(
        coverage=say_change(health.coverage, health.changes),
        gaps=_move(health.changes, len(health.gaps.gaps)),
        balance=_balance(health.changes, len(health.gaps.gaps)),
        questions=change(len(health.questions), before.questions),
        ready=change(health.bands["ready"], _band(before.bands, "ready")),
    )


def _move(changes: Changes, now: int) -> str:
    """How the number of gaps moved, with the part that no gap closed or new accounts for."""
    moved, rest = change(now, changes.before.gaps), _regrouped(changes, now)
    return f"{moved}, {'+' if rest > 0 else '−'}{abs(rest):,} by regrouping" if rest else moved


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


def _band(bands: Mapping[str, int], name: Band) -> int:
    return bands.get(name, 0)


def find_movement(health: Health, ranks: Mapping[str, int]) -> Movement:
    """Groups by the word of their trend, the largest first."""

    def pick(word: str) -> Moving:
        own = [c for c in health.gaps.clusters if c.trend is not None and c.trend.word == word]
        own.sort(key=lambda cluster: (-cluster.askers, cluster.id))
        sparks = ((cluster, draw_spark(cluster.trend)) for cluster in own[:_MOST])
        first = tuple(Heading(c, spark, ranks.get(c.id, 0)) for c, spark in sparks if spark)
        return Moving(first, max(0, len(own) - _MOST))

    return Movement(pick("new"), pick("rising"), pick("falling"))
