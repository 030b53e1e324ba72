"""Prints what it costs to take articles and solved questions in without learning anew.

    python benchmarks/growing_index.py [SET ...]

By default thunderbird and stackfaq in ``$KBTOOL_DATA`` (default: shared/data beside the project).
A tenth of the articles is left out with three seeds and joins afterwards; on thunderbird, too, the
newer half of the questions that helpers solved. Both are compared with a matcher that was fitted on
everything: MRR@10 of the questions that a left-out article answers and of all others, and CPU
seconds to take in one article (or the solved questions) beside those of fitting everything.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from statistics import mean, median
from typing import TypeVar

from threadpoolctl import threadpool_limits

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # run as a script

from benchmarks.gap_engine.data import Gold, Labelled, load
from benchmarks.gap_engine.figures import find_place, reciprocal
from kbtool.matching.search.matcher import Matcher
from kbtool.matching.search.passages import read_article
from kbtool.matching.text.asked import Asked, gather
from kbtool.matching.text.tokens import Tokenizer

SHARE, SEEDS = 1 / 10, range(3)
ResultT = TypeVar("ResultT")


def main() -> None:
    """Print the rows of each set."""
    print("set, what joins                  MRR@10 joined  fitted  others: joined  fitted  seconds")
    with threadpool_limits(limits=1, user_api="blas"):
        for name in sys.argv[1:] or ("thunderbird", "stackfaq"):
            data = load(name)
            measure_articles(data)
            if name == "thunderbird":
                measure_solved(data)


def measure_articles(data: Labelled) -> None:
    """Print the mean over all seeds where a tenth of the articles joins."""
    tokenizer = Tokenizer()
    asked = gather(data.questions, tokenizer, bare=True)[0]
    texts = [read_article(article) for article in data.articles]
    whole, fitting = _time(lambda: Matcher(texts, asked, Tokenizer()))
    rows, joining = [], []
    for seed in SEEDS:
        late = frozenset(random.Random(seed).sample(range(len(texts)), round(SHARE * len(texts))))
        early = [text for at, text in enumerate(texts) if at not in late]
        matcher = Matcher(early, asked, tokenizer)
        for at in sorted(late):
            matcher, seconds = _time(
                lambda at=at, matcher=matcher: matcher.with_articles([texts[at]], [-1])
            )
            joining.append(seconds)
        names = {texts[at].id for at in late}
        rows.append(
            [*_mrr(matcher, asked, data.gold, names), *_mrr(whole, asked, data.gold, names)]
        )
    _print(f"{data.name}, articles", rows, median(joining), fitting)


def measure_solved(data: Labelled) -> None:
    """Print what comes of solved questions that join."""
    later, solved = data.split()
    dated = sorted(solved, key=lambda question: (data.dates[question.id], question.id))
    half = len(dated) // 2
    tokenizer = Tokenizer()
    texts = [read_article(article) for article in data.articles]
    asked, first, second = (
        gather(part, tokenizer, bare=True)[0]
        for part in (later.questions, dated[:half], dated[half:])
    )
    whole, fitting = _time(lambda: Matcher(texts, asked, Tokenizer(), [*first, *second]))
    matcher = Matcher(texts, asked, tokenizer, first)
    grown, joining = _time(lambda: matcher.with_solved(second))
    row = [*_mrr(grown, asked, data.gold, ()), *_mrr(whole, asked, data.gold, ())]
    before = _mrr(matcher, asked, data.gold, ())[1]
    _print(f"{data.name}, solved ({before:.3f} before)", [row], joining, fitting)


def _mrr(
    matcher: Matcher, asked: Sequence[Asked], gold: Gold, late: Collection[str]
) -> tuple[float, float]:
    """MRR@10 of questions that a late article answers (nan for none), and of all others."""
    ranked = matcher.rank_asked().articles[:, :10].tolist()
    places: dict[bool, list[int]] = {True: [], False: []}
    for row, wording in zip(ranked, asked, strict=True):
        names = [matcher.texts[at].id for at in row if at >= 0]
        for question in wording.questions:
            answers = gold[question.id]
            if answers:
                places[not answers.isdisjoint(late)].append(find_place(names, answers))
    late_ones, others = (list(reciprocal(places[key])) for key in (True, False))
    return mean(late_ones) if late_ones else float("nan"), mean(others)


def _print(title: str, rows: Sequence[Sequence[float]], joining: float, fitting: float) -> None:
    joined, others, fitted, others_fitted = (mean(column) for column in zip(*rows, strict=True))
    print(
        f"{title:36} {joined:8.4f}  {fitted:.4f}          {others:.4f}  {others_fitted:.4f}"
        f"  {joining:.3f} of {fitting:.2f} (1/{fitting / joining:.0f})"
    )


def _time(run: Callable[[], ResultT]) -> tuple[ResultT, float]:
    started = time.process_time()
    return run(), time.process_time() - started


if __name__ == "__main__":
    main()
