"""Blocks of HTML inside Markdown: their prose is prose like any other."""

from __future__ import annotations

from html import unescape
from typing import Protocol

from kbtool.model import Comment, Span
from kbtool.parse.inline import add_tag
from kbtool.parse.offsets import OffsetMap
from kbtool.parse.prose import ProseBuilder
from kbtool.parse.tags import ENTITY, Tag, read_events

_INLINE = frozenset(
    "a abbr b bdi bdo br cite code data del dfn em font i img ins kbd label mark q s samp small "
    "span strike strong sub sup time tt u var wbr".split(),
)
_UNREAD = frozenset({"script", "style", "template", "pre", "textarea", "svg", "math", "noscript"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}


class BlockSink(Protocol):
    """Where finished runs of prose go."""

    def add_html_prose(self, builder: ProseBuilder, tag: str, span: Span) -> None:
        """Take the prose of one HTML element."""

    def add_comment(self, comment: Comment) -> None:
        """Take a comment that stands on its own."""

    def add_other(self) -> None:
        """Take content that is not prose."""


def read_html_block(html: str, offsets: OffsetMap, sink: BlockSink) -> None:
    """Send the prose, images and comments of an HTML block to ``sink``."""
    reader = _Reader(html, offsets, sink)
    for event in read_events(html):
        if event.kind == "comment":
            reader.take_comment(event.start, event.end)
        elif event.kind == "text":
            reader.take_text(event.start, event.end)
        elif event.tag:
            reader.take_tag(event.tag, event.start, event.end)
    reader.flush()


class _Reader:
    """Gathers inline content and hands it over at each tag that begins or ends a block."""

    def __init__(self, html: str, offsets: OffsetMap, sink: BlockSink) -> None:
        self.html = html
        self.offsets = offsets
        self.sink = sink
        self.builder = ProseBuilder(offsets)
        self.element = ""  # the block element that the prose stands in
        self.begin = 0  # where its tag stands
        self.range: tuple[int, int] | None = None
        self.unread = ""  # the element whose content is skipped

    def take_comment(self, start: int, end: int) -> None:
        text = self.html[start:end].removeprefix("<!--").removesuffix("-->").strip()
        if self.html.startswith("<!--", start):
            self.sink.add_comment(Comment(self.offsets.span(start, end), text))

    def take_text(self, start: int, end: int) -> None:
        text = self.html[start:end]
        if self.unread:
            return
        if not self.range:  # white space before a block's first word is not prose
            start += len(text) - len(text.lstrip())
        if start == end:
            return
        self._cover(start, end)
        at = start
        for entity in ENTITY.finditer(self.html, start, end):
            self.builder.add(self.html[at : entity.start()], at, entity.start())
            self.builder.add(unescape(entity[0]), *entity.span())
            at = entity.end()
        self.builder.add(self.html[at:end], at, end)

    def take_tag(self, tag: Tag, start: int, end: int) -> None:
        if self.unread:
            if tag.closing and tag.name == self.unread:
                self.unread = ""
            return
        if tag.name in _UNREAD:
            self.flush()
            # Pictures may close themselves; of the others HTML ignores the slash.
            is_whole = tag.name in ("svg", "math") and self.html.endswith("/>", start, end)
            self.unread = "" if tag.closing or is_whole else tag.name
            self.sink.add_other()
        elif tag.name in _INLINE:
            self._cover(start, end)
            add_tag(tag, start, end, self.builder)
        else:
            self.flush()
            self.element = "" if tag.closing else tag.name
            self.begin = start
            self.builder.anchors.extend(
                tag.attributes[key] for key in ("id", "name") if key in tag.attributes
            )
            if tag.name in ("iframe", "video", "audio", "object", "embed") and not tag.closing:
                self.sink.add_other()

    def _cover(self, start: int, end: int) -> None:
        self.range = (self.range[0] if self.range else start, end)

    def flush(self) -> None:
        """Hand over what was gathered."""
        if self.range or self.builder.anchors:
            start, end = self.range or (self.begin, self.begin)
            self.sink.add_html_prose(self.builder, self.element, self.offsets.span(start, end))
        self.builder = ProseBuilder(self.offsets)
        self.range = None


def heading_level(tag: str) -> int:
    """Level of a heading element, 0 for any other."""
    return _HEADINGS.get(tag, 0)
