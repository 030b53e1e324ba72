"""Leading articles among very many, without a look at most of them.

Ranking all takes time with articles times texts. Here each feature lists the articles that hold it
most (champion lists: Manning, Raghavan and Schütze 2008, 7.1.3), a text asks for its most telling
features alone, and only what leads by these is scored in full.
"""

from __future__ import annotations

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from scipy import sparse

from kbtool.matching.search.packing import Arrays, flatten, restore
from kbtool.matching.search.pairs import multiply_chosen
from kbtool.matching.search.ranked import Ranked, rank_product, sort_articles
from kbtool.matching.text.features import Scores
from kbtool.matching.text.vocabulary import Matrix

_LISTED = 256  # articles of a feature
_TELLING = 1.5  # of a text's mean: features that could add less to a score are left out
_IN_FULL = 16  # articles of a text that are scored in full
_AT_ONCE = 1 << 15  # texts; bounds memory


class Shortlist(Struct, frozen=True):
    """Sums over features for the articles that can lead."""

    weights: Matrix  # (n_articles, n_features)
    lists: Matrix  # (n_features, n_articles), weights less the mean of those that are not listed
    most: Scores  # largest weight of each feature, (n_features,)

    @staticmethod
    def weigh(weights: Matrix) -> Shortlist:
        """Sums with these weights (n_articles, n_features)."""
        by_feature = weights.T.tocsr()
        n_articles, ends = weights.shape[0], by_feature.indptr
        most = np.asarray(by_feature.max(axis=1).toarray(), dtype=np.float32).ravel()
        listed = np.ones(by_feature.nnz, dtype=bool)
        for feature in np.flatnonzero(np.diff(ends) > _LISTED):
            own = slice(ends[feature], ends[feature + 1])
            held = by_feature.data[own]
            listed[own] = False
            best = np.argpartition(-held, _LISTED - 1)[:_LISTED] + ends[feature]
            listed[best] = True
            left = held.sum() - by_feature.data[best].sum()
            by_feature.data[own] -= left / (n_articles - _LISTED)
        starts = np.concatenate([[0], np.cumsum(listed)])[ends]
        kept = (by_feature.data[listed], by_feature.indices[listed], starts)
        return Shortlist(weights, sparse.csr_matrix(kept, shape=by_feature.shape), most)

    @staticmethod
    def of(arrays: Arrays) -> Shortlist:
        """The sums that ``arrays`` gave."""
        return Shortlist(restore("weights", arrays), restore("lists", arrays), arrays["most"])

    def arrays(self) -> Arrays:
        """All that it is made of."""
        return {
            "most": self.most,
            **flatten("weights", self.weights),
            **flatten("lists", self.lists),
        }

    def lead(self, features: Matrix, own: Matrix | None, kept: int) -> list[Ranked]:
        """Articles that lead by their sums, parts of the ranking in order.

        ``features`` is (n_texts, n_features); ``own`` (n_texts, n_articles) is added to sums. Those
        behind the leaders have an estimate that is no higher than the least sum of a leader.
        """
        parts = []
        for start in range(0, features.shape[0], _AT_ONCE):
            rows = slice(start, start + _AT_ONCE)
            parts.append(self._lead(features[rows], None if own is None else own[rows], kept))
        return parts

    def _lead(self, features: Matrix, own: Matrix | None, kept: int) -> Ranked:
        found = rank_product(self._choose(features), self.lists, max(kept, _IN_FULL))
        near = found.articles[:, :_IN_FULL]
        sums = multiply_chosen(features, self.weights, near)
        missed = (sums - found.scores[:, :_IN_FULL]).mean(axis=1, keepdims=True)
        least = np.where(near >= 0, sums, np.inf).min(axis=1, keepdims=True)
        scores = np.minimum(found.scores + missed, least)
        scores[:, :_IN_FULL] = sums
        if own is not None:
            scores += _pick(own, found.articles)
        return sort_articles(found.articles, scores)

    def _choose(self, features: Matrix) -> Matrix:
        """The same texts with those features alone that can add much to a sum."""
        adds = features.data * self.most[features.indices]
        sizes = np.diff(features.indptr)
        sums = np.concatenate([[0.0], np.cumsum(adds, dtype=np.float64)])
        means = np.diff(sums[features.indptr]) / np.maximum(sizes, 1)
        telling = adds >= np.repeat(_TELLING * means, sizes)
        starts = np.concatenate([[0], np.cumsum(telling)])[features.indptr]
        chosen = (features.data[telling], features.indices[telling], starts)
        return sparse.csr_matrix(chosen, shape=features.shape)


def _pick(own: Matrix, articles: NDArray[np.int32]) -> Scores:
    """What is added to each of some articles, (n_texts, n_kept)."""
    rows = np.repeat(np.arange(len(articles)), articles.shape[1])
    found = np.asarray(own.tocsr()[rows, np.maximum(articles, 0).ravel()]).reshape(articles.shape)
    return np.where(articles >= 0, found, 0.0).astype(np.float32)
