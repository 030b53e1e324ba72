"""An article that begins with a heading, a list or a table and not with a sentence or two.

The first lines tell readers whether they are in the right place: what the article solves, for whom,
and what it needs. They are also what search results show and what a bot takes for the topic of the
page. Without them readers work through steps that may not be theirs.

Source: KCS v6 practices guide (an article states its issue first); US federal plain language
guidelines ("Use good topic sentences").

Bad:
    # Freeze your card

    ## In the app

    Open Cards, select the card that you want to stop and then Freeze. Nobody can pay with it until
    you open Cards again and select Unfreeze.

    ## By phone

    Call the number in your contract and have your customer number ready. Press 1 for cards and then
    2 to freeze the card. We read the last four digits to you before we stop it.

Good:
    # Freeze your card

    If you cannot find your card, stop all payments with it until it turns up.

    ## In the app

    Open Cards, select the card that you want to stop and then Freeze. Nobody can pay with it until
    you open Cards again and select Unfreeze.

Not flagged: articles of a few lines, articles without a title, pages that begin with links,
articles with an introduction in their front matter (see `keys`) or below a heading such as
"Overview" (see `headings`), one short line that does not end with a colon, and an image or code
before the introduction. Bullets that are whole sentences may introduce as well. A line that only
leads to a list, such as "Follow these steps:", is no introduction.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import Annotated, Literal

from msgspec import Meta

from kbtool.model import IMAGE, Article, Block, Heading, Hit, KnowledgeBase, Severity
from kbtool.rule import Options, Rule
from kbtool.rules.str._opening import title_heading

_NAMES = {
    "heading": "the first heading",
    "item": "the first list",
    "cell": "the first table",
    "code": "the first code",
    "image": "the first image",
}
_HEADINGS = (
    "overview", "intro", "summary", "background", "description", "about", "purpose",
    "what is", "what are", "what's", "what does", "general information", "tl;dr", "in short",
    "abstract", "preface", "question", "issue", "symptom", "problem", "statement",
)  # fmt: skip


class MissingIntroOptions(Options, frozen=True):
    """Options of missing-intro."""

    words: Annotated[int, Meta(ge=1, description="fewest words of an introduction")] = 8
    shortest: Annotated[
        int,
        Meta(ge=0, description="words of an article from which it needs an introduction"),
    ] = 60
    statement: Annotated[
        int,
        Meta(ge=1, description="fewest words of a line that is enough if it ends with no colon"),
    ] = 2
    lead: Annotated[
        int,
        Meta(ge=1, description="fewest words of a line that is enough although it leads to a list"),
    ] = 6
    before: Annotated[
        tuple[Literal["image", "code"], ...],
        Meta(description="what may stand before the introduction"),
    ] = ("image", "code")
    headings: Annotated[
        tuple[str, ...],
        Meta(description="words, in lower case, of headings that may stand above it"),
    ] = _HEADINGS
    keys: Annotated[
        tuple[str, ...],
        Meta(description="keys of the front matter whose text is shown as the introduction"),
    ] = ("intro", "introduction", "lead", "standfirst")


def check(article: Article, kb: KnowledgeBase, options: MissingIntroOptions) -> Iterator[Hit]:
    """Titles with too few words before whatever comes first."""
    if not article.title:
        return
    if article.front_matter.entries and any(
        article.front_matter.values.get(key) for key in options.keys
    ):
        return
    words, first = _read_opening(article, options)
    if first and words < options.words and not _is_short(article, options.shortest):
        found = f"only {words} word{'s' if words > 1 else ''}" if words else "nothing"
        yield Hit(
            article.title.span,
            f"{found} to read before {_NAMES[first]} (at least {options.words} words)",
            "Begin with what the article is about and whom it is for",
        )


def _is_short(article: Article, shortest: int) -> bool:
    words = 0
    for section in article.sections:
        words += section.words
        if words >= shortest:
            return False
    return True


def _read_opening(article: Article, options: MissingIntroOptions) -> tuple[int, str]:
    """Words before what is no paragraph, and what that is; "" where the words are enough."""
    title = title_heading(article)
    first_code = _find_code(article, title) if "code" not in options.before else None
    words = 0
    for block, following in zip_longest(article.blocks, article.blocks[1:]):
        if title and block is title.block:
            continue
        if first_code is not None and first_code < block.span.start:
            return words, "code"
        if block.kind == "heading":
            if _leads_in(block, article, options.headings):
                continue
            return words, "" if following and _is_link(following) else "heading"
        if block.kind != "paragraph":
            return words, "" if _is_prose(block, options.words) else block.kind
        if _is_image(block) and "image" not in options.before:
            return words, "image"
        words += block.words
        if words >= options.words or _is_enough(block, options) or _is_link(block):
            return words, ""
    return words, ""


def _find_code(article: Article, title: Heading | None) -> int | None:
    """Where the first block of code below the title begins."""
    start = title.span.end if title else article.body.start
    places = (code.span.start for code in article.code if not code.inline)
    return next((at for at in places if at >= start), None)


def _leads_in(block: Block, article: Article, headings: tuple[str, ...]) -> bool:
    """Whether a heading says that an introduction follows, or no more than the title does."""
    text = block.prose.text.lower().replace("’", "'")
    title = article.title.text.lower().replace("’", "'") if article.title else ""
    return set(text.split()) <= set(title.split()) or any(words in text for words in headings)


def _is_enough(block: Block, options: MissingIntroOptions) -> bool:
    """Whether it is no mere lead to a list."""
    is_lead = block.prose.text.rstrip().endswith(":")
    return block.words >= (options.lead if is_lead else options.statement)


def _is_prose(block: Block, words: int) -> bool:
    """Whether it is a bullet that holds a sentence, as introductions in key points do."""
    is_bullet = block.kind == "item" and not block.ordered
    return is_bullet and block.words >= words and block.prose.text.rstrip().endswith(".")


def _is_image(block: Block) -> bool:
    return not block.prose.text.replace(IMAGE, "").strip()


def _is_link(block: Block) -> bool:
    """Whether it is one link from end to end."""
    first, end = len(block.prose.text) - len(block.prose.text.lstrip()), len(block.prose.text)
    return any(mark.start <= first and mark.end >= end for mark in block.prose.marked("link"))


RULE = Rule(
    code="STR009",
    name="missing-intro",
    severity=Severity.INFO,
    options=MissingIntroOptions,
    doc=__doc__,
    check=check,
)
