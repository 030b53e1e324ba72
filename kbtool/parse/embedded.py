"""Blocks of HTML inside Markdown: their prose is prose like any other."""

from __future__ import annotations

from kbtool.model import Span
from kbtool.parse.document import DocumentBuilder
from kbtool.parse.html_reader import HtmlReader
from kbtool.parse.html_stack import Element
from kbtool.parse.offsets import OffsetMap
from kbtool.parse.prose import ProseBuilder


class EmbeddedHtml:
    """Reads the HTML blocks of a Markdown file.

    Elements stay open from one block to the next, so Markdown between <td> and </td> is a cell;
    they end with the list item or the quote that they stand in.
    """

    def __init__(self, document: DocumentBuilder) -> None:
        """Start with nothing open."""
        self._document = document
        self._reader = HtmlReader(document)

    def enter(self, span: Span, *, item: bool) -> None:
        """Begin a list item or a quote of Markdown."""
        edge = Element("", span.start, role="item" if item else "quote", edge=span.end)
        self._reader.stack.push(edge)
        self._reader.parts.places.append(edge)

    def leave(self) -> None:
        """End it, with all elements inside."""
        self._reader.stack.close_edge()
        self._reader.parts.places.pop()

    def read(self, html: str, offsets: OffsetMap) -> None:
        """Read a block; code and headings end with it."""
        self._reader.read(html, offsets)
        parts = self._reader.parts
        for element in (parts.heading, parts.pre):
            if element:
                self._reader.stack.close(element.name, offsets.source(max(0, len(html) - 1)) + 1)

    def add_prose(self, builder: ProseBuilder, span: Span) -> None:
        """Add a paragraph of Markdown."""
        self._reader.parts.add_prose(builder, span)

    def finish(self, end: int) -> None:
        """End all that is open."""
        self._reader.finish(end)
