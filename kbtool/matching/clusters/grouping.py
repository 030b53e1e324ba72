"""Questions that ask for the same thing, found by their words alone."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.cluster.hierarchy import fcluster, linkage
from sklearn.decomposition import TruncatedSVD
from sklearn.preprocessing import normalize

from kbtool.matching.clusters.places import Embedding, Places
from kbtool.matching.text.vocabulary import Matrix

Labels = NDArray[np.int64]  # (n_texts,), number of the group of each text

_NEIGHBOUR_SHARE = 0.6  # of its neighbours in the place of a text
_ONE_SIDED = 0.1  # weight of a neighbour that does not count the text among its own
# One dimension for ten texts: of 8 to 100 dimensions the best on samples of 60 to 1,500 texts of
# three labelled sets, so that one distance fits logs of any length.
_TEXTS_PER_DIMENSION, _FEWEST, _MOST = 10, 8, 75
_AT_ONCE = 4000  # pairwise distances of so many texts take 64 MB and about a second


def embed(placed: Embedding, neighbours: Matrix) -> Embedding:
    """Texts in few dimensions, drawn towards their neighbours.

    Neighbours bring in words that a short question lacks; this raised the best F1 of true groups
    from .52 to .55 (banking77), .76 to .82 (stackfaq) and .51 to .56 (hwu64). Without them ARI is
    .31 instead of .41 (banking77), .58 instead of .73 (stackfaq), .26 instead of .37 (hwu64), a
    quarter of the articles left out; of the sample's 15 missing topics 6 come back instead of 11.
    """
    mutual = neighbours.minimum(neighbours.T) + _ONE_SIDED * neighbours
    pull = normalize(mutual, norm="l1") @ placed
    moved = normalize((1 - _NEIGHBOUR_SHARE) * placed + _NEIGHBOUR_SHARE * pull)
    size = min(_MOST, max(_FEWEST, len(moved) // _TEXTS_PER_DIMENSION))
    if size < min(moved.shape):
        moved = normalize(TruncatedSVD(size, random_state=0).fit_transform(moved))
    return np.asarray(moved, dtype=np.float32)


def group_texts(places: Places, distance: float) -> Labels:
    """Groups of texts, numbered by their first text.

    Average linkage, cut where groups are further apart than ``distance``. Logs too
    long for all pairs at once are grouped in rounds: a sample spread over the log first, then
    what is near enough to one of its groups joins it, and the rest makes the next round.
    """
    embedding = places.embedding
    labels = np.full(len(embedding), -1, dtype=np.int64)
    left = np.arange(len(embedding))
    found = 0
    while len(left):
        sample = left[:: -(-len(left) // _AT_ONCE)]
        own = _link(places.some(sample), distance)
        labels[sample] = own + found
        rest = np.setdiff1d(left, sample)
        centres = np.asarray(normalize(members(own) @ embedding[sample]), dtype=np.float32)
        labels[rest] = _join(embedding[rest], centres, distance, found)
        found += int(own.max()) + 1
        left = rest[labels[rest] < 0]
    return renumber(labels)


def rows_of(labels: Labels) -> list[list[int]]:
    """Positions of the texts of each group, rising; the time does not grow with groups."""
    order = np.argsort(labels, kind="stable")
    ends = np.cumsum(np.bincount(labels))
    return [rows.tolist() for rows in np.split(order, ends[:-1])]


def members(labels: Labels) -> Matrix:
    """(n_groups, n_texts), rows that sum to 1: each text's share in its group."""
    sizes = np.bincount(labels)
    shares = 1.0 / sizes[labels]
    places = (labels, np.arange(len(labels)))
    return sparse.csr_matrix((shares, places), shape=(len(sizes), len(labels)), dtype=np.float32)


def _link(places: Places, distance: float) -> Labels:
    if len(places.embedding) == 1:
        return np.zeros(1, dtype=np.int64)
    cut = fcluster(linkage(places.distances(), "average"), distance, "distance")
    return np.asarray(cut, dtype=np.int64) - 1


def _join(embedding: Embedding, centres: Embedding, distance: float, first: int) -> Labels:
    """Nearest group of each text, or -1 where none is near enough."""
    joined = np.full(len(embedding), -1, dtype=np.int64)
    for start in range(0, len(embedding), _AT_ONCE):
        cosines = embedding[start : start + _AT_ONCE] @ centres.T
        near = 1 - cosines.max(axis=1) <= distance
        joined[start : start + _AT_ONCE] = np.where(near, cosines.argmax(axis=1) + first, -1)
    return joined


def renumber(labels: Labels) -> Labels:
    """The same groups, numbered from 0 by their first text."""
    _, first, inverse = np.unique(labels, return_index=True, return_inverse=True)
    order = np.argsort(np.argsort(first))
    return np.asarray(order[inverse], dtype=np.int64)
