"""The same input gives the same bytes, whatever the machine is like."""

import html
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[2] / "sample_kb"
ARTICLES, QUESTIONS = 24, 300
PLAIN = {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"}
MACHINES = {
    "another seed of hashes": {"PYTHONHASHSEED": "42"},
    "the first time zone of a day": {"TZ": "Pacific/Kiritimati"},
    "a locale with its own i": {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
    "no characters but ASCII": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "more threads": {"OMP_NUM_THREADS": "2", "OPENBLAS_NUM_THREADS": "2"},
}
COMMANDS = {
    "lint": ("lint", "--no-cache", "--select", "ALL", "--format", "json", "--exit-zero"),
    "gaps": ("gaps", "--format", "json"),
    "questions": ("questions",),
    "match": ("match", "--explain"),
    "import": ("import", "jsonl", "export", "--to", "imported"),
    "chunks": ("export", "chunks", "--include-blocked"),
    "report": ("report", "--quiet", "--output", "page.html"),
}


def lay_out(folder, names, end=b"\n"):
    """A small help centre with its articles and questions; names in the order of writing."""
    (folder / "kb").mkdir(parents=True)
    for name in names:
        text = (SAMPLE / "articles" / name).read_bytes().replace(b"\n", end)
        path = folder / "kb" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)
    _lay_out_export(folder / "export", names, end)
    rows = (SAMPLE / "questions.csv").read_bytes().splitlines()[: QUESTIONS + 1]
    (folder / "log.csv").write_bytes(end.join([*rows, b""]))
    text = 'articles = ["kb"]\nquestions = ["log.csv"]\ntoday = 2026-11-22\n'
    (folder / "kbtool.toml").write_text(text)
    return folder


def _lay_out_export(folder, names, end):
    """Pages of an export, each with one article in HTML; files in the order of the names."""
    folder.mkdir()
    for name in names:
        number, text = (
            sorted(names).index(name) + 1,
            (SAMPLE / "articles" / name).read_text("utf-8"),
        )
        words = text.rpartition("---\n")[2].strip().splitlines()
        body = end.decode().join(f"<p>é {html.escape(line)}</p>" for line in words if line)
        article = {"id": number, "title": f"Karte {number} – {name}", "body": body}
        line = json.dumps(article, ensure_ascii=False).encode()
        (folder / f"page-{number:02}.jsonl").write_bytes(line + end)


def names():
    paths = (SAMPLE / "articles").rglob("*.md")
    return sorted(path.relative_to(SAMPLE / "articles").as_posix() for path in paths)[:ARTICLES]


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """Where the help centre lies in every run: reports name their folder."""
    return tmp_path_factory.mktemp("machines") / "centre"


def run(home, command, machine=None, order=None, end=b"\n", options=()):
    shutil.rmtree(home, ignore_errors=True)
    lay_out(home, order or names(), end)
    environment = {**os.environ, **PLAIN, "KBTOOL_SALT": "x" * 32, **(machine or {})}
    done = subprocess.run(
        [sys.executable, "-m", "kbtool", *COMMANDS[command], *options],
        cwd=home,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    if command == "import":
        written = sorted((home / "imported").rglob("*.*"))
        return b"".join(bytes(path.relative_to(home)) + path.read_bytes() for path in written)
    page = home / "page.html"
    return page.read_bytes() if page.exists() else done.stdout


@pytest.fixture(scope="module")
def usual(home):
    """Output of every command on a plain machine."""
    return {command: run(home, command) for command in COMMANDS}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("machine", MACHINES)
def test_machine_changes_nothing(command, machine, home, usual):
    assert len(usual[command]) > 1_000
    assert run(home, command, MACHINES[machine]) == usual[command]


@pytest.mark.parametrize("command", COMMANDS)
def test_order_of_files_on_the_disk_changes_nothing(command, home, usual):
    assert run(home, command, order=names()[::-1]) == usual[command]


@pytest.mark.parametrize("processes", ["1", "3"])
def test_number_of_processes_changes_nothing(processes, home, usual):
    assert run(home, "lint", options=("--processes", processes)) == usual["lint"]


@pytest.mark.parametrize("end", [b"\r\n", b"\r"])
@pytest.mark.parametrize("command", COMMANDS)
def test_line_ends_change_nothing(command, end, home, usual):
    found, expected = run(home, command, end=end), usual[command]
    if command == "lint" and end == b"\r\n":  # each line end is two characters of the file
        found, expected = without_offsets(found), without_offsets(expected)
    assert found == expected


def without_offsets(found):
    """Findings by lines and columns alone."""
    document = json.loads(found)
    for finding in document["findings"]:
        del finding["start"], finding["end"], finding["fix"]
    return document
