"""A table with many columns, merged cells or long texts.

A bot reads a table row by row and loses which heading belongs to a cell that is far away, spans two
rows or holds a paragraph. On a telephone the table is cut off, and a screen reader reads cell by
cell.

It is off until you switch it on: of the tables that were read, too many with five short columns or
one merged cell were easy to read all the same.

Source: Microsoft Writing Style Guide, "Tables" (few columns, brief cells); W3C tables tutorial
(tables with irregular headers).

Bad:
    | Card | Fee | Limit | Colour | Sent by | Sent to |
    | --- | --- | --- | --- | --- | --- |
    | Debit | None | 500 | Blue | Post | Home |

Good:
    | Card | Fee | Limit |
    | --- | --- | --- |
    | Debit | None | 500 |

Not flagged: how many rows a table has, columns without a word (of pictures, say), long texts in
tables of two columns, which read as a list of terms, merged cells in a table of one or two rows,
which only lays out a page, and grids with columns A, B, C. Code and an address in a cell count as a
word.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import Annotated

from msgspec import Meta

from kbtool.model import Article, Block, Hit, KnowledgeBase, Severity, Span, Table
from kbtool.rule import Options, Rule

_TERMS = 2  # columns of a list of terms: each row reads as one text
_ROWS = 3  # rows with the header; a table with fewer is layout, such as a note with its sign


class TableHardToReadOptions(Options, frozen=True):
    """Options of table-hard-to-read."""

    columns: Annotated[int, Meta(ge=1, description="most columns of a table")] = 4
    cell_words: Annotated[int, Meta(ge=1, description="most words in a cell")] = 30
    merged: Annotated[int, Meta(ge=0, description="most cells that span rows or columns")] = 0


def check(article: Article, kb: KnowledgeBase, options: TableHardToReadOptions) -> Iterator[Hit]:
    """Tables above one of the limits, each once."""
    for table in article.tables:
        reasons = [*_reasons(table, options)]
        if reasons and not _is_grid(table):
            yield Hit(
                _place(table),
                f"the table has {' and '.join(reasons)}",
                "Split it into smaller tables, or turn each row into a list or a section",
            )


def _reasons(table: Table, options: TableHardToReadOptions) -> Iterator[str]:
    """What is above its limit."""
    rows = (table.header, *table.rows)
    columns = sum(any(cell.words for cell in column if cell) for column in zip_longest(*rows))
    if columns > options.columns:
        yield f"{columns} columns (limit {options.columns})"
    if table.merged > options.merged and _count_rows(table) >= _ROWS:
        yield f"{table.merged} merged {'cells' if table.merged > 1 else 'cell'}"
    longest = max((cell.words for cell in _cells(table)), default=0)
    if longest > options.cell_words and columns > _TERMS:
        yield f"a cell of {longest} words (limit {options.cell_words})"


def _count_rows(table: Table) -> int:
    return sum(any(cell.words for cell in row) for row in (table.header, *table.rows))


def _is_grid(table: Table) -> bool:
    """Whether it shows a spreadsheet or the like, with columns A, B and C."""
    first = next((row for row in (table.header, *table.rows) if any(c.words for c in row)), ())
    names = [" ".join(cell.prose.text.split()) for cell in first if cell.words]
    return len(names) > _TERMS and all(name.isupper() and len(name) == 1 for name in names)


def _place(table: Table) -> Span:
    """Its first cell with text; a whole table would fill the screen."""
    return next(
        (cell.span for cell in _cells(table) if cell.span.end > cell.span.start), table.span
    )


def _cells(table: Table) -> Iterator[Block]:
    for row in (table.header, *table.rows):
        yield from row


RULE = Rule(
    code="BOT006",
    name="table-hard-to-read",
    severity=Severity.INFO,
    options=TableHardToReadOptions,
    doc=__doc__,
    check=check,
    default=False,
)
