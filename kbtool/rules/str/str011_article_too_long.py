"""An article of more than 1200 words.

Nobody reads that much to find one answer. People skim, miss the part that is theirs and contact
support; a bot gets many passages under one title and cannot tell which of them answers.

Source: KCS v6 practices guide (an article is a page or less); Microsoft Writing Style Guide,
"Search and writing" (short pages about one thing).

The example shows the rule with `words` set to 40.

Bad:
    # Cards

    ## Freeze your card

    Open Cards, select your card and then Freeze. Nobody can pay with it until you unfreeze it.

    ## Replace your card

    Open Cards, select your card and then Replace. A new card reaches you by post in three days, and
    the old one stops at once.

Good:
    # Freeze your card

    Open Cards, select your card and then Freeze. Nobody can pay with it until you unfreeze it.

Not flagged: what tables and code add to the length (see `tables`), and articles in which people
look things up or that the law asks for: release notes, glossaries and terms of use (see
`long_titles`), what has five blocks of code or more (see `code`), and what consists of many short
sections (see `sections`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from kbtool.language.phrases import find_phrases
from kbtool.model import Article, Heading, Hit, KnowledgeBase, Section, Severity
from kbtool.rule import Options, Rule
from kbtool.rules.str._opening import headings_below_title, place_of

_LONG_TITLES = (
    "release notes", "what's new", "changelog", "change log", "version history", "glossary",
    "terms", "privacy", "policy", "agreement", "licence", "license", "legal", "reference",
    "shortcuts", "codes", "new in", "class", "classes", "structure", "struct", "function",
    "functions", "operator", "operators", "members", "service", "api",
)  # fmt: skip


class ArticleTooLongOptions(Options, frozen=True):
    """Options of article-too-long."""

    words: Annotated[int, Meta(ge=1, description="most words in an article")] = 1200
    tables: Annotated[bool, Meta(description="whether words in tables count")] = False
    code: Annotated[
        int,
        Meta(ge=0, description="blocks of code from which an article may be long"),
    ] = 5
    sections: Annotated[
        int,
        Meta(ge=1, description="sections from which an article of short ones may be long"),
    ] = 10
    short_section: Annotated[
        int,
        Meta(ge=0, description="words of an average section up to which they are short"),
    ] = 60
    long_titles: Annotated[
        tuple[str, ...],
        Meta(description="words, in lower case, in titles of articles that may be long"),
    ] = _LONG_TITLES


def check(article: Article, kb: KnowledgeBase, options: ArticleTooLongOptions) -> Iterator[Hit]:
    """The title of an article with too many words."""
    if len(article.source.text) <= 2 * options.words:
        return  # so few characters cannot hold so many words
    sizes = [_count(section, tables=options.tables) for section in article.sections]
    if sum(sizes) > options.words and not _may_be_long(article, sum(sizes), options):
        yield Hit(
            place_of(article),
            f"article has {sum(sizes)} words (limit {options.words})",
            _advise(article, sizes),
        )


def _may_be_long(article: Article, words: int, options: ArticleTooLongOptions) -> bool:
    """Whether people look things up in it: its sections, its code or its title say so."""
    sections = sum(1 for section in article.sections if section.heading)
    if sections >= options.sections and words <= sections * options.short_section:
        return True
    if sum(1 for code in article.code if not code.inline) >= options.code:
        return True
    title = article.title.text if article.title else ""
    return next(iter(find_phrases(title, options.long_titles)), None) is not None


def _count(section: Section, *, tables: bool) -> int:
    return sum(block.words for block in section.blocks if tables or block.kind != "cell")


def _advise(article: Article, sizes: list[int]) -> str:
    """Which part would make the largest article of its own."""
    parts = _measure_parts(article, sizes)
    if len(parts) < 2:
        return "Split it into articles that each answer one question"
    heading, words = max(parts, key=lambda part: part[1])
    name = " ".join(heading.text.split())
    return f'Move a part to an article of its own, for example "{name}" ({words} words)'


def _measure_parts(article: Article, sizes: list[int]) -> list[tuple[Heading, int]]:
    """Headings of the highest level below the title, each with the words below it."""
    below = headings_below_title(article)
    top = min((heading.level for heading in below), default=0)
    tops = {heading.span for heading in below if heading.level == top}
    parts: list[tuple[Heading, int]] = []
    for section, words in zip(article.sections, sizes, strict=True):
        if section.heading and section.heading.span in tops:
            parts.append((section.heading, words))
        elif parts:
            parts[-1] = (parts[-1][0], parts[-1][1] + words)
    return parts


RULE = Rule(
    code="STR011",
    name="article-too-long",
    severity=Severity.INFO,
    options=ArticleTooLongOptions,
    doc=__doc__,
    check=check,
)
