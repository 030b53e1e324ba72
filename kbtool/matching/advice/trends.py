"""Groups -> how they grow: against the rest of the log, so that a busier month is no trend."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from msgspec import Struct
from scipy.special import bdtr

from kbtool.matching.text.asked import count_askers
from kbtool.model import Question, Trend

WINDOWS = 6  # of equal length; an even number, so that halves are made of whole ones
_SHORTEST_LOG = 14.0  # days; a shorter one shows the days of the week, not a trend
_DATED = 0.5  # share of a group's questions that must be dated
_CERTAIN = 0.05
# People that are assumed in each half beside those of other groups: where a log is about little
# else, halves then count as equally busy.
_PRIOR = 10.0


class Window(Struct, frozen=True):
    """The time that a log covers."""

    start: datetime
    end: datetime

    @property
    def days(self) -> float:
        """Days, the first and the last included."""
        return (self.end - self.start) / timedelta(days=1) + 1

    @property
    def starts(self) -> tuple[datetime, ...]:
        """Moments at which the windows begin."""
        length = (self.end - self.start) / WINDOWS
        return tuple(self.start + at * length for at in range(WINDOWS))

    def part(self, at: datetime) -> int:
        """Which of the windows a moment lies in, from 0."""
        length = (self.end - self.start) / WINDOWS
        if not length:
            return 0
        return min(WINDOWS - 1, max(0, int((at - self.start) / length)))


def find_window(questions: Sequence[Question]) -> Window | None:
    """Time from the first to the last dated question; None without dates."""
    dates = [question.asked_at for question in questions if question.asked_at is not None]
    return Window(min(dates), max(dates)) if dates else None


class Trends(Struct, frozen=True):
    """The whole log, that groups are measured against."""

    window: Window | None
    people: tuple[int, ...]  # in each window

    @classmethod
    def of(cls, questions: Sequence[Question]) -> Trends:
        """Trends of the groups of a log."""
        window = find_window(questions)
        return cls(window, _count(questions, window) if window else ())

    def find(self, questions: Sequence[Question]) -> Trend | None:
        """Trend of a group; None where its dates, or those of the log, are too few."""
        dated = sum(question.asked_at is not None for question in questions)
        if self.window is None or self.window.days < _SHORTEST_LOG:
            return None
        if not dated or dated < _DATED * len(questions):
            return None
        own = _count(questions, self.window)
        others = [
            max(0, everybody - ours) for everybody, ours in zip(self.people, own, strict=True)
        ]
        half = WINDOWS // 2
        busy = (sum(others[half:]) + _PRIOR) / (sum(others) + 2 * _PRIOR)
        earlier, later = sum(own[:half]), sum(own[half:])
        p = change_chance(earlier, later, busy)
        if p >= _CERTAIN:
            return Trend("steady", own, p)
        if later < (earlier + later) * busy:
            return Trend("falling", own, p)
        if _is_over(own, others):
            return Trend("steady", own, p)
        return Trend("rising" if earlier else "new", own, p)


def _is_over(own: Sequence[int], others: Sequence[int]) -> bool:
    """Whether the last window is no more than before the rise, or well below the rest of it."""
    half = WINDOWS // 2
    if own[-1] * half <= sum(own[:half]):
        return True
    busy = (others[-1] + _PRIOR / half) / (sum(others[half:]) + _PRIOR)
    later = sum(own[half:])
    return own[-1] < later * busy and change_chance(later - own[-1], own[-1], busy) < _CERTAIN


def change_chance(earlier: int, later: int, share: float = 0.5) -> float:
    """Chance of halves that differ as much if ``share`` of people come in the later one.

    Twice the smaller tail of the binomial distribution of ``later`` given ``earlier + later``, at
    most 1: two Poisson rates compared by the conditional test.

    J. Przyborowski and H. Wilenski, "Homogeneity of results in testing samples from Poisson
    series", 1940.
    """
    n = earlier + later
    if not n:
        return 1.0
    at_most = float(bdtr(later, n, share))
    at_least = 1.0 - float(bdtr(later - 1, n, share)) if later else 1.0
    return min(1.0, 2 * min(at_most, at_least))


def _count(questions: Sequence[Question], window: Window) -> tuple[int, ...]:
    parts: list[list[Question]] = [[] for _ in range(WINDOWS)]
    for question in questions:
        if question.asked_at is not None:
            parts[window.part(question.asked_at)].append(question)
    return tuple(count_askers(part) for part in parts)
