"""Questions that agents resolved with an article: what they teach about it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from scipy import linalg, sparse

from kbtool.matching.text.features import Scores
from kbtool.matching.text.vocabulary import Matrix

# Questions that the regression is fitted on, the newest: its time grows with the cube of them.
_MOST = 4000
_RIDGE = 0.3  # of 0.1 to 3 the best or nearly so on three periods of thunderbird
_AT_ONCE = 256  # articles whose weights are worked out together; bounds memory
_NEGLIGIBLE = 0.01  # of an article's largest weight: what is smaller is dropped


class Solved:
    """Weights that tell an article's questions from those of others.

    The mean of two: likeness to the centre of the questions that an article has resolved (Rocchio
    1971), which a single question suffices for, and ridge regression on who resolved what, which
    learns what tells articles apart. On questions of thunderbird's later halves MRR@10 was .645
    with the first alone, .663 with the second, .668 with both.
    """

    def __init__(self, rows: Matrix, links: Matrix) -> None:
        """Take questions (n_solved, n_features), of length 1, the oldest first.

        ``links`` (n_solved, n_articles) has 1 where an article resolved a question.
        """
        self._rows, self._links = rows, sparse.csr_matrix(links, dtype=np.float32)
        self._sums = (self._links.T @ rows).tocsr()  # (n_articles, n_features)
        self._lengths = np.sqrt(np.asarray(self._sums.multiply(self._sums).sum(axis=1)).ravel())
        self._first = max(0, rows.shape[0] - _MOST)
        self._taught = np.unique(self._links[self._first :].indices)  # columns with a link
        self._pull, self._inverse = self._regress()

    def _regress(self) -> tuple[Scores, Scores]:
        """Dual weights (n_newest, n_taught) of ridge regression, and the inverse's diagonal."""
        newest = self._rows[self._first :]
        gram = (newest @ newest.T).toarray().astype(np.float64)
        gram[np.diag_indices_from(gram)] += _RIDGE
        inverse = linalg.inv(gram, overwrite_a=True)
        links = self._links[self._first :][:, self._taught].toarray()
        return (inverse @ links).astype(np.float32), np.diag(inverse).astype(np.float32)

    def weights(self) -> Matrix:
        """Weights whose product with a text of length 1 is its score, (n_articles, n_features)."""
        centres = sparse.diags(1 / np.maximum(self._lengths, 1e-9)) @ self._sums
        blocks = sparse.vstack(list(self._ridge_blocks()))
        places = (self._taught, np.arange(len(self._taught)))
        ones = np.ones(len(self._taught), dtype=np.float32)
        chosen = sparse.csr_matrix((ones, places), shape=(self._links.shape[1], len(self._taught)))
        return ((centres + chosen @ blocks) / 2).tocsr()

    def _ridge_blocks(self) -> Iterator[Matrix]:
        turned = self._rows[self._first :].T.tocsr()
        for start in range(0, len(self._taught), _AT_ONCE):
            block = (turned @ self._pull[:, start : start + _AT_ONCE]).T
            least = _NEGLIGIBLE * np.abs(block).max(axis=1, keepdims=True)
            yield sparse.csr_matrix(np.where(np.abs(block) >= least, block, 0.0))

    def correction(self) -> Matrix:
        """What to add to scores of the learned questions, lest each finds itself.

        (n_solved, n_articles), exact for both parts: leaving one question out of a ridge regression
        changes its own fit by its residual over the inverse's diagonal.
        """
        rows, articles = self._links.nonzero()
        shared = np.asarray(self._rows[rows].multiply(self._sums[articles]).sum(axis=1)).ravel()
        length = self._lengths[articles]
        left = np.sqrt(np.maximum(length**2 - 2 * shared + 1, 0.0))  # length without the question
        without = np.where(left > 1e-3, (shared - 1) / np.maximum(left, 1e-3), 0.0)
        change = (without - shared / np.maximum(length, 1e-9)) / 2
        centre = sparse.csr_matrix((change, (rows, articles)), shape=self._links.shape)
        return (centre + self._ridge_correction()).tocsr()

    def _ridge_correction(self) -> Matrix:
        links = self._links[self._first :][:, self._taught].toarray()
        fitted = links - _RIDGE * self._pull  # (gram) pull = links - ridge pull
        left_out = links - self._pull / self._inverse[:, None]
        change = sparse.coo_matrix((left_out - fitted) / 2)
        places = (change.row + self._first, self._taught[change.col])
        return sparse.csr_matrix((change.data, places), shape=self._links.shape)
