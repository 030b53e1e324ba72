"""A troubleshooting article that ends without a word for readers it did not help.

No list of remedies helps everybody. Somebody who has tried all of yours and reaches the end needs
one more sentence: what to try then, or whom to ask. Without it they begin again, or leave.

An article is one about troubleshooting if its front matter says `type: troubleshooting`; any other
`type` exempts it. Without one, its title or most of its headings name a problem, and its text
looks for the cause: it says "try", "make sure" or "may be".

Source: Microsoft Writing Style Guide, "Writing for chatbots" (tell how to get help from a person);
Knowledge-Centered Service (an article ends in a resolution).

Bad:
    # If your card reader does not start

    1. Make sure that the charger's light is on.
    2. Try another cable.

Good:
    # If your card reader does not start

    1. Make sure that the charger's light is on.
    2. Try another cable.

    If the light stays off, [contact us](contact.md): we will send another reader.

Not flagged: articles whose last section, or whose text before the first heading, says what to do
"if this doesn't work", that nothing has to be done, links or names people to ask, or links another
article about a problem; articles that know the one cause and its remedy; articles with fewer than
`steps` things to do or with code at their end, because they explain. "See also", "Background" and
the like are no last section, but what they link counts. Where the page around each article leads to
a person, bots still quote the article alone; ignore the rule if yours do not.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Annotated

from msgspec import Meta

from kbtool.language.contact_pages import is_contact_link
from kbtool.language.contact_routes import ENGLISH, ENGLISH_PAGES
from kbtool.language.imperatives import starts_with_imperative
from kbtool.language.phrases import find_phrases
from kbtool.language.scanning import scan_phrases
from kbtool.model import Article, Hit, KnowledgeBase, Section, Severity, Span
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule
from kbtool.rules.esc._next_steps import ASK_SOMEBODY, FALLBACKS, LEADING_ON
from kbtool.rules.esc._problems import DOUBTS, NO_PROBLEMS, PROBLEMS, TASKS, names_problem

_FEWEST_HEADINGS = 2  # of which a share says what an article is about
_CONTACT_NAME = lazy_pattern(r"\b[Cc]ontact (?:[A-Z]|[\w.]+@)")


class DeadEndOptions(Options, frozen=True):
    """Options of dead-end-troubleshooting."""

    types: Annotated[
        tuple[str, ...],
        Meta(description="values of the front matter's `type` of articles about a problem"),
    ] = ("troubleshooting", "troubleshoot", "problem")
    problems: Annotated[
        tuple[str, ...],
        Meta(description="words, in lower case, that name a problem in a title or a heading"),
    ] = PROBLEMS
    no_problems: Annotated[
        tuple[str, ...],
        Meta(description="phrases, in lower case, among which such a word names no problem"),
    ] = NO_PROBLEMS
    tasks: Annotated[
        tuple[str, ...],
        Meta(description="how titles begin, in lower case, that are not about such a problem"),
    ] = TASKS
    headings: Annotated[
        float,
        Meta(ge=0, le=1, description="share of headings from which they make it troubleshooting"),
    ] = 0.6
    steps: Annotated[
        int,
        Meta(ge=0, description="fewest things to do in an article from which it is judged"),
    ] = 2
    doubts: Annotated[
        tuple[str, ...],
        Meta(description="words, in lower case, of an article that looks for the cause"),
    ] = DOUBTS
    fewest_doubts: Annotated[
        int,
        Meta(ge=0, description="such words from which an article without a `type` is judged"),
    ] = 2
    code_lines: Annotated[
        int,
        Meta(ge=1, description="lines of code at the end from which an article explains code"),
    ] = 3
    fallbacks: Annotated[
        tuple[str, ...],
        Meta(description="words, in lower case, that go on for readers who were not helped"),
    ] = FALLBACKS
    phrases: Annotated[
        tuple[str, ...],
        Meta(description="words, in lower case, that tell the reader to turn to a person"),
    ] = (*ENGLISH, *ASK_SOMEBODY)
    urls: Annotated[
        tuple[str, ...],
        Meta(description="beginnings of addresses at which a person is reached"),
    ] = ()
    contact_pages: Annotated[
        tuple[str, ...],
        Meta(description="last parts of addresses of pages to reach a person by"),
    ] = ENGLISH_PAGES
    leading_on: Annotated[
        tuple[str, ...],
        Meta(description="how headings begin, in lower case, that are no last section"),
    ] = LEADING_ON


def check(article: Article, kb: KnowledgeBase, options: DeadEndOptions) -> Iterator[Hit]:
    """The end of a troubleshooting article that names no next step."""
    if not _is_troubleshooting(article, options):
        return
    sections = [section for section in article.sections if not section.is_empty]
    ends = [s for s in sections if not _leads_on(s, options.leading_on)] or sections
    if not ends or _count_steps(article, options.steps) < options.steps:
        return
    last = sections[sections.index(ends[-1]) :]
    if _shows_code(article, last[0].span.start, options.code_lines):
        return
    if any(_names_next_step(article, s, options) for s in (*_opening(article), *last)):
        return
    subject = f"the last of {len(ends)} sections" if len(ends) > 1 else "the article"
    yield Hit(
        _place(article, ends[-1] if len(ends) > 1 else None),
        f"{subject} names no next step for readers it did not help",
        'Add "If this doesn\'t work" with what to do then, or a link to your contact page',
    )


def _is_troubleshooting(article: Article, options: DeadEndOptions) -> bool:
    given = article.front_matter.values.get("type")
    if given:
        names = given if isinstance(given, list) else [given]
        return any(str(name).strip().lower() in options.types for name in names)
    return _speaks_of_problem(article, options) and _doubts(article, options)


def _speaks_of_problem(article: Article, options: DeadEndOptions) -> bool:
    title = article.title.text if article.title else ""
    if _begins(title, options.tasks):
        return False
    if names_problem(title, options.problems, options.no_problems):
        return True
    headings = [heading.text for heading in article.headings if heading.text != title]
    named = sum(names_problem(text, options.problems, options.no_problems) for text in headings)
    return named >= max(_FEWEST_HEADINGS, options.headings * len(headings))


def _doubts(article: Article, options: DeadEndOptions) -> bool:
    """Whether the article looks for a cause: one that knows its remedy helps needs no other."""
    found = islice(scan_phrases(article, options.doubts), options.fewest_doubts)
    return len(list(found)) >= options.fewest_doubts


def _opening(article: Article) -> tuple[Section, ...]:
    """What stands before the first heading, or under the title where that is a heading."""
    return article.sections[: 1 if article.sections[0].blocks else 2]


def _leads_on(section: Section, beginnings: tuple[str, ...]) -> bool:
    return section.heading is not None and _begins(section.heading.text, beginnings)


def _begins(text: str, beginnings: tuple[str, ...]) -> bool:
    """Whether a text begins with one of these words, which are in lower case."""
    found = next(find_phrases(text, beginnings), None)
    return found is not None and not text[: found.start].strip(" #\"'*")


def _count_steps(article: Article, enough: int) -> int:
    """Things to do, counted until there are enough."""
    count = 0
    for block in article.blocks:
        if block.kind != "heading":
            count += sum(starts_with_imperative(text) for _, text in block.sentence_texts())
        if count >= enough:
            break
    return count


def _shows_code(article: Article, start: int, lines: int) -> bool:
    return any(
        not code.inline and code.span.start >= start and code.text.strip().count("\n") + 1 >= lines
        for code in article.code
    )


def _names_next_step(article: Article, section: Section, options: DeadEndOptions) -> bool:
    heading = (section.heading.block,) if section.heading else ()
    for block in (*heading, *section.blocks):
        text = block.prose.masked
        if next(find_phrases(text, options.fallbacks), None):
            return True
        if next(find_phrases(text, options.phrases), None) or _CONTACT_NAME.search(text):
            return True
    return any(
        link.href.startswith(options.urls)
        or is_contact_link(link.href, options.contact_pages)
        or names_problem(link.text, options.problems, options.no_problems)
        for link in article.links
        if section.span.start <= link.span.start < section.span.end
    )


def _place(article: Article, section: Section | None) -> Span:
    if section and section.heading:
        return section.heading.block.span
    return article.title.span if article.title else Span(article.body.start, article.body.start)


RULE = Rule(
    code="ESC002",
    name="dead-end-troubleshooting",
    severity=Severity.INFO,
    options=DeadEndOptions,
    doc=__doc__,
    check=check,
    languages=("en",),
)
