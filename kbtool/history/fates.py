"""What became of a gap from one run to another, and where a new one came from.

A gap is closed where its questions are answered or asked no more, and new where they were not
asked or were answered before. All else is grouping: small topics come together and apart with any
change, and nothing that a customer would notice has happened.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kbtool.history.likeness import hold_words
from kbtool.history.values import Record, Topic

UNCHANGED = "the article is as it was"
_MOST = 0.5  # share of a group's wordings that tells what became of the group
_WORDS = 0.6  # share of its words, by weight, that another group must have where no wording tells


class Fate(NamedTuple):
    """What became of a gap, or where it came from."""

    real: bool  # False where only the grouping changed
    why: str  # a sentence without a capital or a full stop


class _Share(NamedTuple):
    """A group of the other run, with the share of the wordings that it holds."""

    topic: Topic
    share: float


def tell_end(topic: Topic, before: Record, now: Record) -> Fate:
    """What became of a gap that is none any more."""
    shares = _follow(topic, now)
    answering = [one for one in shares if _is_answered(one.topic)]
    if _sum(answering) >= _MOST:
        return _tell_answer(topic, answering[0].topic, before, now)
    gaps = [one for one in shares if one.topic.gap]
    if _sum(gaps) >= _MOST:
        return Fate(False, f"its questions are part of the gap “{gaps[0].topic.label}” now")
    same = now.by_id.get(topic.id)
    if same is not None and not same.gap:
        return _tell_same(topic, same, before, now)
    if _is_asked(topic, now):
        return Fate(False, "its questions are spread over other topics now")
    wider = _find_wider(topic, now.topics) if not shares else None
    if wider is not None and wider.gap:
        return Fate(False, f"its words are those of the gap “{wider.label}” now")
    return Fate(True, _say_gone(topic, _sum(shares)))


def tell_start(topic: Topic, before: Record, now: Record) -> Fate:
    """Where a gap comes from that was none before."""
    known = before.by_id.get(topic.id)
    if known is not None:
        return _tell_known(known, topic, before, now)
    shares = _follow(topic, before)
    gaps = [one for one in shares if one.topic.gap]
    if _sum(gaps) >= _MOST:
        return Fate(False, f"its questions were part of the gap “{gaps[0].topic.label}” before")
    answering = [one for one in shares if _is_answered(one.topic)]
    if _sum(answering) >= _MOST:
        return _tell_known(answering[0].topic, topic, before, now)
    if _is_asked(topic, before):
        return Fate(False, "its questions were spread over other topics before")
    wider = _find_wider(topic, before.topics) if not shares else None
    if wider is not None and wider.gap:
        return Fate(False, f"its words were those of the gap “{wider.label}” before")
    # Single questions in no group are known by their very wording alone, so "nobody" is never sure.
    few = bool(shares or topic.marks & before.marks)
    asked = "asked by too few people before to be called a gap"
    return Fate(True, asked if few else "no group of questions asked for it before")


def _tell_answer(topic: Topic, heir: Topic, before: Record, now: Record) -> Fate:
    """Questions of a gap are answered now; by whom, and what happened to that article."""
    edit = tell_edit(heir.article, before, now)
    if edit == UNCHANGED:  # no article begins to answer by itself: the verdict was at the edge
        return Fate(False, f"“{heir.title}” answers it now and is as it was: a close verdict")
    if heir.id != topic.id:
        return Fate(
            True, f"its questions are part of “{heir.label}” now, with “{heir.title}”: {edit}"
        )
    count = f"{heir.answers:,} of the {heir.questions:,} questions in it now"
    return Fate(True, f"“{heir.title}” answers {count}: {edit}")


def _tell_same(topic: Topic, same: Topic, before: Record, now: Record) -> Fate:
    """The group is there, and no gap any more."""
    if _is_answered(same):
        return _tell_answer(topic, same, before, now)
    if same.askers < topic.askers:
        few = f"only {same.askers:,} asked, {topic.askers:,} before: too few to be called a gap"
        return Fate(2 * same.askers <= topic.askers and not _is_asked(topic, now), few)
    return Fate(False, f"no longer called a gap; what to do now: {same.action}")


def _tell_known(known: Topic, topic: Topic, before: Record, now: Record) -> Fate:
    """The group was there, and no gap."""
    if not (known.answered and known.title):
        few = "asked by too few people before to be called a gap"
        return Fate(2 * known.askers <= topic.askers and not _is_asked(topic, before), few)
    then = f"answered by “{known.title}” then"
    if known.article not in now.pages:
        return Fate(True, f"{then}, which is there no more")
    if tell_edit(known.article, before, now) == UNCHANGED:
        return Fate(False, f"{then}, which is as it was: a close verdict")
    return Fate(True, f"{then}, which was changed")


def _follow(topic: Topic, other: Record) -> list[_Share]:
    """Groups of another run that hold wordings of this one, the group itself and most first."""
    held = Counter(one.id for mark in topic.marks for one in other.holders.get(mark, ()))
    shared = [_Share(other.by_id[name], held[name] / len(topic.marks)) for name in held]
    return sorted(shared, key=lambda one: (one.topic.id != topic.id, -one.share, one.topic.id))


def _sum(shares: Sequence[_Share]) -> float:
    return sum(one.share for one in shares)


def _is_asked(topic: Topic, record: Record) -> bool:
    """Whether most wordings of a group of another run are in this one, in whatever groups."""
    return len(topic.marks & record.marks) >= _MOST * len(topic.marks) > 0


def _is_answered(topic: Topic) -> bool:
    """Whether an article answers the group, or most of its questions."""
    return not topic.gap and (topic.answered or topic.answers * 2 > topic.questions)


def _find_wider(topic: Topic, others: Iterable[Topic]) -> Topic | None:
    """The group whose words hold most of this one's, where that is enough to tell."""
    held = [(hold_words(topic.words, other.words), other.id, other) for other in others]
    best = max(held, key=lambda one: one[:2], default=None)
    return best[2] if best and best[0] >= _WORDS else None


def _say_gone(topic: Topic, left: float) -> str:
    if not left:
        return "no group of questions asks for it any more"
    number = round(left * len(topic.marks))
    are = "is" if number == 1 else "are"
    return f"asked by too few people now: {number:,} of its wordings {are} left"


def tell_edit(article: str, before: Record, now: Record) -> str:
    """What happened to an article between two runs."""
    old, new = before.pages.get(article), now.pages.get(article)
    if old is None:
        return "a new article"
    if new is None or old == new:
        return UNCHANGED
    if old.title != new.title:
        also = " and changed" if old.digest != new.digest else ""
        return f"retitled from “{old.title}”{also}"
    return "the article was changed"
