"""Gaps as issues of a tracker: a title, a body with the evidence, labels, a priority."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from msgspec import Struct

from kbtool.health import Health
from kbtool.model import CostBasis, Gap
from kbtool.render.safe_text import plain
from kbtool.render.terminal import count, shorten
from kbtool.render.views.words import name_action, name_place, say_cost, say_rate
from kbtool.render.wording import confidence, effort, whose_costs

Priority = Literal["High", "Medium", "Low"]
Escape = Callable[[str, int], str]  # a text of a stranger and its greatest length

_TITLE = 200  # characters; Jira takes 255, GitHub 256
_TEXT = 400
_QUOTES = 5
_HIGH, _MEDIUM = 0.5, 0.8  # share of the people in all open gaps that come before


class Issue(Struct, frozen=True):
    """One gap as an issue."""

    title: str  # plain text
    body: tuple[tuple[str, ...], ...]  # paragraphs; lines of a list each begin with "- "
    labels: tuple[str, ...]  # without spaces
    priority: Priority  # High: gaps that together hold the first half of the people

    @property
    def text(self) -> str:
        """The body as one text."""
        return "\n\n".join("\n".join(paragraph) for paragraph in self.body)


def make_issues(health: Health, escape: Escape) -> Iterator[Issue]:
    """An issue for every gap that nobody dismissed, in order of rank.

    ``escape`` takes a text of a stranger so that it does nothing in a body.
    """
    total = sum(gap.cluster.askers for gap in health.open_gaps) or 1
    before = 0
    for rank, gap in enumerate(health.open_gaps, 1):
        yield _make_issue(health, gap, rank, _priority(before / total), escape)
        before += gap.cluster.askers


def _priority(share: float) -> Priority:
    if share < _HIGH:
        return "High"
    return "Medium" if share < _MEDIUM else "Low"


def _make_issue(health: Health, gap: Gap, rank: int, priority: Priority, escape: Escape) -> Issue:
    label = plain(gap.cluster.label)
    figures = (
        f"Rank: {rank} of {len(health.open_gaps)}",
        f"People who asked: {gap.cluster.askers:,}",
        *_line("People a month", say_rate(gap.per_month)),
        *_line("Cost a month", _cost(gap, health.gaps.cost_basis)),
        f"Confidence: {confidence(gap)}",
        *_line("Evidence", _evidence(gap)),
        f"Work: {effort(gap)}",
        *_line("Facts to fill in", ", ".join(fact.value for fact in gap.asks)),
        *_line("Nearest article", escape(name_place(gap.cluster.nearest), _TEXT)),
        f"Gap: {escape(gap.id, _TEXT)}",
    )
    paragraphs = [
        (escape(gap.cluster.why, _TEXT),),
        (f"What to do: {gap.cluster.action.value}.",),
        tuple(f"- {figure}" for figure in figures),
    ]
    quotes = tuple(f"- “{escape(text, _TEXT)}”" for text in _quotes(health, gap))
    if quotes:
        asked = f"What customers wrote (of {count(len(gap.cluster.questions), 'question')}):"
        paragraphs += [(asked,), quotes]
    return Issue(
        title=shorten(f"{name_action(gap.cluster.action)}: {label}", _TITLE),
        body=tuple(paragraphs),
        labels=("help-centre", "gap", gap.cluster.action.name.lower()),
        priority=priority,
    )


def _evidence(gap: Gap) -> str:
    """How much speaks for a gap that needs no probability; "" for any other."""
    if not gap.certain:
        return ""
    return f"{gap.confidence}: {gap.doubt}" if gap.doubt else gap.confidence


def _cost(gap: Gap, basis: CostBasis | None) -> str:
    whose = whose_costs(basis)
    return f"{cost}, {whose}" if (cost := say_cost(gap.cost, basis)) and whose else cost


def _line(name: str, value: str) -> tuple[str, ...]:
    return (f"{name}: {value}",) if value else ()


def _quotes(health: Health, gap: Gap) -> list[str]:
    """The most representative wordings that may be shown."""
    known = (health.question[name] for name in gap.cluster.questions if name in health.question)
    shown = dict.fromkeys(plain(question.text) for question in known if question.text)
    return list(shown)[:_QUOTES]
