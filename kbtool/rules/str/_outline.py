"""Headings that make up an article's outline."""

from __future__ import annotations

from kbtool.model import Article, Heading

_TAB = "#tab/"  # where DocFX writes a tab as a heading with such a link


def outline(article: Article) -> list[Heading]:
    """Headings in order, without those in block quotes and those that stand for tabs."""
    headings = [heading for heading in article.headings if not heading.block.quoted]
    tabs = [link.span.start for link in article.links if link.href.startswith(_TAB)]
    if not tabs:
        return headings
    return [h for h in headings if not any(h.span.start <= at < h.span.end for at in tabs)]
