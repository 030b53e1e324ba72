"""Products of texts with a few chosen rows each, without those with all others.

Taken row by row: one is spread out over all features, and the texts that chose it pick what they
need. So a text takes the same steps whatever others are there.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import numpy as np

from kbtool.matching.search.ranked import Places
from kbtool.matching.text.features import Scores
from kbtool.matching.text.vocabulary import Matrix


def multiply_chosen(texts: Matrix, rows: Matrix, chosen: Places) -> Scores:
    """Product of each text (n_texts, n_features) with its rows, 0 for -1, (n_texts, n_chosen)."""
    found = np.zeros(chosen.shape, dtype=np.float32)
    spread = np.zeros(texts.shape[1], dtype=np.float32)
    starts = rows.indptr
    for row, (own, ranks) in turn_places(chosen):
        cells = slice(starts[row], starts[row + 1])
        held = rows.indices[cells]
        spread[held] = rows.data[cells]
        found[own, ranks] = texts[own] @ spread
        spread[held] = 0.0
    return found


def turn_places(chosen: Places) -> Iterator[tuple[int, tuple[Any, Any]]]:
    """Rows that are chosen, rising, each with the texts that chose it and at which rank."""
    order = np.argsort(chosen, axis=None, kind="stable")
    named = chosen.ravel()[order]
    cuts = np.flatnonzero(np.diff(named, prepend=-1, append=named[-1:] + 1)).tolist()
    for start, end in pairwise(cuts):
        own, ranks = np.unravel_index(order[start:end], chosen.shape)
        yield int(named[start]), (own, ranks)
