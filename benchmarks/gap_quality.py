"""Prints how well kbtool ranks articles and tells gaps from answers, beside word TF-IDF.

    python benchmarks/gap_quality.py [--sets stackfaq,banking77,hwu64,thunderbird] [--seeds 3]

The data sets are read from ``$KBTOOL_DATA``; without that variable, from ``shared/data`` beside the
project's folder. At most 1,500 questions of each are used, drawn with a fixed seed.

Retrieval: all articles are there; hit@1 and MRR@10 of the articles that a question is known to be
answered by. Gaps: a seeded quarter of the articles is left out; questions of which all known
articles are gone are gaps. AUROC and average precision (AP) of "gap", for single questions by their
own score and for the groups that kbtool forms (three questions and more, counted by their size,
a gap where most questions are). Each figure is a mean over the seeds. The baseline is the
cosine of word TF-IDF as scikit-learn gives it; for groups, the mean of its questions' scores.
Where questions have dates, a last line tells what links of agents to articles teach.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from msgspec.structs import replace
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import average_precision_score, roc_auc_score

from kbtool.matching import find_gaps
from kbtool.matching.asked import gather
from kbtool.matching.matcher import Matcher
from kbtool.matching.neighbours import find_neighbours, smooth
from kbtool.matching.passages import read_article
from kbtool.matching.tokens import Tokenizer
from kbtool.model import GapReport, KnowledgeBase, Question, Source
from kbtool.parse import parse_markdown

PROJECT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("KBTOOL_DATA", PROJECT.parent / "shared" / "data"))
SETS = ("stackfaq", "banking77", "hwu64", "thunderbird")
MOST_QUESTIONS = 1500
LEFT_OUT = 1 / 4
LEAST_GROUP = 3
TODAY = date(2026, 1, 1)

Figures = dict[str, float]


@dataclass(frozen=True)
class Labelled:
    """Articles, questions, and the articles that each question is answered by."""

    articles: Sequence[Mapping[str, str]]
    questions: Sequence[Question]
    gold: Mapping[str, frozenset[str]]
    dates: Mapping[str, str]  # of all questions, or empty

    def kb(self, left_out: frozenset[str] = frozenset()) -> KnowledgeBase:
        """Articles without those that are left out."""
        kept = (article for article in self.articles if article["id"] not in left_out)
        return KnowledgeBase.of([parse(article) for article in kept], TODAY)


def main() -> None:
    """Print one table a set."""
    arguments = read_arguments()
    for name in arguments.sets.split(","):
        data = load(name)
        print(f"\n{name}: {len(data.articles)} articles, {len(data.questions)} questions")
        everything = frozenset(data.gold)
        rows = {
            "word TF-IDF": rank_by_words(data),
            "kbtool": rank_by_kbtool(data, data.questions, everything),
        }
        started = time.perf_counter()
        for seed in range(arguments.seeds):
            for method, figures in find_left_out(data, seed).items():
                for figure, value in figures.items():
                    rows[method][figure] = rows[method].get(figure, 0.0) + value / arguments.seeds
        seconds = (time.perf_counter() - started) / max(arguments.seeds, 1)
        print_table(rows)
        print(f"{seconds:.1f} s a run")
        if data.dates:
            print_learning(data)


def read_arguments() -> argparse.Namespace:
    """Sets and seeds of the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sets", default=",".join(SETS))
    parser.add_argument("--seeds", type=int, default=3)
    return parser.parse_args()


def load(name: str) -> Labelled:
    """A set, without questions that no article answers, and not more than we want to wait for."""
    folder = DATA / name
    articles = read_lines(folder / "articles.jsonl")
    known = {article["id"] for article in articles}
    files = [folder / "questions.jsonl", folder / "questions_labelled.jsonl"]
    rows = [row for path in files if path.exists() for row in read_lines(path)]
    rows = [row for row in rows if known.intersection(row["gold"])]
    if len(rows) > MOST_QUESTIONS:
        chosen = sorted(random.Random(0).sample(range(len(rows)), MOST_QUESTIONS))
        rows = [rows[at] for at in chosen]
    questions = [Question(row["id"], row["text"]) for row in rows]
    gold = {row["id"]: frozenset(known.intersection(row["gold"])) for row in rows}
    dates = {row["id"]: row["date"] for row in rows if row.get("date")}
    return Labelled(articles, questions, gold, dates)


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Values of a JSON Lines file."""
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def parse(article: Mapping[str, str]) -> Any:
    """Article of a set, its title and id in front matter."""
    head = f"---\nid: {json.dumps(article['id'])}\ntitle: {json.dumps(article['title'])}\n---\n\n"
    return parse_markdown(Source(f"{article['id']}.md", head + article["body"]))


def print_learning(data: Labelled) -> None:
    """Print what links of agents in the earlier half teach for the later half."""
    order = sorted(data.questions, key=lambda question: (data.dates[question.id], question.id))
    earlier, later = order[: len(order) // 2], order[len(order) // 2 :]
    solved = [replace(q, resolved_by=tuple(sorted(data.gold[q.id]))) for q in earlier]
    for name, known in (("without links", earlier), ("links of the earlier half", solved)):
        figures = rank_by_kbtool(data, [*known, *later], frozenset(q.id for q in later))
        print(f"later half, {name}: hit@1 {figures['hit@1']:.3f}, MRR@10 {figures['MRR@10']:.3f}")


def rank_by_kbtool(
    data: Labelled, questions: Sequence[Question], counted: frozenset[str]
) -> Figures:
    """Retrieval figures of kbtool's scores of single questions, for those that count."""
    kb = data.kb()
    tokenizer = Tokenizer("en")
    asked, _ = gather(questions, tokenizer)
    matcher = Matcher([read_article(article) for article in kb.articles], asked, tokenizer)
    ranked = smooth(matcher.rank_asked(), find_neighbours(matcher.rows), len(kb.articles))
    places = [
        place
        for row, wording in zip(ranked.articles.tolist(), asked, strict=True)
        for question in wording.questions
        if question.id in counted
        for place in [
            first_place([kb.articles[at].id for at in row if at >= 0], data.gold[question.id])
        ]
    ]
    return retrieval_figures(places, len(counted))


def rank_by_words(data: Labelled) -> Figures:
    """Retrieval figures of the baseline."""
    scores = word_scores(data, frozenset())
    ids = sorted(article["id"] for article in data.articles)
    places = [
        first_place([ids[at] for at in row], data.gold[question.id])
        for row, question in zip(
            np.argsort(-scores, axis=1, kind="stable"), data.questions, strict=True
        )
    ]
    return retrieval_figures(places, len(data.questions))


def word_scores(data: Labelled, left_out: frozenset[str]) -> Any:
    """Cosines of word TF-IDF, (n_questions, n_articles), articles by id."""
    kept = sorted((a for a in data.articles if a["id"] not in left_out), key=lambda a: a["id"])
    texts = [f"{article['title']}\n{article['body']}" for article in kept]
    vectorizer = TfidfVectorizer(sublinear_tf=True).fit(texts)
    asked = vectorizer.transform([question.text for question in data.questions])
    return (asked @ vectorizer.transform(texts).T).toarray()


def first_place(ranking: Sequence[str], gold: frozenset[str]) -> int:
    """Place of the first right article, from 1; 1,000 where none of them is ranked."""
    return next((place for place, article in enumerate(ranking, 1) if article in gold), 1000)


def retrieval_figures(places: Sequence[int], count: int) -> Figures:
    """hit@1 and MRR@10; questions without a place count as missed."""
    return {
        "hit@1": sum(place == 1 for place in places) / count,
        "MRR@10": sum(1 / place for place in places if place <= 10) / count,
    }


def find_left_out(data: Labelled, seed: int) -> dict[str, Figures]:
    """Gap figures of both methods with a quarter of the articles left out."""
    ids = sorted(article["id"] for article in data.articles)
    left_out = frozenset(random.Random(seed).sample(ids, round(len(ids) * LEFT_OUT)))
    is_gap = {question: gold <= left_out for question, gold in data.gold.items()}
    report = find_gaps(data.kb(left_out), data.questions)
    words = dict(
        zip(
            (question.id for question in data.questions),
            word_scores(data, left_out).max(axis=1),
            strict=True,
        )
    )
    return {
        "kbtool": figures_of(report, is_gap, None),
        "word TF-IDF": figures_of(report, is_gap, words),
    }


def figures_of(
    report: GapReport, is_gap: Mapping[str, bool], scores: Mapping[str, float] | None
) -> Figures:
    """Figures for questions and groups, by kbtool's own scores or by others."""
    matches = [m for m in report.matches if m.question in is_gap]
    own = {m.question: m.best.score if m.best else 0.0 for m in matches}
    single = scores or own
    groups = [c for c in report.clusters if len(c.questions) >= LEAST_GROUP]
    by_group = [
        np.mean([scores[q] for q in c.questions])
        if scores
        else c.nearest.score
        if c.nearest
        else 0.0
        for c in groups
    ]
    most = [np.mean([is_gap[q] for q in c.questions]) > 0.5 for c in groups]
    sizes = [len(c.questions) for c in groups]
    figures = {
        **separation("question", [is_gap[q] for q in single], list(single.values()), None),
        **separation("group", most, by_group, sizes),
    }
    if scores is None:
        answered = {m.question: m.answered for m in matches}
        figures["gaps found"] = share(not answered[q] for q in answered if is_gap[q])
        figures["false"] = share(not answered[q] for q in answered if not is_gap[q])
    return figures


def separation(
    name: str, gaps: Sequence[bool], scores: Sequence[float], weights: Sequence[int] | None
) -> Figures:
    """AUROC and AP of low scores as a sign of a gap."""
    signs = -np.asarray(scores)
    return {
        f"{name} AUROC": float(roc_auc_score(gaps, signs, sample_weight=weights)),
        f"{name} AP": float(average_precision_score(gaps, signs, sample_weight=weights)),
    }


def share(values: Iterable[bool]) -> float:
    """Share of true values."""
    return float(np.mean(list(values)))


def print_table(rows: Mapping[str, Figures]) -> None:
    """Print methods as rows and figures as columns."""
    columns = list(rows["kbtool"])
    print(f"{'':12}" + "".join(f"{column:>16}" for column in columns))
    for method, figures in rows.items():
        cells = (f"{figures[c]:16.3f}" if c in figures else f"{'':>16}" for c in columns)
        print(f"{method:12}" + "".join(cells))


if __name__ == "__main__":
    main()
