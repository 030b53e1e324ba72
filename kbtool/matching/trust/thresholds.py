"""What other thresholds would give: answers and gaps, and how far each finds gaps and only gaps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from kbtool.matching.judging.groups import Group
from kbtool.model import Calibration, Cut, ScoreBin, Scores

_BINS = 20  # of scores from 0 to 1
_STEPS = 20  # of thresholds from 0 to 1; both ends, where all or nothing is a gap, are left out


class Judged(Struct, frozen=True):
    """Verdicts on questions, or on groups of them."""

    scores: NDArray[np.float64]  # (n,), 0 to 1
    answered: NDArray[np.bool_]  # (n,)

    @classmethod
    def of(cls, verdicts: Iterable[tuple[float, bool]]) -> Judged:
        """From pairs of a score and whether an article answers."""
        pairs = np.array([*verdicts], dtype=np.float64).reshape(-1, 2)
        return cls(pairs[:, 0], pairs[:, 1] > 0)

    def pull(self, threshold: float) -> NDArray[np.float64]:
        """Scores that say the verdict at the threshold in use.

        What agents answered is answered at any other as well, and what an article cannot answer
        for another reason than its score at none.
        """
        reached = self.scores >= threshold
        agreed = np.where(self.answered, 1.0, 0.0)
        return np.where(reached == self.answered, self.scores, agreed)


def try_thresholds(
    questions: Judged,
    large: Judged,
    groups: Sequence[Group],
    threshold: float,
    rates: Calibration | None,
) -> Scores:
    """Scores of questions, and what thresholds would give, the one in use among them.

    ``large`` are the groups with people enough to be called gaps. Precision and recall are of the
    trial on ``groups`` that gave ``rates``: each with its article, and each without.
    """
    steps = (step / _STEPS for step in range(1, _STEPS))
    cuts = sorted({threshold, *(step for step in steps if round(threshold, 2) != step)})
    asked, grouped = questions.pull(threshold), large.pull(threshold)
    trial = _Trial.of(groups) if rates else None
    return Scores(
        bins=tuple(_count(questions)),
        cuts=tuple(
            Cut(
                threshold=cut,
                answered=int((asked >= cut).sum()),
                open=int((asked < cut).sum()),
                gaps=int((grouped < cut).sum()),
                precision=trial.precision(cut) if trial else None,
                recall=trial.recall(cut) if trial else None,
            )
            for cut in cuts
        ),
    )


class _Trial(Struct, frozen=True):
    """Scores of groups, each with the article that fits it best and without it."""

    present: NDArray[Any]
    absent: NDArray[Any]

    @classmethod
    def of(cls, groups: Sequence[Group]) -> _Trial:
        present = np.array([group.score for group in groups])
        return cls(present, np.array([group.second for group in groups]))

    def recall(self, cut: float) -> float:
        """Share of the groups without their article that are called gaps."""
        return float((self.absent < cut).mean())

    def precision(self, cut: float) -> float | None:
        """Share of what is called a gap that is without its article; None for nothing."""
        rightly, wrongly = int((self.absent < cut).sum()), int((self.present < cut).sum())
        return rightly / (rightly + wrongly) if rightly + wrongly else None


def _count(questions: Judged) -> list[ScoreBin]:
    edges = np.linspace(0.0, 1.0, _BINS + 1)
    answered = np.histogram(questions.scores[questions.answered], edges)[0]
    rest = np.histogram(questions.scores[~questions.answered], edges)[0]
    return [
        ScoreBin(at / _BINS, (at + 1) / _BINS, int(answered[at]), int(rest[at]))
        for at in range(_BINS)
    ]
