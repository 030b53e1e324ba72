"""Prints articles that are found and do not answer, to be judged by eye.

    python benchmarks/found_not_answered.py [--sets sample,stripped,banking77,stackfaq,thunderbird]

*stripped* is the sample with every sentence and table row taken out that states a quantity, so that
more is missing. Two people are enough here (three by default), so that there is more to judge.
Sets other than the sample are read from ``$KBTOOL_DATA`` (default: shared/data beside the project).
Judgements are in found_not_answered.md.
"""

from __future__ import annotations

import argparse
import re

from gap_engine.data import PROJECT, TODAY, load

from kbtool.articles import load_articles
from kbtool.language.quantities import find_quantities
from kbtool.matching import GapOptions, find_gaps
from kbtool.model import Article, KnowledgeBase, Question, Source
from kbtool.parse import parse_markdown
from kbtool.questions import read_questions

SAMPLE = PROJECT / "sample_kb"


def main() -> None:
    """Print each finding with three of its questions."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sets", default="sample,stripped,banking77,stackfaq,thunderbird")
    for name in parser.parse_args().sets.split(","):
        kb, questions = read_set(name)
        report = find_gaps(kb, questions, GapOptions(min_askers=2))
        texts = {question.id: question.text for question in questions}
        print(f"\n{name}: {len(report.unanswered)} found, not answered")
        for item in report.unanswered:
            place = " > ".join((item.title, *item.passage[-1:]))
            print(f"- {item.askers} asked {item.asks.value}: {place}")
            for id_ in item.questions[:3]:
                print(f"    {' '.join(texts[id_].split())[:100]}")


def read_set(name: str) -> tuple[KnowledgeBase, tuple[Question, ...]]:
    """Articles and questions of a set."""
    if name not in ("sample", "stripped"):
        data = load(name)
        return data.kb, data.questions
    articles = load_articles([SAMPLE / "articles"]).articles
    if name == "stripped":
        articles = tuple(strip(article) for article in articles)
    return KnowledgeBase.of(articles, TODAY), read_questions([SAMPLE / "questions.csv"]).questions


def strip(article: Article) -> Article:
    """The article without sentences, table rows and summary that state a quantity."""
    kept = []
    for line in article.source.text.split("\n"):
        parts = [line] if line.startswith(("|", "summary:")) else re.split(r"(?<=[.!?])\s", line)
        left = [part for part in parts if not list(find_quantities(part))]
        if left:
            kept.append(" ".join(left))
    return parse_markdown(Source(article.source.path, "\n".join(kept)))


if __name__ == "__main__":
    main()
