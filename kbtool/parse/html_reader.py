"""Reads HTML into an article, whether it is a file of its own or stands inside Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kbtool.model import Comment, Ignore, Span
from kbtool.parse.document import DocumentBuilder
from kbtool.parse.html_elements import (
    EMBEDDED,
    ENDS_HEADING,
    ENDS_PARAGRAPH,
    IN_LINE_OF_TEXT,
    INLINE,
    MARKS,
    UNREAD,
    VOID,
    read_area,
)
from kbtool.parse.html_parts import HtmlParts
from kbtool.parse.html_stack import Element, ElementStack
from kbtool.parse.html_text import HtmlText
from kbtool.parse.inline import read_image
from kbtool.parse.offsets import OffsetMap
from kbtool.parse.tags import Event, Tag, read_events

IGNORE = "data-kbtool-ignore"


def keep_all(_name: str, _stack: ElementStack, _start: int) -> bool:
    """Take no element for a part of the page around the article."""
    return False


class HtmlReader:
    """Sends the blocks, lists and tables of pieces of HTML to a document."""

    def __init__(
        self,
        document: DocumentBuilder,
        is_chrome: Callable[[str, ElementStack, int], bool] = keep_all,
        *,
        xml: bool = False,
        only_main: bool = False,
    ) -> None:
        """Start with nothing open.

        In ``xml`` every element may be written as <name/>; ``only_main`` leaves out what is not
        in <main>.
        """
        self.document = document
        self.text = HtmlText()
        self.stack = ElementStack(self._end)
        self.parts = HtmlParts(document, self.stack, self.text)
        self._is_chrome = is_chrome
        self._xml = xml
        self._only_main = only_main
        document.muted += only_main
        self._html = ""
        self._offsets = OffsetMap((0,), (0,))
        self._last_closing: dict[str, int] = {}

    def read(
        self,
        html: str,
        offsets: OffsetMap,
        events: Iterable[Event] | None = None,
    ) -> None:
        """Read a piece of HTML; what is open at its end stays open."""
        html = html.replace("\0", "\ufffd")
        self._html, self._offsets = html, offsets
        self._last_closing = {}
        self.text.begin(html, offsets)
        for event in read_events(html) if events is None else events:
            if event.kind == "text":
                self._take_text(event.start, event.end)
            elif event.kind == "comment":
                self._take_comment(event.start, event.end)
            elif event.tag and event.kind == "tag":
                if event.tag.closing:
                    self._take_closing(event.tag, event.start, event.end)
                else:
                    self._take_opening(event.tag, event.start, event.end)
        self.parts.flush()

    def finish(self, end: int) -> None:
        """End all that is open at a source offset."""
        self.stack.close_all(end)

    def _take_text(self, start: int, end: int) -> None:
        if self.document.muted:
            return
        if self.parts.pre:
            self.parts.add_code_text(self._html[start:end])
        else:
            self.text.add(start, end)

    def _take_comment(self, start: int, end: int) -> None:
        if self._html.startswith("<!--", start):
            text = self._html[start:end].removeprefix("<!--").removesuffix("-->").strip()
            self.document.add_comment(Comment(self._offsets.span(start, end), text))

    def _take_closing(self, tag: Tag, start: int, end: int) -> None:
        if tag.name in INLINE and not self.document.muted:
            self.text.cover(start, end)
        heading = self.parts.heading
        name = heading.name if heading and tag.name[:1] == "h" and len(tag.name) == 2 else tag.name
        source = self._offsets.span(start, end)
        closed = self.stack.close(name, source.end)
        if not closed and name not in INLINE:
            self._divide(start, end)

    def _divide(self, start: int, end: int) -> None:
        """Begin a new block, unless a heading or code is open, which have no blocks inside."""
        if self.parts.heading or self.parts.pre:
            self.text.add_space(start, end)
        elif not self.document.muted:
            self.parts.flush()

    def _take_opening(self, tag: Tag, start: int, end: int) -> None:
        name = tag.name
        span = self._offsets.span(start, end)
        if anchors := _anchors(tag):
            self.document.anchors.extend(anchors)
            if (heading := self.parts.heading) and not heading.anchor:
                heading.anchor = anchors[0]
        if name not in INLINE and name not in VOID:
            self._begin_block(name, start, end)
        if name in VOID:
            self._take_void(tag, start, end)
            return
        area = read_area(name, tag.attributes.get("role", ""))
        element = Element(name, span.start, ignore=self._ignore(tag, start), area=area)
        element.muted = self._hides(tag, end, element)
        if self._only_main and area == "main":
            self.document.muted -= 1
        if name in EMBEDDED and not self.document.muted:
            self.document.add_other()
        if element.muted:
            self.document.muted += 1
        elif not self.document.muted:
            self._begin(element, tag, start, end)
        self.stack.push(element)
        if tag.empty and (self._xml or name in UNREAD):
            self.stack.close(name, span.end)

    def _begin_block(self, name: str, start: int, end: int) -> None:
        place = self._offsets.span(start, end).start
        heading = self.parts.heading
        if heading and name in ENDS_HEADING and not self.text.is_empty:
            self.stack.close(heading.name, place)
        if name in ENDS_PARAGRAPH:
            self.stack.close("p", place)
        self.stack.end_before(name, place)
        if name not in IN_LINE_OF_TEXT:
            self._divide(start, end)
        elif name not in ("script", "noscript", "template"):
            self.text.add_space(start, end)

    def _begin(self, element: Element, tag: Tag, start: int, end: int) -> None:
        """Note what an element means for what is in it."""
        name = tag.name
        if name in INLINE:
            self.text.cover(start, end)
        if name == "a":
            if self.stack.close("a", element.start):
                self.text.cover(start, end)
            if "href" in tag.attributes:
                element.role = "link"
                label = tag.attributes.get("aria-label", "")
                href = tag.attributes["href"]
                self.text.open_link(self._offsets.span(start, end), href, label)
        elif name in MARKS or _is_bold(tag):
            element.mark = MARKS.get(name, "strong")
            self.text.open_mark(element.mark)
        self.parts.begin(element, tag)

    def _take_void(self, tag: Tag, start: int, end: int) -> None:
        name = tag.name
        if ignore := self._ignore(tag, start):
            self.document.ignores.append(Ignore(*ignore, self._offsets.span(start, end)))
        if self.document.muted:
            return
        if name == "img":
            self.text.add_image(read_image(tag, start, end, self.text.builder), start, end)
        elif name == "br" and self.parts.pre:
            self.parts.add_code_text("\n")
        elif name == "br":
            if self.text.add_break(start, end):
                self._divide(start, end)
        elif name == "hr":
            self.stack.close("p", self._offsets.span(start, end).start)
            self._divide(start, end)
        elif name == "embed":
            self.document.add_other()

    def _ignore(self, tag: Tag, start: int) -> tuple[str, Span] | None:
        """Value of the attribute that silences, and its place."""
        if IGNORE not in tag.attributes:
            return None
        first, last = tag.places.get(IGNORE, (0, 0))
        if last == first:
            first, last = 0, 1 + len(tag.name)
        return tag.attributes[IGNORE], self._offsets.span(start + first, start + last)

    def _hides(self, tag: Tag, end: int, element: Element) -> bool:
        """Whether nobody reads what is in an element."""
        if tag.name in UNREAD:
            return self._closes_later(tag.name, end)
        if tag.attributes.get("hidden", "until-found") != "until-found":
            return True
        if tag.attributes.get("aria-hidden") == "true":
            return True
        return self._is_chrome(element.area, self.stack, element.start)

    def _closes_later(self, name: str, at: int) -> bool:
        """Whether a closing tag follows: an author who forgot it still wants the rest read."""
        if name not in self._last_closing:
            self._last_closing[name] = self._html.lower().rfind(f"</{name}")
        return self._last_closing[name] >= at

    def _end(self, element: Element, end: int) -> None:
        if element.muted:
            self.document.muted -= 1
        span = Span(element.start, max(end, element.start))
        if element.mark:
            self.text.close_mark(element.mark, span)
        if element.role == "link":
            self.text.close_link(end)
        if element.ignore:
            self.document.ignores.append(Ignore(*element.ignore, span))
        if not self.document.muted and not element.muted and element.name not in INLINE:
            self.parts.end(element, end)
        if self._only_main and element.area == "main":
            self.document.muted += 1


def _anchors(tag: Tag) -> list[str]:
    keys = ("id", "name") if tag.name == "a" else ("id",)
    return [tag.attributes[key] for key in keys if tag.attributes.get(key)]


def _is_bold(tag: Tag) -> bool:
    style = tag.attributes.get("style", "")
    if "font-weight" not in style:
        return False
    weight = style.partition("font-weight")[2].lstrip(" :").lower()
    return weight.startswith(("bold", "600", "700", "800", "900"))
