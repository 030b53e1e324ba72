"""Prints whether gaps close in truth that `kbtool gaps --what-if` says a draft would close.

    python benchmarks/what_if.py

Eight articles of the sample that answer many questions are taken away, one at a time. Each is then
tried as a draft, and published: everything is matched anew. A gap has closed in truth where at
least half of its questions are then answered by the article.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

from kbtool.articles import load_articles
from kbtool.matching import survey_gaps, try_drafts
from kbtool.model import KnowledgeBase
from kbtool.questions import read_questions

SAMPLE = Path(__file__).resolve().parent.parent / "sample_kb"
TODAY = date(2026, 11, 22)
EVERY, OF = 3, 24  # each third of so many articles


def main() -> None:
    """Print a row an article and the sums."""
    articles = load_articles([SAMPLE / "articles"]).articles
    questions = read_questions([SAMPLE / "questions.csv"]).questions
    published, _ = survey_gaps(KnowledgeBase.of(articles, TODAY), questions)
    found = [m for m in published.matches if m.answered and m.best]
    answered = Counter(match.best.article for match in found if match.best)
    totals: Counter[str] = Counter()
    print("article                    gaps: told  true  both   questions: told  true  both")
    for name, _ in answered.most_common(OF)[::EVERY]:
        others = KnowledgeBase.of([one for one in articles if one.id != name], TODAY)
        report, found_without = survey_gaps(others, questions)
        tried = try_drafts(report, found_without, others, [a for a in articles if a.id == name])
        own = {m.question for m in found if m.best and m.best.article == name}
        gaps = {gap.id: set(gap.cluster.questions) for gap in report.gaps}
        told = {one.gap for one in tried.closed}
        true = {gap for gap, members in gaps.items() if len(members & own) >= len(members) / 2}
        asked = {question for one in tried.gaps for question in one.questions}
        truly = {question for members in gaps.values() for question in members & own}
        pairs = ("told", told), ("true", true), ("both", told & true)
        row = {f"gaps {key}": len(value) for key, value in pairs}
        row |= {"told": len(asked), "true": len(truly), "both": len(asked & truly)}
        totals.update(row)
        _print(name, row)
    _print("all", dict(totals))


def _print(name: str, row: dict[str, int]) -> None:
    gaps, asked = list(row.values())[:3], list(row.values())[3:]
    print(f"{name:26}{gaps[0]:11}{gaps[1]:6}{gaps[2]:6}{asked[0]:18}{asked[1]:6}{asked[2]:6}")


if __name__ == "__main__":
    main()
