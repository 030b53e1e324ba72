"""A title that says the same as the title of another article.

Customers cannot tell two such articles apart, and a bot splits its score between them and
may quote the one that nobody maintains. Capitals, endings of words, "how to" and small words make
no difference: "Topping up by card" is "How do I top up by card?".

Source: KCS v6 practices guide (search before you create); cosine of TF-IDF vectors as in
Manning, Raghavan and Schütze, "Introduction to Information Retrieval", chapter 6.

Bad:
    # Topping up by card
    @@ a.md
    # How do I top up by card?

Good:
    # Top up by card
    @@ a.md
    # Top up by bank transfer

Not flagged: articles in different languages, and titles that differ in a number, in "not", "off"
or the like, or in their direction: "Move files from the phone to the watch" and the way back. Each
pair is reported once, on the article that comes later by its path.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from kbtool.model import Article, Hit, KnowledgeBase, Outline, Severity, Span
from kbtool.rule import Options, Rule
from kbtool.rules.fnd._twins import Named, Twin, find_twins

_STOP_WORDS = tuple(
    "a an the my your our their its this that these those of for in on at with by to and or is are "
    "be do does it you i we me".split(),
)


class DuplicateTitleOptions(Options, frozen=True):
    """Options of duplicate-title."""

    threshold: Annotated[
        float,
        Meta(gt=0, le=1, description="similarity (TF-IDF cosine) from which titles are duplicates"),
    ] = 0.95
    stop_words: Annotated[
        tuple[str, ...],
        Meta(description="words that make no difference, in lower case"),
    ] = _STOP_WORDS


def survey(article: Article, options: DuplicateTitleOptions) -> Span | None:
    """Where the title stands."""
    return article.title.span if article.title else None


def judge(own: Outline, kb: KnowledgeBase, options: DuplicateTitleOptions) -> Iterator[Hit]:
    """Titles for which an earlier article has the like."""
    twin = kb.once(_all_twins, options.threshold, options.stop_words).get(own.path)
    if twin:
        how = "says the same as" if twin.similarity >= 1 else f"is {twin.similarity:.2f} like"
        shown, other = (" ".join(t.split()) for t in (own.title, twin.other.title))
        yield Hit(
            kb.survey(RULE.code)[own.path],
            f'title "{shown}" {how} "{other}" in {twin.other.path}',
            "Merge the two articles, or say in both titles what tells them apart",
        )


def _all_twins(
    kb: KnowledgeBase,
    threshold: float,
    stop_words: tuple[str, ...],
) -> dict[str, Twin]:
    by_locale: dict[str, list[Named]] = defaultdict(list)
    for outline in kb.outlines:
        if outline.path in kb.survey(RULE.code):
            by_locale[outline.locale.lower()].append(Named(outline.path, outline.title))
    twins: dict[str, Twin] = {}
    for locale, articles in by_locale.items():
        is_english = locale.startswith("en")
        ignored = frozenset(stop_words if is_english else ())
        twins |= find_twins(articles, threshold, ignored, english=is_english)
    return twins


RULE = Rule(
    code="FND004",
    name="duplicate-title",
    severity=Severity.WARNING,
    options=DuplicateTitleOptions,
    doc=__doc__,
    survey=survey,
    facts=Span,
    judge=judge,
)
