"""Gaps of two runs for which something else is advised now, and what may be the reason.

Advice has edges: a third of a group answered one by one divides `improve` from `write`, and one
question can move a group across. Whoever has begun on the first advice should hear that it changed,
and whether anything but chance did it.
"""

from __future__ import annotations

from collections.abc import Iterator

from kbtool.history.fates import UNCHANGED, tell_edit
from kbtool.history.moving import subtract
from kbtool.history.values import Record, Topic
from kbtool.matching.intervals import wilson
from kbtool.model import Advised


def find_advised(before: Record, now: Record) -> Iterator[Advised]:
    """Gaps of both runs with other advice now."""
    for topic in now.topics:
        old = before.by_id.get(topic.id)
        if old is None or not (old.gap and topic.gap) or old.action in ("", topic.action):
            continue
        why = ", ".join(_reasons(old, topic, before, now))
        yield Advised(topic.id, topic.label, topic.askers, old.action, topic.action, why)


def _reasons(old: Topic, new: Topic, before: Record, now: Record) -> Iterator[str]:
    edit = tell_edit(new.article, before, now) if new.article else UNCHANGED
    if old.article != new.article:
        yield f"the nearest article was {_name(old)} and is {_name(new)} now"
    elif edit != UNCHANGED:
        yield f"“{new.title}”: {edit}"
    elif old.article:
        yield f"“{new.title}” answers {_share(new)} one by one, {_share(old)} then"
    yield _tell_questions(old, new)
    if before.versions != now.versions or before.config != now.config:
        yield "versions or settings differ"
    elif old.article == new.article and edit == UNCHANGED and _is_close(old, new):
        yield "which is within chance: both may be right"


def _name(topic: Topic) -> str:
    return f"“{topic.title}”" if topic.article else "none"


def _share(topic: Topic) -> str:
    return f"{topic.answers:,} of {topic.questions:,}"


def _tell_questions(old: Topic, new: Topic) -> str:
    came, went = len(new.marks - old.marks), len(old.marks - new.marks)
    if not (came or went):
        return "its questions are the same"
    return f"{came:,} of its wordings are new and {went:,} gone"


def _is_close(old: Topic, new: Topic) -> bool:
    """Whether the shares answered one by one differ by no more than chance would make them."""
    shares = [
        wilson(topic.answers / topic.questions if topic.questions else 0.0, topic.questions)
        for topic in (old, new)
    ]
    change = subtract(*shares)
    return change is not None and change.low <= 0 <= change.high
