"""Dates as people and programs write them: "01.08.2026 14:05", "8/1/2026 2:05 PM", "1 Aug 2026"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta, timezone

from kbtool.patterns import lazy_pattern
from kbtool.questions.cells.month_names import ZONES, find_hours, find_month

_DATE = r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})"
_ZONE = rf"(?: ?(?:(?:UTC|GMT)?([+-])([0-9]{{2}}):?([0-9]{{2}})|({ZONES})|Z|UTC|GMT|Uhr))?"
_CLOCK = (
    r"([0-9]{1,2})(?: ?[:h] ?([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]{1,9})?)?)? ?(?:([ap])\.? ?m\.?)?"
)
_AT = r",?(?: (?:at|um|à|a las|alle|alle ore|às|om|-|–|\|))?(?: {1,2}|T| T)"
_TIME = rf"(?:{_AT}{_CLOCK}{_ZONE})?(?: \([^()]{{1,40}}\))?"
_WRITTEN = lazy_pattern(_DATE + _TIME, re.IGNORECASE)
_YEAR_FIRST = lazy_pattern(r"([0-9]{4})[/-]([0-9]{1,2})[/-]([0-9]{1,2})" + _TIME, re.IGNORECASE)

_WEEKDAY = r"(?:[^\W\d_]{2,10}\.?,? )?"
_NAME = r"(?P<name>[^\W\d_]{3,10})\.?"
_DAY = r"(?P<day>[0-9]{1,2})(?:\.|st|nd|rd|th|er|º)?"
_YEAR = r"(?P<year>[0-9]{4}|'?[0-9]{2})"
_LONG_YEAR = r"(?P<year>[0-9]{4})"
_NAMED = tuple(
    lazy_pattern(_WEEKDAY + shape, re.IGNORECASE)
    for shape in (
        rf"{_DAY}[ -]?(?:(?<= )(?:de|of) )?{_NAME},?[ -]{{1,2}}(?:del? )?{_YEAR}{_TIME}",
        rf"{_NAME}[ -]{_DAY},?[ -]{{1,2}}{_LONG_YEAR}{_TIME}",
        rf"{_LONG_YEAR}[ -]{_NAME}[ -]{_DAY}{_TIME}",
        rf"{_NAME} {{1,2}}{_DAY} {_CLOCK}{_ZONE} {_LONG_YEAR}",  # as Unix writes it
    )
)
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
        return _read_named(text)
    day, month = int(match[1]), int(match[3])
    if match[2] != "." and not day_first:
        day, month = month, day
    return _compose(_full_year(match[4]), month, day, match.groups()[4:])


def _read_named(text: str) -> datetime | None:
    """The same of a date with the name of its month."""
    for pattern in _NAMED:
        match = pattern.fullmatch(text)
        if match and (month := find_month(match["name"])):
            named = {match.re.groupindex[name] for name in ("name", "day", "year")}
            time = tuple(g for at, g in enumerate(match.groups(), 1) if at not in named)
            return _compose(_full_year(match["year"]), month, int(match["day"]), time)
    return None


def _full_year(digits: str) -> int:
    digits = digits.lstrip("'")
    return int(digits) + (2000 if len(digits) == 2 else 0)


def _compose(year: int, month: int, day: int, time: tuple[str | None, ...]) -> datetime:
    hour, minute, second, half, sign, *offset, named = time
    hours = int(hour or 0)
    if hour and not (minute or half):
        raise ValueError("an hour alone")
    if half and (hours or half in "pP"):  # "00:05 AM" is what it seems
        if not 1 <= hours <= 12:
            raise ValueError("no such hour")
        hours = hours % 12 + 12 * (half in "pP")
    zone = None
    if sign:
        distance = timedelta(hours=int(offset[0] or 0), minutes=int(offset[1] or 0))
        zone = timezone(-distance if sign == "-" else distance)
    elif named:
        zone = timezone(timedelta(hours=find_hours(named)))
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
