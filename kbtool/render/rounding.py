"""How numbers are rounded, the same in every format.

What people read, a page, Markdown, a terminal or a table, has as many digits as mean something:
whole percents, whole people (one decimal below one), hundreds of money from a thousand. What
programs read has six digits, so that the same input gives the same bytes everywhere.
"""

from __future__ import annotations

_DIGITS = 6


def round_exact(number: float) -> float:
    """A number for programs."""
    return round(number, _DIGITS)


def round_share(share: float) -> float:
    """Share from 0 to 1, to whole percents."""
    return round(share, 2)


def round_rate(number: float) -> float:
    """Number of people: one decimal below 1, whole from there."""
    return round(number, 1) if 0 < number < 0.95 else round(number)


def round_amount(number: float) -> int:
    """Money: whole, from a thousand in hundreds."""
    return int(round(number, -2) if number >= 1_000 else round(number))
