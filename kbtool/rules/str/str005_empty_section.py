"""A heading with nothing below it.

Whoever picks the heading from a table of contents, or gets it from a bot, finds no answer there.
Mostly the text was moved or never written, or a heading is used to make a line of text large.

Source: the content linter of GitHub's documentation (content after headings).

Bad:
    # Refunds

    ## How long a refund takes

    ## Refunds in another currency

    We use the rate of the day of the refund.

Good:
    # Refunds

    ## How long a refund takes

    It takes three working days.

    ## Refunds in another currency

    We use the rate of the day of the refund.

Not flagged: headings with a deeper heading right below them, headings that are links themselves,
and sections that hold just an image, a table, code or a snippet. A comment that readers never see
does not fill a section.
"""

from __future__ import annotations

from collections.abc import Iterator

from kbtool.model import Article, Heading, Hit, KnowledgeBase, Severity
from kbtool.rule import Options, Rule


class EmptySectionOptions(Options, frozen=True):
    """Options of empty-section: none."""


def check(article: Article, kb: KnowledgeBase, options: EmptySectionOptions) -> Iterator[Hit]:
    """Headings followed by one of the same or a higher level, or by the end."""
    for number, section in enumerate(article.sections):
        heading = section.heading
        if not heading or not section.is_empty or heading.block.prose.marked("link"):
            continue
        following = article.sections[number + 1 : number + 2]
        below = following[0].heading if following else None
        if not below or below.level <= heading.level:
            yield Hit(heading.span, _describe(heading), "Write what it promises, or remove it")


def _describe(heading: Heading) -> str:
    shown = " ".join(heading.text.split())
    return f'nothing stands under "{shown}"' if shown else "heading has no text and no content"


RULE = Rule(
    code="STR005",
    name="empty-section",
    severity=Severity.WARNING,
    options=EmptySectionOptions,
    doc=__doc__,
    check=check,
)
