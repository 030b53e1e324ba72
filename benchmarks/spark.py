"""Clean and match large logs on each engine, and compare time, memory and results.

Usage: python benchmarks/spark.py [--questions 1000000,10000000] [--articles 500] [--master URL]
           [--engines here,processes,spark]

Articles and questions are those of benchmarks/load.py; each engine has a process to itself. Prints
wall seconds of starting it, of reading (cleaning and masking) and of ranking articles for every
wording, CPU seconds of reading and ranking with all workers and Java, both beside the first
engine's, the peak of memory of the process that asks, and whether the results are the same to the
last bit.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

import psutil

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "benchmarks"))

from load import make_help_centre  # noqa: E402 - a script beside this one

from kbtool.articles import load_articles  # noqa: E402 - after the path is set
from kbtool.engines import open_engine  # noqa: E402 - as above
from kbtool.matching.search.matcher import Matcher  # noqa: E402 - as above
from kbtool.matching.search.passages import read_article  # noqa: E402 - as above
from kbtool.matching.search.ranked import Ranked  # noqa: E402 - as above
from kbtool.matching.text.asked import gather  # noqa: E402 - as above
from kbtool.matching.text.tokens import Tokenizer  # noqa: E402 - as above
from kbtool.questions import read_questions  # noqa: E402 - as above

ENGINES = {"here": ("local", 1), "processes": ("local", 2), "spark": ("spark", 1)}


def main() -> None:
    """Print a row for each size and engine."""
    options = read_options()
    if options.one:
        print(json.dumps(run(options.one, Path(options.home), options.master)))
        return
    print(
        "questions  wordings  engine    start s   read s   rank s     CPU s  of wall   of CPU  "
        "memory    same"
    )
    for number in map(int, options.questions.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            make_help_centre(Path(folder), options.articles, number)
            compare(Path(folder), options)


def read_options() -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--questions", default="1000000,10000000")
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--master", default="local[2]")
    parser.add_argument("--engines", default=",".join(ENGINES))
    parser.add_argument("--one", choices=ENGINES, help=argparse.SUPPRESS)
    parser.add_argument("--home", help=argparse.SUPPRESS)
    return parser.parse_args()


def compare(home: Path, options: argparse.Namespace) -> None:
    """Print the rows of one size."""
    first: dict[str, Any] = {}
    for name in options.engines.split(","):
        arguments = ["--one", name, "--home", str(home), "--master", options.master]
        done = subprocess.run(
            [sys.executable, __file__, *arguments], check=True, capture_output=True, text=True
        )
        found = json.loads(done.stdout.splitlines()[-1])
        first = first or found
        wall, own = (of["read"] + of["rank"] for of in (first, found))
        same = "yes" if found["digest"] == first["digest"] else "NO"
        print(
            f"{found['questions']:>9,} {found['wordings']:>9,}  {name:<9} {found['start']:>7.1f} "
            f"{found['read']:>8.1f} {found['rank']:>8.1f} {found['cpu']:>9.1f} "
            f"{own / wall:>7.2f}x {found['cpu'] / first['cpu']:>7.2f}x "
            f"{found['memory']:>5,} MB  {'–' if found is first else same:>4}",
            flush=True,
        )


def run(name: str, home: Path, master: str) -> dict[str, Any]:
    """Figures of one engine, in a process of its own."""
    articles = [read_article(article) for article in load_articles([home / "kb"]).articles]
    engine_name, processes = ENGINES[name]
    with clock() as start, open_engine(engine_name, processes, master) as engine:
        start.stop()
        with clock() as reading:
            log = read_questions([home / "log.jsonl"], engine=engine)
        tokenizer = Tokenizer("en")
        asked, _ = gather(log.questions, tokenizer)
        matcher = Matcher(articles, asked, tokenizer)
        with clock() as ranking:
            ranked = matcher.rank_asked(engine)
    return {
        "questions": len(log.questions),
        "wordings": len(asked),
        "start": start.seconds,
        "read": reading.seconds,
        "rank": ranking.seconds,
        "cpu": reading.cpu + ranking.cpu,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1_000,
        "digest": digest([question.text for question in log.questions], ranked),
    }


def digest(texts: list[str], ranked: Ranked) -> str:
    """What tells results apart: of texts and ranking, to the last bit."""
    made = blake2b(digest_size=16)
    for text in texts:
        made.update(text.encode("utf-8", "surrogatepass") + b"\0")
    made.update(ranked.articles.tobytes())
    made.update(ranked.scores.tobytes())
    return made.hexdigest()


def count_cpu() -> float:
    """CPU seconds of this process and of all that it began, Java and workers included."""
    here = psutil.Process()
    total = 0.0
    for process in (here, *here.children(recursive=True)):
        with suppress(psutil.NoSuchProcess):
            total += sum(process.cpu_times()[:4])  # own and, of those that ended, their children's
    return total


class Clock:
    """Seconds of wall time and of CPU."""

    def __init__(self) -> None:
        """Start."""
        self._start, self._begun = time.monotonic(), count_cpu()
        self.seconds = self.cpu = 0.0

    def stop(self) -> None:
        """Stop, the first time it is asked to."""
        if not self.seconds:
            self.seconds = time.monotonic() - self._start
            self.cpu = count_cpu() - self._begun


@contextmanager
def clock() -> Iterator[Clock]:
    """Times what is inside, or up to an earlier stop."""
    watch = Clock()
    yield watch
    watch.stop()


if __name__ == "__main__":
    main()
