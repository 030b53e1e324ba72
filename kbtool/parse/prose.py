"""Collects the prose of one block with its marks, links, images and comments."""

from __future__ import annotations

from bisect import bisect_right

from msgspec import Struct
from msgspec.structs import replace

from kbtool.model import IMAGE, Code, Comment, Image, Link, Mark, MarkKind, Piece, Prose, Span
from kbtool.model.article import LinkKind
from kbtool.parse.addresses import find_emails, find_templates, find_urls
from kbtool.parse.offsets import OffsetMap

_NO_BARE_LINK = ("link", "code")


class _OpenLink(Struct):
    start: int  # in the prose
    piece: int  # number of pieces, texts and images before it
    image: int
    span: Span
    href: str
    kind: LinkKind
    label: str = ""  # aria-label


class ProseBuilder(Struct):
    """Builds one ``Prose`` from ranges of the content that ``offsets`` maps to the source."""

    offsets: OffsetMap
    links: list[Link] = []
    images: list[Image] = []
    code: list[Code] = []
    comments: list[Comment] = []
    anchors: list[str] = []
    _texts: list[str] = []
    _length: int = 0
    _pieces: list[Piece] = []
    _marks: list[Mark] = []
    _open_marks: list[tuple[MarkKind, int]] = []
    _open_links: list[_OpenLink] = []
    _alts: list[tuple[int, str]] = []  # prose offset of an image, its alternative text

    def add(self, text: str, start: int, end: int) -> None:
        """Add ``text``, which stands at content range ``start:end``.

        Text as long as its range maps character by character, anything else as a whole.
        """
        if not text:
            return
        map_at = self.offsets.at
        if len(map_at) == 1 or len(text) != end - start:
            self._piece(text, self.offsets.span(start, end))
            return
        at = start
        while at < end:  # one piece for each stretch without a jump in the map
            index = bisect_right(map_at, at)
            stop = min(end, map_at[index]) if index < len(map_at) else end
            if stop - 1 > at and stop - 1 in self.offsets.pairs:
                stop -= 1  # a line end of two characters is a piece of its own
            self._piece(text[at - start : stop - start], self.offsets.span(at, stop))
            at = stop

    def _piece(self, text: str, span: Span) -> None:
        self._pieces.append(Piece(self._length, span.start, span.end))
        self._texts.append(text)
        self._length += len(text)

    def add_code(self, text: str, start: int, end: int, *, outer: tuple[int, int]) -> None:
        """Add code inside prose; ``outer`` is its content range with the markers."""
        self._marks.append(Mark("code", self._length, self._length + len(text)))
        self.code.append(Code(self.offsets.span(*outer), text, inline=True))
        self.add(text, start, end)

    def add_image(self, image: Image) -> None:
        """Add an image; in the prose one character stands for it."""
        self._marks.append(Mark("image", self._length, self._length + 1))
        self._alts.append((self._length, image.alt or ""))
        self._piece(IMAGE, image.span)
        self.images.append(replace(image, in_link=bool(self._open_links)))

    def open_mark(self, kind: MarkKind) -> None:
        """Begin a range of this kind."""
        self._open_marks.append((kind, self._length))

    def close_mark(self, kind: MarkKind) -> None:
        """End the innermost open range of this kind; ignored where none is open."""
        for index in range(len(self._open_marks) - 1, -1, -1):
            if self._open_marks[index][0] == kind:
                _, start = self._open_marks.pop(index)
                self._marks.append(Mark(kind, start, self._length))
                return

    def open_link(self, span: Span, href: str, kind: LinkKind, label: str = "") -> None:
        """Begin a link."""
        place = (self._length, len(self._pieces), len(self._alts))
        self._open_links.append(_OpenLink(*place, span, href, kind, label))

    def close_link(self, end: int | None = None) -> None:
        """End the innermost link that Markdown opened, or a tag where ``end`` tells where it ends.

        ``end`` is the source offset after the closing tag.
        """
        for index in range(len(self._open_links) - 1, -1, -1):
            if (self._open_links[index].kind == "html") == (end is not None):
                self._finish_link(self._open_links.pop(index), end)
                return

    def _finish_link(self, link: _OpenLink, end: int | None) -> None:
        text = "".join(self._texts[link.piece :])
        for at, alt in reversed(self._alts[link.image :]):
            text = text[: at - link.start] + alt + text[at - link.start + 1 :]
        self._marks.append(Mark("link", link.start, self._length))
        if link.kind == "autolink":
            self._marks.append(Mark("url", link.start, self._length))
        span = Span(link.span.start, end) if end else link.span
        inner = self._pieces[link.piece :]
        text_span = Span(inner[0].start, inner[-1].end) if inner else Span(span.start, span.start)
        self.links.append(Link(span, text_span, link.href, link.label or text, link.kind, None))

    def drop_from(self, offset: int) -> None:
        """Drop what stands at or after a content offset, and white space before it."""
        limit = self.offsets.source(offset)
        while self._pieces and self._pieces[-1].end > limit:
            text, piece = self._texts.pop(), self._pieces.pop()
            kept = text[: max(0, limit - piece.start)]
            self._length -= len(text) - len(kept)
            if kept:
                self._texts.append(kept)
                self._pieces.append(piece._replace(end=piece.start + len(kept)))
        self.rstrip()

    def rstrip(self) -> None:
        """Drop white space at the end; in HTML it belongs to the layout of the file."""
        while self._texts and not self._texts[-1][-1:].strip():
            text, piece = self._texts.pop(), self._pieces.pop()
            kept = text.rstrip() if len(text) == piece.end - piece.start else ""
            self._length -= len(text) - len(kept)
            if kept:
                self._texts.append(kept)
                self._pieces.append(piece._replace(end=piece.start + len(kept)))
        self._clamp_marks()

    def _clamp_marks(self) -> None:
        """Let no mark reach beyond the text."""
        last = self._length
        if any(mark.end > last for mark in self._marks):
            cut = ((m.kind, min(m.start, last), min(m.end, last)) for m in self._marks)
            self._marks = [Mark(*parts) for parts in cut]
        self._open_marks = [(kind, min(start, last)) for kind, start in self._open_marks]

    @property
    def size(self) -> int:
        """Number of pieces of text so far."""
        return len(self._texts)

    def text_from(self, size: int) -> str:
        """Text that was added when there were ``size`` pieces, and since."""
        return "".join(self._texts[size:])

    def build(self) -> Prose:
        """Return the prose; whatever is still open ends here."""
        if self._open_marks or self._open_links:
            self._close_all()
        text, pieces = "".join(self._texts), tuple(self._pieces)
        if "://" in text or "www." in text or "@" in text or "{" in text or "%" in text:
            self._mark_addresses(Prose(text, pieces))
        if not self._marks:
            return Prose(text, pieces)
        return Prose(text, pieces, tuple(sorted(self._marks, key=lambda m: (m.start, m.end))))

    def _close_all(self) -> None:
        for kind, _ in reversed(self._open_marks[:]):
            self.close_mark(kind)
        last = self._pieces[-1].end if self._pieces else 0
        while self._open_links:
            link = self._open_links.pop()
            self._finish_link(link, max(last, link.span.end))

    def _mark_addresses(self, prose: Prose) -> None:
        linked = {n for m in self._marks if m.kind in _NO_BARE_LINK for n in range(m.start, m.end)}
        for start, end in find_urls(prose.text):
            self._marks.append(Mark("url", start, end))
            if start not in linked:
                span = prose.span(start, end)
                url = prose.text[start:end]
                self.links.append(Link(span, span, url, url, "bare", None))
        for start, end in find_emails(prose.text):
            self._marks.append(Mark("url", start, end))
        for start, end in find_templates(prose.text):
            self._marks.append(Mark("template", start, end))
