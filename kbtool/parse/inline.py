"""Inline tokens and inline HTML tags to prose."""

from __future__ import annotations

from collections.abc import Sequence

from kbtool.model import Comment, Image, MarkKind
from kbtool.model.article import LinkKind
from kbtool.parse.prose import ProseBuilder
from kbtool.parse.tags import Tag, read_tag
from kbtool.parse.tokens import PlacedToken

_MARKS: dict[str, MarkKind] = {
    "strong": "strong",
    "b": "strong",
    "em": "em",
    "i": "em",
    "kbd": "kbd",
    "code": "code",
    "samp": "code",
}


def read_inline(tokens: Sequence[PlacedToken], content: str, builder: ProseBuilder) -> None:
    """Add the tokens of a block's content to a builder; without tokens it is plain text."""
    if not tokens:
        builder.add(content, 0, len(content))
    for token in tokens:
        start, end = token.start, token.end
        if token.type in ("text", "text_special"):
            builder.add(token.content, start, end)
        elif token.type in ("softbreak", "hardbreak"):
            builder.add(" ", start, start + 1)
        elif token.type == "link_open":
            kind: LinkKind = "inline" if content[end - 1] == ")" else "reference"
            kind = "autolink" if token.info == "auto" else kind
            builder.open_link(builder.offsets.span(start, end), str(token.attrs["href"]), kind)
        elif token.type == "link_close":
            builder.close_link()
        elif token.tag in _MARKS and token.nesting:
            mark = builder.open_mark if token.nesting > 0 else builder.close_mark
            mark(_MARKS[token.tag])
        elif read := _READERS.get(token.type):
            read(token, builder)


def _read_code(token: PlacedToken, builder: ProseBuilder) -> None:
    start, end = token.start, token.end
    inner = start + len(token.markup)
    room = end - len(token.markup) - inner
    if len(token.content) == room - 2:  # one space on each side belongs to the markers
        inner += 1
    builder.add_code(token.content, inner, inner + len(token.content), outer=(start, end))


def _read_image(token: PlacedToken, builder: ProseBuilder) -> None:
    start, end = token.start, token.end
    label = start + len("![")
    builder.add_image(
        Image(
            span=builder.offsets.span(start, end),
            alt_span=builder.offsets.span(label, label + len(token.content)),
            src=str(token.attrs["src"]),
            alt=_plain(token.children or ()),
            html=False,
        ),
    )


def _plain(tokens: Sequence[PlacedToken]) -> str:
    """Text of tokens without markup, as a screen reader speaks alternative text."""
    parts = []
    for token in tokens:
        if token.type == "image":
            parts.append(_plain(token.children or ()))
        elif token.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif token.type != "html_inline":
            parts.append(token.content)
    return "".join(parts)


def _read_html(token: PlacedToken, builder: ProseBuilder) -> None:
    start, end = token.start, token.end
    if tag := read_tag(token.content):
        add_tag(tag, start, end, builder)
    elif token.content.startswith("<!--"):
        text = token.content.removeprefix("<!--").removesuffix("-->").strip()
        builder.comments.append(Comment(builder.offsets.span(start, end), text))


def add_tag(tag: Tag, start: int, end: int, builder: ProseBuilder) -> None:
    """Add what an inline tag means: a link, an image, a mark, a line break, an anchor."""
    span = builder.offsets.span(start, end)
    builder.anchors.extend(tag.attributes[key] for key in ("id", "name") if key in tag.attributes)
    if tag.name == "a":
        if tag.closing:
            builder.close_link(span.end)
        elif "href" in tag.attributes:
            label = tag.attributes.get("aria-label", "")
            builder.open_link(span, tag.attributes["href"], "html", label)
    elif tag.name == "img" and not tag.closing:
        builder.add_image(read_image(tag, start, end, builder))
    elif tag.name in ("br", "hr"):
        builder.add(" ", start, end)
    elif tag.name in _MARKS:
        (builder.close_mark if tag.closing else builder.open_mark)(_MARKS[tag.name])


def read_image(tag: Tag, start: int, end: int, builder: ProseBuilder) -> Image:
    """Image that an <img> tag at a content range stands for."""
    span = builder.offsets.span(start, end)
    hidden = tag.attributes.get("aria-hidden") == "true"
    hidden = hidden or tag.attributes.get("role") in ("presentation", "none")
    alt = tag.attributes.get("alt")
    first, last = tag.places.get("alt", (0, 0))
    alt_span = builder.offsets.span(start + first, start + last)
    return Image(span, alt_span, tag.attributes.get("src", ""), alt, html=True, hidden=hidden)


_READERS = {"code_inline": _read_code, "image": _read_image, "html_inline": _read_html}
