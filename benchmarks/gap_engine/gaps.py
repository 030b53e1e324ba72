"""Gaps: how well questions of left-out articles, a seeded quarter, are told from others.

A question is a gap when all articles that answer it are left out. Figures are AUROC and average
precision (AP), as means over the seeds with the lowest and the highest.

- *By question*: kbtool's gap probability; of a baseline, how little its best article scores.
- *By cluster*: clusters that kbtool found, of three questions and more, weighted by their size; one
  is a gap where most of its questions are. Of a baseline, how little the article scores that scores
  most over the questions of the same cluster.
- *Whole gaps*: of N left-out topics that have questions, the share that come back as a gap of
  their own among the first 2N gaps. A gap belongs to the topic that most of its questions have;
  purity is their share. A gap that belongs to a topic with an article is false. The baseline is
  given the true number of topics for k-means and takes the 2N clusters that score least.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from msgspec import Struct
from sklearn.cluster import KMeans

from benchmarks.gap_engine.baselines import Matrix, place_in_few_dimensions, score_all
from benchmarks.gap_engine.data import SPLIT, Labelled, load
from benchmarks.gap_engine.figures import Array, auroc, precision_of_gaps, print_table, span
from benchmarks.gap_engine.gone import score_by_nearest_solved
from benchmarks.gap_engine.running import Outcome, run
from kbtool.model import Question

LEAST = 3  # questions of a cluster that counts; kbtool reports no smaller gap either
_OWN = "**kbtool**"

Group = Sequence[str]  # ids of questions


class Trial(Struct, frozen=True):
    """A set with some articles left out, and what kbtool made of it."""

    data: Labelled
    left_out: frozenset[str]
    outcome: Outcome

    def is_gap(self, question: str) -> bool:
        """Whether nothing that is left answers it."""
        return self.data.gold[question] <= self.left_out

    def topic(self, question: str) -> str:
        """The article it is about: one that is left, if any."""
        gold = self.data.gold[question]
        return min(gold - self.left_out or gold)

    def groups(self) -> list[Group]:
        """Clusters that count."""
        clusters = self.outcome.report.clusters
        return [one.questions for one in clusters if len(one.questions) >= LEAST]

    def group_scores(self) -> list[float]:
        """Probability by kbtool that each of them is a gap."""
        clusters = [c for c in self.outcome.report.clusters if len(c.questions) >= LEAST]
        return [1 - cluster.nearest.score if cluster.nearest else 1.0 for cluster in clusters]


def measure(arguments: argparse.Namespace) -> None:
    """Print both tables of all sets."""
    cases = [(load(name), ()) for name in arguments.sets]
    if "thunderbird" in arguments.sets:
        cases.append(load("thunderbird").split())
    rows: list[list[str]] = []
    whole: list[list[str]] = []
    for data, teachers in cases:
        trials = [try_out(data, seed, teachers) for seed in range(arguments.seeds)]
        title = f"{data.name}, solved known" if teachers else data.name
        rows.extend(_score_rows(title, trials, teachers))
        whole.extend(_whole_rows(title, trials))
    print(f"Gaps, a quarter of the articles left out, {arguments.seeds} seeds;", end=" ")
    print(f"“solved known”: those before {SPLIT} teach, the later ones are tested\n")
    single = ("question AUROC", "question AP")
    print_table(("set", "method", *single, "cluster AUROC", "cluster AP"), rows)
    columns = ("topics", "back", "of those with 3 questions", "purity", "gaps", "false per 100")
    print_table(("set", "method", *columns), whole)


def try_out(data: Labelled, seed: int, teachers: Sequence[Question] = ()) -> Trial:
    """A set with a quarter of the articles left out, run through kbtool."""
    left_out = data.draw_left_out(seed)
    return Trial(data, left_out, run(data.without(left_out), data.questions, teachers))


def _score_rows(
    title: str, trials: Sequence[Trial], teachers: Sequence[Question]
) -> Iterable[list[str]]:
    figures: dict[str, list[list[float]]] = defaultdict(list)
    for trial in trials:
        for name, scores in score_all(trial.data, trial.left_out).items():
            figures[name].append(separate_by_scores(trial, scores))
        if teachers:
            figures["10 nearest solved questions"].append(_separate_by_solved(trial, teachers))
        figures[_OWN].append(separate(trial))
    for name, runs in figures.items():
        yield [title, name, *(span(column) for column in zip(*runs, strict=True))]
        title = ""


def separate(trial: Trial) -> list[float]:
    """AUROC and AP by question, then by cluster, of kbtool's probabilities."""
    return _figures(trial, trial.outcome.gap_probabilities, trial.group_scores())


def separate_by_scores(trial: Trial, scores: Matrix) -> list[float]:
    """The same of scores (n_questions, n_articles)."""
    row = {question.id: at for at, question in enumerate(trial.data.questions)}
    single = {question: -float(scores[at].max()) for question, at in row.items()}
    grouped = [
        -float(scores[[row[question] for question in group]].mean(axis=0).max())
        for group in trial.groups()
    ]
    return _figures(trial, single, grouped)


def _separate_by_solved(trial: Trial, teachers: Sequence[Question]) -> list[float]:
    single = score_by_nearest_solved(trial.data, teachers, trial.left_out)
    means = [float(np.mean([single[question] for question in group])) for group in trial.groups()]
    return _figures(trial, single, means)


def _figures(trial: Trial, single: Mapping[str, float], grouped: Sequence[float]) -> list[float]:
    groups = trial.groups()
    sizes = [len(group) for group in groups]
    most = [np.mean([trial.is_gap(question) for question in group]) > 0.5 for group in groups]
    gaps = [trial.is_gap(question) for question in single]
    return [
        *_separate(gaps, list(single.values())),
        *_separate(most, grouped, sizes),
    ]


def _separate(gaps: Array, scores: Array, sizes: Array | None = None) -> tuple[float, float]:
    if len(set(gaps)) < 2:
        return np.nan, np.nan
    return auroc(gaps, scores, sizes), precision_of_gaps(gaps, scores, sizes)


def _whole_rows(title: str, trials: Sequence[Trial]) -> Iterable[list[str]]:
    own = [
        judge_gaps(trial, [g.cluster.questions for g in trial.outcome.report.gaps])
        for trial in trials
    ]
    plain = [judge_gaps(trial, group_plainly(trial)) for trial in trials]
    for name, runs in (("k-means, word TF-IDF", plain), (_OWN, own)):
        means = np.nanmean(runs, axis=0)
        shares = [span([one[at] for one in runs]) for at in (1, 2, 3)]
        yield [title, name, f"{means[0]:.0f}", *shares, f"{means[4]:.0f}", f"{means[5]:.1f}"]
        title = ""


def judge_gaps(trial: Trial, gaps: Sequence[Group]) -> list[float]:
    """N, shares of topics that come back, purity of theirs, gaps, and false ones by 100 questions.

    The second share is of topics with enough questions for a gap.
    """
    sizes = Counter(trial.topic(q.id) for q in trial.data.questions if trial.is_gap(q.id))
    purity: dict[str, float] = {}
    false = 0
    for place, gap in enumerate(gaps):
        topic, count = _main_topic(trial, gap)
        false += topic not in sizes
        if topic in sizes and place < 2 * len(sizes):
            purity[topic] = max(purity.get(topic, 0.0), count / len(gap))
    enough = {topic for topic, size in sizes.items() if size >= LEAST}
    return [
        len(sizes),
        len(purity) / len(sizes),
        len(enough & purity.keys()) / len(enough) if enough else np.nan,
        float(np.mean(list(purity.values()))) if purity else np.nan,
        len(gaps),
        100 * false / len(trial.data.questions),
    ]


def _main_topic(trial: Trial, gap: Group) -> tuple[str, int]:
    counts = Counter(trial.topic(question) for question in gap)
    return min(counts.items(), key=lambda item: (-item[1], item[0]))


def group_plainly(trial: Trial) -> list[Group]:
    """The 2N worst matched clusters of k-means with the true number of topics."""
    ids = [question.id for question in trial.data.questions]
    topics = {trial.topic(question) for question in ids}
    wanted = 2 * len({trial.topic(q) for q in ids if trial.is_gap(q)})
    placed = place_in_few_dimensions([trial.data.texts[question] for question in ids])
    labels = KMeans(len(topics), n_init=1, random_state=0).fit_predict(placed)
    scores = score_all(trial.data, trial.left_out)["word TF-IDF"]
    rows = [np.flatnonzero(labels == label) for label in range(len(topics))]
    rows = [own for own in rows if len(own) >= LEAST]
    rows.sort(key=lambda own: float(scores[own].mean(axis=0).max()))
    return [[ids[at] for at in own] for own in rows[:wanted]]
