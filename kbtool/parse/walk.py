"""Walks through the tokens of a Markdown file and builds the parts of an article."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import accumulate

from markdown_it.common.utils import MD_TRIM_CHARS

from kbtool.model import Code, Problem, Span
from kbtool.parse.anchors import split_explicit_id
from kbtool.parse.document import DocumentBuilder
from kbtool.parse.embedded import EmbeddedHtml
from kbtool.parse.inline import read_inline
from kbtool.parse.offsets import Normalised, OffsetMap, map_cells, skip_trimmed
from kbtool.parse.positions import CUT, PositionedMarkdown
from kbtool.parse.prose import ProseBuilder
from kbtool.parse.tokens import PlacedToken, placed


@cache
def _parser() -> PositionedMarkdown:
    return PositionedMarkdown()


class Walk:
    """One pass over the block tokens of a file."""

    def __init__(self, text: Normalised, span: Span) -> None:
        """Prepare to walk through ``text``, which stands at ``span`` of the file."""
        self.text = text
        self.span = span
        self.builder = DocumentBuilder(span)
        self._html = EmbeddedHtml(self.builder)
        self.problems: list[Problem] = []
        lengths = (len(line) + 1 for line in text.text.split("\n"))
        self._line_starts = list(accumulate(lengths, initial=0))  # the last one is behind the text
        self._row: list[tuple[str, OffsetMap]] = []  # cells still to come, the next one last
        self._row_line = 0
        self._row_read = False
        self._kind = ""  # type of the token that opened the current leaf block
        self._heading: PlacedToken | None = None

    def run(self) -> None:
        """Parse the text and send every token to its handler."""
        env: dict[str, list[tuple[int, int]]] = {}
        for token in placed(_parser().parse(self.text.text, env)):
            if handler := _HANDLERS.get(token.type):
                handler(self, token)
            if token.nesting == 1:
                self._kind = token.type
        self._html.finish(self.span.end)
        for start, end in env.get(CUT, ()):
            self._report_cut(start, end)

    def _lines(self, token: PlacedToken, first: int | None = None) -> Span:
        """Source range of a token's lines, without white space at its ends."""
        begin, end = token.map or (0, 0)
        start = self._line_starts[begin] if first is None else first
        stop = max(start, min(self._line_starts[end], len(self.text.text) + 1) - 1)
        inner = self.text.text[start:stop]
        start += len(inner) - len(inner.lstrip()) if first is None else 0
        stop = max(start, stop - (len(inner) - len(inner.rstrip())))
        return self.text.span(start, stop)

    def _inline(self, token: PlacedToken) -> None:
        if self._kind in ("th_open", "td_open"):
            self._cell(token)
            return
        starts = list(token.starts)
        if self._heading and self._heading.markup.startswith("#"):
            starts[0] += len(self._heading.markup)
        starts[0] = skip_trimmed(self.text.text, starts[0])
        offsets = self.text.map_lines(token.content, starts)
        builder = ProseBuilder(offsets)
        content = offsets.span(0, len(token.content))
        if self._heading:
            self._add_heading(self._heading, token, builder, content)
            self._heading = None
        else:
            read_inline(token.children or (), token.content, builder)
            self._html.add_prose(builder, content)

    def _open_heading(self, token: PlacedToken) -> None:
        self._heading = token

    def _add_heading(
        self,
        heading: PlacedToken,
        token: PlacedToken,
        builder: ProseBuilder,
        content: Span,
    ) -> None:
        _, explicit = split_explicit_id(token.content)
        read_inline(token.children or (), token.content, builder)
        if explicit:
            builder.drop_from(token.content.rfind("{#" + explicit))
        start = token.starts[0]
        level = int(heading.tag[1])
        marker = Span(start, start + level if heading.markup.startswith("#") else start)
        self.builder.add_heading(
            builder,
            level,
            self._lines(heading, first=start),
            content=content,
            marker=self.text.span(*marker),
            explicit_id=explicit,
        )

    def _open_table(self, token: PlacedToken) -> None:
        self.builder.open_table(self._lines(token))

    def _close_table(self, _: PlacedToken) -> None:
        self.builder.close_table()

    def _open_row(self, token: PlacedToken) -> None:
        self.builder.open_row()
        self._row_line = (token.map or (0, 0))[0]
        self._row_read = False
        self._row = []

    def _cell(self, token: PlacedToken) -> None:
        if not self._row_read:
            self._row_read = True
            start = skip_trimmed(self.text.text, token.starts[0])
            end = self._line_starts[self._row_line + 1] - 1
            self._row = map_cells(self.text.text[start:end].rstrip(MD_TRIM_CHARS), start)[::-1]
        if not self._row:
            return  # a row shorter than the header: the parser made this cell up
        offsets = self.text.to_source(self._row.pop()[1])
        builder = ProseBuilder(offsets)
        read_inline(token.children or (), token.content, builder)
        self.builder.add_prose(builder, "cell", offsets.span(0, len(token.content)))

    def _html_block(self, token: PlacedToken) -> None:
        content = token.content.removesuffix("\n")
        offsets = self.text.map_lines(content, token.starts)
        self._html.read(content, offsets)

    def _code(self, token: PlacedToken) -> None:
        self.builder.add_code(Code(self._lines(token), token.content, token.info.strip()))

    def _open_list(self, token: PlacedToken) -> None:
        ordered = token.type == "ordered_list_open"
        self.builder.open_list(self._lines(token), ordered=ordered)

    def _close_list(self, _: PlacedToken) -> None:
        self.builder.close_list()

    def _open_item(self, token: PlacedToken) -> None:
        start = token.starts[0]
        marker = self.text.span(start, start + len(token.info) + 1)
        span = self._lines(token, first=start)
        self.builder.open_item(span, marker)
        self._html.enter(span, item=True)

    def _close_item(self, _: PlacedToken) -> None:
        self._html.leave()
        self.builder.close_item()

    def _open_quote(self, token: PlacedToken) -> None:
        self.builder.quotes += 1
        self._html.enter(self._lines(token), item=False)

    def _close_quote(self, _: PlacedToken) -> None:
        self._html.leave()
        self.builder.quotes -= 1

    def _report_cut(self, start: int, end: int) -> None:
        first, last = self._line_starts[start], self._line_starts[end] - 1
        span = self.text.span(first, max(first, min(last, len(self.text.text))))
        message = "nested too deep: nothing from here on was checked"
        self.problems.append(Problem(span, "nesting", message))


# Of the class, not of each walk: a walk that held methods of its own would be a cycle.
_HANDLERS: dict[str, Callable[[Walk, PlacedToken], None]] = {
    "inline": Walk._inline,
    "heading_open": Walk._open_heading,
    "html_block": Walk._html_block,
    "fence": Walk._code,
    "code_block": Walk._code,
    "bullet_list_open": Walk._open_list,
    "ordered_list_open": Walk._open_list,
    "bullet_list_close": Walk._close_list,
    "ordered_list_close": Walk._close_list,
    "list_item_open": Walk._open_item,
    "list_item_close": Walk._close_item,
    "blockquote_open": Walk._open_quote,
    "blockquote_close": Walk._close_quote,
    "table_open": Walk._open_table,
    "table_close": Walk._close_table,
    "tr_open": Walk._open_row,
}
