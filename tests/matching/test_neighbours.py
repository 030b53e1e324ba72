"""Neighbours and what they lend."""

import numpy as np
import pytest
from scipy import sparse

from kbtool.matching.clusters.neighbours import find_neighbours, share_of_neighbours, smooth
from kbtool.matching.search.ranked import rank_dense

ROWS = np.array([[1, 0], [0.8, 0.6], [0, 1]], dtype=np.float32)


def test_cosines_of_neighbours_leave_the_text_itself_out():
    found = find_neighbours(sparse.csr_matrix(ROWS)).toarray()
    assert found == pytest.approx(np.array([[0, 0.8, 0], [0.8, 0, 0.6], [0, 0.6, 0]]))


def test_sparse_and_dense_rows_have_the_same_neighbours():
    dense = find_neighbours(ROWS)
    assert dense.toarray() == pytest.approx(find_neighbours(sparse.csr_matrix(ROWS)).toarray())


def smoothed(scores, neighbours, share=0.3):
    """Scores of one article."""
    ranked = rank_dense(np.array(scores, dtype=np.float32)[:, None])
    share = np.full(len(scores), share, dtype=np.float32)
    return smooth(ranked, neighbours, 1, share).spread(1).toarray().ravel()


def test_a_score_takes_its_share_from_the_neighbours_by_the_square_of_likeness():
    # neighbours of the second text: the first (1.0, weight .64) and the third (0.0, weight .36)
    found = smoothed([1.0, 0.0, 0.0], find_neighbours(ROWS))
    assert found == pytest.approx([0.7, 0.3 * 0.64, 0.0])


def test_a_lonely_text_keeps_its_score():
    assert smoothed([0.4], find_neighbours(ROWS[:1])) == pytest.approx([0.4])


def test_neighbours_count_more_for_long_texts_unless_solved_questions_have_told():
    assert share_of_neighbours([0, 60, 600], learned=False) == pytest.approx([0.3, 0.5, 0.5])
    assert share_of_neighbours([0, 600], learned=True) == pytest.approx([0.3, 0.3])
