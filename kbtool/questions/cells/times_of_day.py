"""Times of day that stand in a column of their own, beside that of the date."""

from __future__ import annotations

import re
from typing import TypeGuard

from kbtool.patterns import lazy_pattern
from kbtool.questions.rows import BadRow, Row

TIME = "time_of_day"  # a value that rows have besides those of Columns

_CLOCK = lazy_pattern(
    r"([0-9]{1,2})(?: ?h ?|[:.])([0-9]{2})(?:[:.]([0-9]{2})(?:[.,][0-9]{1,9})?)?"
    r"( ?[ap]\.?m\.?)?( ?(?:Z|UTC|GMT|[+-][0-9]{2}:?[0-9]{2}))?(?: ?Uhr| ?h)?",
    re.IGNORECASE,
)
_HAS_CLOCK = lazy_pattern(r"[0-9]:[0-9]")
_EPOCH = lazy_pattern(r"[0-9]{9,}(?:\.[0-9]*)?")  # seconds since 1970 need no time of day
_MIDNIGHT = lazy_pattern(r"[T ]00:00(?::00(?:\.0{1,9})?)?$")  # days of workbooks and databases


def join_time(row: Row | BadRow) -> Row | BadRow:
    """The row with the time of day behind its date.

    A date that has a time of its own needs none. What is no time of day stays where it is.
    """
    if isinstance(row, BadRow) or TIME not in row.values:
        return row
    values = dict(row.values)
    clock, date = values.pop(TIME), values.get("asked_at")
    if not _is_text(date) or not _is_text(clock):
        return Row(row.line, values)
    day = _MIDNIGHT.sub("", date.strip())
    if _HAS_CLOCK.search(day) or _EPOCH.fullmatch(day):
        return Row(row.line, values)
    read = _read_clock(clock, iso=day[4:5] == "-")
    return Row(row.line, {**values, "asked_at": f"{day} {read}"}) if read else row


def _is_text(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and bool(value.strip())


def _read_clock(text: str, *, iso: bool) -> str:
    """A time of day as dates have it behind them; "" where it is none.

    Behind an ``iso`` date it is one of 24 hours.
    """
    match = _CLOCK.fullmatch(" ".join(text[:40].split()))
    if not match:
        return ""
    hour, minute, second, half, zone = match.groups(default="")
    half, hours = half.strip(), int(hour)
    if not (1 <= hours <= 12 if half else hours < 24) or int(minute) > 59 or int(second or 0) > 59:
        return ""
    if iso and half:
        half, hours = "", hours % 12 + 12 * (half[0] in "pP")
    return f"{hours:02}:{minute}:{second or '00'}{half and ' '}{half}{zone.strip()}"
