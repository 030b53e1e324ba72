"""How hard a text is to read: counts and one grade at once, textstat's measures on demand.

Importing this package loads no other; ``measure`` loads textstat when it is first called.
"""

from kbtool.readability.battery import (
    MEASURES,
    Measure,
    Readability,
    measure,
    measures_for,
    versions,
)
from kbtool.readability.counts import Counts, count
from kbtool.readability.grade import flesch_kincaid_grade, flesch_reading_ease
from kbtool.readability.indices import INDICES, Index
from kbtool.readability.spelling import count_spelled
from kbtool.readability.syllables import count_syllables

__all__ = [
    "INDICES",
    "MEASURES",
    "Counts",
    "Index",
    "Measure",
    "Readability",
    "count",
    "count_spelled",
    "count_syllables",
    "flesch_kincaid_grade",
    "flesch_reading_ease",
    "measure",
    "measures_for",
    "versions",
]
