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
from kbtool.model import Advised

_ELSE = "so what else was read moved it: both may be right"


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
    elif old.found and new.found:
        yield f"{_tell_found(new)} one by one, {_show_found(old)} then"
    yield _tell_questions(old, new)
    if before.versions != now.versions or before.config != now.config:
        yield "versions or settings differ"
    elif old.article == new.article and edit == UNCHANGED and _is_close(old, new):
        same = old.marks == new.marks  # with the same questions chance has no part in it
        yield _ELSE if same else "which is within chance: both may be right"


def _name(topic: Topic) -> str:
    return f"“{topic.title}”" if topic.article else "none"


def _tell_found(topic: Topic) -> str:
    """How many find an answer in whatever article: the verdict on each alone, not on the group."""
    return f"{_show_found(topic)} {'finds' if _count_found(topic) == 1 else 'find'} an answer"


def _show_found(topic: Topic) -> str:
    return f"{_count_found(topic):,} of {topic.questions:,}"


def _count_found(topic: Topic) -> int:
    return round(topic.found.value * topic.questions) if topic.found else 0


def _tell_questions(old: Topic, new: Topic) -> str:
    came, went = len(new.marks - old.marks), len(old.marks - new.marks)
    if not (came or went):
        return "its questions are the same"
    return f"{came:,} of its wordings {'is' if came == 1 else 'are'} new and {went:,} gone"


def _is_close(old: Topic, new: Topic) -> bool:
    """Whether the shares answered one by one differ by no more than chance would make them."""
    change = subtract(old.found, new.found)
    return change is not None and change.low <= 0 <= change.high
