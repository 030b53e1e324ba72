"""A long or formal word where a short one says the same.

People search with the words that they speak with, and those who read in a second language know
the short ones first. A bot, too, finds a passage sooner in the words of the question.

Source: US federal plain language guidelines ("Use short, simple words"); GOV.UK style guide (plain
English).

Bad:
    Utilise the app to commence the transfer.

Good:
    Use the app to start the transfer.

Not flagged: labels in bold, names with a capital within a sentence, words in quotation marks, and
words that are mostly terms of computing ("implement", "parameter"), and a noun that is also a verb
("after each purchase the app ..."). There is no fix where "a" or
"an" before the word would have to change too.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated

from msgspec import Meta, field

from kbtool.model import Article, Hit, KnowledgeBase, Severity
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule
from kbtool.rules.clr._complex_words import SIMPLE
from kbtool.rules.clr._replacing import Found, WordList, find_replaceable

_ARTICLE_BEHIND = lazy_pattern(r" (?:an?|the|your)$")
_DETERMINER = lazy_pattern(
    r"(?i)\b(?:an?|the|each|every|any|this|your|my|our|their|per)(?: (?:first|next|last))?\s+$"
)


class ComplexWordOptions(Options, frozen=True):
    """Options of complex-word."""

    replacements: Annotated[
        dict[str, str], Meta(description="complex words and the simple ones to write instead")
    ] = field(default_factory=lambda: dict(SIMPLE))
    extra: Annotated[
        dict[str, str], Meta(description="further words with replacements, besides those")
    ] = field(default_factory=dict)
    exceptions: Annotated[tuple[str, ...], Meta(description="words to accept all the same")] = ()
    label_words: Annotated[
        int, Meta(ge=0, description="bold text of up to so many words is a label")
    ] = 6

    @cached_property
    def all_words(self) -> WordList:
        """Words of both lists but the exceptions."""
        return WordList.of(self.replacements | self.extra, self.exceptions)


def check(article: Article, kb: KnowledgeBase, options: ComplexWordOptions) -> Iterator[Hit]:
    """Complex words of the lists."""
    for found in find_replaceable(article, options.all_words, options.label_words):
        if _is_noun(found):
            continue
        message = f'"{found.words}" is a complex word'
        yield Hit(found.span, message, found.help, found.edit(article))


def _is_noun(found: Found) -> bool:
    """Whether a verb with an article behind is a noun where it stands: "each purchase the"."""
    before = found.block.prose.masked[max(0, found.start - 16) : found.start]
    return bool(_ARTICLE_BEHIND.search(found.words) and _DETERMINER.search(before))


RULE = Rule(
    code="CLR005",
    name="complex-word",
    severity=Severity.INFO,
    options=ComplexWordOptions,
    doc=__doc__,
    check=check,
    terms=lambda options: options.all_words.anchors,
    fix="unsafe",
    languages=("en",),
)
