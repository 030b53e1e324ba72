"""Articles of texts, the best first."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from scipy import sparse

from kbtool.matching.search.ranked import rank_dense, rank_none, rank_product, rank_sparse

SCORES = arrays.arrays(
    np.float32,
    st.tuples(st.integers(1, 6), st.integers(1, 9)),
    elements=st.sampled_from([0.125, 0.25, 0.5, 1.0]),
)


@given(SCORES)
def test_the_best_come_first_and_ties_go_to_the_first_article(scores):
    found = rank_dense(scores)
    for row, ranked in zip(scores.tolist(), found.articles.tolist(), strict=True):
        expected = sorted(range(len(row)), key=lambda at: (-row[at], at))
        assert [at for at in ranked if at >= 0] == expected


@given(SCORES, st.integers(1, 10))
def test_no_article_that_is_left_out_is_better_than_one_that_is_kept(scores, kept):
    found = rank_dense(scores, kept)
    for row, ranked in zip(scores.tolist(), found.articles.tolist(), strict=True):
        own = [row[at] for at in ranked if at >= 0]
        assert own == sorted(row, reverse=True)[:kept]


@given(SCORES, st.integers(1, 10))
def test_sparse_scores_rank_like_dense_ones(scores, kept):
    dense, found = rank_dense(scores, kept), rank_sparse(sparse.csr_matrix(scores), kept)
    width = min(dense.articles.shape[1], found.articles.shape[1])
    assert (dense.scores[:, :width] == found.scores[:, :width]).all()


@given(SCORES)
def test_spread_gives_back_what_was_ranked(scores):
    assert (rank_dense(scores, 9).spread(scores.shape[1]).toarray() == scores).all()


def test_where_articles_lack_there_is_none():
    found = rank_dense(np.array([[0.5]], dtype=np.float32))
    assert found.first(1).tolist() == [-1]
    assert found.reached(1).tolist() == [0.0]
    assert rank_none(2).first().tolist() == [-1, -1]


def test_other_scores_keep_the_articles():
    found = rank_dense(np.array([[0.5, 0.25]], dtype=np.float32)).mapped(np.array([[0.1, 0.9]]))
    assert found.first().tolist() == [0]
    assert found.reached().tolist() == [pytest.approx(0.1)]


@pytest.mark.parametrize("kept", [2, 3, 64])
def test_a_product_is_ranked_as_its_cells_are(kept):
    random = np.random.default_rng(4)
    texts, weights = random.random((6, 8), np.float32), random.random((8, 9), np.float32)
    found = rank_product(sparse.csr_matrix(texts), sparse.csr_matrix(weights), kept)
    whole = rank_dense(texts @ weights, kept)
    assert (found.articles == whole.articles).all()
    assert found.scores == pytest.approx(whole.scores)


@pytest.mark.parametrize("kept", [1, 2, 3, 4])
def test_noughts_that_a_matrix_holds_do_no_harm(kept):
    texts = sparse.csr_matrix(np.ones((1, 1), np.float32))
    noughts = np.array([0.0, 0.75, 0.0], np.float32)
    weights = sparse.csr_matrix((noughts, [0, 1, 2], [0, 3]), shape=(1, 3))
    found = rank_product(texts, weights, kept)
    assert found.articles[0, 0] == 1
    assert found.scores[0].tolist() == [0.75] + [0.0] * (found.scores.shape[1] - 1)


@pytest.mark.parametrize(("n_texts", "n_articles"), [(0, 3), (2, 0)])
def test_nothing_is_found_where_there_is_nothing(n_texts, n_articles):
    texts, weights = np.zeros((n_texts, 4)), np.zeros((4, n_articles))
    found = rank_product(sparse.csr_matrix(texts), sparse.csr_matrix(weights))
    assert (found.articles == -1).all()
    assert found.articles.shape == (n_texts, 2)
