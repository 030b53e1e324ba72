"""Blocks, lists, tables, headings and code of HTML, put into a document."""

from __future__ import annotations

from html import unescape

from msgspec import Struct

from kbtool.model import Code, Span
from kbtool.model.article import BlockKind
from kbtool.parse.document import DocumentBuilder
from kbtool.parse.html_elements import HEADINGS, IN_LINE_OF_TEXT, LISTS
from kbtool.parse.html_stack import Element, ElementStack
from kbtool.parse.html_text import HtmlText
from kbtool.parse.offsets import OffsetMap
from kbtool.parse.prose import ProseBuilder
from kbtool.parse.tags import ENTITY, Tag
from kbtool.patterns import lazy_pattern

_LANGUAGE = lazy_pattern(r"\b(?:language|lang)-([\w+#.-]+)")


class _Table(Struct):
    rows: int = 0
    cells: int = 0  # of the first row
    merged: int = 0
    headed: bool = True  # so far all cells of the first row are header cells
    in_row: bool = False


class HtmlParts:
    """Turns elements that begin and end into parts of a document."""

    def __init__(self, document: DocumentBuilder, stack: ElementStack, text: HtmlText) -> None:
        """Start outside of all of them."""
        self.document = document
        self.stack = stack
        self.text = text
        self.heading: Element | None = None
        self.pre: Element | None = None
        self.places: list[Element] = []  # open items and cells
        self.cells: list[Element] = []
        self._tables: list[_Table] = []
        self._code: list[str] = []
        self._info = ""

    def flush(self) -> None:
        """Hand over the text gathered so far as a block."""
        if self.heading or self.pre:
            return
        if taken := self.text.take():
            self.add_prose(*taken)

    def add_prose(self, builder: ProseBuilder, span: Span) -> None:
        """Add a block of the kind that its place asks for."""
        kind: BlockKind = "item" if self.document.in_list else "paragraph"
        if self.places and self.places[-1].role == "cell":
            kind = "cell"
        cell = self.cells[-1] if self.cells else None
        in_row = cell is not None and not cell.filled
        block = self.document.add_prose(builder, kind, span, in_row=in_row)
        if block and cell:
            cell.filled = True

    def add_code_text(self, text: str) -> None:
        """Add to the code that is open."""
        self._code.append(ENTITY.sub(lambda found: unescape(found[0]), text))

    def begin(self, element: Element, tag: Tag) -> None:
        """Begin what an element stands for."""
        name = tag.name
        if self.heading or self.pre:
            self._info = self._info or _language(tag)
            return
        if name in HEADINGS:
            element.role, element.anchor = "heading", tag.attributes.get("id", "")
            self.heading = element
        elif name == "pre":
            element.role = "pre"
            self.pre, self._code, self._info = element, [], _language(tag)
        elif name == "blockquote":
            element.role = "quote"
            self.document.quotes += 1
        elif name in LISTS:
            self._begin_list(element, tag)
        elif name == "li":
            self._begin_item(element, tag)
        elif name == "table":
            self._begin_table(element, tag)
        elif name == "tr":
            self._begin_row(element, tag)
        elif name in ("td", "th"):
            self._begin_cell(element, tag)

    def _begin_list(self, element: Element, tag: Tag) -> None:
        element.role = "list"
        place = Span(element.start, element.start)
        self.document.open_list(place, ordered=tag.name == "ol")

    def _begin_item(self, element: Element, tag: Tag) -> None:
        around = self.stack.innermost(*LISTS, "td", "th", "caption", "table")
        if not around or around.role != "list":  # an item without a list makes one
            implied = Element("ul", element.start)
            self._begin_list(implied, tag._replace(name="ul"))
            self.stack.push(implied)
        element.role = "item"
        place = Span(element.start, element.start)
        self.document.open_item(place, place)
        self.places.append(element)

    def _begin_table(self, element: Element, tag: Tag) -> None:
        if tag.attributes.get("role") in ("presentation", "none"):
            return  # a table only to put things beside each other
        element.role = "table"
        self.document.open_table(Span(element.start, element.start))
        self._tables.append(_Table())

    def _table(self) -> _Table | None:
        around = self.stack.innermost("table")
        return self._tables[-1] if around and around.role == "table" else None

    def _begin_row(self, element: Element, _tag: Tag) -> None:
        table = self._table()
        if table:
            element.role = "row"
            self._open_row(table)

    def _open_row(self, table: _Table) -> None:
        self.document.open_row()
        table.in_row = True
        if table.cells or not table.rows:
            table.rows += 1

    def _begin_cell(self, element: Element, tag: Tag) -> None:
        table = self._table()
        if not table:
            return
        if not table.in_row:
            self._open_row(table)
        if table.rows == 1:
            table.cells += 1
            table.headed &= tag.name == "th" or self.stack.innermost("thead", "table") is not (
                self.stack.innermost("table")
            )
        spans = (tag.attributes.get("colspan", "1"), tag.attributes.get("rowspan", "1"))
        table.merged += any(span.strip() not in ("", "0", "1") for span in spans)
        element.role = "cell"
        self.places.append(element)
        self.cells.append(element)

    def end(self, element: Element, end: int) -> None:
        """End what an element stood for at a source offset."""
        role = element.role
        if role == "heading":
            self._end_heading(element)
            return
        if role == "pre":
            self._end_code(element, end)
            return
        if element.name in IN_LINE_OF_TEXT:
            return
        self.flush()
        if role == "quote":
            self.document.quotes -= 1
        elif role == "list":
            self.document.close_list(end)
        elif role == "item":
            self.places.pop()
            self.document.close_item(end)
        elif role == "row":
            self._tables[-1].in_row = False
        elif role == "cell":
            self._end_cell(element, end)
        elif role == "table":
            table = self._tables.pop()
            has_header = table.headed and table.cells > 0
            self.document.close_table(end, header=has_header, merged=table.merged)

    def _end_cell(self, element: Element, end: int) -> None:
        if not element.filled:
            empty = ProseBuilder(OffsetMap((0,), (end,)))
            self.document.add_prose(empty, "cell", Span(end, end))
        self.places.pop()
        self.cells.pop()

    def _end_heading(self, element: Element) -> None:
        self.heading = None
        taken = self.text.take()
        place = Span(element.start, element.start)
        builder, span = taken or (ProseBuilder(OffsetMap((0,), (element.start,))), place)
        marker = Span(span.start, span.start)
        level = HEADINGS[element.name]
        self.document.add_heading(
            builder, level, span, content=span, marker=marker, explicit_id=element.anchor
        )

    def _end_code(self, element: Element, end: int) -> None:
        self.pre = None
        text = "".join(self._code)
        text = text.removeprefix("\n")
        self.document.add_code(Code(Span(element.start, end), text, self._info))


def _language(tag: Tag) -> str:
    found = _LANGUAGE.search(tag.attributes.get("class", ""))
    return found[1] if found else ""
