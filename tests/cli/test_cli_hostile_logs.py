"""Logs and help centres with nothing in them, and what remains unsaid about them."""

import json
import re
import signal
import subprocess
import sys

import pytest
from small_help_centre import ARTICLES

ASKED = "text\nhow do I get a refund\nwhere is my card\nrefund please\n"
WORDLESS = "text\nwhat is it\nhow do you do\nand then what\nwho was that\n"
SETTINGS = 'articles = ["articles"]\nquestions = ["log.csv"]\n'

# Name -> articles and log.
EMPTY = {
    "no log worth the name": (ARTICLES, "text\n"),
    "an empty log": (ARTICLES, ""),
    "greetings alone": (ARTICLES, "text\nhi\nthanks\n"),
    "only words that everybody uses": (ARTICLES, WORDLESS),
    "only words that no article has": (ARTICLES, "text\nzyx wvu\nqwertz\nzyx wvu tsr\n"),
    "one word": (ARTICLES, "text\nrefund\n"),
    "an article without a text": ({"articles/a.md": ""}, ASKED),
    "an article without a word": ({"articles/a.md": "# \n\n---\n\n```\nx = 1\n```\n"}, ASKED),
    "an article of words that everybody uses": (
        {"articles/a.md": "# What it is\n\nIt is.\n"},
        ASKED,
    ),
    "nothing at all": ({"articles/a.md": ""}, ""),
}
COMMANDS = {
    "gaps as a table": ("gaps",),
    "gaps as JSON": ("gaps", "--format", "json"),
    "gaps as words": ("gaps", "--format", "words"),
    "a question": ("ask", "where is my refund", "--format", "json"),
    "a draft": ("gaps", "--what-if", "articles", "--format", "json"),
    "report": ("report", "-o", "report.html"),
    "questions": ("questions",),
    "numbers": ("questions", "--summary"),
}


@pytest.mark.parametrize(("articles", "log"), EMPTY.values(), ids=EMPTY)
@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_nothing_is_no_fault_and_no_number(kbtool, write, folder, articles, log, command):
    write({**articles, "log.csv": log, "kbtool.toml": SETTINGS})
    ran = kbtool(*command)
    assert ran.code in (0, 1, 2)
    assert ran.code != 2 or ran.err
    page = folder / "report.html"
    shown = ran.out + (page.read_text(encoding="utf-8") if page.exists() else "")
    assert not re.search(r"\b(?:nan|inf|NaN|Infinity)\b", shown)
    assert "Traceback" not in ran.err
    if command[-1] == "json" and ran.out:
        json.loads(ran.out, parse_constant=pytest.fail)


def test_a_word_that_no_article_has_scores_nothing_and_is_told(kbtool, write):
    rows = "text\nzyxwv\n" + "how do I get a refund\n" * 3
    write({**ARTICLES, "log.csv": rows, "kbtool.toml": SETTINGS})
    found = json.loads(kbtool("gaps", "--format", "json").out)
    unknown = found["questions"][0]
    assert not unknown["answered"]
    assert not unknown["nearest"] or unknown["nearest"]["score"] < 0.05


def test_a_question_of_a_megabyte_is_cut_and_told(kbtool, write):
    rows = 'text\n"' + "refund " * 140_000 + '"\nhow do I get a refund\n'
    write({**ARTICLES, "log.csv": rows, "kbtool.toml": SETTINGS})
    ran = kbtool("gaps")
    assert ran.code == 0
    assert "longer than 10,000 characters, cut: 'refund refund" in ran.err


SIGNALLED = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # shells switch it off in the background
from kbtool.questions import duplicates, memory, meter
memory.Memory.__init__.__defaults__ = (100,)
duplicates.Ledger.__init__.__defaults__ = (100,)
meter._STEP = 50
from kbtool.cli import main, rates
def show(self, at):
    if at.rows == {moment}:
        os.kill(os.getpid(), signal.{name})
rates.Rate.show = show
sys.argv = ["kbtool", "questions", "log.csv", "--to", "out.jsonl"]
main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX systems")
@pytest.mark.parametrize("moment", [50, 100, 150, 500, 1_000, 1_950])
@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", 143)])
def test_a_signal_at_any_moment_leaves_the_old_file_alone(write, folder, name, code, moment):
    rows = "".join(f"{n},Question {n} please,u{n}\n" for n in range(2_000))
    write({"log.csv": "id,question,user\n" + rows, "out.jsonl": "old"})
    done = subprocess.run(
        [sys.executable, "-c", SIGNALLED.format(name=name, moment=moment)],
        cwd=folder,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr.strip()) == (code, b"", b"")
    assert sorted(path.name for path in folder.iterdir()) == ["log.csv", "out.jsonl"]
    assert (folder / "out.jsonl").read_text() == "old"
    assert code - 128 == getattr(signal, name)
