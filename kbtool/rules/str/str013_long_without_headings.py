"""An article of more than 250 words without a heading below its title.

Readers look for the part that is theirs, and headings are where they look. Without them they have
to read everything, nobody can link to a part, and a bot cuts the text wherever its passage is full.

Source: US federal plain language guidelines ("Use lots of useful headings").

The example shows the rule with `words` set to 30.

Bad:
    # Pay abroad

    You can pay with your card in every country that is not under sanctions.

    We charge nothing for payments in shops, but 2% for cash from machines.

    If a machine keeps your card, freeze it and order another one.

Good:
    # Pay abroad

    You can pay with your card in every country that is not under sanctions.

    ## Fees

    We charge nothing for payments in shops, but 2% for cash from machines.

    ## If a machine keeps your card

    Freeze it and order another one.

Not flagged: words in tables and code, and those of the longest numbered list with what hangs on it,
since one procedure needs no headings (see `tables` and `procedure`). The rule is off unless you
select it: between 250 and 400 words many texts are about one thing and read well without headings,
and above 400 words section-size says the same.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Annotated

from msgspec import Meta

from kbtool.model import Article, Block, Hit, KnowledgeBase, Severity
from kbtool.rule import Options, Rule
from kbtool.rules.str._opening import headings_below_title, place_of, title_heading

_SHOWN = 40  # characters of a block that are enough to find it


class LongWithoutHeadingsOptions(Options, frozen=True):
    """Options of long-without-headings."""

    words: Annotated[
        int,
        Meta(ge=1, description="most words in an article that has no heading below its title"),
    ] = 250
    tables: Annotated[bool, Meta(description="whether words in tables count")] = False
    procedure: Annotated[
        bool,
        Meta(description="whether words of the longest numbered list count"),
    ] = False


def check(
    article: Article, kb: KnowledgeBase, options: LongWithoutHeadingsOptions
) -> Iterator[Hit]:
    """The title of an article with many words and no other heading."""
    if len(article.headings) > 1 or headings_below_title(article):
        return
    title = title_heading(article)
    blocks = [block for block in article.blocks if not (title and block is title.block)]
    if not options.tables:
        blocks = [block for block in blocks if block.kind != "cell"]
    if sum(block.words for block in blocks) <= options.words:
        return
    if not options.procedure:
        blocks = _drop_procedure(article, blocks)
    words = sum(block.words for block in blocks)
    if words > options.words:
        yield Hit(
            place_of(article),
            f"article has {words} words and no heading (limit {options.words})",
            _advise(blocks, words),
        )


def _drop_procedure(article: Article, blocks: list[Block]) -> list[Block]:
    """Blocks that do not lie in the numbered list with the most words."""
    best: list[Block] = []
    most = 0
    places = [block.span.start for block in blocks]
    for part in article.lists:
        if part.ordered and part.depth == 1:
            first, last = (bisect_left(places, at) for at in part.span)
            words = sum(block.words for block in blocks[first:last])
            if words > most:
                most, best = words, blocks[:first] + blocks[last:]
    return best if most else blocks


def _advise(blocks: Sequence[Block], words: int) -> str:
    """Where a heading would cut the text into halves."""
    best: Block | None = None
    done, distance = 0, words
    for block in blocks:
        apart = abs(words - 2 * done)
        if block.kind == "paragraph" and done and apart < distance:
            best, distance = block, apart
        done += block.words
    if best is None:
        return "Give each part a heading"
    text = " ".join(best.prose.text.split())
    shown = text if len(text) <= _SHOWN else text[:_SHOWN].rsplit(" ", 1)[0] + " …"
    return f'Give each part a heading, for example before "{shown}"'


RULE = Rule(
    code="STR013",
    name="long-without-headings",
    severity=Severity.WARNING,
    options=LongWithoutHeadingsOptions,
    doc=__doc__,
    check=check,
    default=False,
)
