"""How far the share of answered questions is off, by how few articles and questions there are.

    python -m benchmarks.cutoffs.thin [--draws 3]

*Articles*: so many are kept at random. In one log, up to 300 questions of the whole set, little is
answered; in the other half of the questions are of the articles kept. *Questions*: half of the
articles are kept, and so many questions drawn of the whole log. An error is the distance of the
share that kbtool says from the true one of the whole log, in points of 100. Baselines in the same
run: saying half whatever there is; and the true share of the very questions drawn, which errs by
their number alone. Mean over draws, with the worst. About four minutes.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from msgspec import Struct

from benchmarks.cutoffs.groups import load_set
from benchmarks.gap_engine.data import Labelled
from benchmarks.gap_engine.figures import print_table, short
from kbtool.matching import GapOptions, find_gaps
from kbtool.model import Question

SETS = ("stackfaq", "banking77", "hwu64", "the sample")
_ARTICLES = (2, 3, 5, 8, 12, 20, 29, 30, 40)
_QUESTIONS = (10, 25, 50, 100, 200, 400)
_LOG = 300
_OPTIONS = GapOptions(controls=False)


class Told(Struct, frozen=True):
    """What was said of a log, and what is true."""

    said: float
    low: float
    high: float
    true: float  # of the whole log
    drawn: float  # of the questions drawn

    @property
    def error(self) -> float:
        """In points of 100."""
        return 100 * abs(self.said - self.true)


def main() -> None:
    """Print a table by articles and one by questions."""
    parser = argparse.ArgumentParser("python -m benchmarks.cutoffs.thin")
    parser.add_argument("--draws", type=int, default=3)
    draws = parser.parse_args().draws
    sets = [load_set(name) for name in SETS]
    kinds = ("little answered", "half answered")
    columns = ("articles", *(f"{kind}: {c}" for kind in kinds for c in ("error", "half", "true")))
    print("Error by number of articles\n")
    print_table(columns, (_row_of_articles(sets, count, draws) for count in _ARTICLES))
    columns = (
        "questions",
        "error",
        "of the true share of those drawn",
        "half",
        "interval",
        "holds",
    )
    print("Error by number of questions\n")
    print_table(columns, (_row_of_questions(sets, count, draws) for count in _QUESTIONS))


def _row_of_articles(sets: Sequence[Labelled], count: int, draws: int) -> list[str]:
    little, half = [], []
    for data, chance, left_out in _draw_articles(sets, count, draws):
        asked = chance.sample(data.questions, min(_LOG, len(data.questions)))
        little.append(_tell(data, left_out, asked, asked))
        own = [q for q in data.questions if data.gold[q.id] - left_out]
        own = chance.sample(own, min(_LOG // 2, len(own)))
        others = [q for q in data.questions if not data.gold[q.id] - left_out]
        mixed = own + chance.sample(others, min(len(own), len(others)))
        half.append(_tell(data, left_out, mixed, mixed))
    cells = [cell for told in (little, half) for cell in (_error(told), _half(told), _true(told))]
    return [str(count), *cells]


def _row_of_questions(sets: Sequence[Labelled], count: int, draws: int) -> list[str]:
    told = []
    for data, chance, left_out in _draw_articles(sets, 0, draws):
        asked = chance.sample(data.questions, count)
        told.append(_tell(data, left_out, asked, data.questions))
    drawn = [100 * abs(one.drawn - one.true) for one in told]
    width = f"{100 * np.mean([one.high - one.low for one in told]):.0f}"
    holds = short(float(np.mean([one.low <= one.true <= one.high for one in told])), 2)
    return [str(count), _error(told), _spread(drawn), _half(told), width, holds]


def _draw_articles(
    sets: Sequence[Labelled], count: int, draws: int
) -> Iterator[tuple[Labelled, random.Random, frozenset[str]]]:
    """Sets with all but so many articles left out, 0 for half of them."""
    for data in sets:
        ids = sorted(article.id for article in data.articles)
        for seed in range(draws):
            chance = random.Random(seed)
            kept = chance.sample(ids, count or len(ids) // 2)
            yield data, chance, frozenset(ids) - frozenset(kept)


def _tell(
    data: Labelled, left_out: frozenset[str], asked: Sequence[Question], whole: Sequence[Question]
) -> Told:
    coverage = find_gaps(data.without(left_out), asked, _OPTIONS).coverage
    true, drawn = (
        float(np.mean([bool(data.gold[q.id] - left_out) for q in own])) for own in (whole, asked)
    )
    return Told(coverage.value, coverage.low, coverage.high, true, drawn)


def _error(told: Sequence[Told]) -> str:
    return _spread([one.error for one in told])


def _half(told: Sequence[Told]) -> str:
    return f"{100 * np.mean([abs(0.5 - one.true) for one in told]):.0f}"


def _true(told: Iterable[Told]) -> str:
    shares = [100 * one.true for one in told]
    return f"{min(shares):.0f}–{max(shares):.0f}"


def _spread(errors: Sequence[float]) -> str:
    return f"{np.mean(errors):.0f} ({max(errors):.0f})"


if __name__ == "__main__":
    main()
