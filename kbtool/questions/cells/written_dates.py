"""Dates as people and spreadsheets write them: "01.08.2026 14:05", "8/1/2026 2:05 PM"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta, timezone

from kbtool.patterns import lazy_pattern

_DATE = r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})"
_TIME = (
    r"(?:,?[ T]{1,2}([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]{1,9})?)?"
    r" ?([ap]\.?m\.?)?(?: ?(?:([+-])([0-9]{2}):?([0-9]{2})|Z|UTC|GMT|Uhr))?)?"
)
_WRITTEN = lazy_pattern(_DATE + _TIME, re.IGNORECASE)
_YEAR_FIRST = lazy_pattern(r"([0-9]{4})/([0-9]{1,2})/([0-9]{1,2})" + _TIME, re.IGNORECASE)
_MONTHS = 12


def read_written(text: str, *, day_first: bool = True) -> datetime | None:
    """A moment, with a time zone where the text names one; None where the text is of another kind.

    With dots the day comes first; else ``day_first`` says so, where both numbers may be a month.

    Raises ValueError where there is no such moment.
    """
    if match := _YEAR_FIRST.fullmatch(text):
        return _compose(int(match[1]), int(match[2]), int(match[3]), match.groups()[3:])
    match = _WRITTEN.fullmatch(text)
    if not match:
        return None
    day, month = int(match[1]), int(match[3])
    if match[2] != "." and not day_first:
        day, month = month, day
    year = int(match[4]) + (2000 if len(match[4]) == 2 else 0)
    return _compose(year, month, day, match.groups()[4:])


def _compose(year: int, month: int, day: int, time: tuple[str | None, ...]) -> datetime:
    hour, minute, second, half, sign, *offset = time
    hours = int(hour or 0)
    if half:
        if not 1 <= hours <= 12:
            raise ValueError("no such hour")
        hours = hours % 12 + 12 * (half[0] in "pP")
    zone = None
    if sign:
        distance = timedelta(hours=int(offset[0] or 0), minutes=int(offset[1] or 0))
        zone = timezone(-distance if sign == "-" else distance)
    return datetime(year, month, day, hours, int(minute or 0), int(second or 0), tzinfo=zone)


def find_order(values: Iterable[object]) -> tuple[bool, str]:
    """Whether days come before months in a column, and what is assumed where no value tells.

    The assumption is "" where a number beyond 12 settles it, or where no value is in doubt. Who
    writes times with "am" and "pm" is taken to put the month first.
    """
    doubtful, halves = "", False
    for value in values:
        match = _WRITTEN.fullmatch(value.strip()[:40]) if isinstance(value, str) else None
        if not match or match[2] == ".":
            continue
        if int(match[1]) > _MONTHS or int(match[3]) > _MONTHS:
            return int(match[1]) > _MONTHS, ""
        halves = halves or bool(match[8])
        if match[1].lstrip("0") != match[3].lstrip("0"):
            doubtful = doubtful or match[0].split(" ")[0]
    order = "month before day" if halves else "day before month"
    return not halves, f"dates such as {doubtful} are read as {order}" if doubtful else ""
