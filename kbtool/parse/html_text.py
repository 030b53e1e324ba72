"""The text of one block of HTML: white space collapsed, entities decoded, every place exact."""

from __future__ import annotations

from html import unescape

from msgspec import Struct

from kbtool.model import Code, Image, MarkKind, Span
from kbtool.parse.offsets import OffsetMap
from kbtool.parse.prose import ProseBuilder
from kbtool.parse.tags import ENTITY
from kbtool.patterns import lazy_pattern

SPACE = " \t\r\n\f"
"""White space that a browser shows as one space; no-break spaces are not among it."""

# What does not stand for itself. Single spaces do, so that most text is read in long runs.
_ODD = lazy_pattern(rf"(?:[\t\r\n\f]|  )[ \t\r\n\f]*+|{ENTITY.pattern}")


class _Link(Struct):
    span: Span  # of the opening tag
    href: str
    label: str
    opened: bool = False  # it has text in the block that is being read
    done: bool = False  # it had text in a block before


class HtmlText:
    """Gathers the prose of a block; marks and links that go on reach into the next one."""

    def __init__(self) -> None:
        """Start without a text to read from."""
        self._marks: dict[MarkKind, int] = {}  # how many elements of a kind are open
        self._link: _Link | None = None
        self.begin("", OffsetMap((0,), (0,)))

    def begin(self, html: str, offsets: OffsetMap) -> None:
        """Read from here on from ``html``, which ``offsets`` maps to the source."""
        self._html = html
        self._offsets = offsets
        self._renew()

    def _renew(self) -> None:
        self.builder = ProseBuilder(self._offsets)
        self.is_empty = True  # nothing that a reader sees was added
        self._range: tuple[int, int] | None = None
        self._space: tuple[int, int] | None = None  # white space that text must follow to count
        self._broken = False  # the last thing added is a line break
        self._code_piece = 0
        for kind, count in self._marks.items():
            if count:
                self.builder.open_mark(kind)
        if self._link and self._link.done:
            self.builder.open_mark("link")

    def take(self) -> tuple[ProseBuilder, Span] | None:
        """What was gathered, with its place, and begin a new block; None where there is nothing."""
        if not self._range:
            self._space, self._broken = None, False
            return None
        taken = self.builder, self._offsets.span(*self._range)
        self.builder.rstrip()
        if self._link and self._link.opened:
            self._link.opened, self._link.done = False, True
        self._renew()
        return taken

    def cover(self, start: int, end: int) -> None:
        """Count a range of the HTML to the block."""
        self._range = (self._range[0] if self._range else start, end)

    def add(self, start: int, end: int) -> None:
        """Add a run of text."""
        at = start
        for found in _ODD.finditer(self._html, start, end):
            self._add_plain(at, found.start())
            if found[0][0] == "&":
                self._add_entity(*found.span())
            else:
                self.add_space(*found.span())
            at = found.end()
        self._add_plain(at, end)

    def _add_plain(self, start: int, end: int) -> None:
        """Add text whose only white space is single spaces."""
        html = self._html
        if start < end and html[start] == " ":
            self.add_space(start, start + 1)
            start += 1
        if start < end:
            cut = end - 1 if html[end - 1] == " " else end
            self._settle(start, cut)
            self.builder.add(html[start:cut], start, cut)
            if cut < end:
                self.add_space(cut, end)

    def _add_entity(self, start: int, end: int) -> None:
        entity = self._html[start:end]
        text = unescape(entity)
        if text.strip(SPACE):
            self._settle(start, end)
            self.builder.add(text, start, end)
        elif text:
            self.add_space(start, end)

    def add_space(self, start: int, end: int) -> None:
        """Add white space; it counts once, and only between words."""
        if not self.is_empty and not self._space:
            self._space = (start, end)

    def add_break(self, start: int, end: int) -> bool:
        """Add a line break; return whether it is the second one in a row."""
        again = self._broken
        self._broken = True
        if not self.is_empty:
            self._space = (start, end)
        return again

    def add_image(self, image: Image, start: int, end: int) -> None:
        """Add an image."""
        self._settle(start, end)
        self.builder.add_image(image)

    def _settle(self, start: int, end: int) -> None:
        """Make ready for something that is seen."""
        self._settle_space()
        if self._link and not self._link.opened and not self._link.done:
            self._open_link(self._link)
        self.is_empty = self._broken = False
        self.cover(start, end)

    def _settle_space(self) -> None:
        if self._space:
            self.builder.add(" ", *self._space)
            self._space = None

    def open_mark(self, kind: MarkKind) -> None:
        """Begin to set text in a special way; more of the same inside changes nothing."""
        count = self._marks.get(kind, 0)
        self._marks[kind] = count + 1
        if not count:
            self._settle_space()
            self.builder.open_mark(kind)
            self._code_piece = self.builder.size

    def close_mark(self, kind: MarkKind, span: Span) -> None:
        """End it; ``span`` is the place of the element."""
        self._marks[kind] -= 1
        if self._marks[kind]:
            return
        self.builder.close_mark(kind)
        if kind == "code" and (text := self.builder.text_from(self._code_piece)):
            self.builder.code.append(Code(span, text, inline=True))

    def open_link(self, span: Span, href: str, label: str) -> None:
        """Begin a link, which takes the first text that follows as its own."""
        self._link = _Link(span, href, label)

    def close_link(self, end: int) -> None:
        """End the link; ``end`` is the source offset behind it."""
        link = self._link
        if not link:
            return
        if link.done:
            self.builder.close_mark("link")
        else:
            if not link.opened:
                self._open_link(link)
            self.builder.close_link(end)
        self._link = None

    def _open_link(self, link: _Link) -> None:
        link.opened = True
        self.builder.open_link(link.span, link.href, "html", link.label)
