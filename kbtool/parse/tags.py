"""Tags, comments and text of HTML that stands inside Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Literal

# The attribute part never overlaps with what follows it, so a tag is read in one pass.
TAG = re.compile(r"""</?([A-Za-z][A-Za-z0-9-]*)((?:[^"'<>]|"[^"]*"|'[^']*')*)>""")
_ATTRIBUTE = re.compile(
    r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""",
)
ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


@dataclass(frozen=True)
class Tag:
    """An opening or closing tag."""

    name: str  # lower case
    attributes: dict[str, str]  # names in lower case, entities decoded
    closing: bool
    places: dict[str, tuple[int, int]]  # range of each value in the tag's text, without quotes


@dataclass(frozen=True)
class Event:
    """A stretch of HTML and what it is."""

    kind: Literal["text", "tag", "comment"]
    start: int
    end: int
    tag: Tag | None = None


def read_tag(text: str) -> Tag | None:
    """Tag that ``text`` is, or None for comments, declarations and anything else."""
    match = TAG.match(text)
    return _tag(match) if match else None


def _tag(match: re.Match[str]) -> Tag:
    attributes: dict[str, str] = {}
    places: dict[str, tuple[int, int]] = {}
    shift = match.start(2) - match.start()
    for found in _ATTRIBUTE.finditer(match[2]):
        name, group = found[1].lower(), found.lastindex or 1
        if name not in attributes:
            attributes[name] = unescape(found[group]) if group > 1 else ""
            if group > 1:
                places[name] = (shift + found.start(group), shift + found.end(group))
    return Tag(match[1].lower(), attributes, match[0].startswith("</"), places)


def read_events(html: str) -> Iterator[Event]:
    """Text, tags and comments of a piece of HTML, in order; whatever is neither is text."""
    text_start = at = 0
    while (at := html.find("<", at)) >= 0:
        event = _event_at(html, at)
        if not event:
            at += 1
            continue
        if at > text_start:
            yield Event("text", text_start, at)
        yield event
        text_start = at = event.end
    if text_start < len(html):
        yield Event("text", text_start, len(html))


def _event_at(html: str, at: int) -> Event | None:
    if html.startswith("<!--", at):
        end = html.find("-->", at + 4)
        return Event("comment", at, end + 3 if end >= 0 else len(html))
    if html.startswith(("<!", "<?"), at):
        end = html.find(">", at)
        return Event("comment", at, end + 1 if end >= 0 else len(html))
    match = TAG.match(html, at)
    return Event("tag", at, match.end(), _tag(match)) if match else None
