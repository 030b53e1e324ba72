"""Prints what is lost by scoring only the leaders in full, among thousands of articles.

    python -m benchmarks.shortlist [SET ...]

From the project's folder, as shortlist.py uses its neighbours. By default banking77, hwu64 and
thunderbird. Articles of a labelled set stand among 2,500 pages of documentation (see
matching_speed.py); at most 1,100 of its questions are ranked, with nothing learned. MRR@10 and CPU
time of a question, with short lists and with every article scored.
"""

from __future__ import annotations

import sys
import time
from unittest.mock import patch

import numpy as np
from threadpoolctl import threadpool_limits

from benchmarks.gap_engine.data import load
from benchmarks.gap_engine.figures import find_place, reciprocal
from benchmarks.matching_speed import make_articles
from kbtool.matching.judging.survey import read_log
from kbtool.matching.search import sums
from kbtool.matching.search.matcher import Matcher
from kbtool.matching.search.passages import read_article

_OTHERS, _ASKED = 2_500, 1_100


def main() -> None:
    """Print a row a set."""
    print("set            articles  MRR@10 short    all  us short    all")
    for name in sys.argv[1:] or ("banking77", "hwu64", "thunderbird"):
        with threadpool_limits(limits=1):
            short, all_ = (measure(name, many) for many in (1_000, 10**9))
        print(
            f"{name:<13}  {short[0]:8,}  {short[1]:12.4f} {all_[1]:6.4f}"
            f"  {short[2]:8.0f} {all_[2]:6.0f}",
            flush=True,
        )


def measure(name: str, many: int) -> tuple[int, float, float]:
    """Articles, MRR@10 and microseconds a question, with short lists from ``many`` articles."""
    data = load(name)
    log = read_log(data.kb, data.questions[:_ASKED])
    texts = [*map(read_article, data.kb.articles), *make_articles(_OTHERS)]
    with patch.object(sums, "MANY", many):
        matcher = Matcher(texts, log.asked, log.tokenizer, learn=False)
        started = time.process_time()
        rows = matcher.rank_asked().articles[:, :10].tolist()
        taken = time.process_time() - started
    places = [
        find_place([texts[at].id for at in row if at >= 0], data.gold[question.id])
        for wording, row in zip(log.asked, rows, strict=True)
        for question in wording.questions
    ]
    return len(texts), float(np.mean(reciprocal(places))), taken / len(log.asked) * 1e6


if __name__ == "__main__":
    main()
