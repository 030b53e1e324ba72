"""Small groups joined where articles give no reason against it."""

import numpy as np
import pytest

from kbtool.matching.clusters.places import Places
from kbtool.matching.judging.merging import merge
from kbtool.matching.judging.texts import Judged
from kbtool.matching.search.ranked import Ranked

NEAR = Places(np.array([[1, 0], [0.9, 0.436]], dtype=np.float32))  # a distance of 0.1


def judged(*best):
    """Groups whose best articles have these numbers and probabilities."""
    others = [[article, (article + 1) % 3] for article, _ in best]
    chances = np.array([[probability, 0.0] for _, probability in best], dtype=np.float32)
    return Judged(None, Ranked(np.array(others), chances), learned=True)


@pytest.mark.parametrize(
    ("verdicts", "joined"),
    [
        ([(0, 0.9), (0, 0.9)], True),
        ([(0, 0.1), (1, 0.1)], True),
        ([(0, 0.9), (1, 0.1)], False),
        ([(0, 0.9), (1, 0.9)], False),
    ],
    ids=["same article", "both gaps", "answer and gap", "two articles"],
)
def test_near_groups_join_when_their_verdicts_agree(verdicts, joined):
    merged = merge(np.array([0, 1]), NEAR, judged(*verdicts), 0.35)
    assert (merged[0] == merged[1]) == joined


def test_far_groups_stay_apart_whatever_their_verdicts():
    far = Places(np.eye(2, dtype=np.float32))
    assert merge(np.array([0, 1]), far, judged((0, 0.1), (0, 0.1)), 0.35).tolist() == [0, 1]


def test_two_certain_gaps_join_from_further_apart_than_two_doubtful_ones():
    wider = Places(np.array([[1, 0], [0.6, 0.8]], dtype=np.float32))  # a distance of 0.4
    sure, doubtful = judged((0, 0.0), (1, 0.0)), judged((0, 0.45), (1, 0.45))
    assert merge(np.array([0, 1]), wider, sure, 0.35).tolist() == [0, 0]
    assert merge(np.array([0, 1]), wider, doubtful, 0.35).tolist() == [0, 1]


def test_a_single_group_stays_as_it_is():
    assert merge(np.array([0, 0]), NEAR, judged((0, 0.1)), 0.35).tolist() == [0, 0]
