"""How often verdicts on groups err: measured by leaving articles out of the user's own.

What a group reaches with the article that fits it best shows how answers score; what it reaches
once that article is taken away, how gaps do. Both shares are upper bounds: some groups have no
article to begin with and are rightly called gaps, and of some a second article answers as well. On
the sample, whose truth is known, 36% and 50% are stated at even odds; by question 24% and 23% are
true (benchmarks/sample_gaps.py).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from kbtool.matching.judging.groups import Group
from kbtool.model import Calibration

FEWEST = 20  # groups that both shares must rest on
_STEPS = 20  # of thresholds from 0 to 1


def calibrate(groups: Sequence[Group], threshold: float) -> Calibration | None:
    """Error rates at a threshold and at others from 0 to 1; None with too few groups."""
    if len(groups) < FEWEST:
        return None
    with_article = np.array([group.score for group in groups])
    without = np.array([group.second for group in groups])

    def err(at: float) -> tuple[float, float]:
        return float((with_article < at).mean()), float((without >= at).mean())

    false_gaps, missed_gaps = err(threshold)
    steps = [step / _STEPS for step in range(_STEPS + 1)]
    scores = tuple((at, *err(at)) for at in steps)
    return Calibration(false_gaps, missed_gaps, len(groups), scores)
