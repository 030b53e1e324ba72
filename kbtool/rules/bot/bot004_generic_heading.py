"""A heading that does not say what stands below it.

A bot finds and quotes one section with its heading. "Overview" or "Step 2" alone gives it no topic,
and in a table of contents or read out by a screen reader it helps nobody choose.

Source: plainlanguage.gov, "Add useful headings"; Zendesk, "Optimizing your help center content
for bots"; public guidance on cutting documents into passages (heading and text belong together).

Bad:
    # Replace a lost card

    ## Step 2

    Choose where we send the new card.

Good:
    # Replace a lost card

    ## Step 2: Choose where we send the card

    We send it to your home or to a branch.

Not flagged: the title of an article (vague-title looks at it), and headings that name the kind of
their content, such as "Prerequisites" or "Related articles", or are a link.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from kbtool.model import Article, Heading, Hit, KnowledgeBase, Severity
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule

_NUMBER = r"(?:\d{1,3}|[ivx]{1,5}|[a-z]|one|two|three|four|five|six|seven|eight|nine|ten)"
_NUMBERED = lazy_pattern(rf"(?P<kind>[a-z]{{1,20}}) (?:no\.? )?#?{_NUMBER}")
_LEADING = lazy_pattern(r"\A(?:\d{1,3}[.)]\s{1,3}|\d{1,3}(?:\.\d{1,3}){1,4}\.?\s{1,3})")


class GenericHeadingOptions(Options, frozen=True):
    """Options of generic-heading."""

    headings: Annotated[
        tuple[str, ...],
        Meta(description="whole headings that name no topic, in lower case"),
    ] = (
        "overview", "general overview", "introduction", "intro", "general", "general information",
        "general info", "general notes", "notes", "note", "important notes", "important",
        "information", "important information", "info", "details", "more", "more details",
        "other", "others", "other information", "misc", "miscellaneous", "various", "basics",
        "the basics", "steps", "instructions", "tips", "tips and tricks",
    )  # fmt: skip
    numbered: Annotated[
        tuple[str, ...],
        Meta(description="words that with a mere number name no topic, in lower case"),
    ] = ("step", "part", "section", "option", "method", "phase", "stage", "solution", "way")


def check(article: Article, kb: KnowledgeBase, options: GenericHeadingOptions) -> Iterator[Hit]:
    """Headings that are one of the lists."""
    for heading in article.headings:
        shown = " ".join(heading.text.split())
        if _is_generic(shown, options) and not _is_named(heading, article):
            yield Hit(
                heading.block.span,
                f'heading "{shown}" does not say what stands below it',
                "Name the topic in the heading, so that it makes sense without the rest",
            )


def _is_generic(shown: str, options: GenericHeadingOptions) -> bool:
    text = _LEADING.sub("", shown.lower()).strip(" .:–—-*!").replace("&", "and")
    if text in options.headings:
        return True
    numbered = _NUMBERED.fullmatch(text)
    return numbered is not None and numbered["kind"] in options.numbered


def _is_named(heading: Heading, article: Article) -> bool:
    """Whether it is the title, or what it links or shows as code is called so."""
    title = article.title
    if title is not None and title.span == heading.block.span:
        return True
    prose = heading.block.prose
    return prose.has_mark(0, len(prose.text), "link", "code")


RULE = Rule(
    code="BOT004",
    name="generic-heading",
    severity=Severity.INFO,
    options=GenericHeadingOptions,
    doc=__doc__,
    check=check,
    languages=("en",),
)
