"""Print questions per second and peak memory of reading a log, beside csv alone and DuckDB.

    python benchmarks/ingest_speed.py [ROWS ...]    (default: 100000 1000000)

The log is made of the questions in sample_kb: with greetings, e-mail addresses, repetitions and
rows that say nothing besides. Each way of reading runs in a process of its own, and a second is
one of CPU time. Numbers in brackets are times of what `csv` alone takes; growth is the time a
question takes in the longest log, over that in the shortest.
"""

from __future__ import annotations

import csv
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

SAMPLE = Path(__file__).resolve().parent.parent / "sample_kb" / "questions.csv"
SIZES = (100_000, 1_000_000)
POLITE = ("Hi, ", "Hello team, ", "Good morning. ", "Dear support,\n\n")
SIGNED = (
    "\n\nThanks a lot!\nAnn",
    " My e-mail is ann.{}@example.com.",
    " Call me: +1 202 555 0{:03}",
)
SILENT = ("hi", "thanks!", "", "ok great")


def make_rows(number: int) -> Iterator[tuple[str, str, str, str, str]]:
    """Rows of a log: id, question, time, channel, requester."""
    draw = random.Random(7)
    with SAMPLE.open(encoding="utf-8", newline="") as stream:
        texts = [row["text"] for row in csv.DictReader(stream)]
    before = ("", "", "", "", "")
    for place in range(number):
        if place and draw.random() < 0.03:  # the same person asks again, under another id
            yield (str(place), *before[1:])
            continue
        text = draw.choice(texts) if draw.random() > 0.02 else draw.choice(SILENT)
        if draw.random() < 0.15:
            text = draw.choice(POLITE) + text
        if draw.random() < 0.15:
            text += draw.choice(SIGNED).format(place % 1_000)
        day = f"2026-{1 + place % 12:02}-{1 + place % 28:02}T{place % 24:02}:{place % 60:02}:00Z"
        channel = draw.choice(("chat", "email", "search"))
        before = (str(place), text, day, channel, f"user{draw.randrange(number)}@example.com")
        yield before


def write_log(path: Path, number: int) -> None:
    """A CSV file of so many rows."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(("id", "question", "asked_at", "channel", "requester"))
        writer.writerows(make_rows(number))


def read_plainly(path: Path) -> int:
    """The csv module alone; one dict a row, as most programs use it."""
    with path.open(encoding="utf-8", newline="") as stream:
        return sum(1 for _ in csv.DictReader(stream))


def read_with_duckdb(path: Path) -> int:
    """DuckDB, on one thread as all others: every value is parsed and looked at."""
    import duckdb  # noqa: PLC0415 - not everywhere installed

    connection = duckdb.connect(config={"threads": 1})
    query = f"SELECT count(*), sum(hash(columns(*))) FROM read_csv('{path}')"
    return int(connection.execute(query).fetchone()[0])


def read_rows(path: Path) -> int:
    """Rows as kbtool's reader hands them on, before anything is done with them."""
    from kbtool.questions import Columns, Limits  # noqa: PLC0415 - its memory counts here alone
    from kbtool.questions.files import QuestionFile  # noqa: PLC0415 - its memory counts here alone
    from kbtool.questions.readers import find_reader  # noqa: PLC0415 - its memory counts here alone

    file = QuestionFile(path, Columns(), Limits())
    return sum(1 for _ in find_reader(path).read(file))


def read_unmasked(path: Path) -> int:
    """Questions cleaned, repetitions found, nothing masked."""
    from kbtool.questions import Choices, iterate_questions  # noqa: PLC0415 - its memory counts here alone

    return sum(1 for _ in iterate_questions([path], choices=Choices(mask=False)))


def read_all(path: Path) -> int:
    """Questions cleaned and masked, repetitions found."""
    from kbtool.questions import iterate_questions  # noqa: PLC0415 - its memory counts here alone

    return sum(1 for _ in iterate_questions([path]))


def write_all(path: Path) -> int:
    """All of it, and written as JSON Lines by the command."""
    from kbtool.cli import cli  # noqa: PLC0415 - its memory counts here alone

    target = path.with_suffix(".jsonl")
    cli.main(["questions", str(path), "--to", str(target), "-q"], standalone_mode=False)
    target.unlink()
    return 0


WAYS: dict[str, Callable[[Path], int]] = {
    "csv.DictReader": read_plainly,
    "DuckDB, one thread": read_with_duckdb,
    "kbtool: rows": read_rows,
    "kbtool: rows, cleaning": read_unmasked,
    "kbtool: rows, cleaning, masking": read_all,
    "kbtool questions --to FILE": write_all,
}


def measure(way: str, path: Path) -> tuple[float, float]:
    """CPU seconds and peak megabytes of a way of reading, in a process of its own."""
    code = [sys.executable, __file__, "--measure", way, str(path)]
    done = subprocess.run(code, capture_output=True, text=True, check=True)
    seconds, peak = done.stdout.split()
    return float(seconds), float(peak)


def report(way: str, path: Path) -> None:
    """Measure in this process; print CPU seconds and peak megabytes."""
    import resource  # noqa: PLC0415 - not on Windows

    start = time.process_time()
    WAYS[way](path)
    seconds = time.process_time() - start
    print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def main() -> None:
    """Print the table."""
    sizes = [int(size) for size in sys.argv[1:]] or list(SIZES)
    ways = [way for way in WAYS if find_spec("duckdb") or "DuckDB" not in way]
    took: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            path = Path(folder) / f"log{size}.csv"
            write_log(path, size)
            print(f"{size:,} rows, {path.stat().st_size / 1e6:.0f} MB")
            plain = 0.0
            for way in ways:
                seconds, peak = measure(way, path)
                plain = plain or seconds
                took.setdefault(way, []).append(seconds / size)
                rate = f"{size / seconds:11,.0f} questions/s  ({seconds / plain:.1f})"
                print(f"  {way:32}{rate}  {peak:5.0f} MB")
            path.unlink()
    if len(sizes) > 1:
        print("growth")
        for way, costs in took.items():
            print(f"  {way:32}{costs[-1] / costs[0]:11.2f}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        report(sys.argv[2], Path(sys.argv[3]))
    else:
        main()
