"""Rows that were left out, for reading on a terminal: by reason, each with its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kbtool.model import Excluded, Rejected
from kbtool.render.terminal import clean_path, count, one_line, paint, shorten

UNREADABLE = "could not be read"
_TEXT = 90


def render(
    rows: Sequence[Excluded], left_out: Mapping[str, int], unreadable: int, *, color: bool
) -> str:
    """A block for each reason: its number, then the rows that are listed."""
    numbers = {**left_out, UNREADABLE: unreadable}
    ordered = sorted(numbers.items(), key=lambda item: (-item[1], item[0]))
    total = sum(numbers.values())
    head = f"{count(total, 'row')} left out." if total else "No row was left out."
    blocks = [head]
    for reason, number in ordered:
        listed = [row for row in rows if _reason(row) == reason]
        if number:
            blocks.append(_block(reason, number, listed, color))
    return "\n\n".join(blocks) + "\n"


def _reason(row: Excluded) -> str:
    return UNREADABLE if isinstance(row, Rejected) else row.reason


def _block(reason: str, number: int, rows: Sequence[Excluded], color: bool) -> str:
    lines = [paint(f"{number:,} {one_line(reason)}", "bold", on=color)]
    for row in rows:
        why = row.reason if isinstance(row, Rejected) else row.detail
        text = shorten(one_line(row.text), _TEXT)
        note = f"  ({one_line(why)})" if why else ""
        lines.append(f"  {clean_path(row.path)}:{row.line}: {text}{note}")
    if number > len(rows):
        lines.append(f"  and {number - len(rows):,} more")
    return "\n".join(lines)
