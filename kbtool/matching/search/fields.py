"""What an article is compared by, as rows of weights: their product with a text is its score."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy import sparse

from kbtool.matching.text.features import Space, Vectors
from kbtool.matching.text.tokens import Doc
from kbtool.matching.text.vocabulary import Matrix

_K1, _B = 1.2, 0.75  # the usual saturation and length correction of BM25
_TITLE_REPEATS = 5  # how much more BM25 counts a word of the title


def likeness(texts: Vectors) -> Matrix:
    """Weights whose product with a text is the mean cosine of words and of parts of words.

    ``texts`` has one text an article; what comes back is (n_articles, n_features).
    """
    return (
        sparse.hstack([texts.words, texts.chars, sparse.csr_matrix(texts.mass.shape)]).tocsr() / 2
    )


def count_body(space: Space, bodies: Sequence[Doc], titles: Sequence[Doc]) -> Matrix:
    """How often articles hold each stem, those of titles counting more, (n_articles, n_stems)."""
    counts = space.count_stems(bodies) + _TITLE_REPEATS * space.count_stems(titles)
    return sparse.csr_matrix(counts, dtype=np.float32)


def mean_length(counts: Matrix) -> float:
    """Words of an article on average."""
    return max(float(np.asarray(counts.sum(axis=1)).mean()), 1.0)


def bm25(counts: Matrix, usual: float) -> Matrix:
    """Weights for the share of a text's rare words that an article holds.

    BM25 (Robertson and Zaragoza 2009), divided by the text's own idf and by k1 + 1, so that texts
    of any length compare; ``usual`` is the mean length of articles. (n_articles, n_stems).
    """
    counts = counts.copy()
    lengths = np.asarray(counts.sum(axis=1)).ravel()
    pull = _K1 * (1 - _B + _B * lengths / usual)
    rows = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
    counts.data = counts.data / (counts.data + pull[rows].astype(np.float32))
    return counts


def widen(weights: Matrix, before: int, after: int = 0) -> Matrix:
    """Weights of some features as weights of all, with columns of noughts on both sides."""
    n_rows = weights.shape[0]
    sides = [sparse.csr_matrix((n_rows, before)), weights, sparse.csr_matrix((n_rows, after))]
    return sparse.hstack(sides).tocsr()
