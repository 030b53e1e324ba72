"""What an article begins with, below its title."""

from __future__ import annotations

from kbtool.model import Article, Heading, Span


def title_heading(article: Article) -> Heading | None:
    """The first heading where it is the title, or says the same as the title does."""
    first = article.headings[0] if article.headings else None
    if not first or not article.title:
        return None
    is_title = article.title.origin == "heading" and first.span.start <= article.title.span.start
    says_same = first.level == 1 or _fold(first.text) == _fold(article.title.text)
    return first if is_title or says_same else None


def headings_below_title(article: Article) -> list[Heading]:
    """Headings without the one that is the title, and without those in block quotes."""
    title = title_heading(article)
    return [h for h in article.headings if h is not title and not h.block.quoted]


def place_of(article: Article) -> Span:
    """Where a finding about a whole article stands: its title, else its first block."""
    if article.title:
        return article.title.span
    return article.blocks[0].span if article.blocks else article.body


def _fold(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split())
