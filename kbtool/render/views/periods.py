"""Questions over time, answered and not, with the days of releases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct

from kbtool.health import Health
from kbtool.render.views.meta import Release
from kbtool.render.wording import count, day, percent

_MOST = 40  # periods
_LEAST_DAYS = 14  # below, there is no trend to see


class Period(Struct, frozen=True):
    """Some days of equal length."""

    start: date
    answered: int
    total: int

    @property
    def share(self) -> str:
        """Answered, in percent; "–" without a question."""
        return percent(self.answered / self.total) if self.total else "–"


class Periods(Struct, frozen=True):
    """Questions by week, or by longer periods."""

    all: tuple[Period, ...]
    days: int  # of each period
    releases: tuple[Release, ...]  # inside the time of the log, by day
    cut_short: bool  # whether the last period ends after the log does

    @property
    def most(self) -> int:
        """Questions in the fullest period."""
        return max(one.total for one in self.all)

    @property
    def text(self) -> str:
        """What the periods say, in words."""
        return (
            f"Questions in windows of {count(self.days, 'day')} from {day(self.all[0].start)}: "
            f"{self.all[0].total} in the first, {self.most} in the fullest, "
            f"{self.all[-1].total} in the last."
        )


def divide_time(health: Health, releases: Sequence[Release] = ()) -> Periods | None:
    """Questions by week, or by longer periods; None for less than two weeks."""
    if health.window is None or (health.window[1] - health.window[0]).days < _LEAST_DAYS:
        return None
    first, last = health.window
    length = (last - first).days + 1
    days = 7 * -(-length // (7 * _MOST))
    number = -(-length // days)
    inside = tuple(sorted((r for r in releases if first <= r.day <= last), key=lambda r: r.day))
    periods = _fill(health, first, days, number)
    return Periods(periods, days, inside, cut_short=days * number > length)


def _fill(health: Health, first: date, days: int, number: int) -> tuple[Period, ...]:
    answered = {match.question: match.answered for match in health.gaps.matches}
    total: Counter[int] = Counter()
    well: Counter[int] = Counter()
    for question in health.questions:
        if question.asked_at:
            at = (question.asked_at.date() - first).days // days
            total[at] += 1
            well[at] += answered.get(question.id, False)
    return tuple(
        Period(first + timedelta(days=at * days), well[at], total[at]) for at in range(number)
    )
