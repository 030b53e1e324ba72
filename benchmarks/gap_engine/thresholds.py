"""Thresholds: F1 of "gap" at kbtool's own threshold, beside the best of any threshold.

kbtool's threshold is even odds, found without labels. The best one is picked on the questions it is
reported on, so nothing can reach it but by luck. Two kinds of gaps: topics that a set holds back
itself (banking77_idoos, all in one domain) and a quarter of the articles left out.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence

import numpy as np
from sklearn.metrics import f1_score, precision_recall_curve

from benchmarks.gap_engine.baselines import score_all
from benchmarks.gap_engine.data import Labelled, load
from benchmarks.gap_engine.figures import Array, print_table, span
from kbtool.matching import answer_questions

_OTHERS = ("hwu64", "stackfaq", "banking77")  # thunderbird's gaps are too few and too blurred


def measure(arguments: argparse.Namespace) -> None:
    """Print a table of all sets."""
    print("Thresholds: F1 of gaps by question\n")
    columns = ("set", "method", "precision", "recall", "F1", "best F1", "lost")
    print_table(columns, (row for case in _cases(arguments) for row in _rows(*case)))


def _cases(arguments: argparse.Namespace) -> Iterable[tuple[Labelled, list[frozenset[str]]]]:
    yield load("banking77_idoos"), [frozenset()]
    for name in _OTHERS:
        if name in arguments.sets:
            data = load(name)
            yield data, [data.draw_left_out(seed) for seed in range(arguments.seeds)]


def _rows(data: Labelled, drawn: Sequence[frozenset[str]]) -> Iterable[list[str]]:
    plain, own = [], []
    for left_out in drawn:
        gaps = np.array([data.gold[question.id] <= left_out for question in data.questions])
        words = -score_all(data, left_out)["word+char TF-IDF"].max(axis=1)
        plain.append([find_best(gaps, words)])
        answers = answer_questions(data.without(left_out), data.questions)
        own.append(_figures(gaps, np.array([answer.gap_probability for answer in answers])))
    yield [data.name, "word+char TF-IDF", "–", "–", "–", *_spans(plain), "–"]
    yield ["", "**kbtool**", *_spans(own)]


def _spans(runs: Sequence[Sequence[float]]) -> list[str]:
    return [span(column) for column in zip(*runs, strict=True)]


def _figures(gaps: Array, probabilities: Array) -> list[float]:
    """Precision, recall and F1 at even odds, the best F1, and what is lost."""
    told = probabilities > 0.5
    right = float((told & gaps).sum())
    reached, best = float(f1_score(gaps, told)), find_best(gaps, probabilities)
    return [right / told.sum(), right / gaps.sum(), reached, best, best - reached]


def find_best(gaps: Array, scores: Array) -> float:
    """Highest F1 of any threshold."""
    precision, recall, _ = precision_recall_curve(gaps, scores)
    return float(np.max(2 * precision * recall / np.maximum(precision + recall, 1e-9)))
