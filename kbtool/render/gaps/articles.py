"""What questions show about articles, for reading on a terminal: a short section for each kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kbtool.model import (
    Action,
    Advice,
    Cluster,
    Confusable,
    Contradiction,
    GapReport,
    Question,
    Unanswered,
)
from kbtool.render.terminal import count, one_line, paint, shorten
from kbtool.render.wording import join_place

_MOST = 5  # entries of a section
_LINE = 96


def write_sections(report: GapReport, questions: Mapping[str, Question], color: bool) -> list[str]:
    """Sections of what there is, such as found but not answered, contradictions and advice."""
    return [
        _section(name, blocks, color)
        for name, blocks in (
            ("Found, but not answered", [_unanswered(u, questions) for u in report.unanswered]),
            ("Contradictions", [_contradiction(item) for item in report.contradictions]),
            ("Articles taken for each other", [_confusable(item) for item in report.confusable]),
            ("Answered, but not found", [_surface(one) for one in _unseen(report)]),
            ("Articles to split or to retire", [_advice(item) for item in report.advice]),
        )
        if blocks
    ]


def _section(name: str, blocks: list[list[str]], color: bool) -> str:
    lines = [paint(name, "bold", on=color)]
    for block in blocks[:_MOST]:
        lines += [f"   {line}" for line in block]
    if len(blocks) > _MOST:
        lines.append(f"   and {len(blocks) - _MOST} more: --format json")
    return "\n".join(lines)


def _unanswered(item: Unanswered, questions: Mapping[str, Question]) -> list[str]:
    place = _quoted(join_place(item.title, item.passage))
    lines = [f"{_people(item.askers)} asked {item.asks.value}: {place} {item.asks.lack}"]
    asked = next((text for name in item.questions if (text := questions[name].text)), "")
    if asked:  # "" where it is not to be quoted
        lines.append(f"   asked: {_quoted(asked)}")
    return [*lines, f"   it says: {_quoted(item.says)}"] if item.says else lines


def _contradiction(item: Contradiction) -> list[str]:
    one, other = item.claims
    return [
        f"{item.fact.value}: {_quoted(one.value)} or {_quoted(other.value)}?",
        *(f"   {_quoted(claim.title)}: {_quoted(claim.sentence)}" for claim in (one, other)),
    ]


def _confusable(item: Confusable) -> list[str]:
    one, other = item.titles
    lines = [f"{_people(item.askers)} between {_quoted(one)} and {_quoted(other)}"]
    if item.copied:
        return [*lines, f"   {item.copied:.0%} of the words of one stand in the other: merge them"]
    apart, lacking = _list_words(item, item.telling), _list_words(item, item.words)
    lines.append(f"   told apart by {apart}" if apart else "   no word surely tells them apart")
    return [*lines, f"   not in the title: {lacking}"] if lacking else lines


def _list_words(item: Confusable, sides: Sequence[Sequence[str]]) -> str:
    """Words of each article that has some, with its title."""
    return "; ".join(
        f"{', '.join(one_line(word) for word in words)} ({_quoted(title)})"
        for title, words in zip(item.titles, sides, strict=True)
        if words
    )


def _unseen(report: GapReport) -> list[Cluster]:
    """Groups whose article is there, to be shown where they look."""
    return [cluster for cluster in report.clusters if cluster.action is Action.SURFACE]


def _surface(cluster: Cluster) -> list[str]:
    return [f"{_quoted(cluster.label)}: {one_line(cluster.why)}"]


def _advice(item: Advice) -> list[str]:
    return [f"{item.action.value}: {_quoted(item.title)}", f"   {one_line(item.why)}"]


def _people(number: int) -> str:
    return count(number, "person") if number == 1 else f"{number:,} people"


def _quoted(text: str) -> str:
    return f"“{shorten(one_line(text), _LINE)}”"
