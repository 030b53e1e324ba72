"""Neighbours and what they lend."""

import numpy as np
import pytest
from scipy import sparse

from kbtool.matching.neighbours import find_neighbours, smooth

ROWS = np.array([[1, 0], [0.8, 0.6], [0, 1]], dtype=np.float32)


def test_cosines_of_neighbours_leave_the_text_itself_out():
    found = find_neighbours(sparse.csr_matrix(ROWS)).toarray()
    assert found == pytest.approx(np.array([[0, 0.8, 0], [0.8, 0, 0.6], [0, 0.6, 0]]))


def test_sparse_and_dense_rows_have_the_same_neighbours():
    dense = find_neighbours(ROWS)
    assert dense.toarray() == pytest.approx(find_neighbours(sparse.csr_matrix(ROWS)).toarray())


def test_a_score_takes_three_tenths_from_the_neighbours():
    scores = np.array([[1.0], [0.0], [0.0]], dtype=np.float32)
    # neighbours of the second text: the first (1.0) and the third (0.0), mean one half
    assert smooth(scores, find_neighbours(ROWS)) == pytest.approx(np.array([[0.7], [0.15], [0.0]]))


def test_a_lonely_text_keeps_its_score():
    scores = np.array([[0.4]], dtype=np.float32)
    assert smooth(scores, find_neighbours(ROWS[:1])) == pytest.approx(scores)
