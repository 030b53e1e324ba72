"""Texts in few dimensions: words that occur in the same texts come to stand close."""

from __future__ import annotations

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from scipy import linalg
from sklearn.decomposition import TruncatedSVD
from sklearn.preprocessing import normalize

from kbtool.matching.search.packing import Arrays
from kbtool.matching.text.features import Scores, Vectors
from kbtool.matching.text.vocabulary import Matrix

_DIMENSIONS = 150
_TEXTS_PER_DIMENSION, _FEWEST = 10, 8  # with fewer texts there is nothing to learn
_MOST_TEXTS = 5000  # learned from; more only take time
_AT_ONCE = 1 << 15  # texts placed at once; bounds memory
_PASSES = 2  # of the randomised decomposition; groups are as good as with 5
_SPARE = 10  # further random directions, which make it exact enough
# Features up to which scikit-learn decomposes all of them, in half a second at most. With 91
# thousand that takes 2.9 seconds, by way of the texts 0.5; coordinates differ by rounding alone.
_FEW_FEATURES = 1 << 15
_NOTHING = 1e-9  # of the largest: squared lengths that are rounding errors


class Axes(Struct, frozen=True):
    """What turns texts into coordinates."""

    held: NDArray[np.int64]  # features that say something, rising; those learned from hold no other
    weights: Scores  # (n_held, n_dimensions)

    def place(self, rows: Matrix) -> Scores:
        """Coordinates of texts (n_texts, n_features), (n_texts, n_dimensions)."""
        return np.asarray(rows[:, self.held] @ self.weights, dtype=np.float32)

    @staticmethod
    def of(arrays: Arrays) -> Axes | None:
        """The axes that ``arrays`` gave; None where there were none."""
        return Axes(arrays["axes.held"], arrays["axes.weights"]) if "axes.held" in arrays else None

    def arrays(self) -> Arrays:
        """All that it is made of."""
        return {"axes.held": self.held, "axes.weights": self.weights}


class LatentSpace:
    """Latent semantic analysis (Deerwester et al. 1990) of questions and articles."""

    def __init__(self, rows: Matrix) -> None:
        """Learn from texts, rows of length 1, (n_texts, n_features); check ``fits`` before."""
        size = min(_DIMENSIONS, rows.shape[0] // _TEXTS_PER_DIMENSION)
        held = np.unique(rows.indices).astype(np.int64)
        if len(held) <= _FEW_FEATURES:
            reduction = TruncatedSVD(size, n_iter=_PASSES, random_state=0).fit(rows)
            self.axes = Axes(held, np.ascontiguousarray(reduction.components_.T[held]))
        else:
            self.axes = Axes(held, _find_axes(rows[:, held], size))

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
            self.axes.place(normalize(vectors[start : start + _AT_ONCE].joined))
            for start in range(0, max(vectors.count, 1), _AT_ONCE)
        ]
        return np.concatenate(parts)


def _find_axes(rows: Matrix, size: int) -> Scores:
    """The first right singular vectors, (n_features, size).

    As a randomised decomposition finds them (Halko, Martinsson and Tropp 2011), by way of the
    texts: these are fewer than the features, so that all but the products of ``rows`` is small.
    """
    n_texts = rows.shape[0]
    draw = np.random.RandomState(0).normal(size=(n_texts, min(size + _SPARE, n_texts)))
    by_text = np.asarray(draw, dtype=np.float32)
    turned = rows.T.tocsr()
    for _ in range(_PASSES):
        by_text = linalg.qr(rows @ (turned @ by_text), mode="economic", check_finite=False)[0]
    by_feature = turned @ by_text
    again = (rows @ by_feature).astype(np.float64)  # (n_texts, n_directions)
    # Directions that ``by_feature`` spans, of length 1 and at right angles; then the longest.
    inner = by_text.T.astype(np.float64) @ again
    values, vectors = linalg.eigh((inner + inner.T) / 2)
    kept = values > values[-1] * _NOTHING
    straight = vectors[:, kept] / np.sqrt(values[kept])
    seen = again @ straight
    turn = linalg.eigh(seen.T @ seen)[1][:, ::-1][:, :size]
    coordinates = seen @ turn
    farthest = np.abs(coordinates).argmax(axis=0)  # a direction has no sign of its own
    turn *= np.sign(coordinates[farthest, np.arange(turn.shape[1])])
    return np.asarray(by_feature @ (straight @ turn).astype(np.float32), dtype=np.float32)
