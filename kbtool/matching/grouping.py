"""Questions that ask for the same thing, found by their words alone."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import pdist
from sklearn.decomposition import TruncatedSVD
from sklearn.preprocessing import normalize

from kbtool.matching.features import Matrix, Vectors

Embedding = NDArray[np.float32]  # (n_texts, n_dimensions), rows of length 1 or 0

_DIMENSIONS = 50
_AT_ONCE = 4000  # pairwise distances of so many texts take 64 MB and about a second


def embed(vectors: Vectors) -> Embedding:
    """Texts in few dimensions, where words that occur together come close."""
    both = sparse.hstack([vectors.words, vectors.chars]).tocsr()
    size = min(_DIMENSIONS, both.shape[0] - 1, both.shape[1] - 1)
    if size < 2:
        return np.asarray(normalize(both.toarray()), dtype=np.float32)
    reduced = TruncatedSVD(size, random_state=0).fit_transform(both)
    return np.asarray(normalize(reduced), dtype=np.float32)


def group_texts(embedding: Embedding, distance: float) -> NDArray[np.int64]:
    """Number of the group of each text, (n_texts,); groups are numbered by their first text.

    Average linkage, cut where groups are further apart than ``distance`` (1 - cosine). Logs too
    long for all pairs at once are grouped in rounds: a sample spread over the log first, then
    what is near enough to one of its groups joins it, and the rest makes the next round.
    """
    n_texts = len(embedding)
    labels = np.full(n_texts, -1, dtype=np.int64)
    left = np.arange(n_texts)
    found = 0
    while len(left):
        step = -(-len(left) // _AT_ONCE)
        sample = left[::step]
        own = _link(embedding[sample], distance)
        labels[sample] = own + found
        rest = np.setdiff1d(left, sample)
        labels[rest] = _join(embedding[rest], _centroids(embedding[sample], own), distance, found)
        found += int(own.max()) + 1
        left = rest[labels[rest] < 0]
    return _renumber(labels)


def _link(embedding: Embedding, distance: float) -> NDArray[np.int64]:
    if len(embedding) == 1:
        return np.zeros(1, dtype=np.int64)
    # A text without any direction is as far from everything as can be.
    far = np.nan_to_num(pdist(embedding, "cosine"), nan=1.0)
    cut = fcluster(linkage(far, "average"), distance, "distance")
    return np.asarray(cut, dtype=np.int64) - 1


def _centroids(embedding: Embedding, labels: NDArray[np.int64]) -> Embedding:
    return np.asarray(normalize(members(labels) @ embedding), dtype=np.float32)


def _join(
    embedding: Embedding, centroids: Embedding, distance: float, first: int
) -> NDArray[np.int64]:
    """Nearest group of each text, or -1 where none is near enough."""
    joined = np.full(len(embedding), -1, dtype=np.int64)
    for start in range(0, len(embedding), _AT_ONCE):
        cosines = embedding[start : start + _AT_ONCE] @ centroids.T
        near = 1 - cosines.max(axis=1) <= distance
        joined[start : start + _AT_ONCE] = np.where(near, cosines.argmax(axis=1) + first, -1)
    return joined


def _renumber(labels: NDArray[np.int64]) -> NDArray[np.int64]:
    _, first, inverse = np.unique(labels, return_index=True, return_inverse=True)
    order = np.argsort(np.argsort(first))
    return np.asarray(order[inverse], dtype=np.int64)


def members(labels: NDArray[np.int64]) -> Matrix:
    """(n_groups, n_texts), rows that sum to 1: each text's share in its group."""
    sizes = np.bincount(labels)
    shares = 1.0 / sizes[labels]
    places = (labels, np.arange(len(labels)))
    return sparse.csr_matrix((shares, places), shape=(len(sizes), len(labels)), dtype=np.float32)
