"""Prints how well topics are known again from run to run, and how often gaps open for nothing.

    python benchmarks/history.py

Reads sample_kb and benchmarks/sample_topics.json. Two questions:

- *Ids between two logs.* The sample's log is cut into halves (by day, and by chance three times),
  and each half is a run. A topic's true subject is the one that most of its questions have. Of the
  topics whose subject is in both runs, as many as there can be pairs, how many keep their id? And
  of the ids that are kept, how many stand for another subject: a false identity?
- *Changes that mean nothing.* One article that is no gap's nearest gets another sentence, or a
  twentieth of the log goes. How many gaps are called new, closed or regrouped then?
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from kbtool.articles import load_articles
from kbtool.history import (
    Circumstances,
    Record,
    Seen,
    compare_records,
    keep_ids,
    make_record,
)
from kbtool.matching import GapOptions, find_gaps
from kbtool.model import GapReport, KnowledgeBase, Question, QuestionLog
from kbtool.parse import parse_markdown
from kbtool.questions import read_questions

PROJECT = Path(__file__).resolve().parent.parent
SAMPLE = PROJECT / "sample_kb"
TOPICS = json.loads((PROJECT / "benchmarks/sample_topics.json").read_text())["questions"]
TODAY = date(2026, 11, 22)
KEY = b"k" * 32
EDITED = ("freeze-your-card", "find-a-cash-machine", "currencies", "exchange-rates")


class Row(NamedTuple):
    """Of two runs: subjects in both, ids that both have, and those of another subject."""

    pairs: int
    kept: int
    false: int


def main() -> None:
    """Print a row a pair of runs."""
    kb = KnowledgeBase.of(load_articles([SAMPLE / "articles"]).articles, TODAY)
    questions = read_questions([SAMPLE / "questions.csv"]).questions
    print("ids between two halves   pairs   kept   of another subject")
    for name, one, other in cut_halves(questions):
        for what in ("topics", "gaps"):
            row = follow_ids(kb, one, other, gaps_only=what == "gaps")
            share = f"{row.kept} ({row.kept / row.pairs:.0%})"
            print(f"{name:10} {what:8} {row.pairs:10} {share:>12} {row.false:6}")
    print("\nchanges that mean nothing     gaps    new  closed  regrouped")
    first, report = record(kb, questions)
    for name, others, left in change_little(kb, questions):
        now, _ = record(others, left, first)
        change = compare_records(first, now)
        counts = (len(change.opened), len(change.closed), len(change.regrouped))
        print(f"{name:26} {len(report.gaps):7} {counts[0]:6} {counts[1]:7} {counts[2]:10}")


def cut_halves(
    questions: Sequence[Question],
) -> Iterator[tuple[str, list[Question], list[Question]]]:
    """Two halves of the log, by day and by chance."""
    by_day = sorted(questions, key=lambda one: (str(one.asked_at), one.id))
    middle = len(by_day) // 2
    yield "by day", by_day[:middle], by_day[middle:]
    for seed in range(3):
        mixed = random.Random(seed).sample(list(questions), len(questions))
        yield f"chance {seed}", mixed[:middle], mixed[middle:]


def follow_ids(
    kb: KnowledgeBase, one: Sequence[Question], other: Sequence[Question], *, gaps_only: bool
) -> Row:
    """How many ids the second run keeps of the first."""
    first, before = record(kb, one)
    _, now = record(kb, other, first)
    old, new = subjects(before, gaps_only=gaps_only), subjects(now, gaps_only=gaps_only)
    pairs = sum((Counter(old.values()) & Counter(new.values())).values())
    # A gap may be answered in the other run: its id is kept if any topic there has it.
    everything = subjects(before, gaps_only=False), subjects(now, gaps_only=False)
    same = [name for name in old if name in new]
    kept = sum(old[name] == new[name] for name in same)
    false = sum(
        everything[0][name] != everything[1][name]
        for name in everything[0]
        if name in everything[1] and (name in old or name in new)
    )
    return Row(pairs, kept, false)


def record(
    kb: KnowledgeBase, questions: Sequence[Question], before: Record | None = None
) -> tuple[Record, GapReport]:
    """Record of a run, with the ids of the one before."""
    log = QuestionLog(tuple(questions))
    report = find_gaps(kb, log.questions, GapOptions(controls=False))
    if before:
        report = keep_ids(report, log, before.topics, KEY)
    return make_record(Seen(kb, report, log), Circumstances({}, ""), KEY), report


def subjects(report: GapReport, *, gaps_only: bool) -> dict[str, str]:
    """True subject of each topic, by its id."""
    clusters = [gap.cluster for gap in report.gaps] if gaps_only else report.clusters
    return {
        one.id: Counter(TOPICS[name] for name in one.questions).most_common(1)[0][0]
        for one in clusters
    }


def change_little(
    kb: KnowledgeBase, questions: Sequence[Question]
) -> Iterator[tuple[str, KnowledgeBase, Sequence[Question]]]:
    """The sample with one small change."""
    for name in EDITED:
        article = kb.by_id[name][0]
        text = f"{article.source.text}\nThank you for reading about this.\n"
        edited = parse_markdown(replace(article.source, text=text), article.locale)
        rest = [one for one in kb.articles if one.id != name]
        yield f"edit {name}"[:26], KnowledgeBase.of([*rest, edited], TODAY), questions
    for seed in range(3):
        left = random.Random(seed).sample(list(questions), round(0.95 * len(questions)))
        yield f"a twentieth goes, {seed}", kb, left


if __name__ == "__main__":
    main()
