"""Places of the page that other formats lead to."""

from __future__ import annotations

MOST_CARDS = 100
"""Gaps that have a card on a page, at most; those of the highest rank."""


def find_anchor(rank: int, *, dismissed: bool) -> str:
    """Where the page tells of a gap, to put behind its address."""
    if dismissed:
        return "#dismissed"
    return f"#gap-{rank}" if rank <= MOST_CARDS else "#gaps"
