"""Tables that pipes can draw: one row of headers, a line of text in each cell."""

from __future__ import annotations

from kbtool.articles.conversion.inline import is_blank, is_inline, write_inline
from kbtool.articles.conversion.tree import Node

_AROUND_ROWS = frozenset({"thead", "tbody", "tfoot"})


def write_table(table: Node, html: str) -> str:
    """Table in Markdown; "" where that would lose something."""
    rows = _rows(table)
    if not rows or "role" in table.attributes:
        return ""
    cells = [_cells(row) for row in rows]
    width = len(cells[0])
    if not width or not all(cell.name == "th" or _in_head(table, rows[0]) for cell in cells[0]):
        return ""
    texts: list[list[str]] = []
    for row in cells:
        if len(row) != width:
            return ""
        texts.append([_text(cell, html) for cell in row])
    if any(text == "\0" for row in texts for text in row):
        return ""
    lines = [f"| {' | '.join(row)} |" for row in texts]
    return "\n".join([lines[0], "| " + " | ".join(["---"] * width) + " |", *lines[1:]])


def _rows(table: Node) -> list[Node]:
    """Rows of a table; none where it holds anything else."""
    rows: list[Node] = []
    for child in table.children:
        if child.name in _AROUND_ROWS:
            inner = [row for row in child.children if not is_blank(row)]
            if any(row.name != "tr" for row in inner):
                return []
            rows += inner
        elif child.name == "tr":
            rows.append(child)
        elif not is_blank(child) and child.name not in ("colgroup", "col"):
            return []
    return rows


def _in_head(table: Node, row: Node) -> bool:
    heads = [child for child in table.children if child.name == "thead"]
    return any(row is inner for head in heads for inner in head.children)


def _cells(row: Node) -> list[Node]:
    return [child for child in row.children if child.name in ("td", "th")]


def _text(cell: Node, html: str) -> str:
    """Text of a cell; NUL where it is more than a line or spans several."""
    spans = (cell.attributes.get("colspan", "1"), cell.attributes.get("rowspan", "1"))
    if spans != ("1", "1") or cell.attributes.keys() & {"id", "headers"}:
        return "\0"
    children = [child for child in cell.children if not is_blank(child)]
    if len(children) == 1 and children[0].name == "p" and not children[0].attributes.get("id"):
        children = children[0].children
    else:
        children = cell.children
    if not all(map(is_inline, children)):
        return "\0"
    text = write_inline(children, html, in_cell=True)
    return "\0" if "\n" in text else text
