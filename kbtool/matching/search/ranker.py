"""The arithmetic of ranking: arrays in, articles out, the same in every process.

What an index is made of, words and titles, stays behind: a ranker holds numbers alone and travels
as bytes.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from sklearn.preprocessing import normalize

from kbtool.engines import Engine, Task
from kbtool.matching.search.latent import Axes
from kbtool.matching.search.lines import Lines
from kbtool.matching.search.packing import flatten, pack, restore, unpack
from kbtool.matching.search.ranked import Places, Ranked, join_ranked, sort_articles
from kbtool.matching.search.shortlist import Shortlist
from kbtool.matching.search.sums import Sums, restore_sums
from kbtool.matching.text.features import Scores, Vectors
from kbtool.matching.text.vocabulary import Matrix
from kbtool.progress import Count

# Articles that are looked at for their best line and beyond shared words. For 4, 8 and 16, MRR@10
# is .908 .910 .910 on stackfaq, .829 .831 .831 on banking77, .795 .794 .796 on hwu64, .483 .485
# .486 on thunderbird.
_LOOKED_AT = 8
_SENT = 2_048  # texts that an engine is handed at once


class Ranker(Struct, frozen=True):
    """Scores that are fused, as arrays."""

    sums: Sums | Shortlist
    lines: Lines
    axes: Axes | None  # of the latent space; None without one
    placed: Scores | None  # articles in it, rows of length 1, (n_articles, n_dimensions)
    correction: Matrix | None  # of what was learned, (n_solved, n_articles)
    weights: NDArray[np.float64]  # of line and likeness, and the sum of all weights

    def rank(self, asked: Vectors, learned: Matrix | None, kept: int) -> Ranked:
        """The articles that fit each text best; ``learned`` as for ``Index.rank``."""
        leading = self._lead(asked, learned, kept)
        scores = leading.scores.copy()
        near = leading.articles[:, :_LOOKED_AT]
        line, likeness, total = self.weights.tolist()
        scores[:, :_LOOKED_AT] += line * self.lines.score(asked.words, near)
        if self.axes is not None:
            scores[:, :_LOOKED_AT] += likeness * self._likeness(asked, near)
        return sort_articles(leading.articles, np.maximum(scores / total, 0.0))

    def _lead(self, asked: Vectors, learned: Matrix | None, kept: int) -> Ranked:
        """Articles that lead by the sums over features, with these."""
        own = None
        if learned is not None and self.correction is not None:
            own = (learned @ self.correction).tocsr()
        return join_ranked(self.sums.lead(asked.all, own, kept))

    def _likeness(self, asked: Vectors, articles: Places) -> Scores:
        """Cosine with some articles in the learned dimensions, 0 where it is negative."""
        assert self.axes is not None and self.placed is not None  # noqa: PT018, S101
        placed = normalize(self.axes.place(normalize(asked.joined)))
        cosines = np.zeros(articles.shape, dtype=np.float32)
        for rank in range(articles.shape[1]):
            cosines[:, rank] = (placed * self.placed[articles[:, rank]]).sum(axis=1)
        return np.maximum(cosines, 0.0)

    def rank_on(
        self, engine: Engine, asked: Vectors, learned: Matrix | None, kept: int, count: Count
    ) -> Ranked:
        """As ``rank``, worked out by an engine: the same to the last bit."""
        chunks = (
            _pack_texts(asked[start : start + _SENT], _rows(learned, start), kept)
            for start in range(0, asked.count, _SENT)
        )
        task = Task("kbtool.matching.search.ranker:begin_ranking", self.pack())
        parts = []
        for done, result in enumerate(engine.map(task, chunks)):
            count(done * _SENT, asked.count)
            part = unpack(result)
            parts.append(Ranked(part["articles"], part["scores"]))
        return join_ranked(parts)

    def pack(self) -> bytes:
        """All arrays as bytes."""
        arrays: dict[str, Any] = {
            "weights": self.weights,
            **self.sums.arrays(),
            **self.lines.arrays(),
        }
        if self.axes is not None and self.placed is not None:
            arrays |= {**self.axes.arrays(), "placed": self.placed}
        if self.correction is not None:
            arrays |= flatten("correction", self.correction)
        return pack(arrays)


def unpack_ranker(content: bytes) -> Ranker:
    """The ranker that ``pack`` wrote."""
    arrays = unpack(content)
    return Ranker(
        restore_sums(arrays),
        Lines.of(arrays),
        Axes.of(arrays),
        arrays.get("placed"),
        restore("correction", arrays),
        arrays["weights"],
    )


def begin_ranking(shared: bytes) -> Any:
    """Work of an engine: texts of a chunk -> their ranking."""
    from threadpoolctl import threadpool_limits  # noqa: PLC0415 - only in a process of an engine

    ranker = unpack_ranker(shared)

    def work(chunk: bytes) -> bytes:
        arrays = unpack(chunk)
        names = ("words", "chars", "mass")
        asked = Vectors(*(restore(name, arrays) for name in names))
        with threadpool_limits(limits=1, user_api="blas"):
            found = ranker.rank(asked, restore("learned", arrays), int(arrays["kept"]))
        return pack({"articles": found.articles, "scores": found.scores})

    return work


def _pack_texts(asked: Vectors, learned: Matrix | None, kept: int) -> bytes:
    arrays: dict[str, Any] = {"kept": np.array(kept)}
    for name in ("words", "chars", "mass"):
        arrays |= flatten(name, getattr(asked, name))
    if learned is not None:
        arrays |= flatten("learned", learned)
    return pack(arrays)


def _rows(learned: Matrix | None, start: int) -> Matrix | None:
    return None if learned is None else learned[start : start + _SENT]
