"""Progress of reading, with the rate of the last seconds."""

from __future__ import annotations

import time
from collections import deque

from kbtool.cli.common import Progress
from kbtool.questions import Reached

_SECONDS = 3.0  # that a rate is taken over: an average since the start hides that it slows down


class Rate:
    """Shows rows, rows per second and the share of bytes that is read."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._past: deque[tuple[float, int]] = deque([(time.monotonic(), 0)])

    def show(self, at: Reached) -> None:
        """Shows how far reading is."""
        now = time.monotonic()
        self._past.append((now, at.rows))
        while now - self._past[0][0] > _SECONDS and len(self._past) > 2:
            self._past.popleft()
        if self._progress.is_due():
            since, rows = self._past[0]
            self._progress.write(describe(at, (at.rows - rows) / max(now - since, 1e-9)))


def describe(at: Reached, rate: float) -> str:
    """How far reading is, in words."""
    share = f", {at.read / at.total:.0%} of the bytes" if at.total else ""
    return f"reading questions: {at.rows:,} rows{share}, {rate:,.0f} rows/s"
