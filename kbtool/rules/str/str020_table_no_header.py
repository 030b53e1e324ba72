"""A table without a header, or with empty cells.

The header says what the cells below it mean. Without it a screen reader reads out bare values, and
a bot that quotes one row cannot say what they are. An empty cell leaves open whether the answer is
no, unknown, or the same as above.

Source: Microsoft Writing Style Guide, "Tables" (a header for each column, no blank cells); WCAG
2.2, success criterion 1.3.1 (info and relationships).

Bad:
    | Country | Fee | Days |
    | --- | --- | --- |
    | Norway | 1% | 2 |
    | Chile | | 5 |

Good:
    | Country | Fee | Days |
    | --- | --- | --- |
    | Norway | 1% | 2 |
    | Chile | none | 5 |

Not flagged: tables of one row or one column and tables of images, which only put things beside each
other; HTML tables whose rows have headers; an empty cell in the top left corner; rows of which just
the first cell is filled, since they head the rows below; cells that hold a symbol, a control or
code; and empty cells of tables full of numbers, and of pictures of spreadsheets, whose columns are
called A, B and C. An empty cell is worth a note, a missing header a warning.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import Annotated

from msgspec import Meta

from kbtool.model import IMAGE, Article, Block, Hit, KnowledgeBase, Severity, Span, Table
from kbtool.rule import Options, Rule

_LOOK_BACK = 200  # characters before the end of an HTML cell that hold all of an empty one


class TableNoHeaderOptions(Options, frozen=True):
    """Options of table-no-header."""

    header: Annotated[
        bool,
        Meta(description="whether tables need a header"),
    ] = True
    empty: Annotated[
        int,
        Meta(ge=0, description="most empty cells in a table"),
    ] = 0
    numbers: Annotated[
        float,
        Meta(
            ge=0,
            le=1,
            description="share of numbers among the cells from which some may be empty",
        ),
    ] = 0.4
    rows: Annotated[
        int,
        Meta(ge=1, description="rows, without the header, from which a table is judged"),
    ] = 2
    columns: Annotated[
        int,
        Meta(ge=1, description="columns from which a table is judged"),
    ] = 2


def check(article: Article, kb: KnowledgeBase, options: TableNoHeaderOptions) -> Iterator[Hit]:
    """Tables without a header, else the first of too many empty cells."""
    if not article.tables:
        return
    headers = _find_row_headers(article) if options.header else []
    for table in article.tables:
        columns = max(map(len, (table.header, *table.rows)))
        if len(table.rows) < options.rows or columns < options.columns or _is_layout(table):
            continue
        if options.header and not _has_header(article, table, headers):
            yield Hit(
                _place(table),
                f"table of {len(table.rows)} rows has no header",
                "Say above each column what stands in it",
            )
            continue
        yield from _check_cells(article, table, options)


def _find_row_headers(article: Article) -> list[int]:
    """Where cells of HTML tables begin that are headers."""
    return [found.start() for found in _header_cell().finditer(article.source.text)]


@cache
def _header_cell() -> re.Pattern[str]:
    return re.compile(r"<th[\s>/]", re.IGNORECASE)


def _is_layout(table: Table) -> bool:
    """Whether it holds images and next to no text."""
    cells = [cell for row in (table.header, *table.rows) for cell in row]
    return 2 * sum(IMAGE in cell.prose.text for cell in cells) >= len(cells)


def _has_header(article: Article, table: Table, headers: list[int]) -> bool:
    if any(not _is_empty(article, cell) for cell in table.header):
        return True
    at = bisect_left(headers, table.span.start)
    return at < len(headers) and headers[at] < table.span.end and not table.header


def _place(table: Table) -> Span:
    """First cell with text, else where the table begins."""
    cells = (cell for row in (table.header, *table.rows) for cell in row)
    filled = next((cell for cell in cells if cell.prose.text.strip()), None)
    return filled.span if filled else Span(table.span.start, table.span.start)


def _check_cells(article: Article, table: Table, options: TableNoHeaderOptions) -> Iterator[Hit]:
    grid = [row for row in (table.header, *table.rows) if row]
    empty: list[Block] = []
    for number, row in enumerate(grid):
        blank = [cell for cell in row if _is_empty(article, cell)]
        is_heading = bool(blank) and len(blank) == len(row) - 1 and blank[0] is not row[0]
        has_corner = not number and bool(blank) and blank[0] is row[0]
        is_missing = not number and len(blank) == len(row)
        if not is_heading and not is_missing:
            empty += blank[1:] if has_corner else blank
    if len(empty) <= options.empty or _holds_data(grid, options.numbers):
        return
    cells = sum(map(len, grid))
    yield Hit(
        empty[0].span,
        f"{len(empty)} of {cells} cells {'is' if len(empty) == 1 else 'are'} empty",
        'Fill it with what holds, such as "none", "not available" or the value from above',
        severity=Severity.INFO,
    )


def _holds_data(grid: list[tuple[Block, ...]], share: float) -> bool:
    """Whether it is full of numbers, or shows a sheet, whose columns are called A, B and C."""
    names = [cell.prose.text.strip() for cell in grid[0][1:]]
    if names and all(len(name) == 1 and name.isupper() for name in names):
        return True
    filled = [text for row in grid for cell in row if (text := cell.prose.text.strip())]
    numbers = sum(1 for text in filled if _number().fullmatch(text))
    return numbers > 0 and numbers >= share * len(filled)


@cache
def _number() -> re.Pattern[str]:
    return re.compile(
        r"[-+\u2212]?[.,]?\d[\d.,: \u00a0]*+(?:[eE][-+\u2212]?\d++)?\s?[%$\u20ac\u00a3]?"
    )


def _is_empty(article: Article, cell: Block) -> bool:
    """Whether a cell shows nothing: no text, image, symbol, control or code."""
    if cell.prose.text.strip():
        return False
    text = article.source.text
    if cell.span.start < cell.span.end:
        return bool(_blank().fullmatch(text, *cell.span))
    before = text[max(0, cell.span.end - _LOOK_BACK) : cell.span.end]
    return before.rstrip(" \t").endswith(("|", "\n", "\r")) or bool(_empty_tag().search(before))


@cache
def _blank() -> re.Pattern[str]:
    return re.compile(r"(?>(?:\s|&nbsp;|&#160;|<br\s*/?>)*)", re.IGNORECASE)


@cache
def _empty_tag() -> re.Pattern[str]:
    return re.compile(
        r"<t[dh](?:\s[^<>]*+)?>(?>(?:\s|&nbsp;|&#160;|<br\s*/?>|</?p(?:\s[^<>]*+)?>)*)(?:</t[dh]\s*>)?\Z",
        re.IGNORECASE,
    )


RULE = Rule(
    code="STR020",
    name="table-no-header",
    severity=Severity.WARNING,
    options=TableNoHeaderOptions,
    doc=__doc__,
    check=check,
)
