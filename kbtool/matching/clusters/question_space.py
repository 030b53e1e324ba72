"""The questions of a log among themselves: how each is compared with the others.

Articles have no say in it. Their words would change which words of a question count as rare, so
that each article that is published moves questions from group to group, and verdicts with them,
where it answers nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from sklearn.preprocessing import normalize

from kbtool.matching.clusters.grouping import embed
from kbtool.matching.clusters.neighbours import find_neighbours
from kbtool.matching.clusters.places import Places
from kbtool.matching.search.latent import LatentSpace
from kbtool.matching.text.features import Scores, Space, Vectors
from kbtool.matching.text.tokens import Doc
from kbtool.matching.text.vocabulary import Matrix

_ALL_PAIRS = 5000  # texts compared by all their words; more are compared in few dimensions
_AT_ONCE = 1 << 15  # texts placed at once; bounds memory


class QuestionSpace:
    """Texts, at least one, each with those that are like it.

    ``rows`` are the texts as they are compared, of length 1, sparse or dense; ``neighbours`` their
    cosines with the nearest ones, 0 elsewhere, (n_texts, n_texts); ``places`` tell how far apart
    any two are.
    """

    def __init__(self, docs: Sequence[Doc]) -> None:
        """Compare these texts; one of them must hold a word."""
        self._is_short = len(docs) <= _ALL_PAIRS
        self._space = Space(docs)
        self._latent = self._learn(docs)
        placed = self._place_all(docs)
        vectors = self._space.vectors(docs) if self._is_short else None
        self.rows: Matrix = normalize(placed if vectors is None else vectors.joined)
        self.neighbours: Matrix = find_neighbours(self.rows)
        self.places = Places.of(embed(placed, self.neighbours), vectors)

    def find_rows(self, docs: Sequence[Doc]) -> Matrix:
        """Further texts as these are compared: products with ``rows`` are cosines."""
        vectors = self._space.vectors(docs)
        return normalize(vectors.joined if self._is_short else self._place(vectors))

    def _learn(self, docs: Sequence[Doc]) -> LatentSpace | None:
        if not LatentSpace.fits(len(docs)):
            return None
        return LatentSpace(
            normalize(self._space.vectors(docs[LatentSpace.choose(len(docs))]).joined)
        )

    def _place_all(self, docs: Sequence[Doc]) -> Scores:
        """Coordinates of the texts, (n_texts, n_dimensions)."""
        parts = range(0, len(docs), _AT_ONCE)
        vectors = (self._space.vectors(docs[start : start + _AT_ONCE]) for start in parts)
        return np.concatenate([self._place(part) for part in vectors])

    def _place(self, vectors: Vectors) -> Scores:
        if self._latent is None:
            return np.asarray(normalize(vectors.joined).toarray(), dtype=np.float32)
        return self._latent.place(vectors)
