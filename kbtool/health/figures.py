"""The figures on top of a report that are worth comparing with an earlier run."""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt

from kbtool.health.documentable import coverage_of_texts
from kbtool.health.people import rate_gap_people, rate_nobody
from kbtool.health.values import Health
from kbtool.model import CostBasis, Figures, Gap, Interval


def tell_figures(health: Health, costs: str = "") -> Figures:
    """Figures of a run; ``costs`` is a digest of what its costs rest on.

    Without a gap nobody was counted in one, which is known and not missing. Groups that are too
    small to be called a gap may be left without an answer all the same.
    """
    nobody = None if health.gaps.gaps else rate_nobody(health)
    nothing = _cost_nobody(nobody, health.gaps.cost_basis)
    return Figures(
        text_coverage=coverage_of_texts(health) or health.coverage,
        people_per_month=rate_gap_people(health) or nobody,
        cost=sum_cost(health.gaps.gaps) or nothing,
        costs=costs,
        counted_cost=_count_cost(health.gaps.gaps) or nothing,
    )


def _cost_nobody(nobody: Interval | None, basis: CostBasis | None) -> Interval | None:
    """Cost without a gap: at most what contacts of the people cost who may be missed by chance."""
    if nobody is None or basis is None:
        return None
    saved = max(0.0, basis.per_contact - basis.self_service)
    return Interval(*(people * saved for people in nobody))


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
