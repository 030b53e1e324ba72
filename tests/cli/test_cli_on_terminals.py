"""On a terminal: what strangers wrote reaches it without a single character that steers it."""

import os
import re
import subprocess
import sys

import pytest

pty = pytest.importorskip("pty")

EVIL = "\x1b[2J\x1b]0;owned\x07 \x1b]52;c;eA==\x07 \x9b31m \u202e\u2066 \x1b[31mred\x08\x08\x7f"
LOG = "text,user\n" + "".join(f'"{EVIL} close my [/account] [link=x] {n}",u{n}\n' for n in range(6))
FILES = {
    "kb/a.md": f"---\ntitle: '{EVIL}'\n---\n\n# Pay {EVIL}\n\nSimply see [here](x{EVIL}.md).\n",
    "kb/b.md": f"# Order a card {EVIL}\n\nYou simply wait for the card {EVIL}.\n",
    "log.csv": LOG,
    "kbtool.toml": 'articles = ["kb"]\nquestions = ["log.csv"]\n',
    "kbtool-tests.yaml": 'handoff:\n  - "\\e[2J close my \\a account"\n',
}
OURS = re.compile(rb"\x1b\[(?:[0-9]{1,2};?)*m")
"""Colours and their end: what kbtool itself writes."""
# Kept lines of progress: back to the beginning of the line, and erase it.
PROGRESS = re.compile(rb"\r(?:\x1b\[2?K)?")


def on_terminal(arguments, folder):
    """What a terminal gets from a command, both of its streams."""
    ours, theirs = pty.openpty()
    environment = {name: v for name, v in os.environ.items() if name != "NO_COLOR"}
    running = subprocess.Popen(
        [sys.executable, "-m", "kbtool", *arguments],
        stdout=theirs,
        stderr=theirs,
        stdin=subprocess.DEVNULL,
        cwd=folder,
        env=environment | {"TERM": "xterm"},
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            part = os.read(ours, 65_536)
        except OSError:  # Linux says so where the other side has gone
            break
        if not part:
            break
        shown += part
    os.close(ours)
    assert running.wait() in (0, 1)
    return shown


@pytest.mark.parametrize(
    "arguments",
    [
        ("lint", "--select", "ALL"),
        ("lint", "--select", "ALL", "--format", "grouped"),
        ("lint", "--select", "ALL", "--statistics"),
        ("lint", "--select", "ALL", "--unsafe-fixes", "--diff"),
        ("lint", "--select", "ALL", "--format", "json"),
        ("gaps",),
        ("gaps", "--format", "json"),
        ("match",),
        ("report", "-o", "page.html"),
        ("report", "--format", "markdown"),
        ("questions", "--excluded"),
        ("test", "--verbose"),
        ("readability",),
        ("config", "--show", "--for", "kb/a.md"),
    ],
    ids="-".join,
)
def test_only_colours_of_our_own_reach_a_terminal(arguments, write, folder):
    write(FILES)
    shown = on_terminal(arguments, folder)
    left = PROGRESS.sub(b"", OURS.sub(b"", shown))
    assert left
    text = left.decode("utf-8")
    steering = {c for c in text if (c < " " and c not in "\r\n\t") or "\x7f" <= c <= "\x9f"}
    assert steering | ({"\u202e", "\u2066"} & set(text)) == set()
