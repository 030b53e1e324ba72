"""Run whole commands over very large help centres and logs, and see that cost per item stays flat.

Usage: python benchmarks/load.py [--articles 50000] [--questions 1000000] [--shares 1,5,10]
                                 [--commands lint,questions,gaps,report] [--keep FOLDER]

Articles are made of sections of real help pages in $KBTOOL_DATA, questions of real questions in
endless small variations, two in five repeated word for word, as logs do. Each command runs as a
process of its own on a terminal of its own at each share (percent) of the full size. Prints CPU
seconds, items a CPU second, the cost of an item beside that of the smallest share, peak memory of
all its processes, and how true its progress was: the worst factor between the time that progress
promised (from a tenth of the way on) and the time that it took.
"""

from __future__ import annotations

import argparse
import json
import os
import pty
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("KBTOOL_DATA", ROOT.parent / "shared" / "data"))
SETS = ("banking77", "hwu64", "stackfaq", "thunderbird")
TAILS = "please asap again today twice abroad online yesterday tomorrow urgently".split()
COMMANDS = {
    "lint": (["lint", "--no-cache", "--exit-zero", "--statistics"], "articles"),
    "questions": (["questions", "--to", "clean.jsonl"], "questions"),
    "gaps": (["gaps", "--top", "5"], "questions"),
    "report": (["report", "--no-history"], "questions"),
}
_TOLD = re.compile(rb"\r\x1b\[K[^:]*: (?:([\d,]+) of ([\d,]+)|[^%\r]*?(\d+)% )")


class Run(NamedTuple):
    """What a command took."""

    code: int
    cpu: float  # seconds
    wall: float  # seconds
    megabytes: float  # at most, of its largest process
    progress: float | None  # worst factor, from 1; None where too little was told


def main() -> None:
    """Print a row for each command and size."""
    options = read_options()
    print("command    articles  questions    cpu s  items/cpu s  per item  memory  progress  exit")
    with tempfile.TemporaryDirectory() as scratch:
        first: dict[str, float] = {}
        for share in map(float, options.shares.split(",")):
            articles, questions = (
                round(number * share / 100) for number in (options.articles, options.questions)
            )
            home = Path(options.keep or scratch) / f"{articles}x{questions}"
            if not home.exists():
                make_help_centre(home, articles, questions)
            for name in options.commands.split(","):
                arguments, counted = COMMANDS[name]
                run = run_on_terminal(arguments, home)
                items = articles if counted == "articles" else questions
                cost = run.cpu / items
                first.setdefault(name, cost)
                told = "-" if run.progress is None else f"{run.progress:.1f}x"
                size = f"{name:<9} {articles:>9,} {questions:>10,}"
                speed = f"{run.cpu:>8,.1f} {1 / cost:>12,.0f} {cost / first[name]:>8.2f}x"
                rest = f"{run.megabytes:>6,.0f} MB {told:>8} {run.code:>5}"
                print(size, speed, rest, flush=True)


def read_options() -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=int, default=50_000)
    parser.add_argument("--questions", type=int, default=1_000_000)
    parser.add_argument("--shares", default="1,5,10", help="percent of the full size")
    parser.add_argument("--commands", default=",".join(COMMANDS))
    parser.add_argument("--keep", help="folder to make help centres in, and to leave them")
    return parser.parse_args()


def make_help_centre(home: Path, articles: int, questions: int) -> None:
    """Write articles, a log and a configuration."""
    sections = list(read_sections())
    draw = random.Random(7)
    for number in range(articles):
        folder = home / "kb" / str(number // 500)
        folder.mkdir(parents=True, exist_ok=True)
        own = draw.sample(sections, 4)
        title = " ".join(draw.choice(own).split()[1:6]).strip("#*:.") or "Help"
        text = f"# {title} {number}\n\n" + "\n\n".join(own) + "\n"
        (folder / f"{number}.md").write_text(text, encoding="utf-8")
    asked = [json.loads(line)["text"] for name in SETS for line in read_lines(name)]
    with (home / "log.jsonl").open("w", encoding="utf-8") as file:
        for number, text in enumerate(vary(asked, questions)):
            day = f"2026-{1 + number % 9:02}-{1 + number % 28:02}"
            row = {
                "id": str(number),
                "text": text,
                "asked_at": day,
                "requester": f"p{number % 99_991}",
            }
            file.write(json.dumps(row) + "\n")
    lines = ('articles = ["kb"]', 'questions = ["log.jsonl"]', "today = 2026-10-01", "")
    (home / "kbtool.toml").write_text("\n".join(lines))


def read_sections() -> Iterator[str]:
    """Sections of real help pages, headings included, a thousand characters at most."""
    for path in sorted((DATA / "corpora" / "arduino-help-center").rglob("*.md")):
        text = path.read_text(encoding="utf-8", errors="replace")
        for part in re.split(r"(?m)^(?=##? )", text):
            if part.startswith("## ") and len(part) > 120:
                yield part[:1000].rstrip()


def read_lines(name: str) -> Iterator[str]:
    """Lines of a set of labelled questions."""
    folder = DATA / name
    path = folder / "questions.jsonl"
    path = path if path.exists() else folder / "questions_labelled.jsonl"
    with path.open(encoding="utf-8") as file:
        yield from islice(file, 20_000)


def vary(asked: list[str], number: int) -> Iterator[str]:
    """Questions, two in five as they were, the others with a word more or a word less."""
    draw = random.Random(3)
    for _ in range(number):
        text = draw.choice(asked)[:300]
        if draw.random() < 0.6:
            words = text.split()
            words.insert(draw.randrange(len(words) + 1), draw.choice(TAILS))
            if draw.random() < 0.5:
                del words[draw.randrange(len(words))]
            text = " ".join(words)
        yield text


def run_on_terminal(arguments: list[str], home: Path) -> Run:
    """Run kbtool where it takes its errors for a terminal, and watch its progress."""
    start = time.monotonic()
    mine, its = pty.openpty()
    with (home / "out.txt").open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "kbtool", *arguments],
            cwd=home,
            stdout=out,
            stderr=its,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
    os.close(its)
    told = list(watch(mine, start))
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    os.close(mine)
    wall = time.monotonic() - start
    cpu = usage.ru_utime + usage.ru_stime
    return Run(process.returncode, cpu, wall, usage.ru_maxrss / 1024, judge(told, wall))


def watch(terminal: int, start: float) -> Iterator[tuple[float, float]]:
    """When a share of the work was said to be done, with the share."""
    while True:
        try:
            text = os.read(terminal, 65_536)
        except OSError:  # its other end is closed
            return
        for done, total, percent in _TOLD.findall(text):
            share = int(percent) / 100 if percent else number(done) / number(total) if total else 0
            if share:
                yield time.monotonic() - start, share


def number(text: bytes) -> int:
    """A number with its thousands set apart."""
    return max(1, int(text.replace(b",", b"")))


def judge(told: list[tuple[float, float]], wall: float) -> float | None:
    """Worst factor between the time that progress promised and the one that it took."""
    factors = [max(at / share / wall, wall * share / at) for at, share in told if 0.1 < share < 1]
    return max(factors) if factors else None


if __name__ == "__main__":
    main()
