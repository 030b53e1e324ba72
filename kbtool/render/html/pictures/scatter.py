"""Articles by the people who ask for them and by how serious their findings are."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from msgspec import Struct

from kbtool.health import ArticleHealth, Band

_TOP, _BOTTOM = 24, 236  # pixels between which the dots lie
_LEFT, _RIGHT = 4.0, 94.0  # the same across, in per cent
_NAMED = 5  # dots that carry their rank


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
    """Dots for articles that come in the order of mending; articles alike share a dot."""
    people = max((article.demand for article in articles), default=0) or 1
    worst = max((article.seriousness for article in articles), default=0) or 1
    dots: dict[tuple[int, int, Band], Dot] = {}
    for rank, article in enumerate(articles, start=1):
        key = (article.demand, article.seriousness, article.band)
        if key in dots:
            continue
        x = _across(article.demand, people)
        y = _BOTTOM - (_BOTTOM - _TOP) * sqrt(article.seriousness / worst)
        name = str(rank) if rank <= _NAMED and article.needs_mending else ""
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
