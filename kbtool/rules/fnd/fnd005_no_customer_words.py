"""An article that holds none of its readers' words in title, headings or summary.

A search and a bot weigh these places most. Customers who type "money back" pass by an article that
speaks of reimbursements everywhere a search looks first.

The words come from your own log: `kbtool gaps --format words > customer-words.toml` writes, for
each article, what the people ask in whom it answers. Let kbtool.toml extend that file, and this
rule is on. Until then it finds nothing.

Source: Microsoft Writing Style Guide, search and writing (use the words of your customers).

Bad:
    ---
    id: refunds
    title: Reimbursement of amounts
    ---
    You get the amount within a week.

Good:
    ---
    id: refunds
    title: Get your money back
    ---
    You get the amount within a week.

Not flagged: articles that nobody asked for, and other forms of a word ("refunds", "refunded").
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta, field

from kbtool.language.phrases import fold
from kbtool.model import Article, Hit, KnowledgeBase, Severity, Span
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule

_WORD = lazy_pattern(r"\w+")
_SHARED = 4  # letters that two forms of a word have in common at their beginning


class NoCustomerWordsOptions(Options, frozen=True):
    """Options of no-customer-words."""

    words: Annotated[
        dict[str, tuple[str, ...]],
        Meta(description="words of customers, the commonest first, by the id of the article"),
    ] = field(default_factory=dict)
    summary_keys: Annotated[
        tuple[str, ...], Meta(description="keys of the front matter that hold a summary")
    ] = ("summary", "description")


def check(article: Article, kb: KnowledgeBase, options: NoCustomerWordsOptions) -> Iterator[Hit]:
    """Articles that hold none of their readers' words where a search looks first."""
    words = options.words.get(article.id, ())
    if not words or not article.title:
        return
    present = {word for text in _places(article, options) for word in _WORD.findall(fold(text))}
    if any(_is_same(word, other) for word in map(fold, words) for other in present):
        return
    shown = ", ".join(f'"{word}"' for word in words[:3])
    span: Span = article.title.span
    message = f"customers ask in other words: {shown}"
    yield Hit(span, message, "Say one of them in the title, a heading or the summary")


def _places(article: Article, options: NoCustomerWordsOptions) -> Iterator[str]:
    if article.title:
        yield article.title.text
    yield from (heading.text for heading in article.headings)
    for key in options.summary_keys:
        yield str(article.front_matter.values.get(key) or "")


def _is_same(word: str, other: str) -> bool:
    """Whether two words are forms of one: as long a beginning in common as most endings leave."""
    shared = max(_SHARED, min(len(word), len(other)) - 1)
    return word == other or (len(word) >= _SHARED and word[:shared] == other[:shared])


RULE = Rule(
    code="FND005",
    name="no-customer-words",
    severity=Severity.INFO,
    options=NoCustomerWordsOptions,
    doc=__doc__,
    check=check,
    default=False,
)
