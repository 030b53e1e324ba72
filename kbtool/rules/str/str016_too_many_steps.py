"""A procedure of more than seven steps.

Readers switch between the article and their screen at each step. After seven they have lost count,
do not see an end, and give up or skip what they need. A long procedure mostly holds several tasks.

Source: Microsoft Writing Style Guide, "Writing step-by-step instructions" (at most seven steps,
preferably fewer).

Bad:
    1. Open the app.
    2. Tap Cards.
    3. Select your card.
    4. Tap Settings.
    5. Tap Limits.
    6. Enter a limit.
    7. Tap Next.
    8. Tap Save.

Good:
    1. In the app, open Cards, select your card and then Settings > Limits.
    2. Enter a limit.
    3. Tap Save.

Not flagged: numbered lists of other things, and steps with much code, which write a program.
Entries that begin with "If" or "Or", are links, say what happens, or ask to wait or to check do not
count as steps, and steps inside a step are counted by themselves. Above ten steps it is a warning.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice
from typing import Annotated

from msgspec import Meta

from kbtool.language.imperatives import imperative_verb
from kbtool.model import Article, Block, Hit, Item, KnowledgeBase, Severity, Span
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule

_CONDITION = lazy_pattern(r"\W*(?:if|unless|in\s+case|or|alternatively)\b", re.IGNORECASE)


class TooManyStepsOptions(Options, frozen=True):
    """Options of too-many-steps."""

    info: Annotated[
        int,
        Meta(ge=1, description="most steps in a procedure"),
    ] = 7
    warning: Annotated[
        int,
        Meta(ge=1, description="steps in a procedure above which it is a warning"),
    ] = 10
    code: Annotated[
        int,
        Meta(ge=1, description="blocks of code from which the steps are a program to be written"),
    ] = 4
    exceptions: Annotated[
        tuple[str, ...],
        Meta(description="verbs, in lower case, that are no step of their own"),
    ] = ("wait", "note", "see", "check", "verify", "repeat")


def check(article: Article, kb: KnowledgeBase, options: TooManyStepsOptions) -> Iterator[Hit]:
    """Numbered lists with too many steps."""
    limit = min(options.info, options.warning)
    parts = [part for part in article.lists if part.ordered and len(part.items) > limit]
    if not parts:
        return
    code = sorted(code.span.start for code in article.code if not code.inline)
    for part in parts:
        start, end = (bisect_left(code, at) for at in part.span)
        if end - start >= options.code:
            continue  # they write a program
        count = sum(1 for item in part.items if _is_step(item, options.exceptions))
        if count > limit:
            is_worse = count > options.warning
            yield Hit(
                _place(part.items[0]),
                f"procedure has {_describe(count, len(part.items))} (limit {limit})",
                "Join short steps in one place, or split the task and give each part a heading",
                severity=Severity.WARNING if is_worse else Severity.INFO,
            )


def _describe(count: int, entries: int) -> str:
    return f"{count} steps" if count == entries else f"{count} steps in {entries} entries"


def _is_step(item: Item, exceptions: tuple[str, ...]) -> bool:
    """Whether one of an entry's first two sentences tells the reader to do something.

    Not where it only links to a section, or is for some readers only.
    """
    if not item.blocks or _CONDITION.match(item.blocks[0].prose.text) or _is_link(item.blocks[0]):
        return False
    openings = (text for block in item.blocks for _, text in block.sentence_texts())
    verbs = map(imperative_verb, islice(openings, 2))
    return any(verb and verb not in exceptions for verb in verbs)


def _is_link(block: Block) -> bool:
    end = len(block.prose.text.rstrip(" ."))
    return any(mark.start == 0 and mark.end >= end for mark in block.prose.marked("link"))


def _place(item: Item) -> Span:
    """The text of the first step; its number where it has none."""
    return item.blocks[0].span if item.blocks else item.marker


RULE = Rule(
    code="STR016",
    name="too-many-steps",
    severity=Severity.INFO,
    options=TooManyStepsOptions,
    doc=__doc__,
    check=check,
    languages=("en",),
)
