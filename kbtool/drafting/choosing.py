"""Words of a user -> the gap that they name."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from kbtool.errors import UsageError
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
    what = f"{len(found)} gaps are meant by" if found else "no gap is meant by"
    listed = "; ".join(_name(gap, gaps) for gap in (found or _nearest(gaps, wanted))[:_MOST])
    raise UsageError(f"{what} {name!r}", remedy=f"Name one by its id or rank: {listed}")


def _holds(gap: Gap, wanted: str) -> bool:
    """Whether all wanted words stand in the label."""
    label = gap.cluster.label.casefold()
    return bool(wanted) and all(word in label for word in wanted.split())


def _nearest(gaps: Sequence[Gap], wanted: str) -> list[Gap]:
    """Gaps whose id or label looks like what was wanted; the first ones where none does."""
    by_name: dict[str, Gap] = {}
    for gap in gaps:
        by_name.setdefault(gap.id, gap)
        by_name.setdefault(gap.cluster.label.casefold(), gap)
    near = get_close_matches(wanted[:200], by_name, _MOST, 0.4)
    return list(dict.fromkeys(by_name[name] for name in near)) or list(gaps)


def _name(gap: Gap, gaps: Sequence[Gap]) -> str:
    return f"{gaps.index(gap) + 1}. {gap.id} “{gap.cluster.label}”"
