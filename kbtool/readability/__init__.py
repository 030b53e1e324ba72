"""How hard a text is to read: counts and one grade at once, textstat's measures on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kbtool.readability.counts import Counts, count
from kbtool.readability.grade import flesch_kincaid_grade, flesch_reading_ease
from kbtool.readability.syllables import count_syllables

if TYPE_CHECKING:
    from kbtool.readability.battery import (
        MEASURES,
        Measure,
        Readability,
        measure,
        measures_for,
        versions,
    )

__all__ = [
    "MEASURES",
    "Counts",
    "Measure",
    "Readability",
    "count",
    "count_syllables",
    "flesch_kincaid_grade",
    "flesch_reading_ease",
    "measure",
    "measures_for",
    "versions",
]


def __getattr__(name: str) -> Any:
    """A public name of the battery, whose module is loaded only when it is asked for."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from kbtool.readability import battery  # noqa: PLC0415 - importlib.metadata alone takes 20 ms

    return getattr(battery, name)
