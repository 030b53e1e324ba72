"""Questions over time as columns, with the days of releases."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from kbtool.render.views.periods import Period, Periods

_TOP, _BASE = 34, 158  # pixels
_NEAR = 3.0  # per cent; markers nearer than that share a place


class Window(Struct, frozen=True):
    """The column of a period."""

    period: Period
    x: float  # per cent
    width: float  # per cent
    y: float  # pixels, of all questions
    y_answered: float


class Marker(Struct, frozen=True):
    """Releases at one place."""

    x: float  # per cent
    numbers: str  # "1" or "2, 3"


class Weeks(Struct, frozen=True):
    """The picture of questions over time."""

    periods: Periods
    windows: tuple[Window, ...]
    markers: tuple[Marker, ...]
    base: int = _BASE
    height: int = _BASE + 22


def draw_weeks(periods: Periods | None) -> Weeks | None:
    """Columns of questions by week, or by longer windows; None for less than two weeks."""
    if periods is None:
        return None
    number = len(periods.all)
    windows = tuple(_window(at, number, one, periods.most) for at, one in enumerate(periods.all))
    span, first = periods.days * number, periods.all[0].start
    places = [100 * (release.day - first).days / span for release in periods.releases]
    return Weeks(periods, windows, tuple(_mark(places)))


def _window(at: int, number: int, period: Period, most: int) -> Window:
    def height(count: int) -> float:
        return _BASE - (_BASE - _TOP) * count / most

    return Window(
        period,
        x=100 * at / number,
        width=82 / number,
        y=height(period.total),
        y_answered=height(period.answered),
    )


def _mark(places: Sequence[float]) -> list[Marker]:
    markers: list[Marker] = []
    for number, x in enumerate(places, start=1):
        if markers and x - markers[-1].x < _NEAR:
            markers[-1] = Marker(markers[-1].x, f"{markers[-1].numbers}, {number}")
        else:
            markers.append(Marker(x, str(number)))
    return markers
