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

An article that is nothing but a title in the front matter is found as well: a bot that matches it
has nothing to say.

Not flagged: headings with a deeper heading right below them, headings that are links themselves,
and sections that hold just an image, a table, code or a snippet. A comment that readers never see
does not fill a section. Of articles without any text those are left alone that a site fills itself:
`index` pages, redirects and pages with a layout or a template.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from kbtool.model import Article, Heading, Hit, KnowledgeBase, Severity
from kbtool.rule import Options, Rule

_FILLED_BY = frozenset(
    {"layout", "template", "redirect", "redirect_to", "redirect_from", "redirects", "type"}
)
_FILLED_STEMS = frozenset({"index", "readme"})


class EmptySectionOptions(Options, frozen=True):
    """Options of empty-section: none."""


def check(article: Article, kb: KnowledgeBase, options: EmptySectionOptions) -> Iterator[Hit]:
    """Headings followed by one of the same or a higher level, or by the end; titles of nothing."""
    if article.title and _holds_nothing(article):
        yield Hit(article.title.span, _tell(article.title.text), "Write the article, or remove it")
    for number, section in enumerate(article.sections):
        heading = section.heading
        if not heading or not section.is_empty or heading.block.prose.marked("link"):
            continue
        following = article.sections[number + 1 : number + 2]
        below = following[0].heading if following else None
        if not below or below.level <= heading.level:
            yield Hit(heading.span, _describe(heading), "Write what it promises, or remove it")


def _holds_nothing(article: Article) -> bool:
    """Whether an article is a title in the front matter alone, and nothing fills it elsewhere."""
    if article.blocks or article.images or not all(part.is_empty for part in article.sections):
        return False
    stem = PurePosixPath(article.path).stem.lower().lstrip("_")
    return stem not in _FILLED_STEMS and not _FILLED_BY & article.front_matter.values.keys()


def _describe(heading: Heading) -> str:
    shown = " ".join(heading.text.split())
    return _tell(shown) if shown else "heading has no text and no content"


def _tell(title: str) -> str:
    return f'nothing stands under "{title}"'


RULE = Rule(
    code="STR005",
    name="empty-section",
    severity=Severity.WARNING,
    options=EmptySectionOptions,
    doc=__doc__,
    check=check,
)
