"""A link without a target or a text, or with its brackets the wrong way round.

A link without an address opens nothing, one without a text is invisible to the eye and read as an
address by a screen reader, and `(text)[address]` is no link at all: readers see the brackets. The
fix turns the brackets round.

Source: WCAG 2.2, success criterion 2.4.4 (link purpose); markdownlint, MD042 (no empty links) and
MD011 (reversed link syntax).

Bad:
    See [the fees]() and (our limits)[limits.md].

Good:
    See [the fees](fees.md) and [our limits](limits.md).

Not flagged: places to link to (`<a name="fees"></a>`), brackets whose content is no address, such
as `(see above)[1]`, and code.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import Annotated

from msgspec import Meta

from kbtool.language.labels import Covers
from kbtool.language.scanning import scan_pattern
from kbtool.model import Article, Block, Change, Edit, Hit, KnowledgeBase, Link, Severity, Span
from kbtool.parse.tags import read_tag
from kbtool.rule import Options, Rule

_PLACES = ("name", "id")
_SCRIPTED = ("role", "onclick", "data-toggle", "data-bs-toggle", "data-target")


class EmptyOrReversedLinkOptions(Options, frozen=True):
    """Options of empty-or-reversed-link."""

    empty_targets: Annotated[
        tuple[str, ...],
        Meta(description="addresses that lead nowhere"),
    ] = ("", "#", "<>", "javascript:void(0)", "javascript:void(0);", "javascript:;")
    exceptions: Annotated[
        tuple[str, ...],
        Meta(description="texts of links that a script gives a target, such as Open chat"),
    ] = ()


def check(
    article: Article, kb: KnowledgeBase, options: EmptyOrReversedLinkOptions
) -> Iterator[Hit]:
    """Links that lead nowhere or show nothing, and reversed ones."""
    for link in article.links:
        if link.kind not in ("bare", "autolink"):
            yield from _judge(link, article, options)
    if article.markup == "markdown" and ")[" in article.running.text:
        for block, match, shift in scan_pattern(article, _reversed()):
            yield from _judge_reversed(article, block, match, shift)
    if "<a" in article.source.text or "<A" in article.source.text:
        yield from _find_tags_without_target(article)


def _judge(link: Link, article: Article, options: EmptyOrReversedLinkOptions) -> Iterator[Hit]:
    if not link.text.strip():
        if not _holds_image(link, article):
            advice = "Say where it leads, or remove it"
            yield Hit(link.span, "link has no text", advice, may_block=False)
    elif link.href.strip().lower() in options.empty_targets:
        said = " ".join(link.text.split())
        if said.lower() not in map(str.lower, options.exceptions):
            yield Hit(link.span, f'link "{said[:80]}" leads nowhere', "Give it an address")


def _holds_image(link: Link, article: Article) -> bool:
    """Whether the link shows an image; whether that has a text is for missing-alt to say."""
    at = bisect_right(article.images, link.span.end, key=lambda image: image.span.start) - 1
    return at >= 0 and article.images[at].span.start >= link.span.start


@cache
def _reversed() -> re.Pattern[str]:
    return re.compile(r"\((?P<text>[^()\n]{1,200})\)\[(?P<target>[^\[\]\s]{1,500})\](?![(\[:])")


@cache
def _address() -> re.Pattern[str]:
    return re.compile(r"https?://.|www\..|mailto:.|[.]{0,2}/\w|#\w|[\w./%-]+\.(?:md|html?)(?:#|$)")


def _judge_reversed(
    article: Article, block: Block, match: re.Match[str], shift: int
) -> Iterator[Hit]:
    prose = block.prose
    start, end = match.start() - shift, match.end() - shift
    first, last = match.start("target") - shift, match.end("target") - shift
    if not _address().match(prose.text[first:last]) or prose.has_mark(start, end, "code", "link"):
        return
    span = prose.span(start, end)
    yield Hit(
        span,
        "brackets of a link are the wrong way round",
        "Write the text in square brackets and the address in round ones behind it",
        _turn(article.source.slice(span), span),
        may_block=False,
    )


def _turn(written: str, span: Span) -> Edit | None:
    """Edit that swaps the kinds of brackets; None where markup may stand between them."""
    text, _, target = written[1:-1].partition(")[")
    if any(sign in text for sign in "[]()\\\r\n`") or any(sign in target for sign in "()[]<>\\"):
        return None
    return Edit((Change(span, f"[{text}]({target})"),), safe=True)


@cache
def _opening_tag() -> re.Pattern[str]:
    return re.compile(r"<a(?=[\s>])", re.IGNORECASE)


@cache
def _closing_tag() -> re.Pattern[str]:
    return re.compile(r"\s*</a", re.IGNORECASE)


def _find_tags_without_target(article: Article) -> Iterator[Hit]:
    """Tags in prose that are neither links nor places to link to."""
    text = article.source.text
    hidden = Covers([(*part.span,) for part in article.code + article.comments])
    blocks = Covers([(*block.span,) for block in article.blocks])
    for match in _opening_tag().finditer(text, article.body.start):
        tag = read_tag(text[match.start() : match.start() + 2_000])
        if not tag or any(name in tag.attributes for name in ("href", *_PLACES, *_SCRIPTED)):
            continue
        end = text.index(">", match.end()) + 1
        if blocks.hold(match.start(), end) and not hidden.hold(*match.span()):
            span = Span(match.start(), end)
            yield Hit(
                span,
                "<a> has no href, so it is no link",
                "Give it an address, or remove it",
                may_block=not _closing_tag().match(text, end),
            )


RULE = Rule(
    code="LNK008",
    name="empty-or-reversed-link",
    severity=Severity.ERROR,
    options=EmptyOrReversedLinkOptions,
    doc=__doc__,
    check=check,
    fix="safe",
)
