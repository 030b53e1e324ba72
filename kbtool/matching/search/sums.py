"""Scores that are sums over features, for all articles at once."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from scipy import sparse

from kbtool.matching.search.packing import Arrays, flatten, restore
from kbtool.matching.search.ranked import Ranked, rank_dense
from kbtool.matching.search.shortlist import Shortlist
from kbtool.matching.text.features import Scores
from kbtool.matching.text.vocabulary import Matrix

MANY = 2_000  # articles from which scoring only those that lead in full is the quicker way
# Share of the articles that must hold a feature for its weights to be kept in full: adding up
# whole rows is five times quicker than picking places, which pays where half of them are noughts
# and still does at an eighth.
_COMMON = 1 / 8
_FULL_CELLS = 1 << 25  # weights kept in full: 128 MB
_CELLS = 1 << 22  # scores worked out at once; bounds memory


class Sums(Struct, frozen=True):
    """Products of texts with the weights of all articles."""

    common: NDArray[np.int64]  # features that many articles hold, (n_common,)
    full: Scores  # their weights, (n_common, n_articles)
    rare: Matrix  # weights of all others, (n_features, n_articles)

    @staticmethod
    def weigh(weights: Matrix) -> Sums:
        """Sums with these weights (n_articles, n_features)."""
        n_articles = weights.shape[0]
        by_feature = weights.T.tocsr()
        holding = np.diff(by_feature.indptr)
        most = _FULL_CELLS // max(n_articles, 1)
        common = np.flatnonzero(holding > _COMMON * n_articles)
        common = np.sort(common[np.argsort(-holding[common], kind="stable")[:most]])
        full = np.ascontiguousarray(by_feature[common].toarray(), dtype=np.float32)
        others = np.ones(len(holding), dtype=np.float32)
        others[common] = 0.0
        rare = (sparse.diags(others) @ by_feature).tocsr()
        rare.eliminate_zeros()
        return Sums(common, full, rare)

    def changed(self, kept: NDArray[np.int64], weights: Matrix) -> Sums:
        """Sums of some of the articles, then of others with weights (n_others, n_features).

        Which features are common stays as it was: that is a matter of speed alone.
        """
        added = weights.T.tocsr()
        full = np.hstack([self.full[:, kept], added[self.common].toarray()])
        others = np.ones(added.shape[0], dtype=np.float32)
        others[self.common] = 0.0
        rare = sparse.hstack([self.rare[:, kept], sparse.diags(others) @ added]).tocsr()
        rare.eliminate_zeros()
        return Sums(self.common, np.ascontiguousarray(full, dtype=np.float32), rare)

    @staticmethod
    def of(arrays: Arrays) -> Sums:
        """The sums that ``arrays`` gave."""
        return Sums(arrays["common"], arrays["full"], restore("rare", arrays))

    def arrays(self) -> Arrays:
        """All that it is made of."""
        return {"common": self.common, "full": self.full, **flatten("rare", self.rare)}

    def lead(self, features: Matrix, own: Matrix | None, kept: int) -> list[Ranked]:
        """Articles that lead by their sums, parts of the ranking in order.

        ``features`` is (n_texts, n_features); ``own`` (n_texts, n_articles) is added to sums.
        """
        return [
            rank_dense(sums if own is None else sums + own[rows].toarray(), kept)
            for rows, sums in self.multiply(features)
        ]

    def multiply(self, features: Matrix) -> Iterator[tuple[slice, Scores]]:
        """Sums (n_rows, n_articles) for some rows of texts (n_texts, n_features) after others."""
        common = features[:, self.common]
        step = max(1, _CELLS // max(self.full.shape[1], 1))
        for start in range(0, features.shape[0], step):
            rows = slice(start, start + step)
            sums = common[rows] @ self.full
            sums += (features[rows] @ self.rare).toarray()
            yield rows, sums


def weigh(weights: Matrix) -> Sums | Shortlist:
    """Sums with these weights (n_articles, n_features), in full where articles are not too many."""
    return Sums.weigh(weights) if weights.shape[0] < MANY else Shortlist.weigh(weights)


def change(sums: Sums | Shortlist, kept: NDArray[np.int64], weights: Matrix) -> Sums | Shortlist:
    """Sums of some of the articles, then of others with weights (n_others, n_features)."""
    if isinstance(sums, Sums):
        return sums.changed(kept, weights)
    return weigh(sparse.vstack([sums.weights[kept], weights]).tocsr())


def restore_sums(arrays: Arrays) -> Sums | Shortlist:
    """The sums that ``arrays`` of either kind gave."""
    return Sums.of(arrays) if "full" in arrays else Shortlist.of(arrays)
