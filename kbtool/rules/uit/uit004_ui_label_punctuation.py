"""The colon or the ellipsis of a label, taken along into the text.

On the screen "Save as…" says that a dialogue follows and "Name:" that a field does; in a sentence
they look like a pause or an unfinished thought, and people search for the words without them.

Source: Microsoft Writing Style Guide, "Formatting text in instructions" (leave out end punctuation
such as ellipses and colons of labels).

Bad:
    Select **Save as…** and type the name in the **Name:** box.

Good:
    Select **Save as** and type the name in the **Name** box.

Not flagged: bold text that begins a paragraph or an item ("**Note:** ..."), a colon or an ellipsis
before the end of the paragraph or a line break, which may introduce what follows, and bold text of
more than a few words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Annotated

from msgspec import Meta

from kbtool.language.rewording import is_plain
from kbtool.model import Article, Block, Change, Edit, Hit, KnowledgeBase, Mark, Severity
from kbtool.rule import Options, Rule

_VERBS = (
    "click", "click on", "right-click", "double-click", "select", "choose", "tap", "tap on",
    "press", "open", "check", "uncheck", "tick", "clear", "enable", "disable", "toggle", "hit",
    "pick", "use", "see", "to", "the", "or", "and", "then", "your", ">", "→",
)  # fmt: skip


class UiLabelPunctuationOptions(Options, frozen=True):
    """Options of ui-label-punctuation."""

    before: Annotated[
        tuple[str, ...],
        Meta(description="words and signs right before a bold text that is a label"),
    ] = _VERBS
    endings: Annotated[
        tuple[str, ...],
        Meta(description="what the text of a label should not end in"),
    ] = (":", "…", "...")
    words: Annotated[int, Meta(ge=1, description="most words of a label")] = 6
    exceptions: Annotated[
        tuple[str, ...],
        Meta(description="labels to accept with their punctuation"),
    ] = ()


def check(article: Article, kb: KnowledgeBase, options: UiLabelPunctuationOptions) -> Iterator[Hit]:
    """Labels in bold that end in a colon or an ellipsis."""
    if not any(ending in article.running.text for ending in options.endings):
        return
    for block in article.blocks:
        if any(ending in block.prose.text for ending in options.endings):
            for mark in block.prose.marked("strong"):
                yield from _judge(article, block, mark, options)


def _judge(
    article: Article, block: Block, mark: Mark, options: UiLabelPunctuationOptions
) -> Iterator[Hit]:
    text = block.prose.text
    label = text[mark.start : mark.end].rstrip()
    ending = next((ending for ending in options.endings if label.endswith(ending)), "")
    plain = label.removesuffix(ending).rstrip()
    if not ending or not plain or label in options.exceptions:
        return
    if len(label.split()) > options.words or not _before(options.before).search(
        text, max(0, mark.start - 20), mark.start
    ):
        return
    if _goes_on(ending).match(text, mark.start + len(label)):
        start, end = mark.start + len(plain), mark.start + len(label)
        yield Hit(
            block.prose.span(mark.start, mark.end),
            f'label "{plain}" ends in "{ending}"',
            "Leave its punctuation out",
            Edit((Change(block.prose.span(start, end), ""),), safe=True)
            if is_plain(article.source, block.prose, start, end)
            else None,
        )


@cache
def _before(words: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted(words, key=len, reverse=True)
    body = "|".join(r"\s+".join(map(re.escape, word.split())) for word in ordered) or "(?!)"
    return re.compile(rf"(?<![\w-])(?:{body})\s*\Z", re.IGNORECASE)


@cache
def _goes_on(ending: str) -> re.Pattern[str]:
    """What follows a label inside a sentence; a comma or full stop will do behind an ellipsis."""
    stops = "" if ending == ":" else r"|\s*[.,;)>→]"
    return re.compile(rf"\s+(?:[a-z>→(]){stops}")


RULE = Rule(
    code="UIT004",
    name="ui-label-punctuation",
    severity=Severity.INFO,
    options=UiLabelPunctuationOptions,
    doc=__doc__,
    check=check,
    fix="safe",
)
