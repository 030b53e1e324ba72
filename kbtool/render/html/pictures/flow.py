"""Gaps from report to report: those open as dots, new ones as columns up, closed ones down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil, floor

from msgspec import Struct

from kbtool.render.html.pictures.weeks import Marker
from kbtool.render.views.flow import FlowView, Row
from kbtool.render.wording import day

_OPEN_TOP, _OPEN_BASE = 50, 104  # pixels between which the dots lie
_GAP = 46  # pixels from one part of the picture to the columns of the next, with its name
_REACH = 52  # pixels of the longest column
_SHARE = 48  # pixels between the bounds of shares
_LEAST = 4  # places across: two reports must not stand at the ends of a screen
_WIDEST = 3.6  # per cent that the columns of a report take
_HALF = 14.0  # per cent that half a date takes on a narrow screen
_NEAR = 4.0  # per cent from a report to the end of its date, near a side of the picture
_DENSE = 12  # reports above which figures do not fit on a narrow screen


class Bar(Struct, frozen=True):
    """A number of gaps that came or went."""

    kind: str  # "new", "closed" or "moved"
    number: int
    x: float  # per cent, of its left side
    y: float  # pixels
    height: float


class Dot(Struct, frozen=True):
    """Gaps that are open in a report."""

    x: float  # per cent
    y: float  # pixels
    number: int


class Range(Struct, frozen=True):
    """A share with its bounds, in pixels down."""

    x: float  # per cent
    y: float
    low: float
    high: float


class Shares(Struct, frozen=True):
    """The part of the picture that shows coverage."""

    ranges: tuple[Range, ...]
    low: float  # share at the bottom
    high: float  # share at the top
    base: float  # pixels


class Tick(Struct, frozen=True):
    """A report with its day."""

    x: float  # per cent
    at: float  # of the text, in per cent
    anchor: str  # which part of the text stands there
    day: str


class FlowPicture(Struct, frozen=True):
    """Three parts below each other: open gaps, new and closed ones, coverage."""

    view: FlowView
    dots: tuple[Dot, ...]
    joined: tuple[tuple[Dot, Dot], ...]  # dots of reports that can be compared
    bars: tuple[Bar, ...]
    shares: Shares | None
    breaks: tuple[float, ...]  # per cent
    markers: tuple[Marker, ...]  # of releases
    ticks: tuple[Tick, ...]
    zero: float  # pixels, from which columns go up and down
    lowest: float  # where they end
    end: float  # of all parts, in pixels
    bar: float  # width of a column, in per cent
    open_base: int = _OPEN_BASE

    @property
    def dense(self) -> bool:
        """Whether figures fit on a wide screen only."""
        return len(self.dots) > _DENSE

    @property
    def longest(self) -> int:
        """Gaps of the longest column."""
        return max((bar.number for bar in self.bars), default=0)

    @property
    def height(self) -> float:
        """Pixels, dates included."""
        return self.end + 26


def draw_flow(view: FlowView | None) -> FlowPicture | None:
    """The picture; None where no two reports can be compared."""
    if view is None or view.lack:
        return None
    rows = view.rows
    step = 100 / max(_LEAST, len(rows))
    width = min(0.7 * step, _WIDEST) / 2
    balances = view.flow.balances
    ups = max(max(one.opened, one.regrouped_in) for one in balances)
    downs = max(max(one.closed, one.regrouped_away) for one in balances)
    scale = _REACH / max(1, ups, downs)
    zero = _OPEN_BASE + _GAP + scale * ups
    lowest = zero + scale * downs + 16
    most = max(row.stage.run.gaps for row in rows) or 1
    dots = tuple(_dot(step * (at + 0.5), row, most) for at, row in enumerate(rows))
    shares = _draw_shares(rows, step, lowest + _GAP + _SHARE)
    return FlowPicture(
        view=view,
        dots=dots,
        joined=tuple(
            pair
            for pair, row in zip(pairwise(dots), rows[1:], strict=True)
            if not row.stage.hindrances
        ),
        bars=tuple(
            bar
            for at, row in enumerate(rows)
            for bar in _bars(row, step * (at + 0.5), width, zero, scale)
        ),
        shares=shares,
        breaks=tuple(step * at for at, row in enumerate(rows) if row.stage.hindrances),
        markers=tuple(_mark(rows, step)),
        ticks=tuple(_ticks(rows, step)),
        zero=zero,
        lowest=lowest,
        end=shares.base if shares else lowest,
        bar=width,
    )


def _dot(x: float, row: Row, most: int) -> Dot:
    number = row.stage.run.gaps
    return Dot(x, _OPEN_BASE - (_OPEN_BASE - _OPEN_TOP) * number / most, number)


def _bars(row: Row, x: float, width: float, zero: float, scale: float) -> Iterator[Bar]:
    told = row.stage.balance
    if told is None:
        return
    for kind, number, at, up in (
        ("new", told.opened, x - width, True),
        ("closed", told.closed, x - width, False),
        ("moved", told.regrouped_in, x, True),
        ("moved", told.regrouped_away, x, False),
    ):
        height = max(2.0, scale * number)
        if number:
            yield Bar(kind, number, at, zero - height if up else zero, height)


def _draw_shares(rows: Sequence[Row], step: float, base: float) -> Shares | None:
    """Shares between the tens below and above all bounds; None where none is known."""
    known = [row.covered for row in rows if row.covered]
    if not known:
        return None
    low = floor(10 * min(one.low for one in known)) / 10
    high = max(ceil(10 * max(one.high for one in known)) / 10, low + 0.1)

    def down(share: float) -> float:
        return base - _SHARE * (share - low) / (high - low)

    ranges = tuple(
        Range(step * (at + 0.5), *map(down, row.covered))
        for at, row in enumerate(rows)
        if row.covered
    )
    return Shares(ranges, low, high, base)


def _mark(rows: Sequence[Row], step: float) -> Iterator[Marker]:
    """Releases at the left side of the first report after them, by their numbers in the list."""
    number = 0
    for at, row in enumerate(rows):
        own = range(number + 1, number + 1 + len(row.releases))
        number += len(own)
        if own:
            yield Marker(step * at, ", ".join(map(str, own)))


def _ticks(rows: Sequence[Row], step: float) -> Iterator[Tick]:
    """Days of as many reports as there is room for, always of the last one."""
    end = 100.0
    for at in range(len(rows) - 1, -1, -1):
        x = step * (at + 0.5)
        left, tick = _place_day(x, day(rows[at].stage.run.day))
        if left + 2 * _HALF <= end:
            yield tick
            end = left


def _place_day(x: float, told: str) -> tuple[float, Tick]:
    """Where a day begins on a narrow screen, and its text: inside the picture and near its tick."""
    if x < _HALF:
        start = max(0.0, x - _NEAR)
        return start, Tick(x, start, "start", told)
    if x > 100 - _HALF:
        end = min(100.0, x + _NEAR)
        return end - 2 * _HALF, Tick(x, end, "end", told)
    return x - _HALF, Tick(x, x, "middle", told)
