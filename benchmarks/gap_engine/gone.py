"""A plain way to tell gaps: by whether the nearest solved questions lead to missing articles."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from benchmarks.gap_engine.baselines import vectors_of_words_and_parts
from benchmarks.gap_engine.data import Labelled
from kbtool.model import Question

_NEAREST = 10


def score_by_nearest_solved(
    data: Labelled, solved: Sequence[Question], left_out: frozenset[str]
) -> dict[str, float]:
    """Share of the ten nearest solved questions that lead to missing articles, by question."""
    asked = [data.texts[question.id] for question in data.questions]
    taught, rows = vectors_of_words_and_parts([data.texts[one.id] for one in solved], asked)
    cosines = (rows @ taught.T).toarray()
    missing = np.array([set(one.resolved_by) <= left_out for one in solved], dtype=float)
    near = np.argsort(-cosines, axis=1, kind="stable")[:, :_NEAREST]
    shares = missing[near].mean(axis=1)
    return {q.id: float(share) for q, share in zip(data.questions, shares, strict=True)}
