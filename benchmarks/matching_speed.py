"""Prints how long matching takes and how much memory, as logs and help centres grow.

    python benchmarks/matching_speed.py [ARTICLESxQUESTIONS ...]

By default 500x10000 500x100000 2500x10000 2500x50000. Articles are pages of documentation in
``$KBTOOL_DATA`` (default: shared/data beside the project); questions are those of BANKING77 in
endless small variations and, one in five, scraps of the articles. Each case runs in a process of
its own; seconds are of CPU time. "match" is what it takes to rank articles for all questions, the
index included; "groups" is the rest. "near" is the share of true neighbours that are found: logs of
more than 12,000 wordings are not compared pair by pair. "One more" is what matching a further
question takes once the articles are indexed, from the nearest smaller case of as many articles.
"""

from __future__ import annotations

import csv
import json
import os
import random
import re
import resource
import subprocess
import sys
import tarfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import numpy as np

from kbtool.matching.clusters.grouping import group_texts
from kbtool.matching.clusters.neighbours import share_of_neighbours, smooth
from kbtool.matching.clusters.question_space import QuestionSpace
from kbtool.matching.judging.merging import merge
from kbtool.matching.judging.survey import Log, read_log
from kbtool.matching.judging.texts import Judged, judge_groups, judge_questions
from kbtool.matching.search.matcher import Matcher
from kbtool.matching.search.passages import ArticleText, Passage
from kbtool.model import KnowledgeBase, Question

PROJECT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("KBTOOL_DATA", PROJECT.parent / "shared" / "data"))
CASES = ("500x10000", "500x100000", "2500x10000", "2500x50000")
TAILS = "please asap again today twice abroad online yesterday tomorrow urgently".split()
DISTANCE = 0.4
_CHECKED = 500  # texts whose true neighbours are looked for


def main() -> None:
    """Print a row a case."""
    print(
        "articles  questions  wordings  match s  groups s  questions/s  per question  memory"
        "  near  one more"
    )
    seen: list[Measured] = []
    for case in sys.argv[1:] or CASES:
        command = [sys.executable, __file__, "--measure", case]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        row = Measured(*json.loads(told))
        smaller = [s for s in seen if s.articles == row.articles and s.questions < row.questions]
        print(describe(row, max(smaller, key=lambda one: one.questions, default=None)), flush=True)
        seen.append(row)


class Measured(NamedTuple):
    """A case: seconds of CPU time, memory in MB."""

    articles: int
    questions: int
    wordings: int
    match: float
    groups: float
    memory: int
    near: float


def describe(row: Measured, smaller: Measured | None) -> str:
    """A line of the table."""
    each = (row.match + row.groups) / row.questions
    more = ""
    if smaller:
        cost = (row.match - smaller.match) / (row.questions - smaller.questions)
        more = f"  {cost * 1e6:5.0f} us"
    return (
        f"{row.articles:8,}  {row.questions:9,}  {row.wordings:8,}  {row.match:7.1f}"
        f"  {row.groups:8.1f}  {1 / each:11,.0f}  {each * 1e6:9.0f} us  {row.memory:3,} MB"
        f"  {row.near:.2f}{more}"
    )


def measure(case: str) -> None:
    """Print the figures of one case as JSON."""
    n_articles, n_questions = map(int, case.split("x"))
    texts = list(make_articles(n_articles))
    questions = list(make_questions(texts, n_questions))
    started = time.process_time()
    log = read_log(KnowledgeBase.of([], date(2026, 1, 1)), questions)
    space = QuestionSpace([wording.doc for wording in log.asked])
    matched = match(texts, log, space)
    half = time.process_time()
    group(*matched, space)
    ended = time.process_time()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    sizes = n_articles, n_questions, len(log.asked)
    print(json.dumps([*sizes, half - started, ended - half, memory, recall(space)]))


def match(texts: list[ArticleText], log: Log, space: QuestionSpace) -> tuple[Matcher, Judged]:
    """What ``kbtool.matching.judging.survey`` does, on texts that need no parsing."""
    matcher = Matcher(texts, log.asked, log.tokenizer)
    words = [len(wording.doc.tokens) for wording in log.asked]
    share = share_of_neighbours(words, learned=False)
    fits = smooth(matcher.rank_asked(), space.neighbours, len(texts), share)
    return matcher, judge_questions(matcher, fits, space.neighbours)


def group(matcher: Matcher, single: Judged, space: QuestionSpace) -> None:
    """Groups of questions and their verdicts."""
    tight = group_texts(space.places, DISTANCE / 2)
    labels = merge(tight, space.places, judge_groups(matcher, tight, single), DISTANCE)
    judge_groups(matcher, labels, single)


def recall(space: QuestionSpace) -> float:
    """Share of the ten nearest of some texts that were found."""
    rows, near = space.rows, space.neighbours
    chosen = np.linspace(0, len(rows) - 1, _CHECKED).astype(int)
    cosines = rows[chosen] @ rows.T
    cosines[np.arange(len(chosen)), chosen] = -1.0
    true = np.argpartition(-cosines, 9, axis=1)[:, :10]
    found = [set(near[at].indices) for at in chosen]
    return float(np.mean([len(found[at] & set(row)) / 10 for at, row in enumerate(true.tolist())]))


def make_articles(number: int) -> Iterator[ArticleText]:
    """Pages of documentation without their code."""
    with tarfile.open(DATA / "corpora" / "cpp-docs-5000.tar.gz") as archive:
        pages = sorted((m for m in archive if m.name.endswith(".md")), key=lambda m: m.name)
        for at, page in enumerate(pages[:number]):
            text = archive.extractfile(page).read().decode("utf-8", "replace")
            text = re.sub(r"^---.*?---", "", text, count=1, flags=re.DOTALL)
            parts = re.sub(r"```.*?```", "", text, flags=re.DOTALL).split("\n\n")
            kept = [part.strip()[:1000] for part in parts if len(part.strip()) > 30][:25]
            title = Path(page.name).stem.replace("-", " ")
            passages = tuple(Passage((), part) for part in kept)
            yield ArticleText(f"a{at}", title, "", "", passages, "en")


def make_questions(texts: list[ArticleText], number: int) -> Iterator[Question]:
    """Short questions, hardly one like another."""
    draw = random.Random(3)
    with (DATA / "banking77" / "train.csv").open(encoding="utf-8", newline="") as file:
        asked = [row["text"] for row in csv.DictReader(file)]
    told = [passage.text for text in texts for passage in text.passages]
    for at in range(number):
        if at % 5 == 0:
            words = draw.choice(told).split()
            start = draw.randrange(max(1, len(words) - 8))
            words = ["how", "do", "I", *words[start : start + draw.randint(4, 8)]]
        else:
            words = draw.choice(asked).split()
            words.insert(draw.randrange(len(words) + 1), draw.choice(TAILS))
            if draw.random() < 0.5:
                words.append(draw.choice(TAILS))
        yield Question(f"q{at}", " ".join(words))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        measure(sys.argv[2])
    else:
        main()
