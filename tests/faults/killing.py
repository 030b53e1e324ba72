"""Ends commands with SIGKILL in the middle of their work: what is checked stays whole.

A command is run once to learn how long it takes, then killed at moments spread over the part of
that time in which it writes.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

FILES = 150
_OLD = "---\nreviewed: 5 March 2026\n---\n\n# Article {0}\n\nWords of it.\n"


class Story(NamedTuple):
    """A command that writes, and what must be true whenever it is killed."""

    arguments: tuple[str, ...]
    prepare: Callable[[Path], None]  # lays out the folder that the command runs in
    check: Callable[[Path, Path], bool]
    """Given the folder after the kill and one after a whole run: whether work was half done."""


class Kills(NamedTuple):
    """What came of killing a command often."""

    in_time: int  # times that it was still running
    halfway: int  # times that part of its work was done


def run(folder: Path, arguments: tuple[str, ...], after: float | None = None) -> float:
    """Seconds that a command took; it is killed ``after`` so many."""
    environment = {**os.environ, "KBTOOL_CACHE_DIR": str(folder / "cache")}
    start = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "kbtool", *arguments],
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    try:
        _, complaint = process.communicate(timeout=after)
        assert process.returncode in (0, 1), complaint.decode()
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
    return time.monotonic() - start


def kill_often(story: Story, place: Path, times: int, seed: int = 1) -> Kills:
    """Kill a command so many times, each in a fresh folder."""
    whole = place / "whole"
    lay_out(story, whole)
    took = run(whole, story.arguments)
    chance = random.Random(seed)
    killed = halfway = 0
    for number in range(times):
        folder = place / str(number)
        lay_out(story, folder)
        moment = took * chance.uniform(0.5, 1.0)
        killed += run(folder, story.arguments, moment) >= moment
        halfway += story.check(folder, whole)
        shutil.rmtree(folder)
    return Kills(killed, halfway)


def lay_out(story: Story, folder: Path) -> None:
    """A fresh folder for a command."""
    folder.mkdir(parents=True)
    story.prepare(folder)


def _articles(folder: Path) -> None:
    (folder / "kbtool.toml").write_text('articles = ["kb"]\n')
    (folder / "kb").mkdir()
    for number in range(FILES):
        (folder / "kb" / f"{number}.md").write_text(_OLD.format(number))


def _texts(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.glob("*") if path.name[0] != "."}


def _fixed_or_not(folder: Path, whole: Path) -> bool:
    """Every article is as it was or mended, none is lost, and the next run mends the rest."""
    new = _texts(whole / "kb")
    found = _texts(folder / "kb")
    assert found.keys() == new.keys()
    for number in range(FILES):
        assert found[f"{number}.md"] in (_OLD.format(number), new[f"{number}.md"])
    run(folder, FIXING.arguments)
    assert _texts(folder / "kb") == new
    return 0 < sum(found[name] == new[name] for name in new) < FILES


def _export(folder: Path) -> None:
    articles = [
        {"id": number, "title": f"Article {number}", "body": "<p>Words of it.</p>", "locale": "en"}
        for number in range(FILES)
    ]
    lines = "".join(json.dumps(article) + "\n" for article in articles)
    (folder / "export.jsonl").write_text(lines)


def _imported_or_not(folder: Path, whole: Path) -> bool:
    """Every file is whole, and the next run takes none of them for somebody's work."""
    new = _texts(whole / "kb")
    found = _texts(folder / "kb")
    assert found.items() <= new.items()
    run(folder, IMPORTING.arguments)
    assert _texts(folder / "kb") == new
    return 0 < len(found) < FILES


def _cache_serves(folder: Path, whole: Path) -> bool:
    """The cache is sound, and a run that uses it finds what one without it finds."""
    halfway = False
    for path in (folder / "cache").rglob("*.sqlite3"):
        base = sqlite3.connect(path)
        assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        kept = base.execute("SELECT count(*) FROM sqlite_master WHERE name = 'parts'").fetchone()
        halfway |= kept == (0,) or base.execute("SELECT count(*) FROM parts").fetchone() == (0,)
        base.close()
    out = [
        subprocess.run(
            [sys.executable, "-m", "kbtool", "lint", "--format", "json", *options],
            cwd=folder,
            env={**os.environ, "KBTOOL_CACHE_DIR": str(folder / "cache")},
            capture_output=True,
            check=False,
        ).stdout
        for options in ([], ["--no-cache"])
    ]
    assert out[0]
    assert out[0] == out[1]
    return halfway


@cache
def _remembered() -> Path:
    """A help centre with one report on record, made once."""
    folder = Path(tempfile.mkdtemp())
    _articles(folder)
    rows = "".join(f"How do I pay for article {number % 9}?\n" for number in range(40))
    (folder / "log.csv").write_text(f"text\n{rows}")
    with (folder / "kbtool.toml").open("a") as file:
        file.write('questions = ["log.csv"]\n')
    run(folder, REPORTING.arguments)
    return folder


def _one_report(folder: Path) -> None:
    shutil.copytree(_remembered(), folder, dirs_exist_ok=True)
    with (folder / "log.csv").open("a") as file:
        file.write("Where is article 3?\n")


def _runs(folder: Path) -> list[int]:
    done = subprocess.run(
        [sys.executable, "-m", "kbtool", "history", "--format", "json"],
        cwd=folder,
        capture_output=True,
        check=True,
    )
    return [run["questions"] for run in json.loads(done.stdout)["runs"]]


def _remembers(folder: Path, whole: Path) -> bool:
    """The earlier report is on record, the new one is or is not, and the next run records it."""
    before, after = _runs(_remembered()), _runs(whole)
    found = _runs(folder)
    assert found in (before, after)
    run(folder, REPORTING.arguments)
    assert _runs(folder) == after
    return found == before


FIXING = Story(("lint", "--fix", "--no-cache", "--select", "MET001"), _articles, _fixed_or_not)
IMPORTING = Story(("import", "jsonl", "export.jsonl", "--to", "kb"), _export, _imported_or_not)
CACHING = Story(("lint", "--select", "ALL"), _articles, _cache_serves)
REPORTING = Story(("report", "--quiet"), _one_report, _remembers)
STORIES = {"fix": FIXING, "import": IMPORTING, "cache": CACHING, "history": REPORTING}
