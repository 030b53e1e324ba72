"""From which score on is a match an answer? Found on the user's own articles, without labels.

Take an article away and the questions that it had matched become a known gap: the score they then
reach with the next best article is what a gap looks like. Scores with all articles present are
what answered questions look like, with some real gaps among them. Those do not move the point
where both are equally likely: with a share g of real gaps the first density is (1 - g) a + g b
instead of a, which crosses b where a does.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.isotonic import IsotonicRegression

from kbtool.matching.index import Scores

_FEWEST = 20  # scores below this say nothing about a threshold
_DEFAULT = 0.25  # middle of the thresholds found on four labelled sets by benchmarks/gap_quality.py


@dataclass(frozen=True)
class Calibration:
    """Threshold and how sure a score below it means a gap."""

    threshold: float
    basis: str  # how it was found, for the report
    scores: tuple[float, ...]  # rising
    probabilities: tuple[float, ...]  # of a gap at each score, falling; equal odds assumed
    warning: str = ""

    def gap_probability(self, score: float) -> float:
        """Probability that nothing answers a text whose best score this is, 0 to 1."""
        if not self.scores:
            return 0.5 if score >= self.threshold else 0.75
        return float(np.interp(score, self.scores, self.probabilities))


def calibrate(scores: Scores, given: float | None) -> Calibration:
    """Threshold from scores of texts (n_texts, n_articles), unless the user gave one."""
    top, second = _two_best(scores)
    if given is not None:
        return _fit(top, second, given, "set by you")
    if len(top) < _FEWEST or scores.shape[1] < 4:
        return Calibration(
            _DEFAULT,
            "a default, as there are too few questions or articles to find one",
            (),
            (),
            f"The threshold is a default: it takes at least {_FEWEST} questions "
            "and 4 articles to find one.",
        )
    return _fit(top, second, None, "")


def _two_best(scores: Scores) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Best score of each text, and its best without the article that had it."""
    if scores.shape[1] < 2:
        best = scores.max(axis=1) if scores.size else np.zeros(len(scores))
        return best.astype(np.float64), np.zeros(len(scores))
    ranked = np.partition(scores, scores.shape[1] - 2, axis=1)
    return ranked[:, -1].astype(np.float64), ranked[:, -2].astype(np.float64)


def _fit(
    top: NDArray[np.float64], second: NDArray[np.float64], given: float | None, basis: str
) -> Calibration:
    seen = np.concatenate([top, second])
    gap = np.concatenate([np.zeros(len(top)), np.ones(len(second))])
    curve = IsotonicRegression(increasing=False, out_of_bounds="clip").fit(seen, gap)
    grid = np.unique(seen)
    chances = curve.predict(grid)
    threshold = _crossing(grid, chances) if given is None else given
    recall = float((second < threshold).mean())
    false = float((top < threshold).mean())
    return Calibration(
        threshold,
        basis
        or f"found on your own articles: with its article taken away, {recall:.0%} of groups "
        f"fall below it, with all articles present {false:.0%}",
        tuple(grid.tolist()),
        tuple(chances.tolist()),
    )


def _crossing(grid: NDArray[np.float64], chances: NDArray[np.float64]) -> float:
    """Middle of the stretch where gap and answer are equally likely."""
    below = grid[chances > 0.5]
    above = grid[chances < 0.5]
    if not len(below) or not len(above):
        return _DEFAULT
    return float((below[-1] + above[0]) / 2)
