"""Link text that does not say where the link leads.

People who scan a page, and screen readers that list its links, see the link text alone: "here"
tells them nothing. A bot that quotes the passage loses the target as well.

Source: WCAG 2.2, success criteria 2.4.4 and 2.4.9 (link purpose).

Bad:
    To get your money back, click [here](refunds.md).

Good:
    To get your money back, [ask for a refund](refunds.md).

Not flagged: a vague phrase that goes on to name its target, such as "Learn more about
refunds", and text that merely contains a phrase, such as "Where is my card".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from kbtool.model import Article, Hit, KnowledgeBase, Severity
from kbtool.rule import Options, Rule

_PHRASES = (
    "here", "click here", "click", "tap here", "press here", "see here", "read here", "go here",
    "this", "this link", "this page", "this article", "this one", "link", "the link", "page",
    "more", "read more", "learn more", "see more", "find out more", "more info",
    "more information", "details", "more details", "read this", "read on", "continue",
)  # fmt: skip


class VagueLinkTextOptions(Options, frozen=True):
    """Options of vague-link-text."""

    phrases: Annotated[
        tuple[str, ...],
        Meta(description="whole link texts that say nothing, in lower case"),
    ] = _PHRASES
    exceptions: Annotated[
        tuple[str, ...],
        Meta(description="link texts to accept all the same, for example a button called Link"),
    ] = ()


def check(article: Article, kb: KnowledgeBase, options: VagueLinkTextOptions) -> Iterator[Hit]:
    """Links whose whole text is one of the phrases."""
    vague = frozenset(options.phrases) - {text.lower() for text in options.exceptions}
    for link in article.links:
        if link.kind not in ("bare", "autolink") and _normalise(link.text) in vague:
            yield Hit(
                link.text_span if link.text_span.end > link.text_span.start else link.span,
                f'link text "{" ".join(link.text.split())}" does not say where it leads',
                "Name the page that the link opens",
            )


def _normalise(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s'’]", " ", text).lower().split())


RULE = Rule(
    code="LNK001",
    name="vague-link-text",
    severity=Severity.ERROR,
    options=VagueLinkTextOptions,
    doc=__doc__,
    check=check,
    languages=("en",),
)
