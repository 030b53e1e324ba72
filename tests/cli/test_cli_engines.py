"""Where the work is done changes nothing about what comes out."""

import json
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec

import pytest

from kbtool.engines import Task, open_engine, run_here
from kbtool.errors import UsageError

HAS_SPARK = shutil.which("java") and all(map(find_spec, ("pyspark", "pandas", "pyarrow")))
needs_spark = pytest.mark.skipif(not HAS_SPARK, reason="Java or kbtool[spark] is not installed")
PROCESSES = ("--processes", "2")
SPARK = ("--engine", "spark", "--master", "local[2]")
TOPICS = ("reset my passcode", "order a card", "get a refund <p>now</p>", "close the account")
TEXT = "How do I {} {} mail a{}@b.example"
COMMANDS = {
    "gaps": ("gaps", "--format", "json"),
    "match": ("match", "--top", "3"),
    "questions": ("questions",),
    "summary": ("questions", "--summary", "--format", "json"),
}


@pytest.fixture
def centre(write):
    """Two articles and a log with markup, personal data, repetitions and a broken row."""
    rows = [
        {
            "id": str(n),
            "text": f"How do I {TOPICS[n % 4]} {n % 30} mail a{n % 7}@b.example",
            "requester": str(n % 50),
        }
        for n in range(1_500)
    ]
    rows[3]["resolved_by"] = ["cards"]
    log = "".join(json.dumps(row) + "\n" for row in rows)
    write(
        {
            "kb/cards.md": "# Order a card\n\nOrder the card in the app.\n",
            "kb/refunds.md": "# Get a refund\n\nAsk us for a refund of what you paid.\n",
            "log.jsonl": log + "{broken\n" + '{"id": "x", "text": 7}\n',
            "kbtool.toml": 'articles = ["kb"]\nquestions = ["log.jsonl"]\n',
        }
    )


@pytest.mark.parametrize(
    ("command", "engine"),
    [
        *((command, PROCESSES) for command in COMMANDS),
        pytest.param("gaps", SPARK, marks=needs_spark),
        pytest.param("questions", SPARK, marks=needs_spark),
    ],
)
def test_every_engine_gives_the_same_bytes(command, engine, centre, process):
    here = process(*COMMANDS[command])
    there = process(*COMMANDS[command], *engine)
    assert len(here.stdout) > 300
    assert (there.returncode, there.stdout) == (here.returncode, here.stdout)
    assert b"Traceback" not in there.stderr


def test_process_that_dies_costs_nothing(tmp_path, monkeypatch):
    (tmp_path / "dying.py").write_text(
        "import os\n"
        "HERE = os.getpid()\n"
        "def begin(shared):\n"
        "    home = int(shared)\n"
        "    def work(chunk):\n"
        "        if chunk == b'3' and os.getpid() != home:\n"
        "            os.abort()\n"
        "        return chunk * 2\n"
        "    return work\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path), prepend=":")
    task = Task("dying:begin", str(os.getpid()).encode())
    chunks = [str(n).encode() for n in range(12)]
    with open_engine(processes=2) as engine:
        assert list(engine.map(task, chunks)) == [chunk * 2 for chunk in chunks]
    assert list(run_here(task, chunks)) == [chunk * 2 for chunk in chunks]


def test_engine_that_is_not_installed_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyspark", None)
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    with pytest.raises(UsageError, match="pip install 'kbtool\\[spark\\]'"), open_engine("spark"):
        pass


def test_no_process_is_left_behind(centre, folder):
    arguments = [sys.executable, "-m", "kbtool", "questions", *PROCESSES, "--limit", "3"]
    done = subprocess.run(arguments, cwd=folder, capture_output=True, timeout=120, check=False)
    assert len(done.stdout.splitlines()) == 3
