"""Ablation: what each part of kbtool adds.

Each row is kbtool without one part, less kbtool with it, so that a part that helps shows minus
signs. A quarter of the articles is left out: MRR@10 is that of questions that are still answered,
AUROC of gaps is by question and by cluster. A star marks a difference whose 95% interval, by
bootstrap over the same questions with and without the part, does not include nought. To save time,
at most 500 questions of each set are taken and only the first seed; what is small enough to hide in
that is looked at again with ``--parts WORD --most 2000``, which takes all seeds.

Parts are taken out here, by patching, and not by options: kbtool has none for this.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from typing import Any
from unittest.mock import patch

import numpy as np
from msgspec import Struct

from benchmarks.gap_engine.data import Labelled, load
from benchmarks.gap_engine.figures import (
    Array,
    auroc,
    bootstrap,
    find_place,
    print_table,
    reciprocal,
    short,
)
from benchmarks.gap_engine.gaps import Trial, separate, try_out
from benchmarks.gap_engine.parts import PARTS, TAUGHT_PARTS
from benchmarks.gap_engine.running import rank
from kbtool.model import Question

Case = tuple[Labelled, Sequence[Question]]


class Result(Struct, frozen=True):
    """What came of all seeds together; arrays are by question."""

    reciprocal: Array  # of questions that are answered
    gaps: Array  # bool
    probabilities: Array
    seeds: Array  # which seed each question is of: probabilities of two do not compare
    cluster_auroc: float

    def question_auroc(self, at: Array | None = None) -> float:
        """AUROC of gaps by question, of all or of some by position, mean over the seeds."""
        at = np.arange(len(self.gaps)) if at is None else at
        found = []
        for seed in np.unique(self.seeds):
            own = at[self.seeds[at] == seed]
            if len(np.unique(self.gaps[own])) == 2:
                found.append(auroc(self.gaps[own], self.probabilities[own]))
        return float(np.mean(found))


def measure(arguments: argparse.Namespace) -> None:
    """Print a table with a row for each part."""
    cases: list[Case] = [(load(name).sample(arguments.most), ()) for name in arguments.sets]
    if "thunderbird" in arguments.sets:
        cases.append(load("thunderbird").split())
    seeds = arguments.seeds if arguments.parts else 1
    full = [_run(case, seeds) for case in cases]
    titles = [f"{data.name}, solved known" if solved else data.name for data, solved in cases]
    print("Ablation: MRR@10 / AUROC of gaps by question / by cluster\n")
    print_table(("without", *titles), _rows(cases, full, seeds, arguments.parts))


def _rows(
    cases: Sequence[Case], full: Sequence[Result], seeds: int, wanted: str
) -> Iterable[list[str]]:
    yield ["(kbtool)", *(_show(result) for result in full)]
    for name, replacements in PARTS.items():
        if wanted not in name:
            continue
        cells = []
        for case, result in zip(cases, full, strict=True):
            if name in TAUGHT_PARTS and not case[1]:
                cells.append("")
                continue
            with ExitStack() as stack:
                for target, attribute, value in replacements:
                    stack.enter_context(patch.object(target, attribute, value))
                cells.append(_compare(_run(case, seeds), result))
        yield [name, *cells]


def _run(case: Case, seeds: int) -> Result:
    data, solved = case
    trials = [try_out(data, seed, solved) for seed in range(seeds)]
    answers = [(seed, trial, a) for seed, trial in enumerate(trials) for a in trial.outcome.answers]
    places = [
        find_place(rank(answer), data.gold[answer.question])
        for _, trial, answer in answers
        if not trial.is_gap(answer.question)
    ]
    return Result(
        reciprocal(places),
        np.array([trial.is_gap(answer.question) for _, trial, answer in answers]),
        np.array([answer.gap_probability for _, _, answer in answers]),
        np.array([seed for seed, _, _ in answers]),
        float(np.nanmean([_cluster_auroc(trial) for trial in trials])),
    )


def _cluster_auroc(trial: Trial) -> float:
    return separate(trial)[2]


def _show(result: Result) -> str:
    figures = result.reciprocal.mean(), result.question_auroc(), result.cluster_auroc
    return " / ".join(short(float(figure)) for figure in figures)


def _compare(without: Result, full: Result) -> str:
    change = without.reciprocal - full.reciprocal
    drawn = bootstrap(lambda at: float(change[at].mean()), len(change))
    parts = [_mark(float(change.mean()), drawn)]
    gap = without.question_auroc() - full.question_auroc()
    drawn = bootstrap(
        lambda at: without.question_auroc(at) - full.question_auroc(at), len(full.gaps)
    )
    parts.append(_mark(gap, drawn))
    parts.append(_signed(without.cluster_auroc - full.cluster_auroc))
    return " / ".join(parts)


def _mark(value: float, drawn: Any) -> str:
    low, high = np.percentile(drawn, [2.5, 97.5])
    return _signed(value) + ("*" if low > 0 or high < 0 else "")


def _signed(value: float) -> str:
    if abs(value) < 0.0005:
        return "0"
    return ("+" if value > 0 else "−") + short(abs(value))
