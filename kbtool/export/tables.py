"""Tables as lines: each row says what its cells are, so that it can be read alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from kbtool.model import Article, Block, Table

SEPARATOR = " | "


class Place(Struct, frozen=True):
    """Where a cell stands."""

    table: int
    row: int  # -1: the header
    column: int


def find_cells(article: Article) -> dict[int, Place]:
    """Place of each cell, by the identity of its block."""
    places = {}
    for number, table in enumerate(article.tables):
        for row, cells in enumerate((table.header, *table.rows), -1):
            for column, block in enumerate(cells):
                places[id(block)] = Place(number, row, column)
    return places


def find_labels(table: Table, read: Callable[[Block], str]) -> tuple[str, ...]:
    """Headers to name the cells of each row by; () where rows are to stand as they are.

    That is where there is no header, where cells are merged, where the table goes on below a
    heading, and where a header has no cell below it. ``read`` gives the text of a cell.
    """
    labels = tuple(map(read, table.header))
    cells = [block for row in (table.header, *table.rows) for block in row]
    if len(labels) < 2 or table.merged or any(block.section != table.section for block in cells):
        return ()
    below = {c for row in table.rows for c, block in enumerate(row) if read(block)}
    named = {column for column, label in enumerate(labels) if label}
    return labels if named and named <= below else ()


def write_row(cells: Sequence[tuple[int, str]], labels: Sequence[str]) -> str:
    """Line of cells, each given by its column and its text; without labels gaps stay gaps."""
    if not labels:
        texts = dict(cells)
        first, last = min(texts), max(texts)
        return SEPARATOR.join(texts.get(column, "") for column in range(first, last + 1)).strip()
    return SEPARATOR.join(_name(column, text, labels) for column, text in cells if text)


def _name(column: int, text: str, labels: Sequence[str]) -> str:
    label = labels[column].rstrip(": ") if column < len(labels) else ""
    return f"{label}: {text}" if label else text
