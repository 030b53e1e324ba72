"""Which questions are closest to which, and what one can learn from them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy import sparse
from sklearn.preprocessing import normalize

from kbtool.matching.clusters.cells import find_near
from kbtool.matching.search.ranked import Ranked, join_ranked, rank_product
from kbtool.matching.text.features import Scores
from kbtool.matching.text.vocabulary import Matrix

NEIGHBOURS = 10
# Of neighbours in a smoothed score. MRR@10 at 0, .3 and .5, weighted by the square of likeness:
# stackfaq .892 .905 .911, banking77 .832 .831 .824, hwu64 .789 .787 .781 (all short questions),
# thunderbird (long posts) .438 .469 .482.
_SHORT, _LONG = 0.3, 0.5
_LONG_TEXT = 60  # words from which a text counts as long
_CHUNK = 512
_ALL_PAIRS = 12_000  # texts from which looking in cells is quicker than comparing all pairs
_MIXED = 16_384  # texts whose scores are mixed at once; bounds memory


def find_neighbours(rows: Matrix) -> Matrix:
    """Cosines of each text with its nearest ones, 0 with all others, (n_texts, n_texts).

    ``rows`` are of length 1, sparse or dense.
    """
    n_texts = rows.shape[0]
    n_near = min(NEIGHBOURS, n_texts - 1)
    if n_near < 1:
        return sparse.csr_matrix((n_texts, n_texts), dtype=np.float32)
    if n_texts > _ALL_PAIRS and isinstance(rows, np.ndarray):
        return _as_matrix(*find_near(rows, n_near))
    near, cosines = [], []
    for start in range(0, n_texts, _CHUNK):
        own = _dense(rows[start : start + _CHUNK] @ rows.T)
        at = np.arange(len(own))
        own[at, start + at] = -1.0  # a text is not its own neighbour
        order = np.argpartition(-own, n_near - 1, axis=1)[:, :n_near]
        near.append(order.copy())  # a view would keep all places of the chunk
        cosines.append(np.maximum(np.take_along_axis(own, order, axis=1), 0.0))
    return _as_matrix(np.concatenate(near), np.concatenate(cosines).astype(np.float32))


def _as_matrix(near: Any, cosines: Any) -> Matrix:
    """Cosines (n_texts, n_near) of texts with those at other places, as (n_texts, n_texts)."""
    there = near >= 0
    places = (np.nonzero(there)[0], near[there])
    return sparse.csr_matrix((cosines[there], places), shape=(len(near), len(near)))


def share_of_neighbours(words: Sequence[int], *, learned: bool) -> Scores:
    """How much neighbours count for texts with so many words, (n_texts,).

    Long texts wander, and neighbours show what they have in common; where solved questions were
    learned from, these have told so already.
    """
    length = np.minimum(np.asarray(words, dtype=np.float32) / _LONG_TEXT, 1.0)
    return np.asarray(_SHORT + (0.0 if learned else _LONG - _SHORT) * length, dtype=np.float32)


def find_nearest(row: Any, rows: Matrix) -> tuple[Any, Scores]:
    """Places of the texts nearest to one (1, n_features), the nearest first, and their cosines.

    Only of those that share something with it.
    """
    cosines = _dense(rows @ row.T).ravel()
    near = np.argsort(-cosines, kind="stable")[:NEIGHBOURS]
    near = near[cosines[near] > 0]
    return near, np.asarray(cosines[near], dtype=np.float32)


def smooth(fits: Ranked, neighbours: Matrix, n_articles: int, share: Scores) -> Ranked:
    """Fits, each text's mixed with those of its neighbours, the nearest counting most.

    What one customer's words miss, another's may hold. ``share`` (n_texts,) is the neighbours'.
    """
    weights = normalize(neighbours.multiply(neighbours), norm="l1")
    alone = np.asarray(weights.sum(axis=1)).ravel() == 0  # such a text keeps its scores
    share = np.where(alone, 0.0, share).astype(np.float32)
    own = fits.spread(n_articles)
    mixing = sparse.diags(share) @ weights + sparse.diags(1 - share)
    parts = [
        rank_product(mixing[start : start + _MIXED], own)
        for start in range(0, own.shape[0], _MIXED)
    ]
    return join_ranked(parts)


def _dense(product: Any) -> Scores:
    return np.asarray(product if isinstance(product, np.ndarray) else product.toarray())
