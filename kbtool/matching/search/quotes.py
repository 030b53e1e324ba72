"""What a bot would say of an article: the passage around the line that fits a question best."""

from __future__ import annotations

from collections.abc import Sequence

from kbtool.matching.search.unfinished import is_link
from kbtool.model import IMAGE, Article, Block, Quote

_MOST = 600  # characters: as much as chat windows show without scrolling
_LEAST = 200  # of these from which a cut at the end of a sentence leaves enough


def quote_line(article: Article, line: int) -> Quote:
    """Passage that holds a line, counted as ``read_article`` counts them.

    A section is quoted from its beginning; of a long one, what follows the line is, up to the end
    of a sentence.
    """
    url = article.front_matter.values.get("url")
    blocks, at = _find(article, line)
    text, cut = _cut(_write_lines(article, blocks), at)
    return Quote(text, cut, article.path, url if isinstance(url, str) else "")


def is_list_of_links(article: Article, line: int) -> bool:
    """Whether a line stands in a section that holds links and nothing else."""
    blocks, _ = _find(article, line)
    return bool(blocks) and all(map(is_link, blocks))


def _find(article: Article, line: int) -> tuple[Sequence[Block], int]:
    """Blocks of the section that holds a line, and the place of the line among them."""
    for section in article.sections:
        own = [b for b in section.blocks if b.kind != "heading" and b.prose.text.strip()]
        if line < len(own):
            return own, line
        line -= len(own)
    return (), 0  # an article without a body


def _write_lines(article: Article, blocks: Sequence[Block]) -> list[tuple[str, int]]:
    """Lines as they are read, each with the place of its last block; a row of a table is one."""
    rows = {
        cell.span.start: (table.span.start, number)
        for table in article.tables
        for number, row in enumerate([table.header, *table.rows])
        for cell in row
    }
    lines: list[tuple[str, int]] = []
    step, last = 0, None
    for at, block in enumerate(blocks):
        row = rows.get(block.span.start)
        text = " ".join(block.prose.text.replace(IMAGE, " ").split())
        if not text and row is None:  # an image alone: a chat shows none
            continue
        if row is not None and row == last:
            lines[-1] = (f"{lines[-1][0]} | {text}", at)
            continue
        step = step + 1 if block.ordered else 0
        lines.append((_mark(block, step) + text, at))
        last = row
    return lines


def _mark(block: Block, step: int) -> str:
    if block.kind != "item":
        return ""
    return f"{step}. " if block.ordered else "- "


def _cut(lines: Sequence[tuple[str, int]], at: int) -> tuple[str, bool]:
    """Lines as one text of at most so many characters, and whether some are left out."""
    whole = "\n".join(line for line, _ in lines)
    if len(whole) <= _MOST:
        return whole, False
    first, *rest = [line for line, last in lines if last >= at]
    if len(first) > _MOST:
        return _cut_sentences(first), True
    for line in rest:
        if len(first) + 1 + len(line) > _MOST:
            break
        first += "\n" + line
    return first, True


def _cut_sentences(text: str) -> str:
    """So many characters of a text at most, up to the end of a sentence or else of a word."""
    start = text[:_MOST]
    end = max(start.rfind(sign) + 1 for sign in (". ", "! ", "? ", "。"))
    return (start[:end] if end > _LEAST else start.rpartition(" ")[0] or start).rstrip()
