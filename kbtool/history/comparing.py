"""Two runs side by side: what opened, what closed and why, and what is more than chance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from kbtool.history.advising import find_advised
from kbtool.history.articles import find_added, find_gone, find_relabelled
from kbtool.history.familiar import count_familiar
from kbtool.history.fates import Fate, tell_end, tell_start
from kbtool.history.moving import find_moves, subtract
from kbtool.history.values import Comparison, Moved, Opened, Record, Regrouped, Topic
from kbtool.model import Advised, Changes, ClosedGap, Interval, Relabelled

GapT = TypeVar("GapT", Opened, ClosedGap, Regrouped, Advised, Relabelled)


def compare_records(before: Record, now: Record) -> Comparison:
    """What changed from one run to another."""
    old, new = before.gaps, now.gaps
    moved = [
        Moved(
            name, new[name].label, old[name].per_month or _NOTHING, new[name].per_month or _NOTHING
        )
        for name in new
        if name in old and _differ(old[name].per_month, new[name].per_month)
    ]
    starts, ends = find_starts(before, now), find_ends(before, now)
    regrouped = [
        Regrouped(topic.id, topic.label, topic.askers, _begin(fate.why), gone)
        for fates, gone in ((ends, True), (starts, False))
        for topic, fate in fates
        if not fate.real
    ]
    return Comparison(
        before=before.run,
        now=now.run,
        opened=_sort(Opened(t.id, t.label, t.askers, f.why) for t, f in starts if f.real),
        closed=_sort(ClosedGap(t.id, t.label, t.askers, _begin(f.why)) for t, f in ends if f.real),
        regrouped=_sort(regrouped),
        rising=tuple(move for move in moved if move.now.value > move.before.value),
        falling=tuple(move for move in moved if move.now.value < move.before.value),
        kept=len(old.keys() & new.keys()),
        coverage=subtract(before.coverage, now.coverage),
        exact=before.log == now.log,
        warnings=tuple(find_hindrances(before, now)),
        familiar=count_familiar(before, now),
        moves=find_moves(before, now),
        advised=_sort(find_advised(before, now)),
        gone=tuple(sorted(find_gone(before, now), key=lambda one: -(one.lost or 0))),
        added=tuple(sorted(find_added(before, now), key=lambda one: -(one.won or 0))),
        relabelled=_sort(find_relabelled(before, now)),
    )


def find_starts(before: Record, now: Record) -> list[tuple[Topic, Fate]]:
    """Gaps of the later run alone, and where they come from."""
    gaps = (topic for name, topic in now.gaps.items() if name not in before.gaps)
    return [(topic, tell_start(topic, before, now)) for topic in gaps]


def find_ends(before: Record, now: Record) -> list[tuple[Topic, Fate]]:
    """Gaps of the earlier run alone, and what became of them."""
    gaps = (topic for name, topic in before.gaps.items() if name not in now.gaps)
    return [(topic, tell_end(topic, before, now)) for topic in gaps]


def _sort(gaps: Iterable[GapT]) -> tuple[GapT, ...]:
    """Gaps with those of most people first."""
    return tuple(sorted(gaps, key=lambda gap: (-gap.askers, gap.id)))


def tell_changes(comparison: Comparison) -> Changes:
    """The comparison as a report shows it."""
    opened = tuple(gap.id for gap in comparison.opened)
    return Changes(
        comparison.before,
        opened,
        comparison.closed,
        comparison.warnings,
        len(comparison.regrouped),
        comparison.moves,
        comparison.advised,
        comparison.exact,
        comparison.familiar,
        comparison.gone,
        comparison.added,
        comparison.relabelled,
    )


_NOTHING = Interval(0.0, 0.0, 0.0)


def _differ(before: Interval | None, now: Interval | None) -> bool:
    """Whether two rates differ by more than chance: their difference's interval leaves out 0."""
    change = subtract(before, now)
    return change is not None and (change.low > 0 or change.high < 0)


def _begin(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def find_hindrances(before: Record, now: Record) -> Iterator[str]:
    """Why figures of two runs are hard to compare."""
    names = sorted(before.versions.keys() | now.versions.keys())
    for name in names:
        old, new = before.versions.get(name, "none"), now.versions.get(name, "none")
        if old != new:
            yield f"{name} {old} then, {new} now: figures may differ for that alone"
    if before.config != now.config:
        yield "settings differ, so figures may differ for that alone"
    if before.questions and now.questions and not _shares(before, now):
        yield "the two runs share no wording: topics are known again by their words alone"


def _shares(before: Record, now: Record) -> bool:
    old = {wording for topic in before.topics for wording in topic.marks}
    return any(old & topic.marks for topic in now.topics) or not old
