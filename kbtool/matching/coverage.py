"""Share of what was asked that articles answer, by how many times each question was asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kbtool.matching.intervals import wilson
from kbtool.model import Interval, Question


def share_answered(asked: Iterable[tuple[Question, bool]]) -> Interval | None:
    """Share of all times asked that went to answered questions; None where nothing was asked.

    Rows that stand for many times tell less than as many rows would, so the interval rests on the
    effective sample size (L. Kish, "Survey sampling", 1965). Where every question was asked once,
    that is the number of questions: over a whole log, one person asks about many matters.
    """
    known = list(asked)
    total = sum(question.weight for question, _ in known)
    if not total:
        return None
    share = sum(question.weight for question, answered in known if answered) / total
    once = all(question.weight == 1 for question, _ in known)
    return wilson(share, len(known) if once else effective_size(question for question, _ in known))


def effective_size(questions: Iterable[Question]) -> float:
    """How many independent questions tell as much as these: one a person, weighed by how many.

    L. Kish's (sum of weights)^2 / (sum of their squares), where a person weighs as much as all that
    they asked. Of questions about one matter, those of one person all come out alike.
    """
    people: dict[str, float] = defaultdict(float)
    for number, question in enumerate(questions):
        person = f"by {question.requester}" if question.requester else f"row {number}"
        people[person] += max(question.weight, 0.0)
    squares = sum(weight**2 for weight in people.values())
    return sum(people.values()) ** 2 / squares if squares else 0.0
