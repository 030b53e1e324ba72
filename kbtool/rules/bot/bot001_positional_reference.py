"""Words that point to another section by its position.

A bot shows one section without the others, so "as described above" or "the table below" lead
nowhere. People who jump to a heading, or who hear the page, are lost as well.

Source: Microsoft Writing Style Guide, "above" and "below"; WCAG 2.2, success criterion 1.3.3
(sensory characteristics).

Bad:
    ## Fees

    We charge the fee as described above.

Good:
    ## Fees

    We charge the fee as described in [Limits](#limits).

Not flagged: pointers to a list, table, image or example that stands in the same section, to
anything that is linked in the same sentence, and from the opening of an article or a section to its
own parts ("Follow the steps below" before "On a phone" and "On the web"). Nor are lists on the
screen, sentences that only announce what comes next, and what the same section names: "the
credit card scam described above" after a sentence about credit card scams.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import Annotated

from msgspec import Meta

from kbtool.language.scanning import blocks_with
from kbtool.model import (
    Article,
    Block,
    Code,
    Hit,
    Image,
    KnowledgeBase,
    Link,
    Section,
    Sentence,
    Severity,
    Span,
)
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule
from kbtool.rules.bot._named import names_what_it_means
from kbtool.rules.bot._pointers import Nouns, Pointer, find_pointers, hints_in, terms_of

_ON_SCREEN = lazy_pattern(
    r"\b(?:fields?|box(?:es)?|buttons?|check-?box(?:es)?|drop-?downs?|dialogs?|windows?|panes?|panels?|"
    r"toolbars?|scroll|right-click)\b",
    re.IGNORECASE,
)
"""Words of a screen: a list or an image below one of them is on the screen, too."""

_EXAMPLE = lazy_pattern(r"\bfor (?:example|instance)\b", re.IGNORECASE)
"""Begins an example that is told in words."""

_TAGS = lazy_pattern(r"<(ol|ul|table|img|video|iframe|pre|code|blockquote)\b", re.IGNORECASE)
_TAG_KINDS = {
    "ol": "list", "ul": "list", "table": "table", "img": "image", "video": "image",
    "iframe": "image", "pre": "example", "code": "example", "blockquote": "example",
}  # fmt: skip
"""What embedded HTML shows; its tables are prose to the parser."""

_OPENINGS = ("", "the", "these", "in the")
"""What stands before a section that a sentence announces."""

_PASSIVE = lazy_pattern(r"\b(?:is|are|will be)\s+\Z", re.IGNORECASE)
"""Before "described below." that ends a sentence, which says no more than that."""

_TOWARDS = lazy_pattern(
    r"(?:\b(?:in|see|from|of|to|by|under|with|within|read|also|and|or|than|as|per|like|skip|repeat|"
    r"complete|completed|finish|finished|follow|followed)|\A(?:the|these|this|an?)|[(,;–—-])"
    r"\s*(?:the|these|those|all|an?|one|its?|our)?\s*\Z",
    re.IGNORECASE,
)
"""Before "the next section" of this text; "start the next section" is one the reader writes."""


class PositionalReferenceOptions(Options, frozen=True):
    """Options of positional-reference."""

    sections: Annotated[
        tuple[str, ...],
        Meta(description="words for a section, singular and plural"),
    ] = ("section", "sections", "chapter", "chapters")
    articles: Annotated[
        tuple[str, ...],
        Meta(description="words that a link in the same section answers"),
    ] = ("article", "articles", "topic", "topics")
    lists: Annotated[
        tuple[str, ...],
        Meta(description="words that a list in the same section answers"),
    ] = ("step", "steps", "procedure", "procedures", "list", "lists")
    advice: Annotated[
        tuple[str, ...],
        Meta(description="words that a list or another paragraph in the same section answers"),
    ] = (
        "instruction", "instructions", "option", "options", "method", "methods", "solution",
        "solutions", "recommendation", "recommendations",
    )  # fmt: skip
    tables: Annotated[
        tuple[str, ...],
        Meta(description="words that a table in the same section answers"),
    ] = ("table", "tables", "chart", "charts")
    images: Annotated[
        tuple[str, ...],
        Meta(description="words that an image in the same section answers"),
    ] = (
        "image", "images", "picture", "pictures", "screenshot", "screenshots", "figure", "figures",
        "diagram", "diagrams", "photo", "photos", "illustration", "illustrations", "video",
        "videos", "graphic", "schematic",
    )  # fmt: skip
    examples: Annotated[
        tuple[str, ...],
        Meta(description="words that code, a table, an image or a quote in the section answers"),
    ] = (
        "example", "examples", "sample", "samples", "code", "snippet", "snippets", "command",
        "commands", "output", "link", "links",
    )  # fmt: skip

    @cached_property
    def terms(self) -> frozenset[str]:
        """Words, and pairs of words, of which every text with a pointer holds one."""
        return terms_of(self.nouns)

    @cached_property
    def nouns(self) -> Nouns:
        """All that a pointer can name."""
        return Nouns(
            self.sections,
            self.articles,
            self.lists,
            self.advice,
            self.tables,
            self.images,
            self.examples,
        )


def check(
    article: Article,
    kb: KnowledgeBase,
    options: PositionalReferenceOptions,
) -> Iterator[Hit]:
    """Pointers to what does not stand in the same section."""
    nouns = options.nouns
    for block in blocks_with(article, hints_in(article.running, options.terms)):
        if block.kind == "heading":
            continue
        for pointer in find_pointers(block.prose.masked, nouns):
            span = block.prose.span(pointer.start, pointer.end)
            if _is_harmless(block, pointer, article) or _is_near(pointer, span, block, article):
                continue
            section = article.sections[block.section]
            if (
                pointer.form == "told"
                and pointer.backward
                and names_what_it_means(section, block, pointer.start)
            ):
                continue
            if not pointer.backward and _has_parts(article, block.section):
                continue
            shown = " ".join(block.prose.text[pointer.start : pointer.end].split())
            yield Hit(
                span,
                f'"{shown}" points out of its section',
                "Name what you mean and link to it, or repeat what the reader needs",
            )


def _has_parts(article: Article, number: int) -> bool:
    """Whether a section leads in others: the opening of the article, or with sub-headings."""
    heading = article.sections[number].heading
    following = article.sections[number + 1 : number + 2]
    return bool(following) and (
        heading is None or (following[0].heading or heading).level > heading.level
    )


def _is_harmless(block: Block, pointer: Pointer, article: Article) -> bool:
    """Whether its sentence links something, announces what comes next or tells of a screen."""
    whole = Sentence(0, len(block.prose.text), 0)
    at = pointer.start
    sentence = next((s for s in block.sentences if s.start <= at < s.end), whole)
    before = block.prose.text[sentence.start : at]
    if pointer.kind in ("list", "image", "table") and _ON_SCREEN.search(before):
        return True
    if pointer.form == "ordered" and before.strip() and not _TOWARDS.search(before):
        return True
    if not pointer.backward:
        after = block.prose.text[pointer.end : sentence.end]
        is_last = block.section == len(article.sections) - 1
        if _announces(pointer, before, after, is_last=is_last):
            return True
    return block.prose.has_mark(sentence.start, sentence.end, "link", "url")


def _announces(pointer: Pointer, before: str, after: str, *, is_last: bool) -> bool:
    """Whether a sentence only says what comes next, so that nobody needs to go there for it."""
    if pointer.kind in ("section", "article") and before.strip().lower() in _OPENINGS:
        return True
    if pointer.form == "told" and not is_last and after == "." and _PASSIVE.search(before):
        return True
    return after.startswith(":") or after.endswith(":")


def _is_near(pointer: Pointer, span: Span, block: Block, article: Article) -> bool:
    """Whether something that the pointer may mean stands in its section, on its side."""
    things = chain(_texts(pointer, span, block, article), _things(pointer, block, article))
    if pointer.backward:
        return any(thing.start < span.start for thing in things)
    return any(thing.end > span.end for thing in things)


def _texts(pointer: Pointer, span: Span, block: Block, article: Article) -> Iterator[Span]:
    """Other sentences or blocks of its section, where those may be what the pointer means."""
    by_sentence = pointer.kind == "text" or (pointer.kind == "example" and pointer.backward)
    for other in article.sections[block.section].blocks:
        if by_sentence:
            for sentence in other.sentences:
                place = other.prose.span(sentence.start, sentence.end)
                said = other.prose.masked[sentence.start : sentence.end]
                if not place.start <= span.start < place.end and (
                    pointer.kind == "text" or _EXAMPLE.search(said)
                ):
                    yield place
        if other is not block and (
            pointer.kind == "advice"
            or (pointer.kind == "anything" and not pointer.backward)
            or (pointer.kind == "example" and other.quoted)
        ):
            yield other.span


def _things(pointer: Pointer, block: Block, article: Article) -> Iterator[Span]:
    """Lists, tables, images and the like that may be what the pointer means."""
    kind, number = pointer.kind, block.section
    section = article.sections[number]
    anything = kind in ("anything", "text")
    if kind == "article":
        yield from _within(section, article.links)
    if kind in ("list", "advice") or anything:
        yield from (part.span for part in article.lists if part.section == number)
    if kind in ("table", "example") or anything:
        yield from (table.span for table in article.tables if table.section == number)
    if kind in ("image", "example") or anything:
        yield from _within(section, article.images)
    if kind == "example" or anything:
        yield from _within(section, article.code)
    if kind == "list":  # commands are steps
        yield from _within(section, [code for code in article.code if not code.inline])
    text = article.source.text
    for tag in _TAGS.finditer(text, section.span.start, section.span.end):
        if anything or kind == _TAG_KINDS[tag[1].lower()]:
            if f"</{tag[1]}" not in text[tag.end() : block.span.start] and block.quoted:
                continue  # the quote that the pointer itself stands in
            yield Span(tag.start(), tag.end())


def _within(section: Section, parts: Sequence[Link | Image | Code]) -> Iterator[Span]:
    """Spans of the parts, which are sorted, that begin in a section."""
    first = bisect_left(parts, section.span.start, key=lambda part: part.span.start)
    last = bisect_left(parts, section.span.end, key=lambda part: part.span.start)
    return (part.span for part in parts[first:last])


RULE = Rule(
    code="BOT001",
    name="positional-reference",
    severity=Severity.WARNING,
    options=PositionalReferenceOptions,
    doc=__doc__,
    check=check,
    terms=lambda options: options.terms,
    languages=("en",),
)
