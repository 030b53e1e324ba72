"""A section that is too long to be one passage, or so short that it answers nothing.

Bots cut articles at headings. A section of more than 400 words, about 520 tokens, is cut again at
a place that nobody chose, and its passage is about several things at once. If your bot cuts
passages of another size, set `maximum` to it. A section of a word or two, or of less than 20 words
that only link to another page, is found by its heading and then answers nothing.

Source: public guidance on cutting documents into passages (256 to 512 tokens, at headings);
kbtool's own reading of two corpora, where other sections of 3 to 20 words are good answers.

Bad:
    # Troubleshooting

    Restart the app first, then do the rest.

    ## Your screen stays black

    See [Screens](screens.md).

Good:
    # Troubleshooting

    Restart the app first, then do the rest.

    ## Your screen stays black

    Hold the power button for ten seconds until the logo appears. If nothing happens, charge it.

Not flagged: what tables and code add to the length, long sections of release notes and glossaries,
short sections with a list, a table, an image, code, several links or sub-headings, and short
sections that are meant to lead on, such as "Further reading" or "Contact", or that fill a field of
a form: their heading stands in many articles. Headings with nothing below them are empty-section's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Annotated, NamedTuple

from msgspec import Meta

from kbtool.model import Article, Block, Hit, KnowledgeBase, Mark, Outline, Section, Severity, Span
from kbtool.parse.words import count_words
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule

_WORD_OR_TWO = 2
_SEE = lazy_pattern(
    r"^\W*see\b|[,;] (?:see|visit|read|check|refer to|go to)\b|\bfind\b.{1,60}\bhere\b|"
    r"\b(?:outlined|described|explained|found) (?:in|at|on)\b",
    re.IGNORECASE | re.DOTALL,
)
_SHOWN = 40  # characters of a block that are enough to find it


class SectionSizeOptions(Options, frozen=True):
    """Options of section-size."""

    maximum: Annotated[
        int,
        Meta(ge=1, description="most words in a section, not counting tables and code"),
    ] = 400
    minimum: Annotated[
        int,
        Meta(ge=0, description="fewest words in a section that only sends the reader on"),
    ] = 20
    change_logs: Annotated[
        tuple[str, ...],
        Meta(description="words, in lower case, in titles of articles whose sections may be long"),
    ] = ("what's new", "release notes", "changelog", "change log", "history", "glossary")
    template_articles: Annotated[
        int,
        Meta(ge=2, description="articles with the same heading from which it is a form's field"),
    ] = 5
    short_headings: Annotated[
        tuple[str, ...],
        Meta(description="words, in lower case, in headings of sections that may be short"),
    ] = (
        "further reading", "see also", "related", "next step", "learn more", "more information",
        "additional information", "reference", "resources", "contact", "help", "support", "links",
        "before you begin", "prerequisite", "summary", "note",
    )  # fmt: skip


class ShortSection(NamedTuple):
    """A section that answers nothing, unless it is a field of a form."""

    heading: str  # folded
    span: Span
    words: int


class Sections(NamedTuple):
    """What there is to know of the sections of an article."""

    headings: frozenset[str]  # folded
    short: tuple[ShortSection, ...]


def check(article: Article, kb: KnowledgeBase, options: SectionSizeOptions) -> Iterator[Hit]:
    """Sections with more words than the limit."""
    title = article.title.text.lower().replace("’", "'") if article.title else ""
    if any(words in title for words in options.change_logs):
        return
    for section in article.sections:
        words = _count_words(section)
        if words > options.maximum:
            yield Hit(
                _place(section, article),
                f"the section has {words} words (limit {options.maximum})",
                _advise_split(section, words),
            )


def survey(article: Article, options: SectionSizeOptions) -> Sections:
    """All headings, and sections with fewer words than the limit that answer nothing."""
    short = tuple(
        ShortSection(_fold(section), _place(section, article), _count_words(section))
        for number, section in enumerate(article.sections)
        if 0 < _count_words(section) < options.minimum
        and _answers_nothing(section, number, article, options)
    )
    return Sections(frozenset(map(_fold, article.sections)), short)


def judge(own: Outline, kb: KnowledgeBase, options: SectionSizeOptions) -> Iterator[Hit]:
    """Short sections whose headings do not stand in many articles."""
    found: Sections | None = kb.survey(RULE.code).get(own.path)
    for section in found.short if found else ():
        if kb.once(_count_headings)[section.heading] < options.template_articles:
            yield Hit(
                section.span,
                f"the section has only {section.words} {'words' if section.words > 1 else 'word'}"
                f" (at least {options.minimum})",
                "Answer in full what the heading promises, or join it with another section",
                severity=Severity.INFO,
            )


def _count_headings(kb: KnowledgeBase) -> Counter[str]:
    """In how many articles each heading stands."""
    return Counter(h for found in kb.survey(RULE.code).values() for h in found.headings)


def _count_words(section: Section) -> int:
    return sum(block.words for block in section.blocks if block.kind != "cell")


def _fold(section: Section) -> str:
    return " ".join(section.heading.text.lower().split()) if section.heading else ""


def _place(section: Section, article: Article) -> Span:
    """The heading; for what stands before the first one the title, or else the first block."""
    if section.heading:
        return section.heading.block.span
    return article.title.span if article.title else section.blocks[0].span


def _advise_split(section: Section, words: int) -> str:
    """Where a new heading would cut the section into halves."""
    best: Block | None = None
    done, distance = 0, words
    for block in section.blocks:
        apart = abs(words - 2 * done)
        if block.kind == "paragraph" and done and apart < distance:
            best, distance = block, apart
        done += block.words if block.kind != "cell" else 0
    if best is None:
        return "Split it and give each part a heading of its own"
    start = " ".join(best.prose.text.split())
    shown = start if len(start) <= _SHOWN else start[:_SHOWN].rsplit(" ", 1)[0] + " …"
    return f'Split it with a heading, for example before "{shown}"'


def _answers_nothing(
    section: Section,
    number: int,
    article: Article,
    options: SectionSizeOptions,
) -> bool:
    """Whether all that stands below a heading sends the reader on, or is a word or two."""
    heading = section.heading
    if not heading or _shows_more(section, heading.level, number, article):
        return False
    title = heading.text.lower()
    if any(words in title for words in options.short_headings):
        return False
    links = [(block, mark) for block in section.blocks for mark in block.prose.marked("link")]
    if len(links) == 1 and sum(len(block.sentences) for block in section.blocks) == 1:
        return section.words <= _WORD_OR_TWO or _sends_on(*links[0])
    return not links and section.words <= _WORD_OR_TWO


def _shows_more(section: Section, level: int, number: int, article: Article) -> bool:
    """Whether a section has more than plain text: lists, images, sub-headings, another file."""
    if section.other or any(block.kind != "paragraph" for block in section.blocks):
        return True
    if any(section.span.start <= i.span.start < section.span.end for i in article.images):
        return True
    following = (
        article.sections[number + 1].heading if section is not article.sections[-1] else None
    )
    has_parts = following is not None and following.level > level
    return has_parts or section.blocks[0].prose.text.startswith("[!")


def _sends_on(block: Block, link: Mark) -> bool:
    """Whether a block is little more than its link, or says where to read."""
    linked = count_words(block.prose.text[link.start : link.end])
    return 2 * linked > block.words or bool(_SEE.search(block.prose.masked))


RULE = Rule(
    code="BOT003",
    name="section-size",
    severity=Severity.WARNING,
    options=SectionSizeOptions,
    doc=__doc__,
    check=check,
    survey=survey,
    facts=Sections,
    judge=judge,
)
