"""Link text that does not say where the link leads.

People who scan a page, and screen readers that list its links, see the link text alone: "here"
tells them nothing. A bot that quotes the passage loses the target as well.

Source: WCAG 2.2, success criteria 2.4.4 and 2.4.9 (link purpose).

Bad:
    To get your money back, click [here](refunds.md).

Good:
    To get your money back, [ask for a refund](refunds.md).

Not flagged: a vague phrase that goes on to name its target, such as "Learn more about
refunds", text that merely contains a phrase, such as "Where is my card", and names of commands:
set as code, with a sign in front (`/link`), in capitals (LINK), or found in the address, as when
"continue" leads to `continue-statement.md`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from kbtool.model import Article, Hit, KnowledgeBase, Link, Severity
from kbtool.rule import Options, Rule

_PHRASES = (
    "here", "click here", "click", "tap here", "press here", "see here", "read here", "go here",
    "this", "this link", "this page", "this article", "this one", "link", "the link", "page",
    "more", "read more", "learn more", "see more", "find out more", "more info",
    "more information", "details", "more details", "read this", "read on", "continue",
)  # fmt: skip
_COMMANDS = frozenset({"link", "page", "this", "continue", "click"})
_SIGNED = re.compile(r"[/.@#$-]\w")


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
        if link.kind in ("bare", "autolink"):
            continue
        text = _normalise(link.text)
        if text in vague and not _is_name(link, text):
            yield Hit(
                link.text_span if link.text_span.end > link.text_span.start else link.span,
                f'link text "{" ".join(link.text.split())}" does not say where it leads',
                "Name the page that the link opens",
            )


def _is_name(link: Link, text: str) -> bool:
    """Whether a link text is what a command or a program is called."""
    if _SIGNED.match(link.text.strip()) or _is_code(link):
        return True
    if text not in _COMMANDS:
        return False
    page = link.href.partition("#")[0].partition("?")[0].rpartition("/")[2]
    return link.text.strip().isupper() or text in re.split(r"[\W_]+", page.lower())


def _is_code(link: Link) -> bool:
    """Whether all of a link text is set as code."""
    if not link.block:
        return False
    prose = link.block.prose
    return any(prose.span(m.start, m.end) == link.text_span for m in prose.marked("code"))


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
