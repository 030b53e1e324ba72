"""A step or a section that is nothing but an image or a video.

Whoever cannot see the image, has it blocked, or asks a bot, gets no instruction at all; text inside
an image can be neither searched nor translated.

Source: WCAG 2.2, success criteria 1.1.1 and 1.4.5 (images of text); Zendesk, optimising help
centres for bots (bots read text).

Bad:
    1. Open **Settings**.
    2. ![Limits page with the daily limit](limits.png)

Good:
    1. Open **Settings**.
    2. Set the daily limit.

       ![Limits page with the daily limit](limits.png)

Not flagged: numbered lists that hold images only, sections under a heading such as "Examples" or
"Screenshots" (`galleries`), bullets, forms to fill in, and headings with deeper headings below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Annotated

from msgspec import Meta

from kbtool.model import Article, Hit, KnowledgeBase, ListPart, Section, Severity
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule

_WORD = lazy_pattern(r"\w+")
_FORM = lazy_pattern(r"<(?:form|input|button|select|textarea)\b", re.IGNORECASE)


class ImageOnlyStepOptions(Options, frozen=True):
    """Options of image-only-step."""

    sections: Annotated[bool, Meta(description="look at sections too, not only at steps")] = True
    galleries: Annotated[
        tuple[str, ...],
        Meta(
            description="words, in small letters, of headings under which, at any depth, images"
            " alone are enough",
        ),
    ] = (
        "gallery", "screenshots", "images", "photos", "pictures", "video", "videos", "diagram",
        "pinout", "schematic", "schematics", "demo", "map", "logo", "logos", "example", "examples",
        "preview",
    )  # fmt: skip


def check(article: Article, kb: KnowledgeBase, options: ImageOnlyStepOptions) -> Iterator[Hit]:
    """Steps, and sections, without a word."""
    if not article.images and not _player().search(article.source.text):
        return
    for part in article.lists:
        if part.ordered and any(block.words for item in part.items for block in item.blocks):
            yield from _judge_steps(part, article)
    if options.sections:
        yield from _judge_sections(article, options.galleries)


@cache
def _player() -> re.Pattern[str]:
    return re.compile(r"<(?:iframe|video)\b", re.IGNORECASE)


def _judge_steps(part: ListPart, article: Article) -> Iterator[Hit]:
    for item in part.items:
        if item.blocks and not any(block.words for block in item.blocks):
            start, end = item.span
            if not any(start < at < end for at in _inner_starts(article)):
                what = "step is nothing but an image"
                yield Hit(item.blocks[0].span, what, "Say in words what to do")


def _inner_starts(article: Article) -> Iterator[int]:
    """Where lists, tables and code begin."""
    yield from (part.span.start for part in article.lists)
    yield from (part.span.start for part in article.tables)
    yield from (part.span.start for part in article.code)


def _judge_sections(article: Article, galleries: tuple[str, ...]) -> Iterator[Hit]:
    followers = (*article.sections[1:], None)
    for section, below in zip(article.sections, followers, strict=True):
        heading = section.heading
        if not heading or any(block.words for block in section.blocks):
            continue
        is_deeper = below and below.heading and below.heading.level > heading.level
        words = frozenset(_WORD.findall(" ".join(section.path).lower()))
        what = _content(section, article)
        if what and not is_deeper and words.isdisjoint(galleries):
            shown = " ".join(heading.text.split())[:80]
            message = f'nothing but {what} stands under "{shown}"'
            yield Hit(heading.span, message, "Say in words what it shows")


def _content(section: Section, article: Article) -> str:
    """What a section without words holds: images or a video; "" for anything else."""
    start, end = section.span
    players = len(_player().findall(article.source.text, start, end))
    if section.other > players or _FORM.search(article.source.text, start, end):
        return ""  # code, something to fill in, or HTML that nobody read
    if players:
        return "a video"
    count = sum(start <= image.span.start < end for image in article.images)
    return ("an image" if count == 1 else f"{count} images") if count else ""


RULE = Rule(
    code="IMG004",
    name="image-only-step",
    severity=Severity.WARNING,
    options=ImageOnlyStepOptions,
    doc=__doc__,
    check=check,
)
