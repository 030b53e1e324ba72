"""Whether two texts are the same article to all that reads articles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kbtool.model import Article, Block


def is_same(one: Article, other: Article) -> bool:
    """Whether two articles say the same: texts, headings, lists, links, images, code, emphasis.

    The second may have more anchors: those that headings get in Markdown.
    """
    pairs = zip(_parts(one), _parts(other), strict=True)
    return all(a == b for a, b in pairs) and one.anchors <= other.anchors


def _parts(article: Article) -> Iterator[Any]:
    yield article.title.text if article.title else ""
    yield article.id, article.locale
    yield article.front_matter.values
    yield [_block(block) for block in article.blocks]
    yield [(heading.level, _text(heading.block)) for heading in article.headings]
    yield [(link.href, " ".join(link.text.split())) for link in article.links]
    yield [(image.src, image.alt, image.in_link, image.hidden) for image in article.images]
    yield [(code.text.strip("\n"), code.info, code.inline) for code in article.code]
    yield sorted((part.ordered, part.depth, len(part.items)) for part in article.lists)
    yield [_table(table.header, table.rows, table.merged) for table in article.tables]
    yield [" ".join(comment.text.split()) for comment in article.comments]
    yield [ignore.text for ignore in article.ignores]
    yield [(section.path, section.other) for section in article.sections]
    yield article.problems


def _block(block: Block) -> tuple[Any, ...]:
    marks = sorted(
        (mark.kind, " ".join(block.prose.text[mark.start : mark.end].split()))
        for mark in block.prose.marks
    )
    return block.kind, _text(block), block.ordered, block.depth, block.quoted, marks


def _text(block: Block) -> str:
    return " ".join(block.prose.text.split())


def _table(header: Any, rows: Any, merged: int) -> tuple[Any, ...]:
    return [_text(cell) for cell in header], [[_text(cell) for cell in row] for row in rows], merged
