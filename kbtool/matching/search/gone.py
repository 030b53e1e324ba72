"""Questions that agents resolved with articles that are not there: a sign of a gap.

Where the most alike of the solved questions were answered with articles that this knowledge base
lacks (retired, unpublished, in another help centre), it is likely that it lacks an answer.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kbtool.matching.text.features import Scores
from kbtool.matching.text.vocabulary import Matrix

_NEAREST = 10  # solved questions looked at; of 5 to 40 as good as any but 5
_PRIOR = 1.0  # questions' worth of belief in the share among all solved ones
_MOST_GONE = 0.5  # share of solved questions above which ids or links are likely to be misread
_CHUNK = 512


class Gone:
    """Tells from solved questions near a text how much likelier than usual it is a gap."""

    def __init__(self, rows: Matrix, gone: NDArray[np.bool_]) -> None:
        """Take solved questions (n_solved, n_features), of length 1, and which lead nowhere."""
        self._rows = rows.T.tocsr()
        self._gone = gone.astype(np.float32)

    @staticmethod
    def says_something(gone: NDArray[np.bool_]) -> bool:
        """Whether there are links to missing articles, yet not so many that ids were misread."""
        return len(gone) > _NEAREST and 0 < gone.mean() <= _MOST_GONE

    def lift(self, asked: Matrix, itself: Matrix | None = None) -> Scores:
        """What to add to the log-odds of a gap, (n_texts,).

        With the share s of links to missing articles among a text's nearest solved questions,
        weighted by the square of their likeness, and b that among all: logit(s) - logit(b).
        ``itself`` (n_texts, n_solved) has 1 where a text is one of them, which then does not count.
        """
        base = float(self._gone.mean())
        shares = [self._share(asked, itself, start) for start in range(0, asked.shape[0], _CHUNK)]
        share = np.concatenate(shares) if shares else np.zeros(0)
        share = (_NEAREST * share + _PRIOR * base) / (_NEAREST + _PRIOR)
        return np.asarray(np.log(share / (1 - share)) - np.log(base / (1 - base)), np.float32)

    def _share(self, asked: Matrix, itself: Matrix | None, start: int) -> Scores:
        likeness = (asked[start : start + _CHUNK] @ self._rows).toarray()
        if itself is not None:
            likeness -= 2 * itself[start : start + _CHUNK].toarray()
        near = np.argpartition(-likeness, _NEAREST - 1, axis=1)[:, :_NEAREST]
        weights = np.maximum(np.take_along_axis(likeness, near, axis=1), 0.0) ** 2
        total = weights.sum(axis=1)
        share = (weights * self._gone[near]).sum(axis=1) / np.maximum(total, 1e-9)
        return np.asarray(np.where(total > 0, share, self._gone.mean()), dtype=np.float32)
