"""Scores just below the threshold, where two decimals would show both alike."""

import pytest
from msgspec.structs import replace

from kbtool.model import Interval
from kbtool.render.views.gaps import say_one_by_one


@pytest.mark.parametrize(
    ("score", "threshold", "told"),
    [
        (0.3443, 0.345, "reaches 0.344, where 0.345 counts"),
        (0.3443, 0.3449, "reaches 0.344, where 0.345 counts"),
        (0.4, 0.5, "reaches 0.40, where 0.50 counts"),
    ],
)
def test_a_score_below_the_threshold_never_looks_like_it(score, threshold, told, build):
    gap = build("What is my limit?", questions=4).gaps.gaps[0]
    cluster = replace(gap.cluster, covered=Interval(0.5, 0.2, 0.8))
    sentence = say_one_by_one(replace(gap, cluster=cluster, probability=1 - score), threshold)
    assert told in sentence
