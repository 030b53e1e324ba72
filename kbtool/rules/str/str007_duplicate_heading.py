"""A heading that stands twice in the same part of an article.

Readers who jump by headings cannot tell the two apart, links lead to the first of them, and a bot
gets two passages with one name. Often a part was copied and its heading forgotten.

Source: markdownlint's MD024 with `siblings_only`; WCAG 2.2, success criterion 2.4.6 (headings
describe their topic).

Bad:
    # Get a refund

    ## Before you begin

    Find your receipt.

    ## Before you begin

    Check that the item is unused.

Good:
    # Get a refund

    ## On the phone

    ### Before you begin

    Find your receipt.

    ## In a shop

    ### Before you begin

    Find your receipt.

Not flagged: the same heading below different headings, unless `scope` is "article"; "Example";
headings inside block quotes, tabs (headings that link to `#tab/…`), and headings without text.
Capitals and a colon at the end make no difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Literal

from msgspec import Meta

from kbtool.model import IMAGE, Article, Heading, Hit, KnowledgeBase, Severity
from kbtool.rule import Options, Rule
from kbtool.rules.str._outline import outline


class DuplicateHeadingOptions(Options, frozen=True):
    """Options of duplicate-heading."""

    scope: Annotated[
        Literal["siblings", "article"],
        Meta(description="where a heading may stand once: below the same heading, or at all"),
    ] = "siblings"
    exceptions: Annotated[
        tuple[str, ...],
        Meta(description="headings, in lower case, that may stand as often as they like"),
    ] = ("example", "examples")


def check(article: Article, kb: KnowledgeBase, options: DuplicateHeadingOptions) -> Iterator[Hit]:
    """Headings whose words stood in the same part before."""
    if len(article.headings) < 2:
        return
    names = [_fold(heading) for heading in article.headings]
    if len(set(names)) == len(names):
        return
    headings = outline(article)
    first: dict[tuple[int, int, str], Heading] = {}
    for heading, parent in zip(headings, _parents(headings), strict=True):
        name = _fold(heading)
        if not name or name in options.exceptions:
            continue
        place = (parent, heading.level) if options.scope == "siblings" else (0, 0)
        before = first.setdefault((*place, name), heading)
        if before is not heading:
            yield _describe(article, heading, before)


def _fold(heading: Heading) -> str:
    return " ".join(heading.text.replace(IMAGE, " ").lower().replace("’", "'").split()).rstrip(" :")


def _parents(headings: Sequence[Heading]) -> Iterator[int]:
    """For each heading the number of the one that it hangs on, 0 for none."""
    above: list[tuple[int, int]] = [(0, 0)]  # level and number of the headings that are open
    for number, heading in enumerate(headings, 1):
        while above[-1][0] >= heading.level:
            above.pop()
        yield above[-1][1]
        above.append((heading.level, number))


def _describe(article: Article, heading: Heading, before: Heading) -> Hit:
    line = article.source.position(before.span.start).line
    return Hit(
        heading.block.span,
        f'"{" ".join(heading.text.split())}" is already the heading in line {line}',
        "Say in both headings what sets them apart, or join the two parts",
    )


RULE = Rule(
    code="STR007",
    name="duplicate-heading",
    severity=Severity.WARNING,
    options=DuplicateHeadingOptions,
    doc=__doc__,
    check=check,
)
