"""Prints whether gaps close in truth that `kbtool gaps --what-if` says a draft would close.

    python benchmarks/what_if.py

Eight articles of the sample that answer many questions are taken away, one at a time. Each is then
tried as a draft, and published: everything is matched anew. A gap has closed in truth where at
least half of its questions are then answered by the article. "Elsewhere" are questions, of all
1,528, that gain or lose an answer then though they find other articles: close verdicts that turn.
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
KEYS = ("gaps told", "gaps true", "gaps both", "told", "true", "both", "gained", "lost")


def main() -> None:
    """Print a row an article and the sums."""
    articles = load_articles([SAMPLE / "articles"]).articles
    questions = read_questions([SAMPLE / "questions.csv"]).questions
    published, _ = survey_gaps(KnowledgeBase.of(articles, TODAY), questions)
    found = [m for m in published.matches if m.answered and m.best]
    answered = Counter(match.best.article for match in found if match.best)
    totals: Counter[str] = Counter()
    told = "told  true  both"
    print(f"{'article':27}gaps: {told}   questions: {told}   elsewhere:   +   -")
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
        then = tried.published
        row |= {"gained": len(then.gained_elsewhere), "lost": len(then.lost)} if then else {}
        totals.update(row)
        _print(name, row)
    _print("all", dict(totals))


def _print(name: str, row: dict[str, int]) -> None:
    widths = (11, 6, 6, 18, 6, 6, 15, 4)
    cells = "".join(f"{row.get(key, 0):{width}}" for key, width in zip(KEYS, widths, strict=True))
    print(f"{name:26}{cells}")


if __name__ == "__main__":
    main()
