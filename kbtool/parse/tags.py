"""Tags, comments and text of HTML, with their places: the tokens that all HTML is read from.

Tokens are those of a browser, with two exceptions that lose no text: a tag that never ends goes
on to the next ">" only, and what follows an element that is never closed is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Literal, NamedTuple

from kbtool.patterns import lazy_pattern

# Every repeat is possessive and the parts of the alternation begin with different characters, so
# one look at a tag goes over it once. A quotation mark counts only behind "=".
TAG = lazy_pattern(
    r"""<(/?)([A-Za-z][^\s/>]*+)((?>(?:[^>"'=]++|=\s*+(?>(?:"[^"]*+"|'[^']*+')?)|["'])*))>""",
)
_SHORT_TAG = lazy_pattern(r"<(/?)([A-Za-z][^\s/>]*+)([^>]*+)>")
_ATTRIBUTE = lazy_pattern(
    r"""([^\s"'<>/=]++)(?>(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'=<>`]++)))?)""",
)
_NAME = lazy_pattern(r"[A-Za-z]")
_COMMENT_END = lazy_pattern(r"--!?>")
ENTITY = lazy_pattern(
    r"&(?:#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6});?|[A-Za-z][A-Za-z0-9]{1,31};?)",
)
_WHOLE_ENTITY = lazy_pattern(
    r"&(?:#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6})|[A-Za-z][A-Za-z0-9]{1,31});",
)

_RAW = frozenset({"script", "style", "textarea", "title", "iframe", "xmp", "noembed", "noframes"})
"""Elements whose content holds no tags."""

_NEVER_SHOWN = frozenset({"script", "style"})


class Tag(NamedTuple):
    """An opening or closing tag."""

    name: str  # lower case
    attributes: dict[str, str]  # names in lower case, entities decoded
    closing: bool
    places: dict[str, tuple[int, int]]  # range of each value in the tag's text, without quotes
    empty: bool = False  # written as <name/>


class Event(NamedTuple):
    """A stretch of HTML and what it is."""

    kind: Literal["text", "tag", "comment", "raw"]  # raw: content of a script, a title ...
    start: int
    end: int
    tag: Tag | None = None  # of "raw": the tag before it


def read_tag(text: str) -> Tag | None:
    """Tag that ``text`` is, or None for comments, declarations and anything else."""
    match = TAG.match(text)
    return _tag(match) if match else None


def decode_value(text: str) -> str:
    """Value of an attribute as a browser reads it: only entities that end in ";" count."""
    return _WHOLE_ENTITY.sub(lambda found: unescape(found[0]), text) if "&" in text else text


def _tag(match: re.Match[str]) -> Tag:
    attributes: dict[str, str] = {}
    places: dict[str, tuple[int, int]] = {}
    shift = match.start(3) - match.start()
    for found in _ATTRIBUTE.finditer(match[3]):
        name, group = found[1].lower(), found.lastindex or 1
        if name not in attributes:
            attributes[name] = decode_value(found[group]) if group > 1 else ""
            if group > 1:
                places[name] = (shift + found.start(group), shift + found.end(group))
    return Tag(match[2].lower(), attributes, match[1] == "/", places, match[3].endswith("/"))


def read_events(html: str) -> Iterator[Event]:
    """Text, tags and comments of a piece of HTML, in order; whatever is neither is text."""
    return _Tokens(html).read()


class _Tokens:
    """One pass over a piece of HTML; what was looked for in vain is not looked for again."""

    def __init__(self, html: str) -> None:
        self.html = html
        self.pattern = TAG
        self.last_end = html.rfind(">")
        self.unclosed: set[str] = set()

    def read(self) -> Iterator[Event]:
        html = self.html
        text_start = at = 0
        while (at := html.find("<", at)) >= 0:
            event = self._event_at(at)
            if not event:
                at += 1
                continue
            if at > text_start:
                yield Event("text", text_start, at)
            yield event
            text_start = at = event.end
            tag = event.tag
            if tag and tag.name in _RAW and not tag.closing:
                end = self._end_of_raw(tag, at)
                if end > at:
                    yield Event("raw", at, end, tag)
                text_start = at = end
        if text_start < len(html):
            yield Event("text", text_start, len(html))

    def _event_at(self, at: int) -> Event | None:
        html = self.html
        if _NAME.match(html, at + 1) or (
            html.startswith("/", at + 1) and _NAME.match(html, at + 2)
        ):
            match = self._match_tag(at)
            return Event("tag", at, match.end(), _tag(match)) if match else None
        if html.startswith("<!--", at):
            if html.startswith((">", "->"), at + 4):
                return Event("comment", at, html.index(">", at) + 1)
            found = _COMMENT_END.search(html, at + 4)
            return Event("comment", at, found.end() if found else len(html))
        if html.startswith(("<!", "<?", "</"), at):
            end = html.find(">", at)
            return Event("comment", at, end + 1 if end >= 0 else len(html))
        return None

    def _match_tag(self, at: int) -> re.Match[str] | None:
        if at > self.last_end:
            return None
        match = self.pattern.match(self.html, at)
        if not match:  # quoted up to the end of the text
            self.pattern = _SHORT_TAG
            match = self.pattern.match(self.html, at)
        return match

    def _end_of_raw(self, tag: Tag, at: int) -> int:
        """Offset of the closing tag of an element without tags inside."""
        name = tag.name
        if name not in self.unclosed:
            found = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(self.html, at)
            if found:
                return found.start()
            self.unclosed.add(name)
        return at if tag.empty or name not in _NEVER_SHOWN else len(self.html)
