"""Whether to write an article or to improve one: how often advice is right, by words in common.

    python -m benchmarks.cutoffs.about [--seeds 2]

Gaps of three people and more, with all articles there, and with a quarter left out by seed; the
sample leaves out its own. "Write" is right where most of a gap's questions have no article,
"improve" where the article it names answers half of them or more. Where another article answers
them, both are wrong. "Improve" needs an article that holds more than a share of the gap's main
words: that share is tried here. Baselines: always writing, and improving wherever the nearest
article scores above a bound, the best of all, picked on the very gaps it is reported on.

AUROC: how well the share of main words, and the score of the nearest article, tell gaps whose
nearest article answers them from those that no article does. About two minutes.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from unittest.mock import patch

import numpy as np
from msgspec import Struct

from benchmarks.cutoffs.groups import SETS, Seen, draws, load_set, see_groups
from benchmarks.gap_engine.data import Labelled
from benchmarks.gap_engine.figures import auroc, estimate_mean, print_table, short
from kbtool.matching.advice import decide as deciding
from kbtool.matching.advice.decide import Evidence, decide
from kbtool.model import Action

_TRIED = (0.0, 0.25, 0.4, 0.5, 0.6, 0.75, 1.0)
_PEOPLE = 3
_THERE, _ELSEWHERE, _MISSING = "there", "elsewhere", "missing"


class Gap(Struct, frozen=True):
    """A gap, and where its answer truly is."""

    evidence: Evidence
    score: float  # of the nearest article
    truth: str

    @property
    def held(self) -> float:
        """Share of its main words that the nearest article holds."""
        words = self.evidence.words
        return sum(one.stem in self.evidence.in_article for one in words) / max(len(words), 1)


def main() -> None:
    """Print advice by threshold, then what tells gaps apart."""
    parser = argparse.ArgumentParser("python -m benchmarks.cutoffs.about")
    parser.add_argument("--seeds", type=int, default=2)
    seeds = parser.parse_args().seeds
    sets = {name: list(find_gaps_of(load_set(name), seeds)) for name in SETS}
    columns = ("set", "rule", "improve: right, elsewhere, missing", "write: the same", "right")
    print(f"Write or improve, by the share of main words (kbtool: above {deciding._ABOUT})\n")
    print_table(columns, (row for item in sets.items() for row in _rows(*item)))
    print("What tells gaps that the nearest article answers from those that none does: AUROC\n")
    columns = ("set", "answered by the nearest", "by none", "share of main words", "score")
    print_table(columns, (_tell(*item) for item in sets.items()))


def find_gaps_of(data: Labelled, seeds: int) -> Iterable[Gap]:
    """Gaps that are to be written or improved, of all draws."""
    for left_out in draws(data, seeds):
        for seen in see_groups(data, left_out):
            is_gap = not seen.verdict.answered and seen.evidence.askers >= _PEOPLE
            if is_gap and decide(seen.evidence)[0] in (Action.WRITE, Action.IMPROVE):
                yield Gap(seen.evidence, seen.group.score, _find_truth(data, left_out, seen))


def _find_truth(data: Labelled, left_out: frozenset[str], seen: Seen) -> str:
    golds = [data.gold[q.id] - left_out for one in seen.group.asked for q in one.questions]
    if np.mean([not gold for gold in golds]) > 0.5:
        return _MISSING
    nearest = seen.group.nearest.article if seen.group.nearest else ""
    return _THERE if np.mean([nearest in gold for gold in golds]) >= 0.5 else _ELSEWHERE


def _rows(name: str, gaps: Sequence[Gap]) -> Iterable[list[str]]:
    yield [name, "always write", *_judge(gaps, [False] * len(gaps))]
    bounds = sorted({gap.score for gap in gaps})
    tried = [[gap.score > bound for gap in gaps] for bound in bounds]
    yield ["", "score, best bound", *_judge(gaps, max(tried, key=lambda one: _count(gaps, one)))]
    for share in _TRIED:
        with patch.object(deciding, "_ABOUT", share):
            improved = [decide(gap.evidence)[0] is Action.IMPROVE for gap in gaps]
        title = f"**kbtool** above {share}" if share == deciding._ABOUT else f"above {share}"
        yield ["", title, *_judge(gaps, improved)]


def _count(gaps: Sequence[Gap], improved: Sequence[bool]) -> int:
    return sum(_is_right(gap, one) for gap, one in zip(gaps, improved, strict=True))


def _is_right(gap: Gap, improved: object) -> bool:
    return gap.truth == (_THERE if improved else _MISSING)


def _judge(gaps: Sequence[Gap], improved: Sequence[bool]) -> list[str]:
    cells = []
    for kind in (True, False):
        own = [gap.truth for gap, one in zip(gaps, improved, strict=True) if one is kind]
        cells.append(", ".join(str(own.count(t)) for t in (_THERE, _ELSEWHERE, _MISSING)))
    right = [_is_right(gap, one) for gap, one in zip(gaps, improved, strict=True)]
    return [*cells, str(estimate_mean(right))]


def _tell(name: str, gaps: Sequence[Gap]) -> list[str]:
    known = [gap for gap in gaps if gap.truth != _ELSEWHERE]
    there = [gap.truth == _THERE for gap in known]
    kinds = [gap.held for gap in known], [gap.score for gap in known]
    figures = [short(auroc(there, one)) if len(set(there)) == 2 else "–" for one in kinds]
    return [name, str(sum(there)), str(len(there) - sum(there)), *figures]


if __name__ == "__main__":
    main()
