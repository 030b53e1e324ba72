"""`kbtool ask` without a question, typed at on a terminal."""

import os
import re
import select
import signal
import subprocess
import sys
import time

import pytest
from small_help_centre import FILES

pty = pytest.importorskip("pty")

PROMPT = b"Ask (an empty line ends): "
LIMIT = 60  # seconds until a test gives up; nothing is measured
INTERRUPT, END = b"\x03", b"\x04"
# A terminal sends Ctrl-C to the processes whose own terminal it is.
OWN_TERMINAL = """
import fcntl, runpy, signal, termios
signal.signal(signal.SIGINT, signal.default_int_handler)  # what runs in the background ignores it
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
runpy.run_module("kbtool", run_name="__main__", alter_sys=True)
"""
OURS = re.compile(rb"\x1b\[(?:[0-9]{1,2};?)*m|\x1b\[2?K")


class Session:
    """A running `kbtool ask` and what its terminal shows."""

    def __init__(self, folder):
        self._ours, theirs = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-c", OWN_TERMINAL, "ask", "--color", "never", "--quiet"],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=folder,
            env={**os.environ, "TERM": "xterm"},
            start_new_session=True,
        )
        os.close(theirs)
        self.shown = b""

    def type(self, keys):
        os.write(self._ours, keys)

    def wait_for(self, text, times=1):
        """Read on until the terminal shows a text so often."""
        until = time.monotonic() + LIMIT
        while self.shown.count(text) < times:
            assert self._read(until - time.monotonic()), self.shown

    def end(self):
        """Exit code, once the terminal has shown everything."""
        until = time.monotonic() + LIMIT
        while self._read(until - time.monotonic()):
            pass
        return self.process.wait(LIMIT)

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self._ours)

    def _read(self, seconds):
        if not select.select([self._ours], [], [], max(seconds, 0))[0]:
            return False
        try:
            part = os.read(self._ours, 65_536)
        except OSError:  # Linux says so where the other side has gone
            return False
        self.shown += part
        return bool(part)


@pytest.fixture
def session(write, folder):
    """A session that has asked for its first question."""
    write(FILES)
    running = Session(folder)
    try:
        running.wait_for(PROMPT)
        yield running
    finally:
        running.close()


def test_one_question_after_the_other_is_answered_until_an_empty_line(session):
    session.type(b"how do I get a refund\n")
    session.wait_for(PROMPT, 2)
    session.type(b"where can I order a card\n")
    session.wait_for(PROMPT, 3)
    session.type(b"\n")
    assert session.end() == 0
    shown = session.shown.decode()
    assert shown.index("From: Get a refund") < shown.index("From: Order a card")
    assert shown.count("-> ") == 2


@pytest.mark.parametrize("blank", [b"\n", b"   \n", b" \t \n", b"exit\n", b" Quit \n", b":q\n"])
def test_an_empty_line_at_once_ends_it_without_an_answer(session, blank):
    session.type(blank)
    assert session.end() == 0
    assert b"-> " not in session.shown


def test_the_end_of_the_input_ends_it_as_an_empty_line_does(session):
    session.type(b"how do I get a refund\n")
    session.wait_for(PROMPT, 2)
    session.type(END)
    assert session.end() == 0
    assert session.shown.count(b"-> ") == 1
    assert b"Traceback" not in session.shown


def test_an_interrupt_ends_it_quietly_with_130(session):
    session.type(b"half a quest")
    session.type(INTERRUPT)
    assert session.end() in (130, -signal.SIGINT)
    assert b"Traceback" not in session.shown
    assert b"-> " not in session.shown


@pytest.mark.parametrize(
    "text",
    [
        "refund \u202e\u2066 reversed",
        "refund \x9b31m \x9d0;owned\x9c",
        "refund [link=http://x.example]here[/link] {{7*7}} <script>",
        "refund " + "x" * 900,
        "\u0301\u0302 \ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16") + " refund",
    ],
    ids=["direction", "controls", "markup", "long", "marks"],
)
def test_hostile_text_is_answered_and_steers_nothing(session, text):
    session.type(text.encode() + b"\n")
    session.wait_for(PROMPT, 2)
    answer = session.shown.split(b"\n", 1)[1]  # behind the echo of the keys
    session.type(b"\n")
    assert session.end() == 0
    assert b"-> " in answer
    left = OURS.sub(b"", answer).decode()
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", left)


def test_bytes_that_are_no_text_end_nothing(session):
    session.type(b"refund \xff\xfe \xc3\n")
    session.wait_for(PROMPT, 2)
    session.type(b"\n")
    assert session.end() == 0
    assert b"From: Get a refund" in session.shown
