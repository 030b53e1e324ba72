"""Blocks of Markdown: paragraphs, headings, lists, quotes, tables, code, and HTML as it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from kbtool.articles.conversion.inline import anchor_of, is_blank, is_inline, write_inline
from kbtool.articles.conversion.tables import write_table
from kbtool.articles.conversion.tree import InexpressibleError, Node
from kbtool.parse.html_elements import HEADINGS, UNREAD, VOID
from kbtool.patterns import lazy_pattern

_TRANSPARENT = frozenset({"div", "section", "article", "main", "center", "#", "figure", "body"})
_KEPT_ATTRIBUTES = frozenset({"id", "class", "role", "hidden", "aria-hidden", "aria-label"})
"""What makes a box more than a box: it may be a callout, or be hidden."""

_BLANK_LINES = lazy_pattern(r"\n[ \t\r\f]*(?=\n)")
_LANGUAGE = lazy_pattern(r"\b(?:language|lang)-([\w+#.-]+)")
_BULLET = lazy_pattern(r"^- ", re.MULTILINE)
_NUMBER = lazy_pattern(r"^([0-9]{1,9})\. ", re.MULTILINE)
_TICKS = lazy_pattern(r"`{3,}")


class Block(NamedTuple):
    """A block and what decides how it stands beside the next one."""

    text: str
    kind: str = ""  # ul or ol for lists


def write_blocks(nodes: Sequence[Node], html: str) -> str:
    """Markdown of nodes, blocks parted by blank lines."""
    return "\n\n".join(block.text for block in read_blocks(nodes, html))


def read_blocks(nodes: Sequence[Node], html: str) -> list[Block]:
    """Blocks of nodes; runs of text between elements are paragraphs."""
    blocks: list[Block] = []
    for inline, group in groupby(nodes, is_inline):
        if inline:
            blocks += _paragraphs(list(group), html)
            continue
        for node in group:
            for block in _write(node, html):
                alike = blocks[-1].kind if blocks else ""
                blocks.append(_apart(block) if block.kind and block.kind == alike else block)
    return blocks


def _apart(block: Block) -> Block:
    """List with other markers, so that it does not join the one above."""
    if block.kind == "ul":
        return Block(_BULLET.sub("* ", block.text), "ul*")
    return Block(_NUMBER.sub(r"\1) ", block.text), "ol*")


def _paragraphs(nodes: list[Node], html: str) -> Iterator[Block]:
    """Paragraphs of a run of text: two line breaks in a row part them."""
    if all(map(is_blank, nodes)):
        return
    run: list[Node] = []
    breaks = 0
    for node in nodes:
        if node.name == "br":
            breaks += 1
        elif not is_blank(node):
            if breaks > 1:
                yield from _paragraph(run, html)
                run = []
            breaks = 0
        run.append(node)
    yield from _paragraph(run, html)


def _paragraph(nodes: list[Node], html: str) -> Iterator[Block]:
    while nodes and (nodes[-1].name == "br" or is_blank(nodes[-1])):
        nodes.pop()
    while nodes and (nodes[0].name == "br" or is_blank(nodes[0])):
        nodes.pop(0)
    if text := write_inline(nodes, html):
        yield Block(text)


def _write(node: Node, html: str) -> Iterator[Block]:
    """Blocks of an element: as it says, or as it stands."""
    name = "h" if node.name in HEADINGS else node.name
    write = _write_box if name in _TRANSPARENT else _WRITERS.get(name, _keep)
    yield from write(node, html)


def _keep(node: Node, html: str) -> Iterator[Block]:
    yield Block(as_it_stands(node, html))


def _write_paragraph(node: Node, html: str) -> Iterator[Block]:
    if anchor := anchor_of(node):
        yield Block(anchor)
    yield from read_blocks(node.children, html)


def _write_quote(node: Node, html: str) -> Iterator[Block]:
    if node.attributes.keys() & _KEPT_ATTRIBUTES:
        yield from _keep(node, html)
        return
    inner = write_blocks(node.children, html)
    yield Block("\n".join(f"> {line}".rstrip() for line in inner.split("\n")))


def _write_table(node: Node, html: str) -> Iterator[Block]:
    yield Block(write_table(node, html) or as_it_stands(node, html))


def _write_rule(_node: Node, _html: str) -> Iterator[Block]:
    yield Block("---")


def _leave(_node: Node, _html: str) -> Iterator[Block]:
    """Nothing: what only sets the look."""
    yield from ()


def as_it_stands(node: Node, html: str) -> str:
    """HTML of a node; blank lines, which would end it in Markdown, are taken out."""
    text = html[node.start : node.end].replace("\r\n", "\n").replace("\r", "\n").strip()
    if "<pre" in text.lower() and _BLANK_LINES.search(text):
        raise InexpressibleError("code with blank lines in HTML")
    return _BLANK_LINES.sub("", text)


def _write_box(node: Node, html: str) -> Iterator[Block]:
    """What is in a box, and the box where it tells something."""
    if node.attributes.keys() & _KEPT_ATTRIBUTES:
        yield from _write_wrapped(node, html)
    else:
        yield from read_blocks(node.children, html)


def _write_wrapped(node: Node, html: str) -> Iterator[Block]:
    """Tags of a box on lines of their own, with Markdown between them."""
    if not node.children:
        yield Block(as_it_stands(node, html))
        return
    opening = " ".join(html[node.start : node.children[0].start].split())
    children = list(node.children)
    while children and is_blank(children[0]):
        children.pop(0)
    if children and children[0].name == "summary":
        opening += as_it_stands(children.pop(0), html)
    yield Block(opening)
    yield from read_blocks(children, html)
    yield Block(f"</{node.name}>")


def _write_heading(node: Node, html: str) -> Iterator[Block]:
    if not all(map(is_inline, node.children)):
        raise InexpressibleError("blocks in a heading")
    text = write_inline(node.children, html).replace("\\\n", " ").replace("\n", " ")
    if text.endswith("#"):
        text = f"{text[:-1]}\\#"
    text = text.replace("{#", "&#123;#")  # which some renderers, and kbtool, take for an anchor
    if anchor := anchor_of(node):
        yield Block(anchor)
    yield Block(f"{'#' * HEADINGS[node.name]} {text}".rstrip())


def _write_list(node: Node, html: str) -> Iterator[Block]:
    if node.attributes.keys() & {"type", "reversed", "id"}:
        yield from _keep(node, html)
        return
    ordered = node.name == "ol"
    start = node.attributes.get("start", "1").strip()
    number = int(start) if start.isdecimal() and len(start) < 9 else 1
    items: list[str] = []
    loose = False
    for child in _items(node):
        if child.attributes.keys() & {"value", "type"}:
            raise InexpressibleError("an item with a number of its own")
        marker = f"{number + len(items)}. " if ordered else "- "
        blocks = read_blocks(child.children, html)
        if anchor := anchor_of(child):
            blocks.insert(0, Block(anchor))
        loose |= sum(not block.kind for block in blocks) > 1
        items.append(_write_item(marker, blocks))
    yield Block(("\n\n" if loose else "\n").join(items), node.name)


def _items(node: Node) -> list[Node]:
    """Items of a list; a list right in a list belongs to the item before."""
    items: list[Node] = []
    for child in node.children:
        if child.name == "li":
            items.append(child)
        elif child.name in ("ul", "ol") and items:
            last = items[-1]
            items[-1] = Node(
                "li", last.start, child.end, tag=last.tag, children=[*last.children, child]
            )
        elif not is_blank(child):
            raise InexpressibleError("a list with more than items")
    return items


def _write_item(marker: str, blocks: Sequence[Block]) -> str:
    indent = " " * len(marker)
    text = ""
    for block in blocks:
        joint = "\n" if block.kind in ("ul", "ol") else "\n\n"
        text += (joint if text else "") + block.text
    lines = text.split("\n")
    shown = [lines[0], *(f"{indent}{line}" if line else "" for line in lines[1:])]
    return (marker + "\n".join(shown)).rstrip()


def _write_code(node: Node, _html: str) -> Iterator[Block]:
    """A fenced block; within code all else is text."""
    text, language = "", _language(node)
    nodes = list(reversed(node.children))
    while nodes:
        child = nodes.pop()
        if child.name == "br":
            text += "\n"
        elif child.name in VOID or child.name in UNREAD or child.name == "!":
            raise InexpressibleError("more than text in code")
        elif child.name:
            language = language or _language(child)
            nodes.extend(reversed(child.children))
        else:
            text += child.text
    text = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\n").rstrip("\n")
    longest = max((len(run) for run in _TICKS.findall(text)), default=2)
    fence = "`" * (longest + 1)
    yield Block(f"{fence}{language}\n{text}\n{fence}")


def _language(node: Node) -> str:
    found = _LANGUAGE.search(node.attributes.get("class", ""))
    return found[1] if found else ""


_WRITERS: Mapping[str, Callable[[Node, str], Iterator[Block]]] = {
    "aside": _write_wrapped,
    "blockquote": _write_quote,
    "details": _write_wrapped,
    "h": _write_heading,
    "hr": _write_rule,
    "meta": _leave,
    "ol": _write_list,
    "p": _write_paragraph,
    "pre": _write_code,
    "style": _leave,
    "table": _write_table,
    "ul": _write_list,
}
