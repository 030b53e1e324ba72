"""Confidence: how many gaps are real that kbtool calls strong, likely or weak.

A gap is real when articles that are left out, a seeded quarter, are all that answers most of its
questions. Words were chosen on seeds 0 to 2, so seeds from 3 on show what they are worth.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from benchmarks.gap_engine.data import Labelled, load
from benchmarks.gap_engine.figures import print_table, short
from benchmarks.gap_engine.gaps import try_out
from kbtool.model import Question

_WORDS = ("strong", "likely", "weak")
_CHOSEN_ON = 3  # seeds


def measure(arguments: argparse.Namespace) -> None:
    """Print the share of real gaps, with their number, of all sets."""
    cases: list[tuple[Labelled, Sequence[Question]]] = [(load(n), ()) for n in arguments.sets]
    if "thunderbird" in arguments.sets:
        cases.append(load("thunderbird").split())
    print("Confidence: share of gaps that are real (number of gaps)\n")
    rows = (row for case in cases for row in _rows(*case, arguments.seeds))
    print_table(("set", "seeds", *_WORDS), rows)


def _rows(data: Labelled, teachers: Sequence[Question], seeds: int) -> Iterable[list[str]]:
    title = f"{data.name}, solved known" if teachers else data.name
    for first in (0, _CHOSEN_ON):
        real: dict[str, list[bool]] = defaultdict(list)
        for seed in range(first, first + seeds):
            trial = try_out(data, seed, teachers)
            for gap in trial.outcome.report.gaps:
                own = [trial.is_gap(question) for question in gap.cluster.questions]
                real[gap.confidence].append(float(np.mean(own)) > 0.5)
        cells = [_cell(real[word]) for word in _WORDS]
        yield [title, f"{first}–{first + seeds - 1}", *cells]
        title = ""


def _cell(real: Sequence[bool]) -> str:
    return f"{short(float(np.mean(real)), 2)} ({len(real)})" if real else "–"
