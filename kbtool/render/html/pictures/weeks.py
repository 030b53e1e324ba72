"""Questions over time, answered and not, with the days of releases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct

from kbtool.health import Health
from kbtool.render.report.meta import Release
from kbtool.render.wording import count, day, percent

_TOP, _BASE = 34, 158  # pixels
_MOST = 40  # windows
_LEAST_DAYS = 14  # below, there is no trend to see
_NEAR = 3.0  # per cent; markers nearer than that share a place


class Window(Struct, frozen=True):
    """Some days of equal length."""

    start: date
    x: float  # per cent
    width: float  # per cent
    answered: int
    total: int
    y: float  # pixels, of all questions
    y_answered: float

    @property
    def share(self) -> str:
        """Answered, in percent; "–" without a question."""
        return percent(self.answered / self.total) if self.total else "–"


class Marker(Struct, frozen=True):
    """Releases at one place."""

    x: float  # per cent
    numbers: str  # "1" or "2, 3"


class Weeks(Struct, frozen=True):
    """The picture of questions over time."""

    windows: tuple[Window, ...]
    days: int  # of each window
    most: int  # questions in the fullest window
    markers: tuple[Marker, ...]
    releases: tuple[Release, ...]  # inside the time of the log, by day
    text: str
    cut_short: bool  # whether the last window ends after the log does
    base: int = _BASE
    height: int = _BASE + 22


def draw_weeks(health: Health, releases: Sequence[Release]) -> Weeks | None:
    """Columns of questions by week, or by longer windows; None for less than two weeks."""
    if health.window is None or (health.window[1] - health.window[0]).days < _LEAST_DAYS:
        return None
    first, last = health.window
    length = (last - first).days + 1
    days = 7 * -(-length // (7 * _MOST))
    windows = _fill(health, first, days, -(-length // days))
    inside = tuple(sorted((r for r in releases if first <= r.day <= last), key=lambda r: r.day))
    most = max(window.total for window in windows)
    text = (
        f"Questions in windows of {count(days, 'day')} from {day(first)}: "
        f"{windows[0].total} in the first, {most} in the fullest, {windows[-1].total} in the last."
    )
    span = days * len(windows)
    places = [100 * (release.day - first).days / span for release in inside]
    return Weeks(windows, days, most, tuple(_mark(places)), inside, text, span > length)


def _fill(health: Health, first: date, days: int, number: int) -> tuple[Window, ...]:
    answered = {match.question: match.answered for match in health.gaps.matches}
    total: Counter[int] = Counter()
    well: Counter[int] = Counter()
    for question in health.questions:
        if question.asked_at:
            at = (question.asked_at.date() - first).days // days
            total[at] += 1
            well[at] += answered.get(question.id, False)
    most = max(total.values())
    return tuple(_window(at, first, days, number, total, well, most) for at in range(number))


def _window(
    at: int,
    first: date,
    days: int,
    number: int,
    total: Mapping[int, int],
    well: Mapping[int, int],
    most: int,
) -> Window:
    def height(count: int) -> float:
        return _BASE - (_BASE - _TOP) * count / most

    return Window(
        start=first + timedelta(days=at * days),
        x=100 * at / number,
        width=82 / number,
        answered=well.get(at, 0),
        total=total.get(at, 0),
        y=height(total.get(at, 0)),
        y_answered=height(well.get(at, 0)),
    )


def _mark(places: Sequence[float]) -> list[Marker]:
    markers: list[Marker] = []
    for number, x in enumerate(places, start=1):
        if markers and x - markers[-1].x < _NEAR:
            markers[-1] = Marker(markers[-1].x, f"{markers[-1].numbers}, {number}")
        else:
            markers.append(Marker(x, str(number)))
    return markers
