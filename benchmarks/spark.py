"""Clean and match large logs on each engine, and compare time and results.

Usage: python benchmarks/spark.py [--questions 1000000,10000000] [--articles 500] [--master URL]

Articles and questions are those of benchmarks/load.py. Prints wall seconds of reading (cleaning and
masking) and of ranking articles for every wording, on this process, on two processes and on Spark,
the time beside that of this process, and whether the results are the same. Starting Spark, which
takes the same at every size, is told apart.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "benchmarks"))

from load import make_help_centre  # noqa: E402 - a script beside this one

from kbtool.articles import load_articles  # noqa: E402 - after the path is set
from kbtool.engines import Engine, open_engine  # noqa: E402 - as above
from kbtool.matching.search.matcher import Matcher  # noqa: E402 - as above
from kbtool.matching.search.passages import read_article  # noqa: E402 - as above
from kbtool.matching.search.ranked import Ranked  # noqa: E402 - as above
from kbtool.matching.text.asked import gather  # noqa: E402 - as above
from kbtool.matching.text.tokens import Tokenizer  # noqa: E402 - as above
from kbtool.questions import read_questions  # noqa: E402 - as above

ENGINES = (("here", "local", 1), ("2 processes", "local", 2), ("spark", "spark", 1))


def main() -> None:
    """Print a row for each size and engine."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--questions", default="1000000,10000000")
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--master", default="local[2]")
    options = parser.parse_args()
    print("questions  wordings  engine         start s   read s   rank s   of here  same")
    for number in map(int, options.questions.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            make_help_centre(Path(folder), options.articles, number)
            compare(Path(folder), options.master)


def compare(home: Path, master: str) -> None:
    """Print the rows of one size."""
    first: tuple[float, list[str], Ranked] | None = None
    articles = [read_article(article) for article in load_articles([home / "kb"]).articles]
    for name, engine_name, processes in ENGINES:
        with clock() as start, open_engine(engine_name, processes, master) as engine:
            start.stop()
            with clock() as reading:
                log = read_questions([home / "log.jsonl"], engine=engine)
            tokenizer = Tokenizer("en")
            asked, _ = gather(log.questions, tokenizer)
            matcher = Matcher(articles, asked, tokenizer)
            ranking, ranked = rank(matcher, engine)
        texts = [question.text for question in log.questions]
        took = reading.seconds + ranking
        first = first or (took, texts, ranked)
        print(
            f"{len(texts):>9,} {len(asked):>9,}  {name:<13} {start.seconds:>8.1f} "
            f"{reading.seconds:>8.1f} {ranking:>8.1f} {took / first[0]:>8.2f}x  "
            f"{'yes' if same(first, texts, ranked) else 'NO'}",
            flush=True,
        )


def rank(matcher: Matcher, engine: Engine | None) -> tuple[float, Ranked]:
    """Seconds of ranking, and what came out."""
    with clock() as ranking:
        ranked = matcher.rank_asked(engine)
    return ranking.seconds, ranked


def same(first: tuple[float, list[str], Ranked], texts: list[str], ranked: Ranked) -> bool:
    """Whether texts and ranking are those of the first engine, to the last bit."""
    _, known, before = first
    return (
        texts == known
        and np.array_equal(ranked.articles, before.articles)
        and np.array_equal(ranked.scores, before.scores)
    )


class Clock:
    """Seconds of wall time."""

    def __init__(self) -> None:
        """Start."""
        self._start = time.monotonic()
        self.seconds = 0.0

    def stop(self) -> None:
        """Stop, the first time it is asked to."""
        self.seconds = self.seconds or time.monotonic() - self._start


@contextmanager
def clock() -> Iterator[Clock]:
    """Times what is inside, or up to an earlier stop."""
    watch = Clock()
    yield watch
    watch.stop()


if __name__ == "__main__":
    main()
