"""Progress that says how fast reading is now, not how fast it was."""

import pytest

from kbtool.cli import rates
from kbtool.cli.rates import Rate
from kbtool.questions import Reached


class Screen:
    """Keeps what would be shown."""

    def __init__(self):
        self.shown = []

    def is_due(self):
        return True

    def write(self, text):
        self.shown.append(text)


@pytest.fixture
def clock(monkeypatch):
    """A clock that a test sets."""
    now = [100.0]
    monkeypatch.setattr(rates.time, "monotonic", lambda: now[0])
    return now


def test_the_rate_is_that_of_the_last_seconds(clock):
    screen = Screen()
    rate = Rate(screen)
    for second in range(1, 11):  # a thousand rows a second, then a hundred
        clock[0] += 1
        rate.show(Reached(1_000 * min(second, 5) + 100 * max(0, second - 5), second, 20))
    assert screen.shown[0] == "reading questions: 1,000 rows, 5% of the bytes, 1,000 rows/s"
    assert screen.shown[-1] == "reading questions: 5,500 rows, 50% of the bytes, 100 rows/s"


def test_without_bytes_to_read_there_is_no_share(clock):
    screen = Screen()
    clock.append(Rate(screen))
    clock[0] += 2
    clock[1].show(Reached(500, 0, 0))
    assert screen.shown == ["reading questions: 500 rows, 250 rows/s"]


def test_nothing_is_shown_where_nobody_looks(kbtool, write):
    write({"log.csv": "question\n" + "Where is my bill?\n" * 3_000})
    ran = kbtool("questions", "log.csv", "--summary")
    assert (ran.code, ran.err) == (0, "")
