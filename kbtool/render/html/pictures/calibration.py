"""How often verdicts err, over all thresholds."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from msgspec import Struct

from kbtool.health import Health
from kbtool.model import Calibration
from kbtool.render.wording import percent

_TOP, _BASE = 22, 170  # pixels
_CUTS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)


class Point(NamedTuple):
    """A place of a line."""

    x: float  # per cent
    y: float  # pixels


class Stroke(NamedTuple):
    """A straight part of a line."""

    start: Point
    end: Point


class Curve(Struct, frozen=True):
    """One line of the picture."""

    name: str  # "false" or "missed"
    label: str
    strokes: tuple[Stroke, ...]


class Row(NamedTuple):
    """A threshold with what it would give."""

    threshold: float
    false: float
    missed: float
    used: bool


class CalibrationView(Struct, frozen=True):
    """What is known about errors."""

    calibration: Calibration
    curves: tuple[Curve, ...]
    cut: float  # threshold in use, per cent across
    rows: tuple[Row, ...]
    text: str
    base: int = _BASE
    top: int = _TOP


def show_calibration(health: Health) -> CalibrationView | None:
    """Error rates in words and as lines; None where none could be measured."""
    found = health.gaps.calibration
    if found is None:
        return None
    scores = sorted(found.scores)
    curves = (
        Curve(
            "false",
            "called gaps with all articles in place",
            _line([(t, f) for t, f, _ in scores]),
        ),
        Curve(
            "missed", "called answered without their article", _line([(t, m) for t, _, m in scores])
        ),
    )
    text = (
        f"At the threshold in use, {percent(found.false_gaps)} of groups are called gaps with "
        f"all articles in place, and {percent(found.missed_gaps)} answered without their article."
    )
    threshold = health.gaps.threshold
    return CalibrationView(
        found,
        curves if len(scores) > 1 else (),
        100 * threshold,
        tuple(_rows(scores, threshold)),
        text,
    )


def _line(points: Sequence[tuple[float, float]]) -> tuple[Stroke, ...]:
    places = [Point(100 * x, _BASE - (_BASE - _TOP) * y) for x, y in points]
    return tuple(Stroke(*pair) for pair in pairwise(places))


def _rows(scores: Sequence[tuple[float, float, float]], threshold: float) -> list[Row]:
    if not scores:
        return []
    nearest = min(scores, key=lambda row: abs(row[0] - threshold))
    chosen = {min(scores, key=lambda row, cut=cut: abs(row[0] - cut)) for cut in _CUTS}  # type: ignore[misc] # a default binds the loop's value
    return [Row(*row, used=row == nearest) for row in sorted({*chosen, nearest})]
