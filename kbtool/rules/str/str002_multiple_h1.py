"""More than one heading of level 1, or one beside the title.

The heading of level 1 names the whole page. With two of them, screen readers and bots take the
text for two articles, and the outline no longer shows what belongs to what. Most help centres
print the title from the front matter as such a heading, so one more in the text doubles it.

Source: WCAG 2.2, success criterion 1.3.1 (info and relationships).

Bad:
    # Close your account

    Move your money first.

    # Get your data

    Ask for your data before you close the account.

Good:
    # Close your account

    Move your money first.

    ## Get your data

    Ask for your data before you close the account.

Not flagged: a heading of level 1 beside a title in the front matter where most articles have both,
since such a help centre does not print the title. Set `body-h1` to "forbid" or "allow" to decide it
for all articles. Headings inside block quotes belong to what is quoted, and headings that link to
`#tab/…` are tabs.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal, NamedTuple

from msgspec import Meta

from kbtool.model import Article, Hit, KnowledgeBase, Outline, Severity, Span
from kbtool.rule import Options, Rule
from kbtool.rules.str._outline import outline

_FEWEST = 5  # articles with both that make it a habit


class MultipleH1Options(Options, frozen=True):
    """Options of multiple-h1."""

    body_h1: Annotated[
        Literal["auto", "forbid", "allow"],
        Meta(
            description="whether a heading of level 1 may stand beside a title in the front "
            'matter; "auto" allows it where most articles have both'
        ),
    ] = "auto"


class TopHeadings(NamedTuple):
    """Headings of level 1 of an article."""

    titled: bool  # whether the front matter names a title as well
    spans: tuple[Span, ...]


def survey(article: Article, options: MultipleH1Options) -> TopHeadings | None:
    """Headings of level 1, where there may be too many."""
    titled = article.title is not None and article.title.origin == "front-matter"
    spans = tuple(heading.span for heading in outline(article) if heading.level == 1)
    return TopHeadings(titled, spans) if titled or len(spans) > 1 else None


def judge(own: Outline, kb: KnowledgeBase, options: MultipleH1Options) -> Iterator[Hit]:
    """Headings of level 1 after the first title."""
    found: TopHeadings | None = kb.survey(RULE.code).get(own.path)
    if not found:
        return
    if found.titled and found.spans and not _allows_h1(kb, options):
        yield Hit(
            found.spans[0],
            "heading of level 1 beside the title in the front matter",
            "Remove it, or make it a heading of level 2",
        )
    for number, span in enumerate(found.spans[1:], 2):
        yield Hit(
            span,
            f"heading of level 1 number {number} (limit 1)",
            "Make it a heading of level 2, or an article of its own",
        )


def _allows_h1(kb: KnowledgeBase, options: MultipleH1Options) -> bool:
    if options.body_h1 == "auto":
        return kb.once(_has_both_mostly)
    return options.body_h1 == "allow"


def _has_both_mostly(kb: KnowledgeBase) -> bool:
    titled = [found for found in kb.survey(RULE.code).values() if found.titled]
    both = sum(1 for found in titled if found.spans)
    return both >= _FEWEST and 2 * both > len(titled)


RULE = Rule(
    code="STR002",
    name="multiple-h1",
    severity=Severity.WARNING,
    options=MultipleH1Options,
    doc=__doc__,
    survey=survey,
    facts=TopHeadings,
    judge=judge,
)
