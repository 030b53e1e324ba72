"""How right seeded tests are, and how many there are, with each bar against doubt taken down.

    python -m benchmarks.cutoffs.seeds [--questions 600]

Tests are seeded as `kbtool test --seed` does where no agent named an article, and counted right
where the label of the question names the article. *All bars* is kbtool; *none* leaves the verdict
on the group alone, as a baseline. The bars: two thirds of a group find its article (agreed), the
article holds more than half of what a question is about (words), a bot is sure (certain). About
two minutes.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from typing import Any
from unittest.mock import patch

from benchmarks.cutoffs.groups import load_set
from benchmarks.gap_engine.data import Labelled
from benchmarks.gap_engine.figures import print_table
from benchmarks.question_tests import choose, gold_of
from kbtool.questiontests import doubting, seeding

SETS = ("stackfaq", "banking77", "hwu64", "the sample")
_DOWN: Mapping[str, tuple[Any, str, float]] = {
    "agreed": (doubting, "_AGREED", 0.0),
    "words": (doubting, "_HELD", -1.0),
    "certain": (seeding, "_CERTAIN", 0.0),
}
_TRIALS: Mapping[str, tuple[str, ...]] = {
    "**all bars**": (),
    **{f"without {name}": (name,) for name in _DOWN},
    "none": tuple(_DOWN),
}


def main() -> None:
    """Print how many seeds of each set are right, by the bars that are up."""
    parser = argparse.ArgumentParser("python -m benchmarks.cutoffs.seeds")
    parser.add_argument("--questions", type=int, default=600)
    most = parser.parse_args().questions
    sets = [load_set(name).sample(most) for name in SETS]
    print_table(("bars", *SETS), _rows(sets))


def _rows(sets: Iterable[Labelled]) -> Iterator[list[str]]:
    for name, down in _TRIALS.items():
        with ExitStack() as stack:
            for bar in down:
                module, constant, value = _DOWN[bar]
                stack.enter_context(patch.object(module, constant, value))
            yield [name, *(_count(data) for data in sets)]


def _count(data: Labelled) -> str:
    """Right seeds of all, and their share."""
    seeds = choose(data)
    right = sum(seed.article in gold_of(data, seed) for seed in seeds)
    return f"{right} of {len(seeds)} ({right / max(len(seeds), 1):.3f})"


if __name__ == "__main__":
    main()
