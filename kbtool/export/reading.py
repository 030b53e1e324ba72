"""Section of an article -> its parts as plain text, in the order in which people read them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct, field

from kbtool.export.parts import Part, make_code, make_part
from kbtool.export.tables import Place, find_cells, find_labels, write_row
from kbtool.export.wording import Wording
from kbtool.model import Article, Block, Code, Item, ListPart, Section
from kbtool.patterns import lazy_pattern

_INDENT = "   "  # of a list inside another
_START = lazy_pattern(r"<ol\b[^<>]{0,300}?\bstart\s{0,9}=\s{0,9}[\"']?(\d{1,9})", 2)  # 2: any case
_NUMBER = lazy_pattern(r"\d{1,9}")


class _Entry(NamedTuple):
    """Where an item of a list stands."""

    part: ListPart
    number: int  # of the item, from 0
    item: Item


class _Row(Struct):
    """A row whose cells are still coming."""

    table: int
    row: int
    end: int  # source offset at which its table ends
    cells: list[tuple[int, list[str]]] = field(default_factory=list)  # by column, in pieces
    loose: bool = False  # a cell holds more than one block

    def add(self, text: str, *, item: bool) -> None:
        """Add a further paragraph or item to the cell that came last."""
        pieces = self.cells[-1][1]
        pieces += (("; " if item else " ") if pieces else "", text)
        self.loose = True

    def texts(self) -> list[tuple[int, str]]:
        """Column and text of each cell."""
        return [(column, "".join(pieces)) for column, pieces in self.cells]


class SectionReader:
    """Reads the sections of one article."""

    def __init__(self, article: Article) -> None:
        """Note where cells, items and code stand."""
        self.article = article
        self._wording = Wording(article)
        self._cells = find_cells(article)
        self._labels = [find_labels(table, self._wording.read) for table in article.tables]
        self._entries = {
            id(block): _Entry(part, number, item)
            for part in article.lists
            for number, item in enumerate(part.items)
            for block in item.blocks
        }
        self._code = sorted(
            (code for code in article.code if not code.inline), key=lambda code: code.span.start
        )

    def read(self, section: Section) -> list[Part]:
        """Parts of a section, its heading left out."""
        return list(_Walk(self, section).run())

    def code_of(self, section: Section) -> list[Code]:
        """Blocks of code of a section, in order."""
        first, end = (
            bisect_left(self._code, at, key=lambda code: code.span.start) for at in section.span
        )
        return self._code[first:end]


class _Walk:
    """One pass through a section."""

    def __init__(self, reader: SectionReader, section: Section) -> None:
        self._reader = reader
        self._section = section
        self._row: _Row | None = None
        self._list_end = -1  # source offset at which the list ends that was read last
        self._table = -1  # that was read last
        self._intro = False  # whether the part before announces something

    def run(self) -> Iterator[Part]:
        code = self._reader.code_of(self._section)[::-1]
        for block in self._section.blocks:
            while code and code[-1].span.start < block.span.start:
                yield from self._read_code(code.pop())
            yield from self._read(block)
        while code:
            yield from self._read_code(code.pop())
        yield from self._end_row()

    def _read(self, block: Block) -> Iterator[Part]:
        text = self._reader._wording.read(block)
        place = self._reader._cells.get(id(block))
        if place is not None:
            yield from self._read_cell(place, text)
        elif self._row and block.span.start < self._row.end:
            if text:
                self._row.add(text, item=block.kind == "item")
        else:
            yield from self._end_row()
            if text and (entry := self._reader._entries.get(id(block))):
                yield self._read_item(entry, block, text)
            elif text:
                yield self._tell(make_part(text))

    def _read_cell(self, place: Place, text: str) -> Iterator[Part]:
        row = self._row
        if row is None or (row.table, row.row) != (place.table, place.row):
            yield from self._end_row()
            end = self._reader.article.tables[place.table].span.end
            row = self._row = _Row(place.table, place.row, end)
        row.cells.append((place.column, [text] if text else []))

    def _end_row(self) -> Iterator[Part]:
        row, self._row = self._row, None
        cells = row.texts() if row else []
        if row is None or not any(text for _, text in cells):
            return
        labels = self._reader._labels[row.table]
        if labels and row.row < 0 and not row.loose:
            return  # its words stand in each row
        goes_on = self._table == row.table
        self._table = row.table
        line = write_row(cells, labels if row.row >= 0 else ())
        part = make_part(line, gap="\n" if goes_on else "\n\n", leans=self._intro and not goes_on)
        yield self._tell(part)

    def _read_item(self, entry: _Entry, block: Block, text: str) -> Part:
        indent = _INDENT * (block.depth - 1)
        is_first = block is entry.item.blocks[0]
        goes_on = block.span.start < self._list_end
        self._list_end = max(self._list_end, entry.part.span.end)
        mark = _mark(entry, self._reader.article.source.text) if is_first else _INDENT.rstrip("\n")
        part = make_part(
            f"{indent}{mark}{text}",
            gap="\n" if goes_on else "\n\n",
            leans=not is_first or (self._intro and not goes_on),
        )
        return self._tell(part)

    def _read_code(self, code: Code) -> Iterator[Part]:
        if self._row and code.span.start < self._row.end:
            self._row.add(" ".join(code.text.split()), item=False)
            return
        yield from self._end_row()
        if not code.text.strip():
            return
        inside = code.span.start < self._list_end
        text = make_code(code.text, code.info)
        gap = "\n" if inside else "\n\n"
        yield self._tell(make_part(text, gap=gap, leans=inside or self._intro, code=True))

    def _tell(self, part: Part) -> Part:
        """The part; what comes next knows whether it was announced."""
        self._intro = part.text.endswith((":", "：")) and not part.code
        return part


def _mark(entry: _Entry, source: str) -> str:
    """What stands before an item: its number as a page shows it, or a dash."""
    if not entry.part.ordered:
        return "- "
    first = entry.part.items[0].marker
    written = _NUMBER.match(source, first.start, first.end)
    start = written or _START.match(source, entry.part.span.start)
    number = int(start[start.lastindex or 0]) if start else 1
    return f"{number + entry.number}. "
