"""The best line of an article for a text: the passage that would be quoted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from scipy import sparse

from kbtool.matching.search.packing import Arrays, flatten, restore
from kbtool.matching.search.ranked import Places
from kbtool.matching.text.features import Scores, Vectors
from kbtool.matching.text.vocabulary import Matrix


class Lines(Struct, frozen=True):
    """All lines of all articles, compared with texts article by article."""

    starts: NDArray[np.int64]  # first row of each article, and the end, (n_articles + 1,)
    both: Matrix  # lines of each article as words, then as parts of words, (2 n_lines, n_features)

    @staticmethod
    def gather(lines: Vectors, starts: NDArray[np.int64]) -> Lines:
        """Lines; ``starts`` has the first of each article, and the end, (n_articles + 1,)."""
        places = 2 * starts
        # Each article's lines as words, then the same as parts of words, so that one product gives
        # both: turning a matrix of hundreds of thousands of columns costs more than multiplying.
        both = sparse.block_diag([lines.words, lines.chars]).tocsr()
        sizes = np.diff(starts)
        within = np.arange(lines.count) - np.repeat(starts[:-1], sizes)
        place = np.repeat(places[:-1], sizes) + within
        order = np.argsort(np.concatenate([place, place + np.repeat(sizes, sizes)]))
        return Lines(places, both[order])

    def changed(self, kept: NDArray[np.int64], added: Lines) -> Lines:
        """Lines of some of the articles, then those of others."""
        sizes = np.diff(self.starts)[kept]
        starts = np.cumsum([0, *sizes, *np.diff(added.starts)])
        shifts = np.repeat(self.starts[:-1][kept] - starts[: len(kept)], sizes)
        both = self.both[np.arange(starts[len(kept)]) + shifts]
        return Lines(starts, sparse.vstack([both, added.both]).tocsr())

    @staticmethod
    def of(arrays: Arrays) -> Lines:
        """The lines that ``arrays`` gave."""
        return Lines(arrays["starts"], restore("both", arrays))

    def arrays(self) -> Arrays:
        """All that it is made of."""
        return {"starts": self.starts, **flatten("both", self.both)}

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
        found = np.zeros(articles.shape, dtype=np.int32)
        for at, words, chars in self._compare(asked, articles):
            found[at] = (words + chars).argmax(axis=1)
        return found

    def _compare(
        self, asked: Vectors, articles: Places
    ) -> Iterator[tuple[tuple[NDArray[np.int64], NDArray[np.int64]], Scores, Scores]]:
        """For each article the places that name it, and cosines of their texts with its lines."""
        order = np.argsort(articles, axis=None, kind="stable")
        flat = articles.ravel()[order]
        cuts = np.searchsorted(flat, np.arange(len(self.starts)))
        joined = asked.joined
        place = np.full(joined.shape[1], -1, dtype=np.int64)  # of a feature in the current product
        for article, (start, end) in enumerate(pairwise(cuts)):
            if start == end:
                continue
            rows, ranks = np.unravel_index(order[start:end], articles.shape)
            own = self.both[self.starts[article] : self.starts[article + 1]]
            cosines = _multiply(joined[rows], own, place)
            n_lines = cosines.shape[1] // 2
            yield (rows, ranks), cosines[:, :n_lines], cosines[:, n_lines:]


def _multiply(texts: Matrix, lines: Matrix, place: NDArray[np.int64]) -> Scores:
    """Product (n_texts, n_lines) by way of the features that the lines hold.

    A matrix of few rows and hundreds of thousands of columns takes longer to turn than all the
    rest. ``place`` is -1 for each feature, before and after.
    """
    held = lines.indices
    place[held] = np.arange(len(held))  # the last place of a feature is its own
    full = np.zeros((len(held), lines.shape[0]), dtype=np.float32)
    full[place[held], np.repeat(np.arange(lines.shape[0]), np.diff(lines.indptr))] = lines.data
    found = place[texts.indices]
    place[held] = -1
    shared = found >= 0
    starts = np.concatenate([[0], np.cumsum(shared)])[texts.indptr]
    shape = (texts.shape[0], len(held))
    known = sparse.csr_matrix((texts.data[shared], found[shared], starts), shape=shape)
    cosines: Scores = known @ full
    return cosines
