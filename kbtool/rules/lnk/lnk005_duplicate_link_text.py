"""The same link text for different targets.

Screen readers list the links of a page by their texts alone: of two links called "Settings", nobody
can tell which opens what. A bot that offers links has the same problem.

Source: WCAG 2.2, success criteria 2.4.4 (link purpose) and 3.2.4 (consistent identification).

Bad:
    See [Fees](card-fees.md) for cards and [Fees](transfer-fees.md) for transfers.

Good:
    See [Card fees](card-fees.md) and [Transfer fees](transfer-fees.md).

Not flagged: texts that vague-link-text finds, names of functions and classes, versions, links in
tables, where the row tells them apart, links to two places of another page, a place in this article
besides another article, and addresses that differ by `http`, `www.`, a slash or what follows `?`
only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from kbtool.model import Article, Hit, KnowledgeBase, Link, Severity
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule
from kbtool.rules.lnk._vague_texts import TRANSLATED, VAGUE

# Names of functions and classes, and versions: "MyView", "set_terminate", "std::swap", "1.5.0.14".
_NAME = lazy_pattern(r"\w*(?:[a-z][A-Z]|_|::|[A-Z]{2}[a-z])[\w:]*(?:\(\))?|v?\d+(?:\.\d+)+")
_START = lazy_pattern(r"(?:https?:)?//(?:www\.)?", re.IGNORECASE)
_VAGUE = frozenset((*VAGUE, *(text for texts in TRANSLATED.values() for text in texts)))


class DuplicateLinkTextOptions(Options, frozen=True):
    """Options of duplicate-link-text."""

    exceptions: Annotated[
        tuple[str, ...],
        Meta(description="link texts that may lead to different places, such as Download"),
    ] = ()
    tables: Annotated[bool, Meta(description="look at links in tables too")] = False


def check(article: Article, kb: KnowledgeBase, options: DuplicateLinkTextOptions) -> Iterator[Hit]:
    """Links whose text led elsewhere before."""
    if len(article.links) < 2:
        return
    accepted = frozenset(map(_normalise, options.exceptions)) | _VAGUE
    first: dict[str, tuple[str, Link]] = {}
    for link in article.links:
        text = _normalise(link.text)
        if not text or text in accepted or not _is_judged(link, tables=options.tables):
            continue
        target = _target(link.href)
        # The entry of a table of contents may have the same words as a link to another article.
        known, earlier = first.setdefault(f"{target[0] == '#'} {text}", (target, link))
        if target != known:
            line = article.source.position(earlier.span.start).line
            yield Hit(
                link.text_span if link.text_span.end > link.text_span.start else link.span,
                f'link text "{" ".join(link.text.split())[:80]}" leads elsewhere in line {line}',
                "Say in each text what its target is about",
            )


def _is_judged(link: Link, *, tables: bool) -> bool:
    if link.kind in ("bare", "autolink") or not link.href.strip():
        return False
    if _NAME.fullmatch(link.text.strip()) or link.text.startswith("operator"):
        return False
    if not link.block:
        return True
    is_cell = link.block.kind == "cell" and not tables
    codes = link.block.prose.marked("code") if not is_cell else ()
    spans = (link.block.prose.span(mark.start, mark.end) for mark in codes)
    return not is_cell and link.text_span not in spans


def _normalise(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split()).strip(" .,:;!?…\"'“”()[]")


def _target(href: str) -> str:
    """Page that an address names; for a place in the same article, the place."""
    address = href.strip()
    page = address.partition("#")[0]
    if not page:
        return address.lower()
    return _START.sub("", page.partition("?")[0]).rstrip("/").lower() or "/"


RULE = Rule(
    code="LNK005",
    name="duplicate-link-text",
    severity=Severity.INFO,
    options=DuplicateLinkTextOptions,
    doc=__doc__,
    check=check,
)
