"""A verb that hides in a noun.

"Make a decision" spends three words on what "decide" says in one, and the action moves to a noun
that nobody searches for. With the verb itself a sentence is shorter and shows who does what.

Source: US federal plain language guidelines ("Avoid hidden verbs").

Bad:
    Make changes to your address before we make a decision.

Good:
    Change your address before we decide.

Not flagged: names of a task ("make a payment"), nouns with a word before them ("make a quick
decision"), labels in bold and words in quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated

from msgspec import Meta, field

from kbtool.model import Article, Hit, KnowledgeBase, Severity
from kbtool.rule import Options, Rule
from kbtool.rules.clr._nominalisations import VERBS
from kbtool.rules.clr._replacing import WordList, find_replaceable


class NominalisationOptions(Options, frozen=True):
    """Options of nominalisation."""

    replacements: Annotated[
        dict[str, str], Meta(description="phrases with a hidden verb, and the verb")
    ] = field(default_factory=lambda: dict(VERBS))
    extra: Annotated[
        dict[str, str], Meta(description="further phrases with verbs, besides those")
    ] = field(default_factory=dict)
    exceptions: Annotated[tuple[str, ...], Meta(description="phrases to accept all the same")] = ()
    label_words: Annotated[
        int, Meta(ge=0, description="bold text of up to so many words is a label")
    ] = 6

    @cached_property
    def all_words(self) -> WordList:
        """Words of both lists but the exceptions."""
        return WordList.of(self.replacements | self.extra, self.exceptions)


def check(article: Article, kb: KnowledgeBase, options: NominalisationOptions) -> Iterator[Hit]:
    """Phrases of the lists."""
    for found in find_replaceable(article, options.all_words, options.label_words):
        message = f'"{found.words}" hides a verb'
        yield Hit(found.span, message, found.help, found.edit(article))


RULE = Rule(
    code="CLR003",
    name="nominalisation",
    severity=Severity.INFO,
    options=NominalisationOptions,
    doc=__doc__,
    check=check,
    terms=lambda options: options.all_words.anchors,
    fix="unsafe",
    languages=("en",),
)
