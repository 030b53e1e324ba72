"""How far apart texts are: by where they lie in few dimensions, in a short log by their words.

A short log has too few texts for dimensions that mean something: neighbours are pulled towards each
other however little they share, and questions that have nothing to do with each other end up in one
group. Their own words then decide, which only put together what shares some.
"""

from __future__ import annotations

from math import sqrt
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from scipy import sparse
from scipy.spatial.distance import pdist, squareform
from sklearn.preprocessing import normalize

from kbtool.matching.text.features import Scores, Vectors
from kbtool.matching.text.vocabulary import Matrix

Embedding = NDArray[np.float32]  # (n_texts, n_dimensions), rows of length 1 or 0

_LONG_LOG = 1000  # texts from which dimensions alone say how far apart they are
# Cosines of words are about a third of those in few dimensions: so stretched, one distance fits
# both. Of 2 to 3.5 times the one that keeps logs of 24 to 48 questions purest at equal recall.
_STRETCH = 3.0


class Places(Struct, frozen=True):
    """Texts, and how far apart any two of them are."""

    embedding: Embedding
    words: Matrix | None = None  # products of rows are likenesses; None in a long log
    trust: float = 1.0  # share of the embedding in a distance

    @classmethod
    def of(cls, embedding: Embedding, vectors: Vectors | None) -> Places:
        """Texts of a log; the shorter it is, the more their words count, if ``vectors`` has any."""
        trust = sqrt(len(embedding) / _LONG_LOG)
        if trust >= 1 or vectors is None:
            return cls(embedding)
        halves = [normalize(vectors.joined), normalize(vectors.mass)]
        return cls(embedding, sparse.hstack(halves).tocsr() / sqrt(2), trust)

    def some(self, rows: Any) -> Places:
        """Some of the texts, as far apart as before."""
        words = None if self.words is None else self.words[rows]
        return Places(self.embedding[rows], words, self.trust)

    def distances(self) -> NDArray[np.float64]:
        """Distance of each pair, 0 to 1 and more, in the order of ``scipy`` (n_pairs,)."""
        # A text without any direction is as far from everything as can be.
        apart = np.nan_to_num(np.maximum(pdist(self.embedding, "cosine"), 0.0), nan=1.0)
        if self.words is None:
            return np.asarray(apart, dtype=np.float64)
        own = squareform(1 - _alike(self.words), checks=False)
        return np.asarray(self.trust * apart + (1 - self.trust) * own, dtype=np.float64)

    def group_distances(self, shares: Matrix) -> Scores:
        """Distance of each pair of groups, (n_groups, n_groups), 0 of a group from itself.

        ``shares`` (n_groups, n_texts) has rows that sum to 1. Words: mean over pairs of texts.
        """
        centres = normalize(shares @ self.embedding)
        apart = 1 - centres @ centres.T
        if self.words is not None:
            alike = shares @ (shares @ _alike(self.words)).T
            apart = self.trust * apart + (1 - self.trust) * (1 - alike)
        np.fill_diagonal(apart, 0.0)
        return np.asarray(apart, dtype=np.float32)


def _alike(words: Matrix) -> Scores:
    """Likeness of each pair by words, up to 1, (n_texts, n_texts)."""
    alike = np.minimum(1.0, _STRETCH * (words @ words.T).toarray())
    np.fill_diagonal(alike, 1.0)
    return np.asarray(alike, dtype=np.float32)
