"""A whole paragraph in bold or italics that stands in for a heading.

It looks like a heading to the eye alone. Screen readers do not list it, tables of contents leave
it out, nobody can link to it, and a bot cuts the text at real headings, so that the passage holds
two topics.

Source: Microsoft Writing Style Guide, "Writing for all abilities" (heading styles rather than
formatting); WCAG 2.2, success criterion 1.3.1.

Bad:
    # Close your account

    You can close it at any time.

    **Before you close it in the app**

    Move your money to another account.

Good:
    # Close your account

    You can close it at any time.

    ## Before you close it in the app

    Move your money to another account.

Not flagged: words with a full stop, a question mark or other punctuation at their end; labels of
call-outs such as "Note", and labels that stand three times in an article; labels that say for whom
a text is, such as "Android only"; words that begin in lower case, mostly a quoted message; a single
such paragraph right below a heading, which is a subtitle; captions below an image; links; the last
paragraph of a section, which may be a signature; anything in lists, tables and block quotes. The
fix makes it a heading one level below the one above it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Annotated

from msgspec import Meta

from kbtool.model import IMAGE, Article, Block, Change, Edit, Hit, KnowledgeBase, Severity, Span
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule

_CALLOUTS = (
    "note", "notes", "important", "warning", "caution", "tip", "tips", "attention", "danger",
    "info", "hint", "example", "examples", "please note", "good to know", "pro tip", "reminder",
    "remember", "disclaimer", "update", "new", "beta", "optional", "or", "and", "input", "output",
    "result", "results", "code",
)  # fmt: skip

_START = lazy_pattern(r"[\W_]*+(\w)(\w?)")
_TABLE_TAG = lazy_pattern(r"</?table", re.IGNORECASE)
_MARKERS = lazy_pattern(r"[*_]{1,3}")


class FakeHeadingOptions(Options, frozen=True):
    """Options of fake-heading."""

    words: Annotated[int, Meta(ge=1, description="most words that a heading would have")] = 12
    endings: Annotated[
        str,
        Meta(description="characters at the end that show that it is a sentence or leads on"),
    ] = ".,;:!?…"
    callouts: Annotated[
        tuple[str, ...],
        Meta(description="labels of call-outs, in lower case, which may stand in bold"),
    ] = _CALLOUTS
    repeats: Annotated[
        int,
        Meta(ge=2, description="times in one article from which it is a label, not a heading"),
    ] = 3
    scopes: Annotated[
        tuple[str, ...],
        Meta(description="last words, in lower case, of labels that say for whom a text is"),
    ] = ("only", "specific")


def check(article: Article, kb: KnowledgeBase, options: FakeHeadingOptions) -> Iterator[Hit]:
    """Paragraphs that are bold or italic from end to end, with something below them."""
    found = list(_find_fakes(article, options))
    labels = Counter(_fold(block) for block in found)
    sections = Counter(block.section for block in found)
    for block in found:
        is_first = article.sections[block.section].blocks[0] is block
        is_subtitle = is_first and sections[block.section] == 1
        if not is_subtitle and labels[_fold(block)] < options.repeats:
            yield Hit(
                block.span,
                f'"{" ".join(block.prose.text.split())}" is set like a heading but is none',
                "Make it a heading",
                _make_heading(article, block),
            )


def _find_fakes(article: Article, options: FakeHeadingOptions) -> Iterator[Block]:
    blocks = (None, *article.blocks, None)
    tables = _find_html_tables(article)
    for before, (block, after) in zip(blocks, pairwise(blocks[1:]), strict=False):
        if (
            block
            and _is_emphasised(block)
            and _reads_like_heading(block, options)
            and not _is_caption(before, block)
            and not _is_inside(block, tables)
            and _leads_on(article, block, after)
        ):
            yield block


def _fold(block: Block) -> str:
    return " ".join(block.prose.text.lower().split())


def _is_emphasised(block: Block) -> bool:
    """Whether it is a plain paragraph of which every character is bold or italic."""
    if block.kind != "paragraph" or block.quoted or not block.prose.marks:
        return False
    end = len(block.prose.text)
    return any(
        mark.start == 0 and mark.end == end
        for mark in block.prose.marks
        if mark.kind in ("strong", "em")
    )


def _reads_like_heading(block: Block, options: FakeHeadingOptions) -> bool:
    prose = block.prose
    text = prose.text.strip()
    return (
        block.words <= options.words
        and any(character.isalpha() for character in text)
        and IMAGE not in text
        and not text.endswith(tuple(options.endings))
        and text.lower() not in options.callouts
        and re.split(r"[\s-]", text.lower())[-1] not in options.scopes
        and not _begins_lower(text)
        and not prose.has_mark(0, len(prose.text), "link", "url", "template")
    )


def _begins_lower(text: str) -> bool:
    """Whether it begins in lower case, as quoted messages do; names such as iPhone do not."""
    start = _START.match(text)
    return bool(start and start[1].islower() and not start[2].isupper())


def _is_caption(before: Block | None, block: Block) -> bool:
    """Whether it stands right below an image, all in italics."""
    is_below = before is not None and before.prose.text.strip() == IMAGE
    return is_below and not block.prose.marked("strong")


def _find_html_tables(article: Article) -> list[Span]:
    """Ranges from each <table> tag to the tag that closes it, or to the end."""
    text = article.source.text
    tags = list(_TABLE_TAG.finditer(text, article.body.start))
    ends = [*(tag.start() for tag in tags[1:]), len(text)]
    return [
        Span(tag.start(), end) for tag, end in zip(tags, ends, strict=False) if tag[0][1] != "/"
    ]


def _is_inside(block: Block, ranges: Sequence[Span]) -> bool:
    at = bisect_right(ranges, (block.span.start, 0)) - 1
    return at >= 0 and block.span.start < ranges[at].end


def _leads_on(article: Article, block: Block, after: Block | None) -> bool:
    """Whether something to read follows in the same section."""
    if after is not None and after.section == block.section and not after.quoted:
        return True
    end = article.sections[block.section].span.end
    return any(block.span.end <= c.span.start < end for c in article.code if not c.inline)


def _make_heading(article: Article, block: Block) -> Edit | None:
    """Swap the emphasis for a heading one level below the one above; None across lines."""
    text = article.source.text
    inner = block.prose.span(0, len(block.prose.text))
    opening, closing = Span(block.span.start, inner.start), Span(inner.end, block.span.end)
    before, behind = article.source.slice(opening), article.source.slice(closing)
    if before != behind[::-1] or not _MARKERS.fullmatch(before):
        return None
    if any(end in text[inner.start : inner.end] for end in "\r\n"):
        return None
    above = article.sections[block.section].heading
    level = min(6, above.level + 1) if above else 2
    return Edit((Change(opening, "#" * level + " "), Change(closing, "")), safe=False)


RULE = Rule(
    code="STR008",
    name="fake-heading",
    severity=Severity.WARNING,
    options=FakeHeadingOptions,
    doc=__doc__,
    check=check,
    fix="unsafe",
)
