"""Records made by hand, and a process that writes many."""

import subprocess
import sys
from datetime import date

from kbtool.history import Page, Record, Topic
from kbtool.history.fingerprints import mark_all
from kbtool.model import Interval

KEY = b"k" * 32

WRITER = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from small_runs import make_record
from kbtool.history import open_history
history = open_history(Path(sys.argv[2])).history
for number in range(int(sys.argv[4])):
    history.add(make_record(inputs=f"{sys.argv[3]}-{number}"))
    print(number, flush=True)
"""


def make_topic(name="t1", wordings=("close my account", "shut my account"), **parts):
    """A gap of two people."""
    usual = {"label": f"how to {name}", "askers": 2, "questions": 2, "gap": True}
    return Topic(id=name, wordings=mark_all(wordings, KEY), **(usual | parts))


def make_record(**parts):
    """A run with one gap."""
    usual = {
        "day": date(2026, 11, 2),
        "inputs": "i1",
        "content": parts.get("inputs", "i1"),
        "config": "c1",
        "log": "l1",
        "questions": 100,
        "excluded": {"too short": 3},
        "coverage": Interval(0.6, 0.5, 0.7),
        "bands": {"blocked": 1, "risky": 2, "ready": 3},
        "versions": {"kbtool": "1"},
        "topics": (make_topic(),),
        "articles": (Page("refunds", "Get a refund", "d1"),),
    }
    return Record(**(usual | parts))


def start_writer(file, name, number):
    """A process that records so many runs and prints each number once it is kept."""
    folder = __file__.rpartition("/")[0]
    arguments = [sys.executable, "-c", WRITER, folder, str(file), name, str(number)]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True)
