"""How content the people of a group were, where the log holds ratings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kbtool.matching.intervals import wilson
from kbtool.model import Interval, Question


class Ratings(NamedTuple):
    """Ratings of some questions."""

    mean: Interval  # 0 not content at all, 1 fully
    number: int  # from 1


def rate_content(questions: Iterable[Question]) -> Ratings | None:
    """Mean of the ratings with its 95% interval; None where nobody rated.

    Of all ratings from 0 to 1 with the same mean those of 0 and 1 vary most, so that the interval
    of a share is never too narrow for others.
    """
    rated = [question.csat for question in questions if question.csat is not None]
    if not rated:
        return None
    return Ratings(wilson(sum(rated) / len(rated), len(rated)), len(rated))
