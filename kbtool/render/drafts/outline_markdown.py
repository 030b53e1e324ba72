"""An outline as a draft in Markdown, or as a list of what to add to an article."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from kbtool.drafting import AskedFact, Outline, Related, Section
from kbtool.model import Fact
from kbtool.render.drafts.inert import comment, quoted, show
from kbtool.render.drafts.wording import Wording, choose_wording


def render(outline: Outline, folder: Path) -> str:
    """Draft of an article whose links begin at ``folder``; questions to ask where it is refused."""
    if outline.refusal:
        return "\n".join(_refuse(outline)) + "\n"
    words = choose_wording(outline.locale)
    parts = [_front_matter(outline, words), _opening(outline, words)]
    parts += [_section(section, outline, words) for section in outline.sections]
    parts += [_agents(outline, words), _messages(outline, words)]
    parts += [_exit(outline, folder, words), _related(outline, folder, words)]
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


def _front_matter(outline: Outline, words: Wording) -> str:
    title = outline.title or words.fill(words.title)
    if outline.improves:
        title = words.add.format(title=outline.improves.title)
    lines = ["---", f"title: {quoted(title)}", "draft: true", f"gap: {quoted(outline.gap)}"]
    if outline.labels:
        lines.append(f"labels: [{', '.join(map(quoted, outline.labels))}]")
    audience = quoted(words.fill(words.audience))
    lines += [f"locale: {quoted(outline.locale)}", f"audience: {audience}", "---"]
    return "\n".join(lines)


def _opening(outline: Outline, words: Wording) -> str:
    note = f"<!-- {words.note.format(people=words.count_people(outline.people))} -->"
    if outline.improves:
        return f"{note}\n\n{words.add_what.format(title=show(outline.improves.title))}"
    return f"{note}\n\n{words.fill(words.answer)}"


def _section(section: Section, outline: Outline, words: Wording) -> str:
    opens = section is outline.sections[0] and section.heading in ("", outline.title)
    heading = "" if opens else section.heading or words.also_asked
    lines = [f"## {show(heading)}", ""] if heading else []
    if section.customers:
        lines.append(
            f"<!-- {words.customers_say.format(people=words.count_people(section.people))}"
        )
        lines += [f"“{comment(text)}”" for text in section.customers]
        lines += ["-->", ""]
    facts = [fact for fact in section.facts if fact.fact is not Fact.STEPS]
    lines += [_fact(fact, words) for fact in facts] + ([""] if facts else [])
    steps = [fact for fact in section.facts if fact.fact is Fact.STEPS]
    if steps:
        lines.append(f"1. {words.fill(words.first_step)} {_asked(steps[0], words)}")
        lines += [f"2. {words.fill(words.next_step)}", ""]
    if not section.facts:
        lines += [words.fill(words.answers), ""]
    return "\n".join(lines).rstrip("\n")


def _fact(fact: AskedFact, words: Wording) -> str:
    label, what = words.facts[fact.fact]
    return f"- **{label}:** {words.fill(what)} {_asked(fact, words)}"


def _asked(fact: AskedFact, words: Wording) -> str:
    return f"<!-- {words.asked.format(number=fact.people)} -->"


def _agents(outline: Outline, words: Wording) -> str:
    if not outline.agents:
        return ""
    lines = [f"## {words.agents}", "", words.fill(words.agents_task)]
    for said in outline.agents:
        tickets = words.count_tickets(said.tickets)
        lines += ["", f"> {words.agents_said.format(text=show(said.text), tickets=tickets)}"]
    return "\n".join(lines)


def _messages(outline: Outline, words: Wording) -> str:
    if not outline.messages:
        return ""
    lines = [f"## {words.messages}", ""]
    for message in outline.messages:
        people = words.count_people(message.people)
        task = words.fill(words.message_task)
        lines.append(f"- “{show(message.text)}”: {task} <!-- {people} -->")
    return "\n".join(lines)


def _exit(outline: Outline, folder: Path, words: Wording) -> str:
    page = _link(outline.contact, folder) if outline.contact else words.fill(words.contacts)
    text = f"{words.contact.format(page=page)} {words.fill(words.channel)}"
    return f"## {words.no_help}\n\n{text}"


def _related(outline: Outline, folder: Path, words: Wording) -> str:
    if not outline.related:
        return ""
    links = [f"- {_link(article, folder)}" for article in outline.related]
    return "\n".join([f"## {words.related}", "", *links])


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
