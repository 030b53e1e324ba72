"""Products of texts with a few chosen rows each, where comparing article by article costs more.

Among very many articles each is chosen by few texts only. So texts are taken one by one: one is
spread out over all features, and its articles' rows pick what they need.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from kbtool.matching.search.ranked import Places
from kbtool.matching.text.features import Scores
from kbtool.matching.text.vocabulary import Matrix

MANY = 6_000  # articles from which this is the quicker way


def multiply_chosen(texts: Matrix, rows: Matrix, chosen: Places) -> Scores:
    """Product of each text (n_texts, n_features) with its rows, 0 for -1, (n_texts, n_chosen)."""
    found = np.zeros(chosen.shape, dtype=np.float32)
    starts, places, weights = rows.indptr.tolist(), rows.indices, rows.data
    for (text, rank), row, spread in _spread(texts, chosen):
        own = slice(starts[row], starts[row + 1])
        found[text, rank] = spread[places[own]] @ weights[own]
    return found


def compare_lines(
    texts: Matrix, lines: Matrix, starts: NDArray[np.int64], chosen: Places
) -> Iterator[tuple[tuple[int, int], Scores]]:
    """Products of each text with the lines of its articles, and the place (text, rank) of each.

    ``starts`` has the first line of each article, and the end, (n_articles + 1,).
    """
    ends = lines.indptr[starts].tolist()
    holders = np.repeat(np.arange(lines.shape[0]), np.diff(lines.indptr))
    firsts = starts.tolist()
    for place, article, spread in _spread(texts, chosen):
        own = slice(ends[article], ends[article + 1])
        shares = spread[lines.indices[own]] * lines.data[own]
        n_lines = firsts[article + 1] - firsts[article]
        cosines = np.bincount(holders[own] - firsts[article], shares, n_lines)
        yield place, np.asarray(cosines, dtype=np.float32)


def _spread(texts: Matrix, chosen: Places) -> Iterator[tuple[tuple[int, int], int, Scores]]:
    """Each place that names a row, the row, and its text as (n_features,)."""
    spread = np.zeros(texts.shape[1], dtype=np.float32)
    for text, (start, end) in enumerate(pairwise(texts.indptr.tolist())):
        held = texts.indices[start:end]
        spread[held] = texts.data[start:end]
        for rank, row in enumerate(chosen[text].tolist()):
            if row >= 0:
                yield (text, rank), row, spread
        spread[held] = 0.0
