"""When is a match an answer? Learned on the user's own articles, without labels.

Take an article away and the questions that it fitted best become a known gap: what they then reach
with the next best article is what a gap looks like. What they reach with all articles present is
what an answer looks like. Logistic regression learns to tell the two apart. Some questions are real
gaps and blur the second kind, but not the point where both are equally likely: with a share g of
them its density is (1 - g) a + g b instead of a, which crosses b where a does.

A score alone would not do: the centre of a large or close group comes nearer to any article than
that of a small or loose one. So the model also sees what does not depend on the article.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from kbtool.matching.options import FEW_ARTICLES
from kbtool.matching.search.ranked import Ranked
from kbtool.matching.text.features import Scores

Traits = NDArray[np.float64]  # (n_texts, n_traits), what is known of texts besides their fit

_FEWEST_TEXTS = 20  # fewer teach nothing
# Used where nothing can be learned: about the mean of what is learned on banking77, hwu64,
# stackfaq, thunderbird and the sample by benchmarks/gap_engine.
_STEEPNESS, _EVEN_FIT = 17.0, 0.2


class Standard(Struct, frozen=True):
    """Turns fits into the probability that an article answers, at even odds before the look."""

    weights: tuple[float, ...]  # of the fit, then of each trait
    offset: float

    def answer_probabilities(self, fits: Scores, traits: Traits) -> Scores:
        """Probability for each text and each of its articles, 0 to 1, (n_texts, n_kept)."""
        ease = self.offset + traits @ np.array(self.weights[1:])
        odds = self.weights[0] * fits + ease[:, None]
        return np.asarray(1 / (1 + np.exp(-np.clip(odds, -50, 50))), dtype=np.float32)


def default_standard() -> Standard:
    """Standard without traits, for when there is too little to learn from."""
    return Standard((_STEEPNESS,), -_STEEPNESS * _EVEN_FIT)


def learn_standard(
    fits: Ranked, n_articles: int, traits: Traits, sizes: NDArray[Any]
) -> Standard | None:
    """Standard for texts with these fits, or None with too few of them or of articles.

    ``sizes`` says how many questions each text stands for.
    """
    if len(fits.scores) < _FEWEST_TEXTS or n_articles < FEW_ARTICLES:
        return None
    kinds = [np.column_stack([fits.reached(rank), traits]) for rank in (0, 1)]
    seen = np.vstack(kinds).astype(np.float64)
    middle, spread = seen.mean(axis=0), np.maximum(seen.std(axis=0), 1e-6)
    is_answer = np.repeat([1, 0], len(fits.scores))
    weights = np.sqrt(np.concatenate([sizes, sizes]))
    model = LogisticRegression().fit((seen - middle) / spread, is_answer, weights)
    slopes = model.coef_[0] / spread
    if slopes[0] <= 0:  # a better fit must not count against an answer
        return None
    return Standard(tuple(slopes.tolist()), float(model.intercept_[0] - slopes @ middle))
