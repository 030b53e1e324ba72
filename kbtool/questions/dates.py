"""Dates as logs write them."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from kbtool.patterns import lazy_pattern

_LONGEST = 40  # characters of the longest date with a time zone, and some
# Seconds from 1973 to 2286, milliseconds from 2001 on. Other numbers are something else: those
# of 8 digits are dates, and 12 or 14 may be dates with times that ran together.
_EPOCH = lazy_pattern(r"(?:[0-9]{9,10}|([0-9]{13}))(?:\.[0-9]{1,9})?")
_DIGITS = lazy_pattern(r"[0-9]{9,}")
_ZONE = lazy_pattern(r" ?(?:UTC|GMT|Z)$", re.IGNORECASE)
_FIRST, _LAST = 1970, 2199  # years; outside lie the values that programs write for "never"


def parse_date(value: object) -> datetime | None:
    """A moment in UTC, or None where the value is not one.

    Understood are ISO 8601 with or without a time (midnight) and a time zone (UTC), and seconds
    or milliseconds since 1970, as number or text. Day and month in another order are not guessed.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = _digits(value)
    if not isinstance(value, str) or len(text := value.strip()) > _LONGEST:
        return None
    try:
        moment = _read_iso(text) if text[4:5] == "-" else _read_number(text)
    except (ValueError, OverflowError):
        return None
    return moment if moment and _FIRST <= moment.year <= _LAST else None


def _read_iso(text: str) -> datetime:
    zoned = text if text.endswith("Z") else _ZONE.sub("+00:00", text)
    moment = datetime.fromisoformat(zoned)
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _read_number(text: str) -> datetime | None:
    """A moment that is written without dashes."""
    if epoch := _EPOCH.fullmatch(text):
        return datetime.fromtimestamp(float(text) / (1000 if epoch[1] else 1), UTC)
    return None if _DIGITS.fullmatch(text) else _read_iso(text)


def _digits(number: float) -> str:
    """A number as text without exponent; "" where it is far too large for a moment."""
    if not 0 <= number < 1e14:  # also False for NaN
        return ""
    return str(number) if isinstance(number, int) else f"{number:.3f}"
