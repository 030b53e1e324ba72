"""Clusters: how well groups of questions agree with their true topics.

NMI, ARI and accuracy (each group is one topic at most, the best such assignment). k-means and
average linkage are given the true number of topics; kbtool is not. A question that kbtool leaves
ungrouped counts as a group of its own.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.optimize import linear_sum_assignment
from scipy.spatial.distance import pdist
from sklearn.cluster import KMeans
from sklearn.metrics import adjusted_rand_score, normalized_mutual_info_score
from sklearn.metrics.cluster import contingency_matrix

from benchmarks.gap_engine.baselines import place_in_few_dimensions
from benchmarks.gap_engine.data import TODAY, Labelled, load
from benchmarks.gap_engine.figures import Array, print_table, short
from kbtool.matching import find_gaps
from kbtool.model import GapReport, KnowledgeBase

_STARTS = 5  # of k-means


def measure(arguments: argparse.Namespace) -> None:
    """Print a table of both sets."""
    print("Clusters of all questions\n")
    names = [name for name in ("banking77",) if name in arguments.sets]
    columns = ("set", "method", "NMI", "ARI", "accuracy", "groups", "ungrouped")
    print_table(columns, (row for n in (*names, "dstc11_banking") for row in _rows(load(n))))


def _rows(data: Labelled) -> Iterable[list[str]]:
    truth = [data.labels[question.id] for question in data.questions]
    topics = len(set(truth))
    placed = place_in_few_dimensions([data.texts[question.id] for question in data.questions])
    means = KMeans(topics, n_init=_STARTS, random_state=0).fit_predict(placed)
    yield [f"{data.name}, {topics} topics", "k-means", *figures_of(truth, means), ""]
    # A text of stop words alone has no direction, so it is as far from all others as can be.
    apart = np.nan_to_num(np.maximum(pdist(placed, "cosine"), 0.0), nan=1.0)
    linked = fcluster(linkage(apart, "average"), topics, "maxclust")
    yield ["", "average linkage", *figures_of(truth, linked), ""]
    nothing = KnowledgeBase.of([], TODAY)
    yield ["", "**kbtool**, without articles", *_own_figures(truth, data, nothing)]
    if data.articles:
        yield ["", "**kbtool**, with articles", *_own_figures(truth, data, data.kb)]


def _own_figures(truth: list[str], data: Labelled, kb: KnowledgeBase) -> list[str]:
    report = find_gaps(kb, data.questions)
    return [*figures_of(truth, label(report)), str(sum(not m.cluster for m in report.matches))]


def label(report: GapReport) -> list[str]:
    """Group of each question, in their order."""
    return [match.cluster or f"alone: {match.question}" for match in report.matches]


def figures_of(truth: Array, labels: Array) -> list[str]:
    """NMI, ARI, accuracy, and the number of groups of two and more."""
    _, sizes = np.unique(labels, return_counts=True)
    table = contingency_matrix(truth, labels)
    chosen = linear_sum_assignment(table, maximize=True)
    accuracy = table[chosen].sum() / len(truth)
    scores = normalized_mutual_info_score(truth, labels), adjusted_rand_score(truth, labels)
    return [*(short(float(one)) for one in (*scores, accuracy)), str(int((sizes > 1).sum()))]
