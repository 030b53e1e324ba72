"""Many questions and answers in one run of text, or in one article about everything.

A bot cuts articles at headings, so questions in bold or behind "Q:" end up in one passage with the
answers to others. Nobody can link to one of them, and an article that is called FAQ is found for
every question and answers none by its title.

It is off until you switch it on: too few articles with such questions were read to trust it.

Source: GOV.UK content design, "FAQs: why we don't have them"; Zendesk, "Optimizing your help
center content for bots" (one topic an article).

Bad:
    # Cards

    **How do I get a card?**

    Order it in the app.

    **What does it cost?**

    Nothing.

    **Can I choose a colour?**

    Yes, blue or green.

    **When will it arrive?**

    In five days.

Good:
    # Cards

    ## How do I get a card?

    Order it in the app.

    ## What does it cost?

    Nothing.

Not flagged: fewer than four such questions in an article, questions that are headings in an article
with another title, and questions that share a word, such as "card", in half of their number.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Annotated

from msgspec import Meta

from kbtool.model import Article, Block, Change, Edit, Hit, KnowledgeBase, Severity, Span
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule

_LABEL = lazy_pattern(r"\A(?:q|question)(?: ?\d{1,3})? ?[:.] ?(?=\S)", re.IGNORECASE)
_SUMMARY = lazy_pattern(
    r"<summary\b[^<>]{0,500}>(?P<text>.{1,300}?)</summary\b", re.IGNORECASE | re.DOTALL
)
_TAG = lazy_pattern(r"<[^<>]{1,300}>")
_FAQ = lazy_pattern(r"\bfaqs?\b|\bfrequently asked\b", re.IGNORECASE)
_WORD = lazy_pattern(r"[^\W\d_][\w-]{3,40}")
_MARKERS = ("**", "__")


class FaqBlobOptions(Options, frozen=True):
    """Options of faq-blob."""

    pairs: Annotated[
        int, Meta(ge=2, description="questions in bold or the like from which it is reported")
    ] = 4
    questions: Annotated[
        int, Meta(ge=1, description="most unrelated questions in an article that is called FAQ")
    ] = 8


def check(article: Article, kb: KnowledgeBase, options: FaqBlobOptions) -> Iterator[Hit]:
    """Articles whose questions are no headings, or too many for one article."""
    blocks = [block for block in article.paragraphs if _is_question(block)]
    places = [block.span for block in blocks] or [*_summaries(article)]
    if len(places) >= options.pairs:
        yield Hit(
            places[0],
            f"{len(places)} questions with their answers are no headings",
            "Make each question a heading, or an article of its own",
            _promote(article, blocks),
        )
    title = article.title
    if title and _FAQ.search(title.text):
        asked = [h.text for h in article.headings if h.text.rstrip().endswith("?")]
        if len(asked) > options.questions and not _is_related(asked):
            yield Hit(
                title.span,
                f"{len(asked)} unrelated questions in one article (limit {options.questions})",
                "Move each question to the article about its topic",
            )


def _is_question(block: Block) -> bool:
    """Whether it is a whole question in bold or one behind a label."""
    text = block.prose.text.strip()
    if block.quoted or not text:
        return False
    if _LABEL.match(text):
        return True
    end = len(block.prose.text)
    bold = any(mark.start == 0 and mark.end == end for mark in block.prose.marked("strong"))
    return bold and text.endswith("?")


def _summaries(article: Article) -> Iterator[Span]:
    """Questions that open when they are pressed."""
    text = article.source.text
    code = [part.span for part in article.code]
    for match in _SUMMARY.finditer(text, article.body.start, article.body.end):
        at = Span(*match.span("text"))
        inside = any(span.start <= at.start < span.end for span in code)
        asked = unescape(_TAG.sub("", match["text"])).rstrip()
        if asked.endswith("?") and not inside:
            yield at


def _promote(article: Article, blocks: Sequence[Block]) -> Edit | None:
    """Headings for all questions in bold, one level below the one above; None for any other."""
    if article.markup != "markdown" or not blocks:
        return None
    changes: list[Change] = []
    for block in blocks:
        text = article.source.slice(block.span)
        if text[:2] not in _MARKERS or text[-2:] != text[:2] or "\n" in text or "\r" in text:
            return None
        start, end = block.span.start, block.span.end
        above = article.sections[block.section].heading
        level = min(6, above.level + 1) if above else 2
        changes.append(Change(Span(start, start + 2), "#" * level + " "))
        changes.append(Change(Span(end - 2, end), ""))
    return Edit(tuple(changes), safe=False)


def _is_related(questions: Sequence[str]) -> bool:
    """Whether half of the questions share a word."""
    words = Counter(w for text in questions for w in {*_WORD.findall(text.lower())} - _COMMON)
    return bool(words) and 2 * max(words.values()) >= len(questions)


_COMMON = frozenset("what when where which does have will with from that this they your".split())

RULE = Rule(
    code="BOT005",
    name="faq-blob",
    severity=Severity.WARNING,
    options=FaqBlobOptions,
    doc=__doc__,
    check=check,
    default=False,
    fix="unsafe",
    languages=("en",),
)
