"""Questions whose article was found by its words, and lacks the kind of fact they ask for."""

from __future__ import annotations

from kbtool.health.values import Health
from kbtool.matching.coverage import share_answered
from kbtool.model import GapReport, Interval


def find_lacking(report: GapReport) -> frozenset[str]:
    """Ids of questions that count as answered though their article lacks what they ask for."""
    answered = frozenset(match.question for match in report.matches if match.answered)
    return answered.intersection(name for item in report.unanswered for name in item.questions)


def coverage_with_facts(health: Health) -> Interval | None:
    """Coverage if these count as not answered; None where there are none of them."""
    lacking = find_lacking(health.gaps)
    if not lacking:
        return None
    left = set(health.gaps.unmatchable)
    return share_answered(
        (health.question[match.question], match.answered and match.question not in lacking)
        for match in health.gaps.matches
        if match.question in health.question and match.question not in left
    )
