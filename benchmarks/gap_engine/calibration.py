"""Calibration: whether things are as likely as kbtool says.

*First article*: the probability that it answers, all articles there. *Gap*: the gap probability, a
quarter of the articles left out. For each tenth of the range the mean of what was said, what was
true, and the number of questions; the expected calibration error (ECE) is the mean distance of the
two, weighted by questions.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from benchmarks.gap_engine.data import Labelled, load
from benchmarks.gap_engine.figures import print_table, short
from kbtool.matching import answer_questions
from kbtool.model import Question

_BINS = 10


class Said(Struct, frozen=True):
    """Probabilities beside what was true."""

    title: str
    probabilities: list[float]
    true: list[bool]


def measure(arguments: argparse.Namespace) -> None:
    """Print the table of the first article, then that of gaps."""
    cases: list[tuple[Labelled, Sequence[Question]]] = [(load(n), ()) for n in arguments.sets]
    if "thunderbird" in arguments.sets:
        cases.append(load("thunderbird").split())
    columns = ("set", "ECE", *(f"{low / _BINS:.1f}–" for low in range(_BINS)))
    print("Calibration of the first article: said → true (questions)\n")
    print_table(columns, (_row(_first(*case)) for case in cases))
    print(f"Calibration of gaps, {arguments.seeds} seeds together: said → true (questions)\n")
    print_table(columns, (_row(_gaps(*case, arguments.seeds)) for case in cases))


def _title(data: Labelled, teachers: Sequence[Question]) -> str:
    return f"{data.name}, solved known" if teachers else data.name


def _first(data: Labelled, teachers: Sequence[Question]) -> Said:
    answers = answer_questions(data.kb, data.questions, teachers=teachers)
    found = [(a.candidates[0], data.gold[a.question]) for a in answers if a.candidates]
    right = [candidate.match.article in gold for candidate, gold in found]
    return Said(_title(data, teachers), [one.probability for one, _ in found], right)


def _gaps(data: Labelled, teachers: Sequence[Question], seeds: int) -> Said:
    said = Said(_title(data, teachers), [], [])
    for seed in range(seeds):
        left_out = data.draw_left_out(seed)
        answers = answer_questions(data.without(left_out), data.questions, teachers=teachers)
        said.probabilities.extend(answer.gap_probability for answer in answers)
        said.true.extend(data.gold[answer.question] <= left_out for answer in answers)
    return said


def _row(said: Said) -> list[str]:
    probabilities, true = np.asarray(said.probabilities), np.asarray(said.true, dtype=float)
    bins = np.minimum((probabilities * _BINS).astype(int), _BINS - 1)
    cells, error = [], 0.0
    for at in range(_BINS):
        own = bins == at
        if not own.any():
            cells.append("–")
            continue
        mean, share = float(probabilities[own].mean()), float(true[own].mean())
        error += abs(mean - share) * own.mean()
        cells.append(f"{short(mean, 2)} → {short(share, 2)} ({own.sum()})")
    return [said.title, short(float(error)), *cells]
