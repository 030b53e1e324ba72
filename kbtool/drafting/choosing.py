"""Words of a user -> the gap that they name."""

from __future__ import annotations

from collections.abc import Sequence

from kbtool.errors import UsageError
from kbtool.history import find_near
from kbtool.model import Gap, GapReport

_MOST = 5  # gaps that an error message lists
_RANK_DIGITS = 4  # a longer number is an id


def choose_gap(report: GapReport, name: str) -> Gap:
    """The gap with that rank, id, beginning of an id, or with these words in its label.

    Raises UsageError where there is none or more than one; it lists the nearest.
    """
    gaps, wanted = report.gaps, " ".join(name.split()).casefold()
    if not gaps:
        raise UsageError("there is no gap to outline", remedy="See `kbtool gaps`")
    if wanted.isdecimal() and len(wanted) <= _RANK_DIGITS and 1 <= int(wanted) <= len(gaps):
        return gaps[int(wanted) - 1]
    found = [gap for gap in gaps if gap.id == wanted]
    found = found or [gap for gap in gaps if wanted and gap.id.startswith(wanted)]
    found = found or [gap for gap in gaps if wanted and gap.cluster.label.casefold() == wanted]
    found = found or [gap for gap in gaps if _holds(gap, wanted)]
    if len(found) == 1:
        return found[0]
    if found:
        listed = _list(found[:_MOST], gaps)
        message = f"{len(found)} gaps are meant by {name!r}"
        raise UsageError(message, remedy=f"Name one by its id or rank: {listed}")
    labels = {gap.id: f"{gap.cluster.label} {' '.join(gap.cluster.words)}" for gap in gaps}
    near = find_near(wanted, labels)
    if near:
        by_id = {gap.id: gap for gap in gaps}
        remedy = f"Nearest: {_list([by_id[key] for key in near], gaps)}"
    else:
        remedy = f"Name one by its id or rank: {_list(gaps[:_MOST], gaps)}"
    raise UsageError(f"no gap is meant by {name!r}", remedy=remedy)


def _holds(gap: Gap, wanted: str) -> bool:
    """Whether all wanted words stand in the label."""
    label = gap.cluster.label.casefold()
    return bool(wanted) and all(word in label for word in wanted.split())


def _list(some: Sequence[Gap], gaps: Sequence[Gap]) -> str:
    return "; ".join(f"{gaps.index(gap) + 1}. {gap.id} “{gap.cluster.label}”" for gap in some)
