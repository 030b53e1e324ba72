"""A heading of level 5 or 6.

Readers lose track of what belongs to what, and few designs make the levels look different. An
article that needs so many mostly holds the material of several.

Source: US federal plain language guidelines ("Use lots of useful headings": three levels or fewer).

Bad:
    # Pay abroad

    ## Cards

    ### Fees

    #### Fees at machines

    ##### Fees at machines on weekends

    We add 0.5% at weekends.

Good:
    # Fees at machines abroad

    ## On weekends

    We add 0.5% at weekends.

Not flagged: headings inside block quotes, tabs (headings that link to `#tab/…`), and headings that
stand twice in an article, which are labels such as "On Windows". An article has one finding,
at its first heading below the limit, however many there are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from kbtool.model import Article, Hit, KnowledgeBase, Severity
from kbtool.rule import Options, Rule
from kbtool.rules.str._outline import outline


class HeadingTooDeepOptions(Options, frozen=True):
    """Options of heading-too-deep."""

    deepest: Annotated[
        int,
        Meta(ge=1, le=6, description="deepest level that a heading may have"),
    ] = 4
    repeats: Annotated[
        int,
        Meta(ge=2, description="times in one article from which a heading is a label"),
    ] = 2


def check(article: Article, kb: KnowledgeBase, options: HeadingTooDeepOptions) -> Iterator[Hit]:
    """The first heading below the limit, with the number of all."""
    if all(heading.level <= options.deepest for heading in article.headings):
        return
    deep = [heading for heading in outline(article) if heading.level > options.deepest]
    labels = Counter(heading.text.strip().lower() for heading in deep)
    deep = [h for h in deep if labels[h.text.strip().lower()] < options.repeats]
    if deep:
        level = deep[0].level
        tail = f"; {len(deep)} in this article are below the limit" if len(deep) > 1 else ""
        yield Hit(
            deep[0].span,
            f"heading of level {level} (limit {options.deepest}){tail}",
            "Raise it, or move its part to an article of its own",
        )


RULE = Rule(
    code="STR004",
    name="heading-too-deep",
    severity=Severity.INFO,
    options=HeadingTooDeepOptions,
    doc=__doc__,
    check=check,
)
