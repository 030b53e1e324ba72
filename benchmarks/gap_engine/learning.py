"""Learning: what questions that were solved before a day teach about those asked after it."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence

from scipy import sparse

from benchmarks.gap_engine.baselines import Matrix, score_all, score_with_solved
from benchmarks.gap_engine.data import SPLIT, Labelled, load
from benchmarks.gap_engine.figures import find_place, print_table
from benchmarks.gap_engine.retrieval import figures_of, places_by_scores
from benchmarks.gap_engine.running import rank
from kbtool.matching import answer_questions
from kbtool.model import Question


def measure(arguments: argparse.Namespace) -> None:
    """Print a table of thunderbird, the only set with dates."""
    if "thunderbird" not in arguments.sets:
        return
    later, solved = load("thunderbird").split()
    print(
        f"Learning: {len(solved)} questions solved before {SPLIT}, {len(later.questions)} after\n"
    )
    print_table(("", "method", "hit@1", "hit@3", "MRR@10"), _rows(later, solved))


def _rows(later: Labelled, solved: Sequence[Question]) -> Iterable[list[str]]:
    for method, scores in score_all(later).items():
        yield ["nothing learned", method, *figures_of(places_by_scores(later, scores))]
    yield ["", "**kbtool**", *_figures(later, ())]
    texts = [later.texts[question.id] for question in solved]
    links = link(solved, list(later.bodies))
    for method, scores in score_with_solved(later, texts, links).items():
        name = f"{method} + centre of solved questions"
        yield ["learned", name, *figures_of(places_by_scores(later, scores))]
    yield ["", "**kbtool**", *_figures(later, solved)]


def _figures(later: Labelled, solved: Sequence[Question]) -> list[str]:
    answers = answer_questions(later.kb, later.questions, teachers=solved)
    return figures_of([find_place(rank(one), later.gold[one.question]) for one in answers])


def link(solved: Sequence[Question], articles: Sequence[str]) -> Matrix:
    """1 where an article resolved a question, (n_solved, n_articles)."""
    column = {article: at for at, article in enumerate(articles)}
    pairs = [
        (row, column[article])
        for row, question in enumerate(solved)
        for article in question.resolved_by
        if article in column
    ]
    rows, columns = zip(*pairs, strict=True)
    ones = [1.0] * len(pairs)
    return sparse.csr_matrix((ones, (rows, columns)), shape=(len(solved), len(articles)))
