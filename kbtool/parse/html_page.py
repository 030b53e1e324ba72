"""What a whole HTML page says of itself: title, language, and where the article is in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from html import unescape

from msgspec import Struct, field

from kbtool.model import Piece, Prose, Source, Span, Title
from kbtool.parse.html_elements import CHROME, LANDMARKS, read_area
from kbtool.parse.html_stack import ElementStack
from kbtool.parse.tags import Event, Tag

_WHOLE = frozenset({"html", "head", "body"})


class Page(Struct):
    """Facts that are gathered before the text is read."""

    is_whole: bool = False
    locale: str = ""
    title: tuple[int, int] | None = None  # range of its text
    canonical: str = ""  # address that it is published at
    areas: Counter[str] = field(default_factory=Counter)  # how many landmarks of each kind
    article: int = 0  # source offset of the first <article>
    first_h1: int = 0  # source offset
    titled: set[int] = field(default_factory=set)  # offsets of <header>s that hold an <h1>

    @property
    def only_main(self) -> bool:
        """Whether the page says what it is all about: nothing outside of that is its article."""
        return self.is_whole and self.areas["main"] == 1

    def is_chrome(self, area: str, stack: ElementStack, start: int) -> bool:
        """Whether an element is part of the site around the article.

        Where the page marks the article, that is all navigation and what stands outside of it.
        Other pages keep a header with the title of the article, and asides behind that title.
        """
        if not self.is_whole or area not in CHROME:
            return False
        if area != "nav" and self._is_beside_article(stack):
            return area != "header" or start not in self.titled
        if any(stack.within(landmark) for landmark in LANDMARKS):
            return area == "nav"
        if self.areas.total():
            return True
        if area == "aside":
            return start < self.first_h1
        return area != "header" or start not in self.titled

    def _is_beside_article(self, stack: ElementStack) -> bool:
        """Whether a place is in <main> beside the only <article>, which has its own title."""
        titled = self.areas["article"] == 1 and self.first_h1 > self.article
        return titled and stack.within("main") and not stack.within("article")


def read_page(html: str, events: Iterable[Event], shift: int) -> Page:
    """Facts about an HTML text that begins at a source offset."""
    page = Page()
    headers: list[int] = []
    for event in events:
        if event.kind == "raw" and event.tag and event.tag.name == "title" and not page.title:
            page.title = _strip(html, event.start, event.end)
        elif event.kind == "tag" and event.tag and event.tag.name == "header":
            if not event.tag.closing:
                headers.append(shift + event.start)
            elif headers:
                headers.pop()
        elif event.kind == "tag" and event.tag and not event.tag.closing:
            _note(event.tag, page, headers, shift + event.start)
    return page


def _note(tag: Tag, page: Page, headers: list[int], place: int) -> None:
    area = read_area(tag.name, tag.attributes.get("role", ""))
    if tag.name in _WHOLE:
        page.is_whole = True
        if tag.name == "html":
            given = tag.attributes.get("lang") or tag.attributes.get("xml:lang") or ""
            page.locale = page.locale or given.strip()
    elif area in LANDMARKS:
        if area == "article":
            page.article = page.article or place
        page.areas[area] += 1
    elif tag.name == "link" and not page.canonical:
        rel = (tag.attributes.get("rel") or "").lower().split()
        page.canonical = (tag.attributes.get("href") or "").strip() if "canonical" in rel else ""
    elif tag.name == "h1":
        page.first_h1 = page.first_h1 or place
        page.titled.update(headers)
        headers.clear()


def _strip(html: str, start: int, end: int) -> tuple[int, int] | None:
    text = html[start:end]
    start += len(text) - len(text.lstrip())
    return (start, start + len(text.strip())) if text.strip() else None


def page_title(source: Source, span: Span) -> Title:
    """Title that stands in <title>."""
    raw = source.slice(span)
    text = raw if "&" not in raw and raw == " ".join(raw.split()) else ""
    text = text or " ".join(unescape(raw).split())
    return Title(text, Prose(text, (Piece(0, span.start, span.end),)), "page")
