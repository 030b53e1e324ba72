"""An article that does not say what it is called.

The title is what search results, browser tabs and screen readers show first, and what a bot looks
at before anything else. Without one an article is found by chance.

Source: WCAG 2.2, success criterion 2.4.2 (page titled); Zendesk, "Optimizing your help center
content for bots".

Bad:
    ## Before you begin

    Have your card at hand.

Good:
    # Activate your card

    ## Before you begin

    Have your card at hand.

Not flagged: articles whose title stands in the front matter or in a heading of level 1, wherever
in the text that heading is, and files in folders such as `snippets`, which are parts of other
articles. Front matter that cannot be read at all is broken-front-matter's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from kbtool.model import Article, Hit, KnowledgeBase, Severity, Span
from kbtool.rule import Options, Rule


class MissingTitleOptions(Options, frozen=True):
    """Options of missing-title."""

    partials: Annotated[
        tuple[str, ...],
        Meta(description="folders whose files are parts of other articles and need no title"),
    ] = ("includes", "_includes", "partials", "_partials", "snippets", "_snippets", "reusables")


def check(article: Article, kb: KnowledgeBase, options: MissingTitleOptions) -> Iterator[Hit]:
    """Articles without a title, marked where it should stand."""
    # A title may well be there, but nobody can tell: one finding for the broken block is enough.
    is_unreadable = not article.front_matter.entries and any(
        problem.kind == "front-matter" for problem in article.problems
    )
    is_partial = not frozenset(options.partials).isdisjoint(article.path.split("/")[:-1])
    if article.title or is_unreadable or is_partial:
        return
    entry = article.front_matter.entry("title")
    heading = next((h for h in article.headings if h.level == 1), None)
    if entry:
        message, span = "the `title` in the front matter is empty", entry.key_span
    elif heading:
        message, span = "the heading of level 1 is empty", heading.span
    else:
        message, span = "the article has no title", _first_place(article)
    yield Hit(span, message, "Name the article in its front matter or in a heading of level 1")


def _first_place(article: Article) -> Span:
    """Opening line of the front matter, or else the first block."""
    if article.front_matter.span.end:
        return Span(0, 3)
    if article.blocks and not article.headings:
        return article.blocks[0].span
    return article.headings[0].span if article.headings else Span(0, 0)


RULE = Rule(
    code="STR001",
    name="missing-title",
    severity=Severity.ERROR,
    options=MissingTitleOptions,
    doc=__doc__,
    check=check,
)
