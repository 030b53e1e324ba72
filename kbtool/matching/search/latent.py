"""Texts in few dimensions: words that occur in the same texts come to stand close."""

from __future__ import annotations

import numpy as np
from sklearn.decomposition import TruncatedSVD
from sklearn.preprocessing import normalize

from kbtool.matching.text.features import Scores, Vectors
from kbtool.matching.text.vocabulary import Matrix

_DIMENSIONS = 150
_TEXTS_PER_DIMENSION, _FEWEST = 10, 8  # with fewer texts there is nothing to learn
_MOST_TEXTS = 5000  # learned from; more only take time
_AT_ONCE = 1 << 15  # texts placed at once; bounds memory
_PASSES = 2  # of the randomised decomposition; groups are as good as with 5


class LatentSpace:
    """Latent semantic analysis (Deerwester et al. 1990) of questions and articles."""

    def __init__(self, rows: Matrix) -> None:
        """Learn from texts, rows of length 1, (n_texts, n_features); check ``fits`` before."""
        size = min(_DIMENSIONS, rows.shape[0] // _TEXTS_PER_DIMENSION)
        self._reduction = TruncatedSVD(size, n_iter=_PASSES, random_state=0).fit(rows)

    @staticmethod
    def choose(n_texts: int) -> slice:
        """Which of so many texts to learn from."""
        return slice(None, None, max(1, -(-n_texts // _MOST_TEXTS)))

    @staticmethod
    def fits(n_texts: int) -> bool:
        """Whether so many texts are enough to learn from."""
        return n_texts >= _FEWEST * _TEXTS_PER_DIMENSION

    def place(self, vectors: Vectors) -> Scores:
        """Coordinates of texts, (n_texts, n_dimensions), shorter where the space says little."""
        parts = [
            self._reduction.transform(normalize(vectors[start : start + _AT_ONCE].joined))
            for start in range(0, max(vectors.count, 1), _AT_ONCE)
        ]
        return np.asarray(np.concatenate(parts), dtype=np.float32)

    @property
    def axes(self) -> Scores:
        """What turns texts into coordinates, (n_dimensions, n_features)."""
        return np.asarray(self._reduction.components_)
