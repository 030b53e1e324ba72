"""Alternative text that does not say what the image shows.

A file name or the word "screenshot" tells those who cannot see the image as little as no text at
all. A screen reader announces an image before it reads the text, so "image of" is said twice; the
fix strips such a beginning.

Source: W3C alt decision tree and image tips; GitHub's markdownlint rule GH001 (no default alt
text); GitHub Docs linter, GHD031.

Bad:
    ![IMG_2041.png](a.png)

    ![Image of the Save button](b.png)

Good:
    ![Limits page with the daily limit highlighted](a.png)

    ![The Save button](b.png)

Not flagged: "Screenshot of ..." and "Photo of ...", which say what kind of image it is, and which
some style guides ask for (add them to `prefixes` to forbid them), and hidden images.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Annotated

from msgspec import Meta

from kbtool.model import Article, Change, Edit, Hit, Image, KnowledgeBase, Severity, Span
from kbtool.rule import Options, Rule
from kbtool.rules.img._poor_texts import ENDINGS, PLACEHOLDERS, STEMS, find_fault
from kbtool.rules.img._tags import find_alt

_PREFIXES = (
    "image of", "an image of", "image showing", "an image showing", "picture of", "a picture of",
    "picture showing", "a picture showing", "graphic of", "a graphic of", "graphic showing",
    "a graphic showing",
)  # fmt: skip


class PoorAltOptions(Options, frozen=True):
    """Options of poor-alt."""

    placeholders: Annotated[
        tuple[str, ...],
        Meta(description="whole alternative texts that say nothing, in lower case"),
    ] = PLACEHOLDERS
    prefixes: Annotated[
        tuple[str, ...],
        Meta(description="beginnings that only say that there is an image, in lower case"),
    ] = _PREFIXES
    endings: Annotated[
        tuple[str, ...],
        Meta(description="endings of names of image files, in lower case, without the full stop"),
    ] = ENDINGS
    stems: Annotated[
        tuple[str, ...],
        Meta(description="words before a number in names that cameras and programs give"),
    ] = STEMS
    exceptions: Annotated[
        tuple[str, ...],
        Meta(description="alternative texts to accept all the same"),
    ] = ()


def check(article: Article, kb: KnowledgeBase, options: PoorAltOptions) -> Iterator[Hit]:
    """Alternative texts that are a file name, a placeholder, or begin with "image of"."""
    if not article.images:
        return
    accepted = frozenset(map(str.lower, options.exceptions))
    for image in article.images:
        alt = " ".join((image.alt or "").split())
        if not alt or image.hidden or alt.lower() in accepted:
            continue
        span = find_alt(image, article)
        fault = find_fault(alt, image.src, options.placeholders, options.endings, options.stems)
        if fault:
            shown = f'alternative text "{alt[:60]}" {fault}'
            yield Hit(span or image.span, shown, "Say what the image shows")
        elif match := _prefix(options.prefixes).match(alt):
            yield _prefix_hit(image, span, article, match[0].strip(), options.prefixes)


@cache
def _prefix(prefixes: tuple[str, ...]) -> re.Pattern[str]:
    spaced = (
        r"\s+".join(map(re.escape, prefix.split())) for prefix in sorted(prefixes, reverse=True)
    )
    body = "|".join(filter(None, spaced)) or "(?!)"
    return re.compile(rf"\s*(?:{body})\b(?:\s*:)?\s+(?=\S)", re.IGNORECASE)


def _prefix_hit(
    image: Image,
    span: Span | None,
    article: Article,
    prefix: str,
    prefixes: tuple[str, ...],
) -> Hit:
    message = f'alternative text begins with "{prefix}", which screen readers say already'
    advice = "Begin with what the image shows"
    match = _prefix(prefixes).match(article.source.slice(span)) if span else None
    if not span or not match:
        return Hit(span or image.span, message, advice)
    end = span.start + match.end()
    first = article.source.text[end : end + 1]
    # "ß" and the like grow when they are capitals.
    capital = first.upper() if len(first.upper()) == 1 else first
    edit = Edit((Change(Span(span.start, end + 1), capital),), safe=True)
    return Hit(span, message, advice, edit)


RULE = Rule(
    code="IMG002",
    name="poor-alt",
    severity=Severity.WARNING,
    options=PoorAltOptions,
    doc=__doc__,
    check=check,
    fix="safe",
    languages=("en",),
)
