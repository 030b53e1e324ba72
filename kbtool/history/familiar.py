"""How many questions of a run are about topics that an earlier one had."""

from __future__ import annotations

from kbtool.history.values import Record, Topic
from kbtool.model import Familiar

_MOST = 0.5  # share of a topic's wordings that, asked before in whatever groups, make it known


def count_familiar(before: Record, now: Record) -> Familiar | None:
    """Questions of the later run in known topics, in new ones and in none; None without any.

    Those without a word to match can be in no topic and are counted apart.
    """
    matchable = now.questions - now.wordless
    if matchable <= 0:
        return None
    known = [topic for topic in now.topics if _is_known(topic, before)]
    old, grouped = (sum(one.questions for one in topics) for topics in (known, now.topics))
    return Familiar(
        known=old,
        new=grouped - old,
        alone=max(0, matchable - grouped),
        new_topics=len(now.topics) - len(known),
        wordless=now.wordless,
    )


def _is_known(topic: Topic, before: Record) -> bool:
    shared = len(topic.marks & before.marks)
    return topic.id in before.by_id or shared >= _MOST * len(topic.marks) > 0
