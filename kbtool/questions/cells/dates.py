"""Dates as logs write them."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache

from kbtool.patterns import lazy_pattern
from kbtool.questions.cells.written_dates import read_written

_LONGEST = 80  # characters of the longest date with the name of a time zone, and some
# Seconds from 1973 to 2286, milliseconds from 2001 on. Other numbers are something else: those
# of 8 digits are dates, and 12 or 14 may be dates with times that ran together.
_EPOCH = lazy_pattern(r"(?:[0-9]{9,10}|([0-9]{13}))(?:\.[0-9]{1,9})?")
_DIGITS = lazy_pattern(r"[0-9]{9,}")
_ZONE = lazy_pattern(r" ?(?:UTC|GMT|Z)$", re.IGNORECASE)
_BLANKS = {0x00A0: " ", 0x202F: " ", 0x200E: None}  # as browsers write "2:05 PM" and dates
_FIRST, _LAST = 1970, 2199  # years; outside lie the values that programs write for "never"


def parse_date(value: object, *, day_first: bool = True) -> datetime | None:
    """A moment in UTC, or None where the value is not one.

    Understood are ISO 8601 with or without a time (midnight) and a time zone (UTC), seconds or
    milliseconds since 1970, as number or text, months by name, and days, months and years between
    dots, slashes or dashes; ``day_first`` says which of the first two comes first.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = _digits(value)
    if not isinstance(value, str) or len(text := value.strip()) > _LONGEST:
        return None
    return _read(text, day_first)


@lru_cache(maxsize=4_096)  # a log has many questions of one day, which so share one object
def _read(text: str, day_first: bool) -> datetime | None:
    try:
        moment = _read_dashed(text) if text[4:5] == "-" else _read_other(text, day_first=day_first)
    except (ValueError, OverflowError):
        return None
    return moment if moment and _FIRST <= moment.year <= _LAST else None


def _read_dashed(text: str) -> datetime | None:
    """A moment that begins with a year and a dash: ISO 8601, or what looks like it."""
    try:
        return _read_iso(text)
    except ValueError:
        written = read_written(text.translate(_BLANKS))
        return _to_utc(written) if written else None


def _read_iso(text: str) -> datetime:
    zoned = text if text.endswith("Z") else _ZONE.sub("+00:00", text)
    return _to_utc(datetime.fromisoformat(zoned))


def _to_utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _read_other(text: str, *, day_first: bool) -> datetime | None:
    """A moment that does not begin with a year and a dash."""
    text = text.translate(_BLANKS)
    if written := read_written(text, day_first=day_first):
        return _to_utc(written)
    if not text.isascii():
        return None
    if epoch := _EPOCH.fullmatch(text):
        return datetime.fromtimestamp(float(text) / (1000 if epoch[1] else 1), UTC)
    return None if _DIGITS.fullmatch(text) else _read_iso(text)


def _digits(number: float) -> str:
    """A number as text without exponent; "" where it is far too large for a moment."""
    if not 0 <= number < 1e14:  # also False for NaN
        return ""
    return str(number) if isinstance(number, int) else f"{number:.3f}"
