"""Whether there is enough to draft from, and what to ask somebody who knows."""

from __future__ import annotations

from collections.abc import Iterator

from kbtool.drafting.values import Outline
from kbtool.model import Action, Cluster, Fact, Gap, Need

_PEOPLE = {
    Need.ACCOUNT: "somebody has to look at each customer's data",
    Need.ACTION: "somebody has to do something for each customer",
    Need.PERSON: "these customers want a person",
    Need.PRODUCT: "the product has to be mended, which no text does",
}
_ASKS = {
    Fact.DURATION: "How long does it take, and what makes it take longer?",
    Fact.AMOUNT: "How much does it cost, and for whom is it different?",
    Fact.LIMIT: "How many or how often, and who has another limit?",
    Fact.TIME: "When exactly, in which time zone?",
    Fact.PLACE: "Where exactly: which menu, page or place?",
    Fact.PERSON: "Who may, and who may not?",
    Fact.ANSWER: "Is the answer yes or no, and under which condition is it the other?",
    Fact.STEPS: "Which steps does a customer take, one after the other, and where do they begin?",
    Fact.CAUSE: "Why does it happen: which causes are there, the most frequent first?",
}


def find_refusal(gap: Gap, outline: Outline, min_askers: int) -> str:
    """Why no draft should be made, "" where there is enough."""
    cluster = gap.cluster
    if person := _find_person(cluster):
        return person
    if cluster.askers < min_askers:
        return f"only {cluster.askers} asked, fewer than the {min_askers} of min-askers"
    if outline.improves and outline.unfilled:
        lines = _name_lines(outline.unfilled)
        return f"“{outline.improves.title}” is about it: fill in what it leaves open ({lines})"
    # Where no article shares a word of theirs, one is missing, however little there is to learn.
    if gap.confidence == "weak" and cluster.nearest and not outline.agents:
        return "it is not sure that an article is missing, and no agent's reply to it is known"
    return ""


def _find_person(cluster: Cluster) -> str:
    """Why no article helps these people, "" where one may."""
    if cluster.need in _PEOPLE:
        return f"{_PEOPLE[cluster.need]}: what is needed is a way to a person, not an article"
    if cluster.action is Action.HANDOFF:
        return "a person has to help here: what is needed is a way to one, not an article"
    if cluster.action is Action.PRODUCT:
        return f"{_PEOPLE[Need.PRODUCT]}; until then, people need a way to a person"
    return ""


def ask_expert(gap: Gap, outline: Outline) -> tuple[str, ...]:
    """Questions whose answers would make an article, or a way to a person."""
    return tuple(_ask(gap, outline))


def _ask(gap: Gap, outline: Outline) -> Iterator[str]:
    what = f"“{outline.title}”" if outline.title else "this"
    if gap.cluster.need in _PEOPLE or gap.cluster.action in (Action.HANDOFF, Action.PRODUCT):
        yield f"{outline.people} people ask {what}. Who can help them, and by which channel?"
        yield "What should customers have at hand when they get in touch?"
        yield "How soon do they get an answer?"
        yield "Which of them could have helped themselves, and how would they have known?"
    else:
        yield f"{outline.people} people ask {what}. What is the answer in one sentence?"
        yield from _ask_details(outline)
        yield "What do you do, step by step, when a customer asks this?"
        yield "What can go wrong on the way, and how does a customer notice?"
        yield "When does a person have to take over, and by which channel?"
    for message in outline.messages:
        yield f"What does “{message.text}” mean, and what should a customer do then?"
    if outline.improves and outline.unfilled:
        lines = _name_lines(outline.unfilled)
        yield f"What is missing in “{outline.improves.title}” ({lines})?"
    elif outline.improves:
        yield f"Why does the article “{outline.improves.title}” not answer it?"


def _name_lines(numbers: tuple[int, ...]) -> str:
    return f"line{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))}"


def _ask_details(outline: Outline) -> Iterator[str]:
    people: dict[Fact, int] = {}
    for section in outline.sections:
        for fact, number in section.facts:
            people[fact] = people.get(fact, 0) + number
    for fact, number in people.items():
        yield f"{_ASKS[fact]} ({number} asked)"
    if len(outline.sections) > 1:
        for section in outline.sections:
            if section.heading:
                yield f"Does “{section.heading}” belong into the same article?"
