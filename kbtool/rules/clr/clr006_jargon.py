"""A word of the house that customers do not use.

Names of teams, systems and processes say nothing to those outside, and nobody searches for them.
Which words they are only you know: the list is empty at first, and so the rule finds nothing. Set
`words = { "KYC case" = "identity check", "churned" = "" }`; "" is for words with nothing to put in
their place.

Source: US federal plain language guidelines ("Avoid jargon").

Bad:
    Your KYC case is open.

Good:
    Your identity check is open.

Not flagged: labels in bold, words in quotation marks, and parts of longer words. There is no fix
where "a" or "an" before the word would have to change too.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated

from msgspec import Meta, field

from kbtool.model import Article, Hit, KnowledgeBase, Severity
from kbtool.rule import Options, Rule
from kbtool.rules.clr._replacing import WordList, find_replaceable


class JargonOptions(Options, frozen=True):
    """Options of jargon."""

    words: Annotated[
        dict[str, str],
        Meta(description='words of the house and what to write instead; "" for words without'),
    ] = field(default_factory=dict)
    label_words: Annotated[
        int, Meta(ge=0, description="bold text of up to so many words is a label")
    ] = 6

    @cached_property
    def word_list(self) -> WordList:
        """The words, ready to look for."""
        return WordList.of(self.words, ())


def check(article: Article, kb: KnowledgeBase, options: JargonOptions) -> Iterator[Hit]:
    """Words of the list."""
    places = find_replaceable(article, options.word_list, options.label_words, names=True)
    for found in places:
        message = f'"{found.said}" is jargon of the house'
        yield Hit(found.span, message, found.help, found.edit(article))


RULE = Rule(
    code="CLR006",
    name="jargon",
    severity=Severity.INFO,
    options=JargonOptions,
    doc=__doc__,
    check=check,
    terms=lambda options: options.word_list.anchors,
    fix="unsafe",
)
