"""The best line of an article for a text: the passage that would be quoted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from kbtool.matching.features import Scores, Vectors
from kbtool.matching.ranked import Places


class Lines:
    """All lines of all articles, compared with texts article by article."""

    def __init__(self, lines: Vectors, starts: NDArray[np.int64]) -> None:
        """Take lines; ``starts`` has the first of each article, and the end, (n_articles + 1,)."""
        self._words, self._chars, self._starts = lines.words, lines.chars, starts

    def score(self, asked: Vectors, articles: Places) -> Scores:
        """Cosine with the best line of each of some articles, (n_texts, n_kept).

        Mean of the best cosine of words and that of parts of words, which may come from two lines.
        """
        found = np.zeros(articles.shape, dtype=np.float32)
        for at, words, chars in self._compare(asked, articles):
            found[at] = (words.max(axis=1) + chars.max(axis=1)) / 2
        return found

    def find(self, asked: Vectors, articles: Places) -> Places:
        """Which line of each of some articles fits best, 0 where there is no article."""
        found = np.zeros(articles.shape, dtype=np.int64)
        for at, words, chars in self._compare(asked, articles):
            found[at] = (words + chars).argmax(axis=1)
        return found

    def _compare(
        self, asked: Vectors, articles: Places
    ) -> Iterator[tuple[tuple[NDArray[np.int64], NDArray[np.int64]], Scores, Scores]]:
        """For each article the places that name it, and cosines of their texts with its lines."""
        order = np.argsort(articles, axis=None, kind="stable")
        flat = articles.ravel()[order]
        cuts = np.searchsorted(flat, np.arange(len(self._starts)))
        for article, (start, end) in enumerate(pairwise(cuts)):
            if start == end:
                continue
            rows, ranks = np.unravel_index(order[start:end], articles.shape)
            own = slice(self._starts[article], self._starts[article + 1])
            words = asked.words[rows] @ self._words[own].T
            chars = asked.chars[rows] @ self._chars[own].T
            yield (rows, ranks), words.toarray(), chars.toarray()
