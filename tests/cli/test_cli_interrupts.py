"""An interrupted run ends at once: none of its processes works on, no file is half-written."""

import os
import signal
import subprocess
import sys
import time

import pytest
from small_help_centre import make_log

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up in /proc")

MARK = "KBTOOL_INTERRUPTED"
SHARES = [0.02, 0.1, 0.3, 0.5, 0.9]  # of the time that a whole run takes
COMMANDS = {
    "lint": ("lint", "--no-cache", "--select", "ALL", "--processes", "2", "--format", "json"),
    "gaps": ("gaps", "--format", "json"),
    "questions": ("questions", "--processes", "2", "--to", "out.jsonl"),
}


def begin(command, folder, mark):
    return subprocess.Popen(
        [sys.executable, "-m", "kbtool", *COMMANDS[command]],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        env=os.environ | {MARK: mark},
    )


def left_over(mark):
    """Processes of a run that are there, by the mark in their environment."""
    found = []
    wanted = f"{MARK}={mark}".encode()
    for name in filter(str.isdecimal, os.listdir("/proc")):  # noqa: PTH208 - names alone
        try:
            with open(f"/proc/{name}/environ", "rb") as file:  # noqa: PTH123 - as above
                if wanted in file.read().split(b"\0"):
                    found.append(int(name))
        except OSError:
            continue
    return found


@pytest.fixture
def large(write):
    """Enough to do for a moment to fall into every step."""
    text = "# Order a card {0}\n\nYou simply order the card {0} in the app.\n"
    write({f"kb/{number}.md": text.format(number) for number in range(120)})
    write({"log.csv": make_log([f"how do I order card {n}" for n in range(28)])})
    write({"kbtool.toml": 'articles = ["kb"]\nquestions = ["log.csv"]\n'})


@pytest.mark.parametrize("command", COMMANDS)
def test_interrupted_run_leaves_no_process_and_no_file(command, large, folder, tmp_path):
    start = time.monotonic()
    assert begin(command, folder, "whole").communicate()[0] is not None
    took = time.monotonic() - start
    out = folder / "out.jsonl"
    whole = out.read_bytes() if out.exists() else b""
    out.unlink(missing_ok=True)
    before = sorted(path.name for path in folder.rglob("*"))
    for number, share in enumerate(SHARES * 2):
        kind = signal.SIGTERM if number % 2 else signal.SIGINT
        running = begin(command, folder, str(number))
        time.sleep(took * share)
        os.killpg(running.pid, kind)  # as Ctrl+C and most runners of jobs do
        try:
            _, complaint = running.communicate(timeout=120)
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
            raise
        # Before kbtool is loaded the signal ends Python as it ends any program.
        assert running.returncode in (0, 1, 128 + kind, -kind), complaint.decode()
        assert running.returncode != 128 + kind or b"Traceback" not in complaint, complaint.decode()
        deadline = time.monotonic() + 20
        while left_over(str(number)) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert left_over(str(number)) == []
        left = sorted(path.name for path in folder.rglob("*"))
        assert left in (before, sorted([*before, "out.jsonl"]))
        if "out.jsonl" in left:  # the signal came too late: the file is whole
            assert out.read_bytes() == whole
        out.unlink(missing_ok=True)
