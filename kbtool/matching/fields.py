"""What an article is compared by: one class a field, each scoring 0 to 1."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.preprocessing import normalize

from kbtool.matching.features import Matrix, Scores, Space, Vectors
from kbtool.matching.latent import LatentSpace
from kbtool.matching.tokens import Doc

_K1, _B = 1.2, 0.75  # the usual saturation and length correction of BM25
_TITLE_REPEATS = 5  # how much more BM25 counts a word of the title


class Field(Protocol):
    """One way to compare texts with articles."""

    weight: float  # beside the other fields

    def score(self, asked: Vectors) -> Scores:
        """How well each article fits each text by this field, 0 to 1, (n_texts, n_articles)."""
        ...


class Likeness:
    """Cosine of words and of parts of words with a text of each article."""

    def __init__(self, texts: Vectors, weight: float) -> None:
        """Take one text an article."""
        self.weight = weight
        self._words, self._chars = texts.words.T.tocsr(), texts.chars.T.tocsr()

    def score(self, asked: Vectors) -> Scores:
        """Mean of both cosines."""
        both = asked.words @ self._words + asked.chars @ self._chars
        return np.asarray(both.toarray() / 2, dtype=np.float32)


class BestLine:
    """Cosine of words and of parts of words with the best line of each article."""

    def __init__(self, lines: Vectors, starts: NDArray[np.int64], weight: float) -> None:
        """Take all lines of all articles; ``starts`` has the first of each article, and the end."""
        self.weight = weight
        self._lines, self._starts = lines, starts

    def score(self, asked: Vectors) -> Scores:
        """Mean of the best cosine of either kind; the two may come from different lines."""
        words = (asked.words @ self._lines.words.T).toarray()
        chars = (asked.chars @ self._lines.chars.T).toarray()
        starts = self._starts[:-1]
        best = np.maximum.reduceat(words, starts, axis=1)
        return np.asarray((best + np.maximum.reduceat(chars, starts, axis=1)) / 2, dtype=np.float32)

    def find(self, asked: Vectors, articles: NDArray[np.int64]) -> NDArray[np.int64]:
        """Which line of its article (n_texts,) fits each text best, 0 for none, (n_texts,)."""
        found = np.zeros(len(articles), dtype=np.int64)
        for article in np.unique(articles[articles >= 0]):
            rows = np.flatnonzero(articles == article)
            own = slice(self._starts[article], self._starts[article + 1])
            fits = asked.words[rows] @ self._lines.words[own].T
            fits += asked.chars[rows] @ self._lines.chars[own].T
            found[rows] = fits.toarray().argmax(axis=1)
        return found


class Bm25:
    """Share of a text's rare words that an article holds, by BM25 (Robertson and Zaragoza 2009).

    Divided by the text's own idf and by k1 + 1, so that texts of any length compare.
    """

    def __init__(
        self, space: Space, bodies: Sequence[Doc], titles: Sequence[Doc], weight: float
    ) -> None:
        """Take the two texts of each article."""
        self.weight = weight
        counts = space.count_stems(bodies) + _TITLE_REPEATS * space.count_stems(titles)
        self._held = _saturate(sparse.csr_matrix(counts, dtype=np.float32)).T.tocsr()

    def score(self, asked: Vectors) -> Scores:
        """Idf of shared words over that of all words of the text."""
        return np.asarray((asked.mass @ self._held).toarray(), dtype=np.float32)


def _saturate(counts: Matrix) -> Matrix:
    lengths = np.asarray(counts.sum(axis=1)).ravel()
    pull = _K1 * (1 - _B + _B * lengths / max(float(lengths.mean()), 1.0))
    rows = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
    counts.data = counts.data / (counts.data + pull[rows].astype(np.float32))
    return counts


class Latent:
    """Likeness beyond shared words, by what words occur together."""

    def __init__(self, space: LatentSpace, articles: Vectors, weight: float) -> None:
        """Take one text an article."""
        self.weight = weight
        self._space = space
        self._articles = normalize(space.place(articles)).T

    def score(self, asked: Vectors) -> Scores:
        """Cosine in the learned dimensions, 0 where it is negative."""
        placed = normalize(self._space.place(asked))
        return np.asarray(np.maximum(placed @ self._articles, 0.0), dtype=np.float32)
