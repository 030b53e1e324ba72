"""Share of what was asked that articles answer, by how many times each question was asked."""

from __future__ import annotations

from collections.abc import Iterable

from kbtool.matching.intervals import wilson
from kbtool.matching.text.asked import count_askers
from kbtool.model import Interval, Question


def share_answered(asked: Iterable[tuple[Question, bool]]) -> Interval | None:
    """Share of all times asked that went to answered questions; None where nothing was asked.

    Rows that stand for many times tell less than as many rows would, so the interval rests on the
    effective sample size (L. Kish, "Survey sampling", 1965), or on the people where these are
    fewer. Where every question was asked once, that is the number of questions.
    """
    known = list(asked)
    total = sum(question.weight for question, _ in known)
    if not total:
        return None
    share = sum(question.weight for question, answered in known if answered) / total
    return wilson(share, _effective_size([question for question, _ in known], total))


def _effective_size(questions: list[Question], total: float) -> float:
    if all(question.weight == 1 for question in questions):
        return len(questions)
    size = total * total / sum(question.weight**2 for question in questions)
    return min(size, count_askers(questions) or size)
