"""An outline as a draft in Markdown, or as a list of what to add to an article."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from kbtool.drafting import AskedFact, Outline, Related, Section
from kbtool.model import Fact
from kbtool.render.drafts.inert import comment, quoted, show
from kbtool.render.terminal import count

_FACTS = {
    Fact.DURATION: ("How long", "how long it takes"),
    Fact.AMOUNT: ("How much", "what it costs"),
    Fact.LIMIT: ("How many", "the number or limit"),
    Fact.TIME: ("When", "the day or time"),
    Fact.PLACE: ("Where", "the menu, page or place"),
    Fact.PERSON: ("Who may", "who may, and who may not"),
    Fact.ANSWER: ("Yes or no", "yes or no, and under which condition"),
    Fact.CAUSE: ("Why", "the causes, the most frequent first"),
}
_NOTE = (
    "Nothing in this outline is made up: it says what customers asked and what agents wrote. "
    "Fill in each [insert …], then delete the comments; kbtool lint names what is left."
)


def render(outline: Outline, folder: Path) -> str:
    """Draft of an article whose links begin at ``folder``; questions to ask where it is refused."""
    if outline.refusal:
        return "\n".join(_refuse(outline)) + "\n"
    parts = [_front_matter(outline), _opening(outline)]
    parts += [_section(section, outline) for section in outline.sections]
    parts += [_agents(outline), _messages(outline), _exit(outline, folder)]
    parts += [_related(outline, folder)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _refuse(outline: Outline) -> Iterator[str]:
    yield f"No draft for {_name(outline)} (id {outline.gap}): {show(outline.refusal)}."
    yield ""
    yield "Ask somebody who knows:"
    yield ""
    for number, question in enumerate(outline.interview, 1):
        yield f"{number}. {show(question)}"


def _name(outline: Outline) -> str:
    return f"“{show(outline.title)}”" if outline.title else "this gap"


def _front_matter(outline: Outline) -> str:
    title = outline.title or "[insert a title in customers' words]"
    if outline.improves:
        title = f"What to add to: {outline.improves.title}"
    lines = ["---", f"title: {quoted(title)}", "draft: true", f"gap: {quoted(outline.gap)}"]
    if outline.labels:
        lines.append(f"labels: [{', '.join(map(quoted, outline.labels))}]")
    lines += [f"locale: {quoted(outline.locale)}", 'audience: "[insert who this is for]"', "---"]
    return "\n".join(lines)


def _opening(outline: Outline) -> str:
    note = f"<!-- {count(outline.people, 'person', 'people')} asked. {_NOTE} -->"
    if outline.improves:
        return f"{note}\n\nAdd to “{show(outline.improves.title)}” what follows."
    return f"{note}\n\n[insert the answer in one or two sentences]"


def _section(section: Section, outline: Outline) -> str:
    first = section is outline.sections[0]
    heading = "" if first else section.heading or "Also asked"
    lines = [f"## {show(heading)}", ""] if heading else []
    if section.customers:
        lines.append(f"<!-- customers say ({count(section.people, 'person', 'people')}):")
        lines += [f"“{comment(text)}”" for text in section.customers]
        lines += ["-->", ""]
    facts = [fact for fact in section.facts if fact.fact is not Fact.STEPS]
    lines += [_fact(fact) for fact in facts] + ([""] if facts else [])
    steps = [fact for fact in section.facts if fact.fact is Fact.STEPS]
    if steps:
        lines.append(f"1. [insert the first step] <!-- {_asked(steps[0])} -->")
        lines += ["2. [insert the next step]", ""]
    if not section.facts:
        lines += ["[insert the answer to these questions]", ""]
    return "\n".join(lines).rstrip("\n")


def _fact(fact: AskedFact) -> str:
    label, what = _FACTS[fact.fact]
    return f"- **{label}:** [insert {what}] <!-- {_asked(fact)} -->"


def _asked(fact: AskedFact) -> str:
    return f"{fact.people} asked"


def _agents(outline: Outline) -> str:
    if not outline.agents:
        return ""
    lines = ["## What agents answered", "", "[insert what is true of this above, then delete it]"]
    for said in outline.agents:
        tickets = count(said.tickets, "ticket")
        lines += ["", f"> Agents said (verify): “{show(said.text)}” ({tickets})"]
    return "\n".join(lines)


def _messages(outline: Outline) -> str:
    if not outline.messages:
        return ""
    lines = ["## Messages that customers see", ""]
    for message in outline.messages:
        people = count(message.people, "person", "people")
        lines.append(
            f"- “{show(message.text)}”: [insert what it means and what to do] <!-- {people} -->"
        )
    return "\n".join(lines)


def _exit(outline: Outline, folder: Path) -> str:
    page = _link(outline.contact, folder) if outline.contact else "[insert a link to your contacts]"
    text = f"Contact us: {page}. [insert which channel is best, and what to have at hand]"
    return f"## If this does not help\n\n{text}"


def _related(outline: Outline, folder: Path) -> str:
    if not outline.related:
        return ""
    links = [f"- {_link(article, folder)}" for article in outline.related]
    return "\n".join(["## Related articles", "", *links])


def _link(article: Related, folder: Path) -> str:
    title = show(article.title)
    target = address(article, folder)
    return f"[{title}]({target})" if target else title


def address(article: Related, folder: Path) -> str:
    """Where a link to an article leads from a folder; "" where it has no page of its own."""
    if article.path.startswith(("https://", "http://")):
        return quote(article.path, safe="/:?#=&%+,;@~")
    if not Path(article.path).is_file():
        return ""
    relative = os.path.relpath(Path(article.path).absolute(), folder.absolute())
    return quote(relative.replace(os.sep, "/"))
