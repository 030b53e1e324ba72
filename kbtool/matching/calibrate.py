"""From which score on is a match an answer? Found on the user's own articles, without labels.

Take an article away and the questions that it had matched become a known gap: the score they then
reach with the next best article is what a gap looks like. Scores with all articles present are
what answered questions look like, with some real gaps among them. Those do not move the point
where both are equally likely: with a share g of real gaps the first density is (1 - g) a + g b
instead of a, which crosses b where a does.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.isotonic import IsotonicRegression

from kbtool.matching.features import Scores

Values = NDArray[np.float64]

_FEWEST = 20  # texts; fewer say nothing about a threshold
_FEWEST_ARTICLES = 4
_DEFAULT = 0.45


@dataclass(frozen=True)
class Calibration:
    """Threshold and how sure a score below it means a gap."""

    threshold: float
    basis: str  # how it was found, for the report
    scores: tuple[float, ...] = ()  # rising
    chances: tuple[float, ...] = ()  # of a gap at each score, falling; at equal odds
    warning: str = ""

    def gap_probabilities(self, scores: NDArray[Any]) -> Values:
        """Probability that nothing answers texts with these best scores, 0 to 1, (n_texts,)."""
        if not self.scores:
            return np.where(scores < self.threshold, 0.75, 0.25)
        return np.interp(scores, self.scores, self.chances)

    def at(self, threshold: float | None) -> Calibration:
        """The same with the user's threshold, if there is one."""
        if threshold is None:
            return self
        return replace(self, threshold=threshold, basis="set by you", warning="")


def calibrate(scores: Scores, weights: NDArray[Any]) -> Calibration:
    """Threshold for texts with these scores (n_texts, n_articles) and weights (n_texts,)."""
    if len(scores) < _FEWEST or scores.shape[1] < _FEWEST_ARTICLES:
        needed = f"{_FEWEST} groups of questions and {_FEWEST_ARTICLES} articles"
        return Calibration(
            _DEFAULT,
            "a default, as there is too little to find one",
            warning=f"The threshold is a default: finding one takes at least {needed}.",
        )
    ranked = np.partition(scores.astype(np.float64), scores.shape[1] - 2, axis=1)
    return _fit(ranked[:, -1], ranked[:, -2], np.sqrt(weights))


def _fit(top: Values, second: Values, weights: NDArray[Any]) -> Calibration:
    """Calibration from best scores, and best scores without the best article."""
    seen = np.concatenate([top, second])
    gap = np.concatenate([np.zeros(len(top)), np.ones(len(second))])
    curve = IsotonicRegression(increasing=False, out_of_bounds="clip")
    curve.fit(seen, gap, np.concatenate([weights, weights]))
    grid = np.unique(seen)
    chances = curve.predict(grid)
    threshold = _crossing(grid, chances)
    with_article = float((top < threshold).mean())
    without = float((second < threshold).mean())
    return Calibration(
        threshold,
        f"found on your own articles: {with_article:.0%} of groups fall below it, and "
        f"{without:.0%} once the article that fits them best is taken away",
        tuple(grid.tolist()),
        tuple(chances.tolist()),
    )


def _crossing(grid: Values, chances: Values) -> float:
    """Middle of the stretch where gap and answer are equally likely."""
    below, above = grid[chances > 0.5], grid[chances < 0.5]
    if not len(below) or not len(above):
        return _DEFAULT
    return float((below[-1] + above[0]) / 2)
