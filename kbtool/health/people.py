"""People in gaps, each counted once however many gaps they asked about."""

from __future__ import annotations

from collections.abc import Iterator

from kbtool.health.values import Health
from kbtool.matching.advice.ranking import SHORTEST_LOG, length_in_days
from kbtool.matching.intervals import poisson
from kbtool.matching.text.asked import count_askers
from kbtool.model import Interval, Question

_MONTH = 30  # days


def count_gap_people(health: Health) -> int:
    """People who asked about any gap."""
    return count_askers(_questions_in_gaps(health))


def rate_gap_people(health: Health) -> Interval | None:
    """People per 30 days who asked about any gap; None where a gap has no rate, or without gaps."""
    days = length_in_days(health.questions)
    gaps = health.gaps.gaps
    if not gaps or not days or any(gap.per_month is None for gap in gaps):
        return None
    dated = (question for question in _questions_in_gaps(health) if question.asked_at)
    return poisson(count_askers(dated), _MONTH / days)


def rate_nobody(health: Health) -> Interval | None:
    """Nobody in 30 days, with bounds: so many may have asked and not been seen by chance.

    None where the log is too short or undated for a rate, or empty.
    """
    days = length_in_days(health.questions)
    return poisson(0, _MONTH / days) if days and days >= SHORTEST_LOG else None


def _questions_in_gaps(health: Health) -> Iterator[Question]:
    names = {name for gap in health.gaps.gaps for name in gap.cluster.questions}
    return (question for question in health.questions if question.id in names)
