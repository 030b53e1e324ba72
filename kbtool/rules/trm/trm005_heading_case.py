"""A heading in other capitals than your style has.

"Change Your Card Limit" above "Order a new card" looks as if two companies wrote the page, and in
title case nobody can tell a name from a word. Choose with `style = "sentence"` or
`style = "title"`; until then the rule is silent.

Source: Microsoft Writing Style Guide (capitalisation: sentence style for headings).

Bad:
    # Change Your Card Limit

Good:
    # Change your card limit

    Your London branch can help, too.

    ## Find us in London

Not flagged: words of `names`, those that the article writes with a capital inside a sentence, and
words with a capital right behind a name; words with capitals inside or with digits, "I", days,
months, the first word of a heading, those behind a colon or a full stop, and texts in code, bold or
quotation marks; headings of which fewer than `share` of the words that tell are wrong. Titles in
front matter count as headings.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Annotated, Literal

from msgspec import Meta

from kbtool.language.labels import Covers
from kbtool.language.phrases import find_phrases, is_quoted
from kbtool.model import MASK, Article, Hit, KnowledgeBase, Prose, Severity
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule

_SMALL = (
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "if", "in", "into", "nor", "of",
    "off", "on", "onto", "or", "out", "over", "per", "so", "than", "the", "to", "up", "via", "vs",
    "with", "yet",
)  # fmt: skip

_NAMES = frozenset(
    "I I'm I've I'd I'll Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February "
    "March April May June July August September October November December English German French "
    "Spanish Italian Chinese Japanese Europe European America American Africa African Asia Asian "
    "Internet Christmas Easter".split(),
)
"""Words that have a capital anywhere."""

_WORD = lazy_pattern(r"(?<![\w.@/:-])[^\W\d_]++(?>(?:['’-][^\W\d_]++)*)(?![\w/@]|\.\w)")
_NEW_START = lazy_pattern(r"(?:\A(?>(?:[A-Z\d]++[-\d.]++)?)|[:.?!–—|>-]\s|[(/])\W*\Z")
_INSIDE = lazy_pattern(r"(?<=[\w,;)] )[A-Z][a-z'’-]++")
_MOST_WORDS = 60
_NOWHERE = -2


class HeadingCaseOptions(Options, frozen=True):
    """Options of heading-case."""

    style: Annotated[
        Literal["any", "sentence", "title"],
        Meta(description="capitals of headings: of the first word and names, or of all long words"),
    ] = "any"
    names: Annotated[
        tuple[str, ...],
        Meta(description="names and terms to accept as they are written here"),
    ] = ()
    share: Annotated[
        float,
        Meta(ge=0, le=1, description="share of the words of a heading that have to be wrong"),
    ] = 0.5
    small: Annotated[
        tuple[str, ...],
        Meta(description="words, in small letters, that have no capital in title case"),
    ] = _SMALL
    learn: Annotated[
        bool,
        Meta(description="whether words with a capital inside sentences of an article are names"),
    ] = True


def check(article: Article, kb: KnowledgeBase, options: HeadingCaseOptions) -> Iterator[Hit]:
    """Headings and the title, where most words have the wrong capitals."""
    if options.style == "any":
        return
    known = _names_in(article) if options.learn and options.style == "sentence" else frozenset()
    proses = [heading.block.prose for heading in article.headings]
    if article.title and article.title.origin == "front-matter":
        proses.insert(0, article.title.prose)
    for prose in proses:
        words = _telling_words(prose, options, known)
        wrong = [word for word, is_right in words if not is_right]
        if wrong and len(wrong) >= options.share * len(words):
            yield _hit(prose, wrong, len(words), options.style)


def _names_in(article: Article) -> frozenset[str]:
    """Words that the article writes with a capital inside its sentences."""
    return frozenset(
        _bare(word)
        for block in article.blocks
        if block.kind != "heading"
        for word in _INSIDE.findall(block.prose.masked)
    )


def _bare(word: str) -> str:
    return word.replace("’", "'").removesuffix("'s").rstrip("-'")


def _telling_words(
    prose: Prose, options: HeadingCaseOptions, known: frozenset[str]
) -> list[tuple[str, bool]]:
    """Words whose capitals a style decides about, and whether they are right."""
    text = prose.masked
    names = Covers([(name.start, name.end) for name in find_phrases(text, options.names)])
    judged: list[tuple[str, bool]] = []
    name_end = _NOWHERE  # of a name that the next word may go on
    for match in islice(_WORD.finditer(text), _MOST_WORDS):
        word, (start, end) = _bare(match[0]), match.span()
        is_name = word in _NAMES or word in known or names.hold(start, end)
        is_name = is_name or (name_end == start - 1 and word[0].isupper())
        is_set = prose.has_mark(start, end, "strong") or is_quoted(text, start, end)
        if is_name or is_set or MASK in word or not word[1:].islower():
            name_end = (
                end if options.style == "sentence" and word not in options.small else _NOWHERE
            )
        elif word.lower() not in options.small and not _begins(text, start):
            judged.append((word, word[0].isupper() == (options.style == "title")))
    return judged


def _begins(text: str, start: int) -> bool:
    """Whether a word that has a capital in any style begins here."""
    return bool(_NEW_START.search(text, max(0, start - 20), start))


def _hit(prose: Prose, wrong: list[str], words: int, style: str) -> Hit:
    shown = ", ".join(f'"{word}"' for word in wrong[:3])
    verb = "have a capital" if style == "sentence" else "have no capital"
    return Hit(
        prose.span(0, len(prose.text)),
        f"{len(wrong)} of {words} words {verb}: {shown}",
        "Write the first word and names with a capital, no others"
        if style == "sentence"
        else "Write all words but short ones with a capital",
    )


RULE = Rule(
    code="TRM005",
    name="heading-case",
    severity=Severity.INFO,
    options=HeadingCaseOptions,
    doc=__doc__,
    check=check,
    languages=("en",),
)
