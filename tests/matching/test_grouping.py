"""Groups by words alone."""

import numpy as np
import pytest

from kbtool.matching.clusters import grouping
from kbtool.matching.clusters.grouping import group_texts, members, renumber
from kbtool.matching.clusters.places import Places


def bundles(sizes, seed=0):
    """Directions of length 1, tightly around one axis for each size."""
    random = np.random.default_rng(seed)
    rows = np.repeat(np.eye(len(sizes), 8), sizes, axis=0) + random.normal(0, 0.02, (sum(sizes), 8))
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def test_texts_of_one_direction_are_one_group():
    assert group_texts(Places(bundles([3, 4, 2])), 0.4).tolist() == [0] * 3 + [1] * 4 + [2] * 2


def test_a_long_log_is_grouped_like_a_short_one(monkeypatch):
    rows = bundles([30, 40, 20, 10])
    short = group_texts(Places(rows), 0.4)
    monkeypatch.setattr(grouping, "_AT_ONCE", 25)
    assert group_texts(Places(rows), 0.4).tolist() == short.tolist()


def test_texts_without_a_direction_stay_alone():
    rows = np.vstack([np.zeros((2, 8)), bundles([2])]).astype(np.float32)
    assert group_texts(Places(rows), 0.4).tolist() == [0, 1, 2, 2]


@pytest.mark.parametrize("n_texts", [0, 1])
def test_nothing_and_one_text_can_be_grouped(n_texts):
    rows = np.ones((n_texts, 3), dtype=np.float32)
    assert group_texts(Places(rows), 0.4).tolist() == [0] * n_texts


def test_groups_are_numbered_by_their_first_text():
    assert renumber(np.array([5, 2, 5, 9])).tolist() == [0, 1, 0, 2]


def test_shares_of_members_sum_to_one():
    shares = members(np.array([0, 1, 1, 1])).toarray()
    assert shares.tolist() == [
        [1, 0, 0, 0],
        pytest.approx([0, 1 / 3, 1 / 3, 1 / 3]),
    ]
