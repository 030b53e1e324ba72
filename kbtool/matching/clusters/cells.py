"""Nearest neighbours of very many texts, looked for in the cells that they lie in.

Comparing each text with all others takes time with the square of their number. Here the space is
cut into cells around centres (k-means on a sample), and a text is compared with those in the cells
nearest to it (an inverted file: Jégou, Douze and Schmid 2011, without their compression).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.cluster import MiniBatchKMeans

_IN_CELL = 400  # texts in a cell, on average
_LOOKED_AT = 4  # cells that a text is compared within
_SAMPLE = 50  # texts for each centre that the centres are learned from
_STEPS = 30  # of learning the centres
_AT_ONCE = 8192  # texts compared with all centres at once; bounds memory

Placed = NDArray[np.float32]  # (n_texts, n_dimensions), rows of length 1 or 0


def find_near(placed: Placed, n_near: int) -> tuple[NDArray[np.int64], Placed]:
    """Positions of the nearest other texts and their cosines, both (n_texts, n_near).

    The nearest first; -1 with cosine 0 where the cells hold fewer. Approximate: on questions of
    banking77 in 80,000 variations, 95 of 100 true neighbours are (benchmarks/matching_speed.py).
    """
    homes = _find_homes(placed, max(2, len(placed) // _IN_CELL))
    near = np.full((len(placed), n_near), -1, dtype=np.int64)
    cosines = np.full((len(placed), n_near), -1.0, dtype=np.float32)
    for rank in range(homes.shape[1]):
        for rows, members in _share_cells(homes[:, rank], homes[:, 0]):
            own = placed[rows] @ placed[members].T
            own[rows[:, None] == members] = -1.0  # a text is not its own neighbour
            _keep_best(near, cosines, rows, members, own)
    return near, np.where(near >= 0, np.maximum(cosines, 0.0), 0.0)


def _find_homes(placed: Placed, n_cells: int) -> NDArray[np.int64]:
    """Cells nearest to each text, the nearest first, (n_texts, n_looked_at)."""
    sample = placed[:: max(1, len(placed) // (_SAMPLE * n_cells))]
    model = MiniBatchKMeans(
        n_cells, batch_size=_AT_ONCE, max_iter=_STEPS, n_init=1, init="random", random_state=0
    ).fit(sample)
    centres = np.asarray(model.cluster_centers_, dtype=np.float32)
    lengths = (centres**2).sum(axis=1)
    looked_at = min(_LOOKED_AT, n_cells)
    parts = []
    for start in range(0, len(placed), _AT_ONCE):
        distances = lengths - 2 * placed[start : start + _AT_ONCE] @ centres.T
        near = np.argpartition(distances, looked_at - 1, axis=1)[:, :looked_at]
        order = np.argsort(np.take_along_axis(distances, near, axis=1), axis=1, kind="stable")
        parts.append(np.take_along_axis(near, order, axis=1))
    return np.concatenate(parts)


def _share_cells(looking: Any, living: Any) -> Iterator[tuple[Any, Any]]:
    """For each cell the texts that look into it, and those that live there."""
    visitors, residents = (np.argsort(cells, kind="stable") for cells in (looking, living))
    n_cells = int(max(looking.max(), living.max())) + 1
    ends = [
        np.searchsorted(cells[order], np.arange(n_cells + 1))
        for cells, order in ((looking, visitors), (living, residents))
    ]
    for cell in range(n_cells):
        rows = visitors[ends[0][cell] : ends[0][cell + 1]]
        members = residents[ends[1][cell] : ends[1][cell + 1]]
        if len(rows) and len(members):
            for start in range(0, len(rows), _AT_ONCE):
                yield rows[start : start + _AT_ONCE], members


def _keep_best(near: Any, cosines: Any, rows: Any, members: Any, own: Any) -> None:
    """Put those members among a text's nearest that are nearer than what it has."""
    n_near = near.shape[1]
    taken = min(n_near, len(members))
    best = np.argpartition(-own, taken - 1, axis=1)[:, :taken]
    both = np.hstack([cosines[rows], np.take_along_axis(own, best, axis=1)])
    names = np.hstack([near[rows], members[best]])
    names[both < 0] = -1
    order = np.lexsort((names, -both))[:, :n_near]
    near[rows] = np.take_along_axis(names, order, axis=1)
    cosines[rows] = np.take_along_axis(both, order, axis=1)
