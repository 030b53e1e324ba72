"""A "please" in a step.

A step tells what to do, and that is what the reader came for. "Please" makes each step longer and
sounds as if there were a choice. Keep it for real requests: what costs people time or money.

Source: Microsoft Writing Style Guide ("please": only for what is inconvenient or our fault);
Google developer documentation style guide.

Bad:
    1. Please open the app.
    2. To reset your PIN, please select **Reset**.

Good:
    1. Open the app.
    2. To reset your PIN, select **Reset**. Please wait: this can take an hour.

Not flagged: requests outside numbered lists, unless they name what a hand does to a screen
("Please click Save"); to wait, to check or to write to someone ("Please contact us"), which ask for
time; and headings and words in quotation marks or bold, which are messages.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from kbtool.language.imperatives import UI_VERBS, imperative_verb
from kbtool.language.phrases import is_quoted
from kbtool.language.rewording import delete_words
from kbtool.language.scanning import anchors_of, scan_phrases
from kbtool.model import Article, Block, Hit, KnowledgeBase, Severity
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule

_REQUESTS = (
    "allow", "ask", "back", "call", "check", "contact", "email", "leave", "let", "note", "read",
    "remember", "report", "retry", "review", "see", "send", "share", "submit", "tell", "try",
    "verify", "visit", "wait", "write",
)  # fmt: skip

# "Please open a ticket": work for the reader, though a hand does it on a screen.
_ASKS_FOR_HELP = lazy_pattern(
    r"\b(?:support|help(?:desk)?|tickets?|(?:bug|support|new)\s+(?:issues?|reports?|requests?))\b",
    re.IGNORECASE,
)

_WORDS = ("please", "kindly")
_LONGEST = 300  # characters of a sentence that are read behind the word

# Where an instruction can begin: the sentence, behind "then", or behind "To reset it,".
_BEGINNING = lazy_pattern(
    r"(?:^|[.:;!?,)–—-]|\b(?:and|then|so|next|now|first|finally))\s*$",
    re.IGNORECASE,
)


class PleaseInStepsOptions(Options, frozen=True):
    """Options of please-in-steps."""

    words: Annotated[
        tuple[str, ...],
        Meta(description="words of politeness that a step can do without"),
    ] = _WORDS
    requests: Annotated[
        tuple[str, ...],
        Meta(description="verbs, in small letters, of real requests, which may be polite"),
    ] = _REQUESTS


def check(article: Article, kb: KnowledgeBase, options: PleaseInStepsOptions) -> Iterator[Hit]:
    """Words of politeness right before the verb of a step."""
    for block, (word, start, end) in scan_phrases(article, options.words):
        if _is_in_step(block, start, end, options.requests):
            yield Hit(
                block.prose.span(start, end),
                f'"{word}" before something to do',
                f'Leave out "{word}"',
                delete_words(article.source, block.prose, start, end, safe=True),
            )


def _is_in_step(block: Block, start: int, end: int, requests: tuple[str, ...]) -> bool:
    """Whether the word begins an instruction that is no request."""
    text, prose = block.prose.masked, block.prose
    if block.kind == "heading" or not _BEGINNING.search(text, max(0, start - 20), start):
        return False
    if prose.has_mark(start, end, "strong") or is_quoted(text, start, end):
        return False
    at = bisect_right(block.sentences, start, key=lambda sentence: sentence.start) - 1
    stop = block.sentences[max(0, at)].end
    asked = text[end : min(stop, end + _LONGEST)].lstrip()
    verb = imperative_verb(asked)
    if not verb or verb in requests or _ASKS_FOR_HELP.search(asked):
        return False
    return block.ordered or verb in UI_VERBS


RULE = Rule(
    code="TON004",
    name="please-in-steps",
    severity=Severity.INFO,
    options=PleaseInStepsOptions,
    doc=__doc__,
    check=check,
    terms=lambda options: anchors_of(options.words),
    fix="safe",
    languages=("en",),
)
