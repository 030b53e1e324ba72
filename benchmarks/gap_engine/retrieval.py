"""Retrieval: how often the right article comes first, and how far down it is otherwise."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from benchmarks.gap_engine.baselines import score_all
from benchmarks.gap_engine.data import Labelled, load
from benchmarks.gap_engine.figures import estimate_mean, find_place, print_table, reciprocal
from benchmarks.gap_engine.running import rank
from kbtool.matching import answer_questions

COLUMNS = ("set", "method", "hit@1", "hit@3", "MRR@10")


def measure(arguments: argparse.Namespace) -> None:
    """Print a table of all sets, every article there and nothing learned."""
    print("Retrieval, all questions; 95% intervals by bootstrap over questions\n")
    print_table(COLUMNS, (row for name in arguments.sets for row in _rows(load(name))))


def _rows(data: Labelled) -> Iterable[list[str]]:
    title = f"{data.name}, {len(data.articles)} articles, {len(data.questions)} questions"
    for method, scores in score_all(data).items():
        yield [title, method, *figures_of(places_by_scores(data, scores))]
        title = ""
    answers = answer_questions(data.kb, data.questions)
    places = [find_place(rank(answer), data.gold[answer.question]) for answer in answers]
    yield ["", "**kbtool**", *figures_of(places)]


def places_by_scores(data: Labelled, scores: Any) -> list[int]:
    """Place of the first right article of each question; ties go to the first article."""
    ids = list(data.bodies)
    order = np.argsort(-scores, axis=1, kind="stable")
    return [
        find_place([ids[at] for at in row], data.gold[question.id])
        for row, question in zip(order, data.questions, strict=True)
    ]


def figures_of(places: Sequence[int]) -> list[str]:
    """hit@1, hit@3 and MRR@10, with intervals."""
    found = np.asarray(places)
    return [str(estimate_mean(one)) for one in (found <= 1, found <= 3, reciprocal(places))]
