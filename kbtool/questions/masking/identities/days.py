"""Dates that are part of a number."""

from __future__ import annotations

from datetime import date


def is_day(month: str, day: str) -> bool:
    """Whether month and day, two digits each, are a day of some year."""
    try:
        date(2000, int(month), int(day))
    except ValueError:
        return False
    return True


def is_shifted_day(month: str, day: str, months: tuple[int, ...] = (), days: int = 0) -> bool:
    """Whether they are a day, perhaps with a number added to one of them.

    States add 20, 40 or 50 to a month to tell sex or century, 40 or 60 to a day to tell foreigners.
    """
    plain = int(day) - days if days and int(day) > days else int(day)
    return any(is_day(f"{int(month) - more}", f"{plain}") for more in (0, *months))
