"""A heading that skips a level, such as level 4 right below level 2.

Screen readers offer headings as an outline, and bots hand a passage over with the headings above
it. Where a level is missing, readers look for a part that does not exist. Levels say what belongs
to what; how large a heading looks is a matter of style.

Source: WCAG 2.2, success criteria 1.3.1 (info and relationships) and 2.4.10 (section headings).

Bad:
    # Send money abroad

    ## Fees

    #### Fees for weekends

    We add 0.5% at weekends.

Good:
    # Send money abroad

    ## Fees

    ### Fees for weekends

    We add 0.5% at weekends.

Not flagged: headings that go back up by several levels, the first heading of an article without a
title, headings inside block quotes, and tabs (headings that link to `#tab/…`). A title in the front
matter counts as level 1. The fix raises the heading together with what hangs on it; look whether
that is what was meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Annotated

from msgspec import Meta

from kbtool.model import Article, Change, Edit, Heading, Hit, KnowledgeBase, Severity
from kbtool.rule import Options, Rule
from kbtool.rules.str._outline import outline


class HeadingSkipOptions(Options, frozen=True):
    """Options of heading-skip."""

    step: Annotated[
        int,
        Meta(ge=1, le=5, description="most levels that a heading may lie below the one before it"),
    ] = 1


def check(article: Article, kb: KnowledgeBase, options: HeadingSkipOptions) -> Iterator[Hit]:
    """Headings that lie too far below the one before."""
    headings = outline(article)
    is_titled = article.title is not None and article.title.origin == "front-matter"
    before = 1 if is_titled else 6
    for number, heading in enumerate(headings):
        if heading.level > before + options.step:
            above = "the title" if is_titled and not number else f"level {before}"
            yield Hit(
                heading.span,
                f"heading jumps from {above} to level {heading.level}",
                f"Make it a heading of level {before + 1}",
                _raise_headings(headings[number:], heading.level - before - 1),
            )
        before = heading.level


def _raise_headings(headings: Sequence[Heading], levels: int) -> Edit | None:
    """Move the first heading up, and with it the deeper ones and its equals that follow."""
    moved = list(takewhile(lambda heading: heading.level >= headings[0].level, headings))
    if any(heading.marker.end == heading.marker.start for heading in moved):
        return None  # an HTML heading has two tags to change
    changes = (Change(heading.marker, "#" * (heading.level - levels)) for heading in moved)
    return Edit(tuple(changes), safe=False)


RULE = Rule(
    code="STR003",
    name="heading-skip",
    severity=Severity.WARNING,
    options=HeadingSkipOptions,
    doc=__doc__,
    check=check,
    fix="unsafe",
)
