"""Words that take back half of what a sentence says.

"May possibly" doubts twice, and "should normally" leaves open when it does not. In a numbered step
"various", "several" and "a number of" keep back how many, and which. Say what happens, or when.

Source: US federal plain language guidelines ("Be direct", "Use must to indicate requirements").

Bad:
    The card may possibly arrive late.

Good:
    The card may arrive late.

Off unless selected: a hedge is often the honest thing to say. On the pages that it was tried on
little more than half of the findings were right.

Not flagged: one word of doubt ("may"), vague numbers outside numbered steps, and words in quotation
marks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from kbtool.language.phrases import is_quoted
from kbtool.language.scanning import scan_phrases
from kbtool.model import Article, Hit, KnowledgeBase, Severity
from kbtool.rule import Options, Rule

_PHRASES = (
    "may possibly", "might possibly", "could possibly", "can possibly", "may perhaps",
    "might perhaps", "could perhaps", "may potentially", "might potentially", "could potentially",
    "may conceivably", "may well be possible", "might be possible that", "should normally",
    "should generally", "should usually", "should typically", "should ordinarily",
    "should hopefully", "will hopefully", "would normally", "must normally", "must generally",
    "will normally", "will probably", "it may be possible that", "it would seem that",
    "it would appear that", "it seems that", "it appears that", "appears to be likely",
    "somewhat likely", "more or less", "in some sense", "so to speak", "as it were", "kind of like",
    "sort of like", "to some extent", "to a certain extent",
)  # fmt: skip


class HedgeOptions(Options, frozen=True):
    """Options of hedge."""

    phrases: Annotated[tuple[str, ...], Meta(description="hedges to find everywhere")] = _PHRASES
    extra: Annotated[tuple[str, ...], Meta(description="further hedges, besides those")] = ()
    in_steps: Annotated[
        tuple[str, ...], Meta(description="vague words to find in numbered steps")
    ] = ("various", "several", "a number of")
    exceptions: Annotated[tuple[str, ...], Meta(description="hedges to accept all the same")] = ()


def check(article: Article, kb: KnowledgeBase, options: HedgeOptions) -> Iterator[Hit]:
    """Hedges everywhere, and vague words in steps."""
    accepted = {word.lower() for word in options.exceptions}
    vague = {word.lower() for word in options.in_steps}
    words = (*options.phrases, *options.extra, *options.in_steps)
    listed = tuple(word for word in words if word.lower() not in accepted)
    for block, (phrase, start, end) in scan_phrases(article, listed):
        is_vague = phrase in vague
        if is_quoted(block.prose.masked, start, end) or (is_vague and not block.ordered):
            continue
        yield Hit(
            block.prose.span(start, end),
            f'"{phrase}" in a step is vague' if is_vague else f'"{phrase}" is a hedge',
            "Say which, or how many" if is_vague else "Say what happens, or when",
        )


RULE = Rule(
    code="CLR009",
    name="hedge",
    severity=Severity.INFO,
    options=HedgeOptions,
    doc=__doc__,
    check=check,
    fix="none",
    default=False,
    languages=("en",),
)
