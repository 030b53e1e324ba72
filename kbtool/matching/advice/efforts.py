"""What closing a gap takes, and what that rests on: its action, its themes, the facts asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from kbtool.language.asked_types import find_asked_type
from kbtool.matching.text.asked import count_askers
from kbtool.model import Action, Cluster, Fact, Need, Question

_READ = 100  # questions of a group that are read for the facts they ask for
_LEAST = 0.1  # share of a group's people who must ask for a fact; below, it is chance
_FEW = 3  # sections and facts that are written at a sitting where the article is there

_THERE = {
    Action.RETITLE: "a title and a few words to change in an article that is there",
    Action.DISAMBIGUATE: "two titles to tell apart, or two articles to make one",
    Action.SURFACE: "a link or a better place for an article that is there",
    Action.TRANSLATE: "a text to translate that is there",
}
_LARGE = {
    Action.SPLIT: "an article to cut in two, with its links",
    Action.READINESS: "what rules and criteria find in an article to be mended",
}
_NO_TEXT = "nothing to write, other hands have to act"


Size = Literal["none", "small", "large"]


class Effort(NamedTuple):
    """How much writing a gap takes."""

    size: Size
    why: str  # what there is to do, without a full stop


def estimate_effort(cluster: Cluster, facts: Sequence[Fact]) -> Effort:
    """Effort of what should be done about a group whose people ask for these facts."""
    action, sections = cluster.action, max(1, len(cluster.themes))
    if action in _THERE:
        return Effort("small", _THERE[action])
    if action is Action.WRITE:
        short = sections == 1 and len(facts) <= 1 and cluster.need is Need.QUICK
        size: Size = "small" if short else "large"
        return Effort(size, f"a new article with {_parts(sections, facts)}")
    if action is Action.IMPROVE:
        size = "small" if sections + len(facts) <= _FEW else "large"
        return Effort(size, f"{_parts(sections, facts)} to add to an article that is there")
    if action in _LARGE:
        return Effort("large", _LARGE[action])
    return Effort("none", _NO_TEXT)


def find_asked_facts(questions: Sequence[Question], locale: str) -> tuple[Fact, ...]:
    """Kinds of fact that people of a group ask for, those that most ask for first."""
    read = questions[:_READ]
    groups: dict[Fact, list[Question]] = {}
    for question in read:
        fact = find_asked_type(question.text, question.locale or locale)
        if fact is not None:
            groups.setdefault(fact, []).append(question)
    people = {fact: count_askers(own) for fact, own in groups.items()}
    least, order = _LEAST * count_askers(read), list(Fact)
    wanted = {fact for fact, number in people.items() if number >= least}
    if Fact.STEPS in wanted:
        wanted.discard(Fact.ANSWER)  # who asks whether a thing can be done wants to do it
    return tuple(sorted(wanted, key=lambda fact: (-people[fact], order.index(fact))))


def _parts(sections: int, asks: Sequence[Fact]) -> str:
    parts = ["1 section" if sections == 1 else f"{sections} sections"]
    if Fact.STEPS in asks:
        parts.append("the steps")
    facts = [fact.value for fact in asks if fact is not Fact.STEPS]
    if facts:
        noun = "fact" if len(facts) == 1 else "facts"
        parts.append(f"{len(facts)} {noun} to fill in ({', '.join(facts)})")
    return " and ".join(part for part in (", ".join(parts[:-1]), parts[-1]) if part)
