"""The figures on top of a report that are worth comparing with an earlier run."""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt

from kbtool.health.documentable import coverage_of_texts
from kbtool.health.people import rate_gap_people
from kbtool.health.values import Health
from kbtool.model import Figures, Gap, Interval

_NOTHING = Interval(0.0, 0.0, 0.0)


def tell_figures(health: Health, costs: str = "") -> Figures:
    """Figures of a run; ``costs`` is a digest of what its costs rest on.

    Without a gap nobody is left without an answer, which is known and not missing.
    """
    none = _NOTHING if health.questions and not health.gaps.gaps else None
    return Figures(
        text_coverage=coverage_of_texts(health) or health.coverage,
        people_per_month=rate_gap_people(health) or (none if health.window else None),
        cost=sum_cost(health.gaps.gaps) or none,
        costs=costs,
        counted_cost=_count_cost(health.gaps.gaps) or none,
    )


def sum_cost(gaps: Iterable[Gap]) -> Interval | None:
    """Cost of all gaps together, bounds added up; None where no gap has one."""
    costs = [gap.cost for gap in gaps if gap.cost]
    if not costs:
        return None
    return Interval(*(sum(parts) for parts in zip(*costs, strict=True)))


def _count_cost(gaps: Iterable[Gap]) -> Interval | None:
    """Cost of all gaps with what chance does to it; None where no gap has one.

    Chance is in the people who made contact; the share that an answer would spare is a guess, the
    same from run to run, and makes no difference between two. Distances to the bounds of a sum add
    up as squares do (Zou and Donner 2008), which takes people of different gaps for different ones.
    """
    parts = [(gap.cost.value, gap.contacts) for gap in gaps if gap.cost and gap.contacts]
    if not parts:
        return None
    value = sum(cost for cost, _ in parts)
    shares = [(cost / people.value, people) for cost, people in parts if people.value]
    below = sqrt(sum((one * (people.value - people.low)) ** 2 for one, people in shares))
    above = sqrt(sum((one * (people.high - people.value)) ** 2 for one, people in shares))
    return Interval(value, value - below, value + above)
