"""Puts the parts of an article together while a parser walks through it."""

from __future__ import annotations

from msgspec import Struct, field
from msgspec.structs import replace

from kbtool.model import (
    Block,
    Code,
    Comment,
    Heading,
    Ignore,
    Image,
    Item,
    Link,
    ListPart,
    Section,
    Sentence,
    Span,
    Table,
)
from kbtool.model.article import BlockKind
from kbtool.model.prose import Prose
from kbtool.parse.anchors import Anchors, slugify
from kbtool.parse.prose import ProseBuilder
from kbtool.parse.sentences import split_sentences
from kbtool.parse.words import count_each


class _OpenSection(Struct):
    heading: Heading | None
    path: tuple[str, ...]
    start: int
    blocks: list[Block] = field(default_factory=list)
    other: int = 0


class _OpenItem(Struct):
    span: Span
    marker: Span
    blocks: list[Block] = field(default_factory=list)


class _OpenList(Struct):
    span: Span
    ordered: bool
    section: int
    items: list[Item] = field(default_factory=list)


class _OpenTable(Struct):
    span: Span
    section: int
    rows: list[list[Block]] = field(default_factory=list)


class DocumentBuilder:
    """Collects blocks, sections, lists and tables; parsers call it in document order."""

    def __init__(self, body: Span, *, slugs: bool = True) -> None:
        """Start with the section before the first heading; ``slugs`` gives headings an anchor."""
        self.body = body
        self.blocks: list[Block] = []
        self.headings: list[Heading] = []
        self.lists: list[ListPart] = []
        self.tables: list[Table] = []
        self.links: list[Link] = []
        self.images: list[Image] = []
        self.code: list[Code] = []
        self.comments: list[Comment] = []
        self.anchors: list[str] = []
        self.ignores: list[Ignore] = []
        self.quotes = 0  # how many block quotes are open
        self.muted = 0  # how many elements are open whose content nobody reads
        self._sections = [_OpenSection(None, (), body.start)]
        self._outline: list[tuple[int, str]] = []
        self._slugs = Anchors() if slugs else None
        self._lists: list[_OpenList] = []
        self._items: list[_OpenItem] = []
        self._tables: list[_OpenTable] = []

    @property
    def in_list(self) -> bool:
        """Whether a list entry is open."""
        return bool(self._items)

    def add_prose(
        self,
        builder: ProseBuilder,
        kind: BlockKind,
        span: Span,
        *,
        in_row: bool | None = None,
    ) -> Block | None:
        """Add a paragraph, an item's text or a cell; None where there is no prose to keep.

        ``in_row`` says whether the block, if it has text, stands for its cell in the row of the
        table; None: every cell does.
        """
        if self.muted:
            return None
        block = self._make_block(builder.build(), kind, span)
        self._collect(builder, block)
        if kind == "cell" if in_row is None else in_row and block.prose.text:
            self._add_to_row(block)
        if not block.prose.text:
            return None
        self.blocks.append(block)
        self._sections[-1].blocks.append(block)
        if self._items:
            self._items[-1].blocks.append(block)
        return block

    def _add_to_row(self, block: Block) -> None:
        if self._tables and self._tables[-1].rows:
            self._tables[-1].rows[-1].append(block)

    def add_heading(
        self,
        builder: ProseBuilder,
        level: int,
        span: Span,
        *,
        content: Span,
        marker: Span,
        explicit_id: str = "",
    ) -> None:
        """Add a heading and begin its section."""
        if self.muted:
            return
        prose = builder.build()
        text = prose.text
        self._outline = [entry for entry in self._outline if entry[0] < level]
        self._outline.append((level, text))
        path = tuple(heading for _, heading in self._outline)
        self._sections.append(_OpenSection(None, path, span.start))
        block = self._make_block(prose, "heading", content)
        self._collect(builder, block)
        self.blocks.append(block)
        anchor = explicit_id or (self._slugs.claim(slugify(text)) if self._slugs else "")
        heading = Heading(level, block, span, marker, anchor)
        self._sections[-1].heading = heading
        self.headings.append(heading)
        if anchor:
            self.anchors.append(anchor)

    def _make_block(self, prose: Prose, kind: BlockKind, span: Span) -> Block:
        masked = prose.masked
        ranges = split_sentences(masked)
        counts = count_each(masked, ranges)
        sentences = [
            Sentence(start, end, words) for (start, end), words in zip(ranges, counts, strict=True)
        ]
        return Block(
            kind,
            span,
            prose,
            tuple(sentences),
            len(self._sections) - 1,
            ordered=bool(self._lists) and self._lists[-1].ordered,
            depth=len(self._lists),
            quoted=self.quotes > 0,
        )

    def _collect(self, builder: ProseBuilder, block: Block) -> None:
        if builder.links:
            self.links += [replace(link, block=block) for link in builder.links]
        self.images += builder.images
        self.code += builder.code
        self.comments += builder.comments
        self.anchors += builder.anchors

    def add_other(self) -> None:
        """Count content that is not prose."""
        self._sections[-1].other += 1

    def add_code(self, code: Code) -> None:
        """Add a block of code."""
        if self.muted:
            return
        self.code.append(code)
        self.add_other()

    def add_comment(self, comment: Comment) -> None:
        """Add a comment that stands between blocks."""
        self.comments.append(comment)

    def open_list(self, span: Span, *, ordered: bool) -> None:
        """Begin a list."""
        self._lists.append(_OpenList(span, ordered, len(self._sections) - 1))

    def close_list(self, end: int | None = None) -> None:
        """End the innermost list, at a source offset where that was not known before."""
        done = self._lists.pop()
        depth = len(self._lists) + 1
        span = done.span if end is None else Span(done.span.start, end)
        if not self.muted:
            part = ListPart(span, done.ordered, depth, tuple(done.items), done.section)
            self.lists.append(part)

    def open_item(self, span: Span, marker: Span) -> None:
        """Begin an entry of the innermost list."""
        self._items.append(_OpenItem(span, marker))

    def close_item(self, end: int | None = None) -> None:
        """End the innermost entry, at a source offset where that was not known before."""
        done = self._items.pop()
        span = done.span if end is None else Span(done.span.start, end)
        self._lists[-1].items.append(Item(span, done.marker, tuple(done.blocks)))

    def open_table(self, span: Span) -> None:
        """Begin a table; it may stand in a cell of another one."""
        self._tables.append(_OpenTable(span, len(self._sections) - 1))

    def open_row(self) -> None:
        """Begin a row of the innermost table."""
        if self._tables:
            self._tables[-1].rows.append([])

    def close_table(
        self,
        end: int | None = None,
        *,
        header: bool = True,
        merged: int = 0,
    ) -> None:
        """End the innermost table; its first row is the header where it has one."""
        if not self._tables:
            return
        done = self._tables.pop()
        rows = [tuple(row) for row in done.rows if row or end is None]
        first = rows.pop(0) if header and rows else ()
        span = done.span if end is None else Span(done.span.start, end)
        if not self.muted:
            self.tables.append(Table(span, first, tuple(rows), done.section, merged))

    def sections(self) -> tuple[Section, ...]:
        """Return all sections, each ending where the next begins."""
        ends = [section.start for section in self._sections[1:]] + [self.body.end]
        return tuple(
            Section(
                section.heading,
                section.path,
                Span(section.start, end),
                tuple(section.blocks),
                section.other,
            )
            for section, end in zip(self._sections, ends, strict=True)
        )
