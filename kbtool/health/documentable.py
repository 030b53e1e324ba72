"""Coverage of what a text can answer: questions for a person or for the product left out."""

from __future__ import annotations

from kbtool.health.values import Health
from kbtool.matching.coverage import share_answered
from kbtool.model import Interval, Need

TEXT_HELPS = (Need.QUICK, Need.ARTICLE)
"""Needs that a text can meet."""


def coverage_of_texts(health: Health) -> Interval | None:
    """Share answered of the questions that a text can answer; None where that is all of them."""
    beyond = {c.id for c in health.gaps.clusters if c.need not in TEXT_HELPS}
    if not beyond:
        return None
    left = set(health.gaps.unmatchable)
    return share_answered(
        (health.question[match.question], match.answered)
        for match in health.gaps.matches
        if match.cluster not in beyond and match.question not in left
        if match.question in health.question
    )
