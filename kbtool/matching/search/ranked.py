"""Articles of each text, the best first: all that is kept of scores."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from scipy import sparse
from sparse_dot_topn import sp_matmul_topn

from kbtool.matching.text.features import Scores
from kbtool.matching.text.vocabulary import Matrix

# Articles kept for each text. Of 32, 64 and all 191, MRR@10 on thunderbird is .688, .690 and .692.
KEPT = 64

Places = NDArray[np.int32]  # (n_texts, n_kept), positions of articles, -1 for none


class Ranked(Struct, frozen=True):
    """The articles that fit each text best."""

    articles: Places  # (n_texts, n_kept), -1 where there are fewer; at least two columns
    scores: Scores  # (n_texts, n_kept), falling; 0 where there is no article

    def first(self, rank: int = 0) -> NDArray[np.int32]:
        """Article at a rank from 0, -1 for none, (n_texts,)."""
        return self.articles[:, rank]

    def reached(self, rank: int = 0) -> Scores:
        """Score of the article at a rank from 0, 0 where there is none, (n_texts,)."""
        return self.scores[:, rank]

    def spread(self, n_articles: int) -> Matrix:
        """The same scores by article, sparse, (n_texts, n_articles)."""
        there = self.articles >= 0
        rows = np.nonzero(there)[0]
        places = (rows, self.articles[there])
        return sparse.csr_matrix(
            (self.scores[there], places), shape=(len(self.scores), n_articles), dtype=np.float32
        )

    def mapped(self, scores: Scores) -> Ranked:
        """The same articles with other scores that keep their order."""
        return Ranked(self.articles, np.where(self.articles >= 0, scores, 0.0).astype(np.float32))


def join_ranked(parts: Sequence[Ranked]) -> Ranked:
    """Parts of one ranking, in order, as one."""
    return Ranked(
        np.concatenate([part.articles for part in parts]),
        np.concatenate([part.scores for part in parts]),
    )


def widen_ranked(ranked: Ranked, kept: int = KEPT) -> Ranked:
    """The same ranking with as many columns as most have, so that it can be joined."""
    lacking = ((0, 0), (0, max(0, kept - ranked.articles.shape[1])))
    return Ranked(
        np.pad(ranked.articles, lacking, constant_values=-1), np.pad(ranked.scores, lacking)
    )


def rank_none(n_texts: int) -> Ranked:
    """Ranking where there are no articles."""
    return Ranked(
        np.full((n_texts, 2), -1, dtype=np.int32), np.zeros((n_texts, 2), dtype=np.float32)
    )


def rank_dense(scores: Any, kept: int = KEPT) -> Ranked:
    """Best articles by scores (n_texts, n_articles).

    Ties go to the first article, but for those over the last place, which go to any of them.
    """
    n_texts, n_articles = scores.shape
    kept = min(kept, n_articles)
    if kept < n_articles:
        near = np.argpartition(scores, n_articles - kept, axis=1)[:, n_articles - kept :]
        near = np.sort(near, axis=1)
        own = np.take_along_axis(scores, near, axis=1)
    else:
        near, own = np.broadcast_to(np.arange(n_articles), (n_texts, n_articles)), scores
    return sort_articles(near, own)


def sort_articles(articles: Any, scores: Any) -> Ranked:
    """Articles (n_texts, n_kept) in the order of their scores; -1 stands for none."""
    order = np.argsort(np.where(articles < 0, np.inf, -scores), axis=1, kind="stable")
    found = np.take_along_axis(np.asarray(articles), order, axis=1).astype(np.int32)
    values = np.take_along_axis(np.asarray(scores), order, axis=1)
    values = np.where(found < 0, 0.0, values).astype(np.float32)
    lacking = max(0, 2 - found.shape[1])
    return Ranked(
        np.pad(found, ((0, 0), (0, lacking)), constant_values=-1),
        np.pad(values, ((0, 0), (0, lacking))),
    )


def rank_sparse(scores: Matrix, kept: int = KEPT) -> Ranked:
    """Best articles by the scores that are there; others have none."""
    rows = np.repeat(np.arange(scores.shape[0]), np.diff(scores.indptr))
    order = np.lexsort((scores.indices, -scores.data, rows))
    rank = np.arange(len(order)) - scores.indptr[rows[order]]
    within = rank < kept
    found = np.full((scores.shape[0], max(kept, 2)), -1, dtype=np.int32)
    values = np.zeros(found.shape, dtype=np.float32)
    places = (rows[order][within], rank[within])
    found[places] = scores.indices[order][within]
    values[places] = scores.data[order][within]
    return Ranked(found, values)


def rank_product(texts: Matrix, weights: Matrix, kept: int = KEPT) -> Ranked:
    """Best articles by a product whose cells are never all there.

    ``texts`` (n_texts, n_features) times ``weights`` (n_features, n_articles); articles that share
    nothing with a text have no score. Ties go to the first article, but for those over the last
    place, which go to any of them.
    """
    kept = min(kept, weights.shape[1])
    if not kept or not texts.nnz or not weights.nnz:
        return rank_none(texts.shape[0])
    # Unsorted, as many as there are articles would take a short cut that leaves cells unset where
    # a product is nought (sparse-dot-topn 1.2.0).
    found = sp_matmul_topn(texts, weights, kept, sort=True, n_threads=1)
    rows = np.repeat(np.arange(found.shape[0]), np.diff(found.indptr))
    places = (rows, np.arange(len(rows)) - found.indptr[rows])
    articles = np.full((found.shape[0], kept), -1, dtype=np.int32)
    scores = np.zeros(articles.shape, dtype=np.float32)
    articles[places], scores[places] = found.indices, found.data
    order = np.argsort(articles, axis=1)
    return sort_articles(
        np.take_along_axis(articles, order, axis=1), np.take_along_axis(scores, order, axis=1)
    )
