"""Where the marks of each picture stand: per cent across and pixels down, so text never scales."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from msgspec import Struct

from kbtool.health import ArticleHealth, Band, Health
from kbtool.model import Gap
from kbtool.render.html.text import clip
from kbtool.render.html.wording import count, short_action

_ROW = 30  # pixels from one bar of the Pareto picture to the next
_MOST_BARS = 15
_TOP, _BOTTOM = 24, 236  # pixels between which the dots of the scatter picture lie
_LEFT, _RIGHT = 4.0, 94.0  # the same across, in per cent
_NAMED = 5  # dots that carry their rank


class Bar(Struct, frozen=True):
    """One gap of the Pareto picture."""

    rank: int
    label: str
    short_label: str  # for narrow screens, where text cannot wrap
    askers: int
    action: str
    y: int  # pixels
    width: float  # per cent
    major: bool  # among those that together hold 80% of the people in gaps


class Pareto(Struct, frozen=True):
    """Gaps as bars, the largest on top."""

    bars: tuple[Bar, ...]
    left_out: int  # gaps too small to be drawn
    major: int  # how many gaps hold 80% of the people in gaps
    total: int  # gaps in all
    height: int  # pixels

    @property
    def cut(self) -> int | None:
        """Height of the 80% line, in pixels; None where it would fall below the last bar."""
        return self.major * _ROW + 4 if self.major < len(self.bars) else None

    @property
    def text(self) -> str:
        """What the picture says, in words."""
        largest = "; ".join(
            f"{bar.label}, {count(bar.askers, 'person', 'people')}" for bar in self.bars[:3]
        )
        return (
            f"Bars of missing topics by people who asked. Largest: {largest}. "
            f"{count(self.major, 'topic')} of {self.total} hold 80% of the people."
        )


def draw_pareto(gaps: Sequence[Gap]) -> Pareto:
    """Bars for gaps that come in order of their askers."""
    total = sum(gap.cluster.askers for gap in gaps)
    most = max((gap.cluster.askers for gap in gaps), default=0) or 1
    major, running = 0, 0
    while major < len(gaps) and running < 0.8 * total:
        running += gaps[major].cluster.askers
        major += 1
    bars = tuple(
        Bar(
            rank=index + 1,
            label=clip(gap.cluster.label, 52),
            short_label=clip(gap.cluster.label, 31),
            askers=gap.cluster.askers,
            action=short_action(gap.cluster.action),
            y=index * _ROW + (8 if index >= major else 0),
            width=100 * gap.cluster.askers / most,
            major=index < major,
        )
        for index, gap in enumerate(gaps[:_MOST_BARS])
    )
    height = len(bars) * _ROW + 8
    return Pareto(bars, len(gaps) - len(bars), major, len(gaps), height)


class Segment(Struct, frozen=True):
    """A part of the bar of bands."""

    band: Band
    number: int
    x: float  # per cent
    width: float  # per cent


def draw_bands(health: Health) -> tuple[Segment, ...]:
    """One bar made of the bands that hold articles."""
    total = sum(health.bands.values()) or 1
    segments: list[Segment] = []
    x = 0.0
    for band, number in health.bands.items():
        width = 100 * number / total
        if number:
            segments.append(Segment(band, number, x, width))
        x += width
    return tuple(segments)


class Dot(Struct, frozen=True):
    """One article of the scatter picture."""

    band: Band
    x: float  # per cent
    y: float  # pixels
    name: str  # its rank for the first few, else ""
    name_left: bool  # where a name to the right would run into another


class Scatter(Struct, frozen=True):
    """Articles by demand (across) and seriousness of their findings (up), on square-root axes."""

    dots: tuple[Dot, ...]  # the most urgent last, so that it lies on top
    ticks: tuple[tuple[float, int], ...]  # place in per cent, people


def draw_scatter(articles: Sequence[ArticleHealth]) -> Scatter:
    """Dots for articles that come in order of their urgency; articles alike share a dot."""
    people = max((article.demand for article in articles), default=0) or 1
    worst = max((article.seriousness for article in articles), default=0) or 1
    dots: dict[tuple[int, int, Band], Dot] = {}
    for rank, article in enumerate(articles, start=1):
        key = (article.demand, article.seriousness, article.band)
        if key in dots:
            continue
        x = _across(article.demand, people)
        y = _BOTTOM - (_BOTTOM - _TOP) * sqrt(article.seriousness / worst)
        name = str(rank) if rank <= _NAMED and article.urgency else ""
        crowded = any(dot.name and _touch(dot, x, y) for dot in dots.values())
        dots[key] = Dot(article.band, x, y, name, name_left=crowded)
    ticks = sorted({0, round(people / 4), people})
    return Scatter(
        tuple(reversed(dots.values())), tuple((_across(tick, people), tick) for tick in ticks)
    )


def _across(people: int, most: int) -> float:
    return _LEFT + (_RIGHT - _LEFT) * sqrt(people / most)


def _touch(dot: Dot, x: float, y: float) -> bool:
    return abs(dot.x - x) < 6 and abs(dot.y - y) < 14
