"""Unanswered questions that are in no gap: too few people asked for the same."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from kbtool.health import Health
from kbtool.model import Cluster, Question
from kbtool.render.views.quotes import Quoter, Quotes
from kbtool.render.views.visible import clip

_GROUPS = 100


class Apart(Struct, frozen=True):
    """Groups too small to be gaps, and questions that stand alone."""

    groups: tuple[tuple[Cluster, Quotes], ...]  # the largest first
    hidden: int  # groups
    alone: Quotes
    unquoted: tuple[Question, ...]  # whose text is not shown: to be looked up by their ids
    unlisted: int  # further ones
    questions: int  # all of them

    def __bool__(self) -> bool:
        """Whether there is any."""
        return self.questions > 0


def find_apart(health: Health, quoter: Quoter, most: int) -> Apart:
    """Unanswered questions in no gap, at most so many of each kind."""
    gaps = {gap.id for gap in health.gaps.gaps}
    left = [match for match in health.unanswered if match.cluster not in gaps]
    names = {match.cluster for match in left}
    small = [cluster for cluster in health.gaps.clusters if cluster.id in names]
    small.sort(key=lambda cluster: (-cluster.askers, cluster.id))
    shown = min(most, _GROUPS)
    hushed = list(_hush(health, (match.question for match in left)))
    return Apart(
        groups=tuple((one, quoter.quote(one.questions, most)) for one in small[:shown]),
        hidden=max(0, len(small) - shown),
        alone=quoter.quote([match.question for match in left if not match.cluster], most),
        unquoted=tuple(hushed[:most]),
        unlisted=max(0, len(hushed) - most),
        questions=len(left),
    )


def _hush(health: Health, names: Iterable[str]) -> Iterable[Question]:
    """Questions without a text, by id, day and channel."""
    for question in (health.question[name] for name in names if name in health.question):
        if not question.text:
            yield Question(
                id=clip(question.id, 60),
                text="",
                asked_at=question.asked_at,
                channel=clip(question.channel, 30),
            )
