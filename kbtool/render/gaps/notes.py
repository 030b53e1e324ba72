"""What people decided about gaps, beside the gaps on a terminal."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from kbtool.health import is_dismissed
from kbtool.model import GapReport, Note
from kbtool.render.terminal import count, one_line, shorten

_LABEL, _REASON = 62, 96


def leave_out_dismissed(report: GapReport, notes: Mapping[str, Note]) -> GapReport:
    """The report with those gaps alone that nobody dismissed."""
    gaps = tuple(gap for gap in report.gaps if not is_dismissed(notes.get(gap.id)))
    return replace(report, gaps=gaps)


def list_dismissed(report: GapReport, notes: Mapping[str, Note]) -> list[str]:
    """A section on dismissed gaps, if there are any."""
    gone = [gap for gap in report.gaps if is_dismissed(notes.get(gap.id))]
    if not gone:
        return []
    lines = [f"{count(len(gone), 'gap')} dismissed (counted in all figures above):"]
    for rank, gap in enumerate(gone, len(report.gaps) - len(gone) + 1):
        label = shorten(one_line(gap.cluster.label), _LABEL)
        reason = shorten(one_line(notes[gap.id].reason), _REASON)
        lines.append(f"{rank:>3}. {gap.cluster.askers:,} asked “{label}” (id {gap.id}): {reason}")
    return ["\n".join(lines)]


def describe_note(note: Note | None) -> list[str]:
    """A line on who takes care of a gap, where that is known."""
    if note is None or not (note.owner or note.status != "open"):
        return []
    owner = f", {one_line(note.owner)}" if note.owner else ""
    return [f"status: {note.status}{owner}"]
