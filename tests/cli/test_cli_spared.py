"""What was read stays, and a full disk is told as one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ARTICLES = '{"id": "pay", "title": "Pay a bill", "body": "Open Bills and choose Pay."}\n'
LOG = '{"id": "q1", "text": "how do I pay a bill", "gold": ["pay"]}\n'


@pytest.mark.parametrize(
    "arguments",
    [
        ["report", "--articles", "kb.jsonl", "log.jsonl", "-o", "log.jsonl"],
        ["report", "--articles", "kb.jsonl", "log.jsonl", "-o", "kb.jsonl"],
        ["report", "--articles", "kb", "log.jsonl", "-o", "kb/a.md"],
        ["export", "chunks", "kb.jsonl", "--to", "./kb.jsonl"],
        ["export", "labels", "--articles", "kb.jsonl", "log.jsonl", "--to", "log.jsonl"],
        ["evaluate", "--articles", "kb.jsonl", "log.jsonl", "--misses", "log.jsonl"],
        ["questions", "log.jsonl", "--to", "./log.jsonl"],
        ["questions", "log.jsonl", "--excluded", "--to", "log.jsonl"],
        ["lint", "kb", "--output-file", "kb/a.md"],
        ["lint", "kb.jsonl", "--format", "json", "--output-file", "kb.jsonl"],
    ],
)
def test_no_output_takes_the_place_of_what_was_read(arguments, write, kbtool, folder):
    texts = {"kb.jsonl": ARTICLES, "log.jsonl": LOG, "kb/a.md": "# Pay\n\nPay a bill.\n"}
    write(texts)
    ran = kbtool(*arguments)
    assert ran.code == 2
    assert "was read: what is written would take its place" in ran.err
    assert {name: (folder / name).read_text() for name in texts} == texts


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
@pytest.mark.parametrize(
    "arguments",
    [
        ["gaps", "--articles", "kb", "--format", "json", "log.jsonl"],
        ["match", "--articles", "kb", "-q", "log.jsonl"],
        ["lint", "kb"],
        ["questions", "log.jsonl"],
    ],
)
def test_a_full_disk_is_no_fault_of_kbtool(arguments, write, folder):
    write({"kb/a.md": "# Pay\n\nPay a the the bill.\n", "log.jsonl": LOG})
    command = [sys.executable, "-m", "kbtool", *arguments]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, cwd=folder, env=os.environ, check=False
        )
    assert done.returncode == 2
    assert b"error: output cannot be written: No space left on device" in done.stderr
    assert b"internal error" not in done.stderr
