"""Figures with their intervals, and tables of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
from msgspec import Struct
from sklearn.metrics import average_precision_score, roc_auc_score

DEPTH = 10  # places that MRR looks at
_DRAWS = 1000  # of the bootstrap, with a fixed seed
_NOWHERE = 1000  # place of what is not ranked

Array = Any


class Estimate(Struct, frozen=True):
    """A figure with the bounds of its 95% interval."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        """As tables show it."""
        return f"{short(self.value)} ({short(self.low)}–{short(self.high)})"


def find_place(ranking: Iterable[str], gold: frozenset[str]) -> int:
    """Place of the first right article, from 1."""
    return next((at for at, article in enumerate(ranking, 1) if article in gold), _NOWHERE)


def reciprocal(places: Sequence[int]) -> Array:
    """1/place of each question, 0 beyond the tenth; their mean is MRR@10."""
    found = np.asarray(places, dtype=float)
    return np.where(found <= DEPTH, 1 / found, 0.0)


def estimate_mean(values: Array) -> Estimate:
    """Mean with its interval by bootstrap over questions."""
    values = np.asarray(values, dtype=float)
    draws = np.random.default_rng(0).integers(0, len(values), (_DRAWS, len(values)))
    low, high = np.percentile(values[draws].mean(axis=1), [2.5, 97.5])
    return Estimate(float(values.mean()), float(low), float(high))


def bootstrap(figure: Callable[[Array], float], count: int, draws: int = 300) -> Array:
    """Figure of questions drawn again, by position, sorted."""
    random = np.random.default_rng(0)
    return np.sort([figure(random.integers(0, count, count)) for _ in range(draws)])


def auroc(gaps: Array, scores: Array, weights: Array | None = None) -> float:
    """Chance that a gap has a higher score than what is none."""
    return float(roc_auc_score(gaps, scores, sample_weight=weights))


def precision_of_gaps(gaps: Array, scores: Array, weights: Array | None = None) -> float:
    """Average precision of gaps, the highest scores first."""
    return float(average_precision_score(gaps, scores, sample_weight=weights))


def short(value: float | None, digits: int = 3) -> str:
    """A share as tables show it: .512."""
    if value is None or not np.isfinite(value):
        return "–"
    text = f"{value:.{digits}f}"
    return text.replace("0.", ".", 1) if abs(value) < 1 else text


def span(values: Sequence[float]) -> str:
    """Mean of some runs, with the lowest and the highest where there are several."""
    if len(values) == 1:
        return short(values[0])
    return f"{short(float(np.mean(values)))} ({short(min(values))}–{short(max(values))})"


def print_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table in Markdown."""
    print("| " + " | ".join(columns) + " |")
    print("|" + " --- |" * len(columns))
    for row in rows:
        print("| " + " | ".join(row) + " |", flush=True)
    print()
