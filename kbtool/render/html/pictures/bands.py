"""Bands of articles as one bar."""

from __future__ import annotations

from msgspec import Struct

from kbtool.health import Band, Health


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
