"""Whether an article has anything to say to a text: a word of it, or much of its spelling."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kbtool.matching.judging.evidence import words_of
from kbtool.matching.search.matcher import Matcher
from kbtool.matching.search.ranked import Ranked
from kbtool.matching.text.asked import Asked

# Fit from which an article may answer though it holds no word of a text: slips of the pen and
# compounds share parts of words. With few articles and questions the standard is loose, and what
# shares nothing, at fits up to .1, was called answered.
BEYOND_WORDS = 0.15


def find_grounded(matcher: Matcher, asked: Sequence[Asked], fits: Ranked) -> NDArray[np.bool_]:
    """Whether the article that fits best is grounded in each wording, (n_wordings,)."""
    best = zip(fits.first().tolist(), fits.reached().tolist(), asked, strict=True)
    return np.array([_is_grounded(matcher, at, fit, one) for at, fit, one in best], dtype=bool)


def _is_grounded(matcher: Matcher, article: int, fit: float, wording: Asked) -> bool:
    if article < 0 or fit >= BEYOND_WORDS:
        return article >= 0
    stems = {word.stem for word in words_of(wording.doc)} or wording.doc.stems
    return not stems.isdisjoint(matcher.docs[article].whole.stems)
