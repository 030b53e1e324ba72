"""Several words where one or two say the same.

Every word that says nothing takes time, hides the words that count and makes a passage rank worse
when a bot searches it.

Source: US federal plain language guidelines ("Omit unnecessary words"); Microsoft Writing Style
Guide (be concise).

Bad:
    In order to change your PIN prior to your trip, make use of the app.

Good:
    To change your PIN before your trip, use the app.

Not flagged: words in quotation marks, and parts of longer words ("built-in order to").
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated

from msgspec import Meta, field

from kbtool.language.phrases import Phrase, is_quoted
from kbtool.language.rewording import replace_words
from kbtool.language.scanning import scan_phrases
from kbtool.model import Article, Block, Hit, KnowledgeBase, Severity
from kbtool.rule import Options, Rule
from kbtool.rules.clr._replacing import WordList
from kbtool.rules.clr._wordy_phrases import SAFE, UNSAFE


class WordyPhraseOptions(Options, frozen=True):
    """Options of wordy-phrase."""

    replacements: Annotated[
        dict[str, str],
        Meta(description='phrases and what to write instead; "" where they can go'),
    ] = field(default_factory=lambda: SAFE | UNSAFE)
    extra: Annotated[
        dict[str, str],
        Meta(description="further phrases with replacements, besides those"),
    ] = field(default_factory=dict)
    safe: Annotated[
        tuple[str, ...],
        Meta(description="phrases that --fix may replace unasked"),
    ] = tuple(SAFE)
    exceptions: Annotated[
        tuple[str, ...],
        Meta(description="phrases to accept all the same"),
    ] = ()

    @cached_property
    def all_words(self) -> WordList:
        """Phrases of both lists but the exceptions."""
        return WordList.of(self.replacements | self.extra, self.exceptions)


def check(article: Article, kb: KnowledgeBase, options: WordyPhraseOptions) -> Iterator[Hit]:
    """Phrases of the lists."""
    words = options.all_words
    for block, found in scan_phrases(article, words.phrases):
        if not is_quoted(block.prose.masked, found.start, found.end):
            _, shorter = words.listed[found.phrase]
            yield _hit(article, block, found, shorter, options)


def _hit(
    article: Article, block: Block, found: Phrase, shorter: str, options: WordyPhraseOptions
) -> Hit:
    phrase, start, end = found
    return Hit(
        block.prose.span(start, end),
        f'"{phrase}" is wordy{_compare(phrase, shorter)}',
        f'Write "{shorter}"' if shorter else "Leave it out",
        replace_words(
            article.source, block.prose, start, end, shorter, safe=phrase in options.safe
        ),
    )


def _compare(phrase: str, shorter: str) -> str:
    """How many words it takes and how many would do."""
    used, needed = len(phrase.split()), len(shorter.split())
    if needed >= used:
        return ""
    return f": {used} words for {needed}" if needed else f": {used} words that say nothing"


RULE = Rule(
    code="CLR004",
    name="wordy-phrase",
    severity=Severity.WARNING,
    options=WordyPhraseOptions,
    doc=__doc__,
    check=check,
    terms=lambda options: options.all_words.anchors,
    fix="mixed",
    languages=("en",),
)
