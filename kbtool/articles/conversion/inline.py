"""Text within a line: emphasis, code, links, images, and signs that Markdown would take for its."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kbtool.articles.conversion.tree import InexpressibleError, Node
from kbtool.parse.html_elements import INLINE, VOID
from kbtool.patterns import lazy_pattern

_SIGNS = lazy_pattern(r"[\\`*\[\]<>~|]|(?<![^\W_])_|_(?![^\W_])|&(?=[#\w])|!(?=\[)")
_SPACE = lazy_pattern(r"[ \t\r\n\f]+")
_LINE_START = lazy_pattern(r"(?:[-+=:](?=\s|[-=:]|\Z)|\#{1,6}(?=\s|\Z)|[-=_]{3,})")
_NUMBER_START = lazy_pattern(r"([0-9]{1,9})([.)])(?=\s|\Z)")
_PLAIN_URL = lazy_pattern(r"(?:[^\s<>()\\\"'`*\[\]&\x00-\x1f\x7f]|&(?![#\w]{1,40};))+")
_ENTITY = lazy_pattern(r"&(?=[#\w]{1,40};)")
_LEADING = lazy_pattern(r"(?>(?:[ ]|\\\n)+)", re.VERBOSE)
_TICKS = lazy_pattern(r"`+")

_DROPPED = frozenset({"span", "font", "bdi", "nobr", "picture", "data", "big"})
"""Elements that set text in a way that Markdown leaves to the site's own look."""
_EMPHASIS = {"strong": "**", "b": "**", "em": "*", "i": "*"}
_LINK_LOOKS = frozenset({"href", "target", "rel", "class", "style", "title"})
_IMAGE_LOOKS = frozenset({"src", "alt", "title", "class", "loading", "decoding", "data-id"})


class Delimiter(NamedTuple):
    """Where emphasis begins or ends: as Markdown, or as the tag where signs would not do."""

    sign: str
    name: str
    opens: bool


Part = str | Delimiter


def write_inline(nodes: Sequence[Node], html: str, *, in_cell: bool = False) -> str:
    """Markdown of nodes that stand in a line; line breaks are within."""
    parts: list[Part] = []
    for node in nodes:
        parts += _write(node, html, in_cell)
    text = _join(_tidy(parts))
    lines = [line.strip(" ") for line in text.split("\n")]
    return "\n".join(_guard_start(line) for line in lines).strip("\n")


def is_inline(node: Node) -> bool:
    """Whether a node stands in a line: text, or an element of text with nothing else in it."""
    if node.name == "":
        return True
    if node.name in ("br", "img", "wbr"):
        return True
    return node.name in INLINE and all(map(_stands_inside, node.children))


def _stands_inside(node: Node) -> bool:
    return node.name == "!" or is_inline(node)


def is_blank(node: Node) -> bool:
    """Whether a node is nothing but space between blocks."""
    return node.name == "" and not _SPACE.sub("", node.text)


def _write(node: Node, html: str, in_cell: bool) -> list[Part]:
    """Parts of a node."""
    name = node.name
    if name in VOID or name in ("", "!", "code"):
        return [_write_leaf(node, html, in_cell)]
    inner = [part for child in node.children for part in _write(child, html, in_cell)]
    if name == "a":
        return _write_link(node, inner)
    if name in _EMPHASIS or _is_bold(node):
        return _emphasise(node, inner)
    if name in _DROPPED:
        return [*_anchor(node), *inner]
    return [_opening(node, html), *inner, f"</{name}>"]


def _write_leaf(node: Node, html: str, in_cell: bool) -> str:
    """Text of a node without others in it."""
    if node.name == "":
        return _escape(_SPACE.sub(" ", node.text))
    if node.name == "br":
        return "<br>" if in_cell else "\\\n"
    if node.name == "img":
        return _write_image(node, html)
    if node.name == "code" and not any(child.name for child in node.children):
        return _write_code(node, in_cell)
    return _SPACE.sub(" ", html[node.start : node.end])


def _opening(node: Node, html: str) -> str:
    """Opening tag of an element as it stands."""
    first = node.children[0].start if node.children else html.find(">", node.start) + 1
    tag = _SPACE.sub(" ", html[node.start : first])
    if not tag.endswith(">"):
        raise InexpressibleError("a tag that does not end")
    return tag


def _anchor(node: Node) -> list[Part]:
    key = node.attributes.get("id") or (node.attributes.get("name") if node.name == "a" else "")
    return [f'<a id="{_in_quotes(key)}"></a>'] if key else []


def anchor_of(node: Node) -> str:
    """Anchor of an element as HTML; "" where it has none."""
    return "".join(map(str, _anchor(node)))


def _in_quotes(text: str) -> str:
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")


def _is_bold(node: Node) -> bool:
    style = node.attributes.get("style", "")
    weight = style.partition("font-weight")[2].lstrip(" :").lower()
    return node.name == "span" and weight.startswith(("bold", "600", "700", "800", "900"))


def _emphasise(node: Node, inner: list[Part]) -> list[Part]:
    """Emphasis around what is seen: spaces at its ends go outside."""
    sign = _EMPHASIS.get(node.name, "**")
    name = "em" if sign == "*" else "strong"
    inner = [part for part in inner if isinstance(part, str) or part.sign != sign]  # once is enough
    before, middle, after = _without_ends(inner)
    if not middle:
        return [*_anchor(node), before or after]
    opening, closing = Delimiter(sign, name, opens=True), Delimiter(sign, name, opens=False)
    return [*_anchor(node), before, opening, *middle, closing, after]


def _without_ends(parts: Sequence[Part]) -> tuple[str, list[Part], str]:
    """Space before, what is seen, space after."""
    middle = list(parts)
    middle.reverse()  # so that its first ones are quick to take off
    before: list[str] = []
    after: list[str] = []
    while middle and isinstance(head := middle[-1], str):
        space = _LEADING.match(head)
        rest = head[space.end() :] if space else head
        before.append(head[: len(head) - len(rest)])
        middle.pop()
        if rest:
            middle.append(rest)
            break
    middle.reverse()
    while middle and isinstance(tail := middle[-1], str):
        seen = _without_tail(tail)
        after.append(tail[len(seen) :])
        middle.pop()
        if seen:
            middle.append(seen)
            break
    return "".join(before), middle, "".join(reversed(after))


def _without_tail(text: str) -> str:
    """Text without spaces and line breaks at its end."""
    while text.endswith((" ", "\\\n")):
        text = text[:-2] if text.endswith("\n") else text.rstrip(" ")
    return text


def _write_link(node: Node, inner: list[Part]) -> list[Part]:
    if "href" not in node.attributes:
        return [*_anchor(node), *inner]
    others = node.attributes.keys() - _LINK_LOOKS - {"id", "name"}
    if any(not key.startswith("data-") for key in others):
        raise InexpressibleError("a link with more than an address")
    before, middle, after = _without_ends(inner)
    target = _address(node.attributes["href"], node.attributes.get("title", ""))
    return [*_anchor(node), before, "[", *middle, f"]({target})", after]


def _address(href: str, title: str) -> str:
    href = href.strip()
    if _PLAIN_URL.fullmatch(href) or not href:
        shown = href
    elif any(sign in href for sign in "<>\n\r\\"):
        raise InexpressibleError("an address with signs of its own")
    else:
        shown = f"<{_ENTITY.sub('&amp;', href)}>"
    if not title:
        return shown
    told = _SPACE.sub(" ", title).replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;")
    return f'{shown} "{told}"'


def _write_image(node: Node, html: str) -> str:
    """An image; one without a text on purpose, or with a size, stays as it is."""
    attributes = node.attributes
    is_plain = attributes.keys() <= _IMAGE_LOOKS and attributes.get("alt")
    if not is_plain or not attributes.get("src"):
        return _SPACE.sub(" ", html[node.start : node.end])
    alt = _escape(_SPACE.sub(" ", attributes.get("alt", "")))
    return f"![{alt}]({_address(attributes['src'], attributes.get('title', ''))})"


def _write_code(node: Node, in_cell: bool) -> str:
    text = _SPACE.sub(" ", "".join(child.text for child in node.children))
    if not text.strip():
        return text
    if in_cell:
        text = text.replace("|", "\\|")
    fence = "`" * (max((len(run) for run in _TICKS.findall(text)), default=0) + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}{fence}{pad}{text.strip()}{pad}{fence}{after}"


def _escape(text: str) -> str:
    """Text with what Markdown would take for a sign marked as text."""
    return _SIGNS.sub(_escape_sign, text).replace("\xa0", "&nbsp;")


def _escape_sign(found: re.Match[str]) -> str:
    return "&amp;" if found[0] == "&" else f"\\{found[0]}"


def _guard_start(line: str) -> str:
    """Line that cannot begin a list, a heading or a rule."""
    if _LINE_START.match(line):
        return f"\\{line}"
    return _NUMBER_START.sub(r"\1\\\2", line, count=1) if line[:1].isdigit() else line


def _tidy(parts: Sequence[Part]) -> list[Part]:
    """Parts with one space where several met."""
    tidy: list[Part] = []
    spaced = True
    for part in parts:
        if isinstance(part, str) and part:
            text = part.lstrip(" ") if spaced and part != "" else part
            if text:
                tidy.append(text)
                spaced = text.endswith((" ", "\n"))
        elif part:
            tidy.append(part)
    return tidy


def _join(parts: Sequence[Part]) -> str:
    """Text of the parts; emphasis whose signs Markdown would not see is written as tags."""
    as_tags = _pairs_as_tags(parts)
    texts = []
    for index, part in enumerate(parts):
        if isinstance(part, str):
            texts.append(part)
        elif index in as_tags:
            texts.append(f"<{part.name}>" if part.opens else f"</{part.name}>")
        else:
            texts.append(part.sign)
    return "".join(texts)


def _pairs_as_tags(parts: Sequence[Part]) -> set[int]:
    """Places of delimiters that do not flank their text as CommonMark wants it."""
    found: set[int] = set()
    open_: list[int] = []
    for index, part in enumerate(parts):
        if isinstance(part, str):
            continue
        if part.opens:
            open_.append(index)
        elif open_:
            pair = (open_.pop(), index)
            if not all(_flanks(parts, place) for place in pair):
                found.update(pair)
    return found


def _flanks(parts: Sequence[Part], index: int) -> bool:
    before = parts[index - 1] if index else " "
    after = parts[index + 1] if index + 1 < len(parts) else " "
    if not isinstance(before, str) or not isinstance(after, str):
        return False  # signs beside signs are read in ways that few people foresee
    part = parts[index]
    opens = isinstance(part, Delimiter) and part.opens
    inside, outside = (after[:1], before[-1:]) if opens else (before[-1:], after[:1])
    if not inside or inside.isspace():
        return False
    return inside.isalnum() or not outside or outside.isspace() or not outside.isalnum()
