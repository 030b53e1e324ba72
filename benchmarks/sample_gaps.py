"""Prints how many topics left out of the sample's articles come back as a gap of their own.

    python benchmarks/sample_gaps.py

Reads sample_kb and benchmarks/sample_topics.json, so it needs no other data. Terms:

- A gap's *topic* is the true topic that most of its questions have; *purity* is their share.
- A left-out topic comes back as a gap *of its own* when one of the first 25 gaps has it as topic,
  with a purity of at least one half, and holds at least a third of its questions.
- A gap is *false* when its topic has an article that answers it. Topics with an article that
  answers only half of what customers ask ("badly") are counted apart: a gap there is right too.
"""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from kbtool.articles import load_articles
from kbtool.matching import find_gaps
from kbtool.model import Gap, KnowledgeBase
from kbtool.questions import read_questions

PROJECT = Path(__file__).resolve().parent.parent
SAMPLE = PROJECT / "sample_kb"
TOPICS_FILE = PROJECT / "benchmarks" / "sample_topics.json"
TODAY = date(2026, 11, 1)
TOP = 25
LEAST_PURITY, LEAST_SHARE, GOOD_PURITY = 1 / 2, 1 / 3, 0.7


def main() -> None:
    """Print one line a gap, then the counts."""
    truth = json.loads(TOPICS_FILE.read_text(encoding="utf-8"))
    kb = KnowledgeBase.of(load_articles([SAMPLE / "articles"]).articles, TODAY)
    questions = read_questions([SAMPLE / "questions.csv"]).questions
    started = time.perf_counter()
    report = find_gaps(kb, questions)
    seconds = time.perf_counter() - started
    print(f"{len(kb.articles)} articles, {len(questions)} questions, {seconds:.1f} s")
    print(f"threshold {report.threshold:.3f}, {report.threshold_basis}")
    print(f"{len(report.clusters)} groups, {len(report.ungrouped)} questions in none")
    shown = report.gaps[:TOP]
    print_gaps(shown, truth)
    print_counts(shown, truth)
    print_answered(report.matches, truth)


def print_gaps(gaps: Sequence[Gap], truth: Mapping[str, Any]) -> None:
    """Print each gap with its topic and purity."""
    sizes = Counter(truth["questions"].values())
    for place, gap in enumerate(gaps, 1):
        topic, count = topic_of(gap, truth)
        purity, share = count / len(gap.cluster.questions), count / sizes[topic]
        print(
            f"{place:3} {state(topic, truth):9} {topic[:38]:38} purity {purity:.2f} share "
            f"{share:.2f} | {gap.cluster.askers:3} {gap.confidence:6} "
            f"{gap.cluster.action.name:8} | {gap.cluster.label}"
        )


def print_counts(gaps: Sequence[Gap], truth: Mapping[str, Any]) -> None:
    """Print how many left-out topics came back and how many gaps are false."""
    sizes = Counter(truth["questions"].values())
    own: dict[str, float] = {}
    states: Counter[str] = Counter()
    for gap in gaps:
        topic, count = topic_of(gap, truth)
        states[state(topic, truth)] += 1
        purity = count / len(gap.cluster.questions)
        if (
            state(topic, truth) == "left out"
            and purity >= LEAST_PURITY
            and count >= LEAST_SHARE * sizes[topic]
        ):
            own[topic] = max(purity, own.get(topic, 0.0))
    pure = sum(purity >= GOOD_PURITY for purity in own.values())
    print(f"\nleft-out topics with a gap of their own: {len(own)} of {len(truth['left_out'])}")
    print(f"  of these with purity >= {GOOD_PURITY}: {pure}")
    print(f"false gaps among the first {TOP}: {states['answered']}")
    print(f"gaps about topics answered badly: {states['badly']}")
    print(f"missing: {', '.join(sorted(set(truth['left_out']) - own.keys())) or 'none'}")


def print_answered(matches: Sequence[Any], truth: Mapping[str, Any]) -> None:
    """Print how many questions are judged rightly, one by one."""
    judged = [(state(truth["questions"][m.question], truth), m.answered) for m in matches]
    for name in ("left out", "answered", "badly"):
        own = [answered for kind, answered in judged if kind == name]
        print(f"questions {name}: {sum(own)} of {len(own)} judged as answered")


def topic_of(gap: Gap, truth: Mapping[str, Any]) -> tuple[str, int]:
    """True topic that most questions of a gap have, and how many."""
    counts = Counter(truth["questions"][question] for question in gap.cluster.questions)
    return min(counts.items(), key=lambda item: (-item[1], item[0]))


def state(topic: str, truth: Mapping[str, Any]) -> str:
    """Whether a topic is left out, answered, or answered badly."""
    if topic in truth["left_out"]:
        return "left out"
    return "badly" if topic in truth["answered_badly"] else "answered"


if __name__ == "__main__":
    main()
