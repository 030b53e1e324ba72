"""One order of gaps for all that is written: its places are the ranks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kbtool.model import Gap, Note


def rank_gaps(gaps: Iterable[Gap], notes: Mapping[str, Note]) -> tuple[Gap, ...]:
    """Gaps by rank: open ones as they come, then those that somebody dismissed."""
    return tuple(sorted(gaps, key=lambda gap: is_dismissed(notes.get(gap.id))))


def is_dismissed(note: Note | None) -> bool:
    """Whether somebody decided that a gap needs no article."""
    return note is not None and note.status == "dismissed"
