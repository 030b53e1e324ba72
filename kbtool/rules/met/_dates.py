"""Dates that people write, as ISO dates."""

from __future__ import annotations

import re
from datetime import date

from kbtool.patterns import lazy_pattern

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_DIGITS = lazy_pattern(r"(?a)(\d{4})()(\d{2})(\d{2})")
_YEAR_FIRST = lazy_pattern(
    r"(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})(?:[t ]\d{2}:\d{2}\S{0,24})?", re.ASCII
)
_YEAR_LAST = lazy_pattern(r"(?a)(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})")
_DAY_MONTH = lazy_pattern(
    r"(\d{1,2})(?:st|nd|rd|th)?[\s-](?:of )?([a-z]{3,9})\.?,?[\s-](\d{4})", re.ASCII
)
_MONTH_DAY = lazy_pattern(r"(?a)([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")


def read_date(text: str) -> date | None:
    """Day that a text stands for in one reading only; None where there is none, or more.

    Of a date with a time the day as written. "05/03/2026" is None: in March or in May.
    """
    text = " ".join(text.lower().split())
    if match := _YEAR_FIRST.fullmatch(text) or _DIGITS.fullmatch(text):
        return _day(int(match[1]), int(match[3]), int(match[4]))
    if days := _readings(text):
        return days.pop() if len(days) == 1 else None
    if match := _DAY_MONTH.fullmatch(text):
        return _day(int(match[3]), _month(match[2]), int(match[1]))
    if match := _MONTH_DAY.fullmatch(text):
        return _day(int(match[3]), _month(match[1]), int(match[2]))
    return None


def has_two_readings(text: str) -> bool:
    """Whether a text is a date whose day and month may be swapped."""
    return len(_readings(text.strip())) == 2


def _readings(text: str) -> set[date]:
    """Days that numbers with the year last may stand for."""
    match = _YEAR_LAST.fullmatch(text)
    if not match:
        return set()
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    days = (_day(year, second, first), _day(year, first, second))
    return {day for day in days if day}


def _month(name: str) -> int:
    """Number of a month by its name or the beginning of it; 0 where it is none."""
    short = "sep" if name == "sept" else name
    return next((n for n, month in enumerate(_MONTHS, 1) if month.startswith(short)), 0)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
