"""Two runs side by side: what opened, what closed and why, and what is more than chance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from math import sqrt

from kbtool.history.values import Comparison, Moved, Opened, Record, Topic
from kbtool.model import Changes, ClosedGap, Interval

_HELD = 0.5  # share of a lost group's wordings that tells which group they went to


def compare_records(before: Record, now: Record) -> Comparison:
    """What changed from one run to another."""
    old = {topic.id: topic for topic in before.topics if topic.gap}
    new = {topic.id: topic for topic in now.topics if topic.gap}
    moved = [
        Moved(
            name, new[name].label, old[name].per_month or _NOTHING, new[name].per_month or _NOTHING
        )
        for name in new
        if name in old and _differ(old[name].per_month, new[name].per_month)
    ]
    opened = (_open(topic, before) for name, topic in new.items() if name not in old)
    closed = (_close(topic, before, now) for name, topic in old.items() if name not in new)
    return Comparison(
        before=before.run,
        now=now.run,
        opened=tuple(sorted(opened, key=lambda gap: (-gap.askers, gap.id))),
        closed=tuple(sorted(closed, key=lambda gap: (-gap.askers, gap.id))),
        rising=tuple(move for move in moved if move.now.value > move.before.value),
        falling=tuple(move for move in moved if move.now.value < move.before.value),
        kept=len(old.keys() & new.keys()),
        coverage=_difference(before.coverage, now.coverage),
        exact=before.log == now.log,
        warnings=tuple(_warn(before, now)),
    )


def tell_changes(comparison: Comparison) -> Changes:
    """The comparison as a report shows it."""
    opened = tuple(gap.id for gap in comparison.opened)
    return Changes(comparison.before, opened, comparison.closed, comparison.warnings)


_NOTHING = Interval(0.0, 0.0, 0.0)


def _differ(before: Interval | None, now: Interval | None) -> bool:
    """Whether two rates differ by more than chance: their difference's interval leaves out 0."""
    change = _difference(before, now)
    return change is not None and (change.low > 0 or change.high < 0)


def _difference(before: Interval | None, now: Interval | None) -> Interval | None:
    """Now less before, with 95% bounds from those of both.

    R. G. Newcombe, "Interval estimation for the difference between independent proportions",
    Statistics in Medicine 17, 1998, method 10: distances to the bounds add up as squares do.
    Runs that share questions differ by less than that, so the bounds err on the side of chance.
    """
    if before is None or now is None:
        return None
    change = now.value - before.value
    below = sqrt((now.value - now.low) ** 2 + (before.high - before.value) ** 2)
    above = sqrt((now.high - now.value) ** 2 + (before.value - before.low) ** 2)
    return Interval(change, change - below, change + above)


def _open(topic: Topic, before: Record) -> Opened:
    known = before.by_id.get(topic.id)
    if known is None:
        why = "nobody asked before"
        if any(topic.marks & other.marks for other in before.topics):
            why = "asked before, as part of another topic"
    elif known.answered and known.title:
        gone = "" if topic.article == known.article else ", which is no longer the nearest article"
        why = f"answered by “{known.title}” then{gone}"
    else:
        why = "asked by too few people before to be called a gap"
    return Opened(topic.id, topic.label, topic.askers, why)


def _close(topic: Topic, before: Record, now: Record) -> ClosedGap:
    return ClosedGap(topic.id, topic.label, topic.askers, _begin(_tell_why(topic, before, now)))


def _begin(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _tell_why(topic: Topic, before: Record, now: Record) -> str:
    """What closed a gap, in a sentence without a full stop."""
    same = now.by_id.get(topic.id)
    if same is None:
        return _tell_lost(topic, before, now)
    if same.answered or same.answers * 2 > same.questions:
        count = f"{same.answers:,} of {same.questions:,} questions"
        return f"“{same.title}” answers {count} now: {_tell_edit(same.article, before, now)}"
    if same.askers < topic.askers:
        return f"only {same.askers:,} asked, {topic.askers:,} before: too few to be called a gap"
    return f"no longer called a gap; what to do now: {same.action}"


def _tell_lost(topic: Topic, before: Record, now: Record) -> str:
    """Why a group is there no more."""
    shared = Counter({other.id: len(topic.marks & other.marks) for other in now.topics})
    best = max(now.topics, key=lambda other: (shared[other.id], other.id), default=None)
    if best is None or not shared[best.id]:
        return "no group of questions asks for it any more"
    if shared[best.id] < _HELD * len(topic.marks):
        return "its questions are too few or spread over other topics now"
    if best.gap:
        return f"its questions are part of the gap “{best.label}” now"
    edit = _tell_edit(best.article, before, now)
    return f"its questions are part of “{best.label}” now, with “{best.title}”: {edit}"


def _tell_edit(article: str, before: Record, now: Record) -> str:
    """What happened to an article between two runs."""
    old, new = before.pages.get(article), now.pages.get(article)
    if old is None:
        return "a new article"
    if new is None or old == new:
        return "the article is as it was"
    if old.title != new.title:
        also = " and changed" if old.digest != new.digest else ""
        return f"retitled from “{old.title}”{also}"
    return "the article was changed"


def _warn(before: Record, now: Record) -> Iterator[str]:
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
