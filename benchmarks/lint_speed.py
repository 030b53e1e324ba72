"""How quick `kbtool lint` is, beside other linters of prose in the same run.

    python benchmarks/lint_speed.py [--peers FOLDER ...] [--files N]

Two sets of articles are linted, each by every tool: the Arduino help centre, and the Markdown
files of cpp-docs-5000.tar.gz, both in $KBTOOL_DATA (default ../shared/data). Peers are taken from
PATH and from the `bin` folders named by --peers; those that are missing are named and left out.
Install them with

    npm install markdownlint-cli2 write-good textlint textlint-rule-write-good \
        textlint-rule-terminology textlint-rule-stop-words
    pip install rumdl proselint

What counts is files per second of CPU time, children included, as a machine that does other work
slows wall time more. Each command runs ROUNDS times by turns and its quickest run counts. Tools
differ in what they check: kbtool runs its default rules, each peer its own.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

ROUNDS = 2
LEAST_OUTPUT = 1000  # bytes; a tool that prints less found nothing, or nothing to look at
FEW = 40  # files for textlint, which takes seconds for each
STARTS = 10  # rounds of the runs on one article

DATA = Path(os.environ.get("KBTOOL_DATA", Path(__file__).parents[2] / "shared" / "data"))
SETS = {
    "Arduino help centre": "corpora/arduino-help-center",
    "cpp-docs": "corpora/cpp-docs-5000.tar.gz",
}
BASE = "markdownlint-cli2"


class Cost(NamedTuple):
    """What a run took."""

    cpu: float  # seconds, children included
    wall: float  # seconds
    memory: float  # megabytes of its largest process


@dataclass(frozen=True)
class Tool:
    """A command line that lints a folder."""

    name: str
    command: tuple[str, ...]
    files: int = 0  # that it is given; 0: all
    prepare: str = ""  # "warm": run once before, to fill its cache; "start": it may print little


def tools(folder: Path, work: Path, found: dict[str, str]) -> Iterator[Tool]:
    """Every tool that is there, ready for a folder."""
    kbtool = (sys.executable, "-m", "kbtool", "lint", "--quiet", "--fail-on", "never")
    cached = ("--cache-dir", str(work / "kbtool-cache"))
    yield Tool("kbtool, one process", (*kbtool, "--no-cache", "-j", "1", str(folder)))
    yield Tool("kbtool", (*kbtool, "--no-cache", str(folder)))
    yield Tool("kbtool, cached", (*kbtool, *cached, str(folder)), prepare="warm")
    if BASE in found:
        yield Tool(BASE, (found[BASE], f"{folder}/**/*.md"))
    if "proselint" in found:
        yield Tool("proselint", (found["proselint"], "check", str(folder)))
    if "write-good" in found:
        yield Tool("write-good", (found["write-good"], *map(str, sorted(folder.rglob("*.md")))))
    if "textlint" in found:
        few = sorted(folder.rglob("*.md"))[:FEW]
        rules = ("--rule", "write-good", "--rule", "terminology", "--rule", "stop-words")
        yield Tool("textlint", (found["textlint"], *rules, *map(str, few)), len(few))
    if "rumdl" in found:
        rumdl = (found["rumdl"], "check", "--quiet")
        yield Tool("rumdl", (*rumdl, "--no-cache", str(folder)))
        cache = ("--cache-dir", str(work / "rumdl-cache"))
        yield Tool("rumdl, cached", (*rumdl, *cache, str(folder)), prepare="warm")


def measure(tool: Tool, work: Path) -> Cost:
    """What one run of a tool takes; its findings are only counted, by their bytes."""
    started = time.perf_counter()
    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": ""}  # as after an installation
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(
            tool.command, stdout=output, stderr=output, cwd=work, env=environment
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if output.tell() < LEAST_OUTPUT and "start" not in tool.prepare:
            print(f"{tool.name} printed next to nothing; did it work?")
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)


def compare(name: str, folder: Path, work: Path, found: dict[str, str]) -> None:
    """Print a table: what each tool takes on the articles of a folder."""
    number = sum(1 for _ in folder.rglob("*.md"))
    present = list(tools(folder, work, found))
    for tool in present:
        if tool.prepare == "warm":
            measure(tool, work)
    costs = {tool.name: measure(tool, work) for tool in present}
    for _ in range(ROUNDS - 1):
        for tool in present:
            costs[tool.name] = min(costs[tool.name], measure(tool, work))
    print(f"\n{name}: {number} files of Markdown")
    print(f"{'':22}{'files/CPU s':>12}{'files/s':>10}{'MB':>7}{'times ' + BASE:>26}")
    base = costs.get(BASE)
    for tool in present:
        cost, files = costs[tool.name], tool.files or number
        times = f"{base.cpu / number / (cost.cpu / files):.2f}" if base else "-"
        print(
            f"{tool.name:22}{files / cost.cpu:12.0f}{files / cost.wall:10.0f}"
            f"{cost.memory:7.0f}{times:>26}"
        )


def start(folder: Path, work: Path) -> None:
    """Print what one article takes from a cold start, beside an empty Python program."""
    article = str(min(folder.rglob("*.md")))
    kbtool = (sys.executable, "-m", "kbtool", "lint", "--quiet", "--fail-on", "never", "--no-cache")
    both = (
        Tool("python -c pass", (sys.executable, "-c", "pass"), prepare="start"),
        Tool("kbtool, one article", (*kbtool, article), prepare="start"),
    )
    costs = [min(measure(tool, work) for _ in range(STARTS)) for tool in both]
    print("\nOne article from a cold start")
    for tool, cost in zip(both, costs, strict=True):
        print(f"{tool.name:22}{cost.cpu * 1000:8.0f} ms CPU  {cost.wall * 1000:6.0f} ms")
    cpu, wall = costs[1].cpu / costs[0].cpu, costs[1].wall / costs[0].wall
    print(f"{'ratio':22}{cpu:8.1f}         {wall:6.1f}")


def unpack(path: Path, target: Path, limit: int | None) -> Path:
    """Folder with the articles of a folder or an archive, at most ``limit`` of them."""
    source = path
    if path.suffix == ".gz":
        source = target / "unpacked"
        with tarfile.open(path) as archive:
            archive.extractall(source, filter="data")
    chosen = sorted(source.rglob("*.md"))[:limit]
    folder = target / "articles"
    for file in chosen:
        place = folder / file.relative_to(source)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, place)
        os.utime(place, (10**9, 10**9))  # old enough for caches to trust the time
    return folder


def main() -> None:
    """Measure all and print it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--peers", nargs="*", default=[], help="folders with peers' programs")
    parser.add_argument("--files", type=int, help="lint only so many files of each set")
    arguments = parser.parse_args()
    search = os.pathsep.join([*arguments.peers, os.environ.get("PATH", "")])
    names = (BASE, "proselint", "write-good", "textlint", "rumdl")
    found = {name: place for name in names if (place := shutil.which(name, path=search))}
    if missing := [name for name in names if name not in found]:
        print(f"not installed, so not compared: {', '.join(missing)}")
    for name, place in SETS.items():
        if not (DATA / place).exists():
            print(f"{name}: {DATA / place} is missing, skipped")
            continue
        with tempfile.TemporaryDirectory() as work:
            folder = unpack(DATA / place, Path(work), arguments.files)
            compare(name, folder, Path(work), found)
            if name == "cpp-docs":
                start(folder, Path(work))


if __name__ == "__main__":
    main()
