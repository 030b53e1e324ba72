"""A trend as a row of small bars."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from msgspec import Struct

from kbtool.model import Trend
from kbtool.render.wording import period

_HEIGHT = 18  # pixels
_STEP = 5  # pixels from one bar to the next
_MOST = 16


class SparkBar(NamedTuple):
    """One window of time."""

    x: int
    y: float
    height: float


class Spark(Struct, frozen=True):
    """People in windows of equal length."""

    word: str
    bars: tuple[SparkBar, ...]
    width: int  # pixels
    text: str  # the same figures in words


def draw_spark(trend: Trend | None, days: tuple[date, date] | None = None) -> Spark | None:
    """Bars of a trend over some days, the newest to the right; None without one."""
    if trend is None:
        return None
    series = trend.series[-_MOST:]
    figures = ", ".join(map(str, series))
    when = f", in {len(series)} equal parts of {period(*days)}" if days else ""
    text = f"{trend.word}: people {figures}{when}"
    return Spark(trend.word, tuple(_bars(series)), len(series) * _STEP, text)


def _bars(series: tuple[int, ...]) -> Iterator[SparkBar]:
    most = max(series, default=0) or 1
    for at, number in enumerate(series):
        height = max(1.0, _HEIGHT * number / most)
        yield SparkBar(at * _STEP, _HEIGHT - height, height)
