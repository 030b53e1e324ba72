"""HTML as a tree of elements, each with its place in the text."""

from __future__ import annotations

from html import unescape

from msgspec import Struct, field

from kbtool.errors import KbtoolError
from kbtool.parse.html_elements import ENDED_BY, ENDS_PARAGRAPH, SCOPES, VOID
from kbtool.parse.tags import ENTITY, Event, Tag, read_events

MOST_DEPTH = 60
"""Elements in each other; articles have ten, and what converts them calls itself for each."""


class InexpressibleError(KbtoolError):
    """The HTML cannot be said in Markdown without a loss."""


class Node(Struct):
    """An element with what is in it, or a run of text."""

    name: str  # "" for text, "!" for a comment or a declaration
    start: int  # offsets in the HTML
    end: int
    text: str = ""  # of text, decoded
    tag: Tag | None = None
    children: list[Node] = field(default_factory=list)

    @property
    def attributes(self) -> dict[str, str]:
        """Attributes by name."""
        return self.tag.attributes if self.tag else {}


def read_tree(html: str) -> Node:
    """Root of the tree. Raises InexpressibleError where elements nest too deep."""
    root = Node("#", 0, len(html))
    stack = [root]
    for event in read_events(html):
        if event.kind == "text":
            text = ENTITY.sub(lambda found: unescape(found[0]), html[event.start : event.end])
            stack[-1].children.append(Node("", event.start, event.end, text))
        elif event.kind == "comment":
            stack[-1].children.append(Node("!", event.start, event.end))
        elif event.kind == "tag" and event.tag and event.tag.closing:
            _close(stack, event.tag.name, event.start, event.end)
        elif event.kind == "tag" and event.tag:
            _open(stack, event, event.tag)
    for node in stack[1:]:
        node.end = len(html)
    return root


def _open(stack: list[Node], event: Event, tag: Tag) -> None:
    name = tag.name
    if name in ENDS_PARAGRAPH:
        _close_within(stack, frozenset({"p"}), frozenset({"td", "th", "li", "table"}), event.start)
    if name in ENDED_BY:
        _close_outermost(stack, ENDED_BY[name], SCOPES[name], event.start)
    node = Node(name, event.start, event.end, tag=tag)
    stack[-1].children.append(node)
    if name not in VOID:
        stack.append(node)
        if len(stack) > MOST_DEPTH:
            raise InexpressibleError("elements nest too deep")


def _close(stack: list[Node], name: str, start: int, end: int) -> None:
    """End the innermost element with a name, and what is open in it; a stray tag ends nothing."""
    for index in range(len(stack) - 1, 0, -1):
        if stack[index].name == name:
            _pop(stack, index, start)
            stack[index - 1].children[-1].end = end
            return


def _close_within(stack: list[Node], names: frozenset[str], scope: frozenset[str], at: int) -> None:
    for index in range(len(stack) - 1, 0, -1):
        if stack[index].name in names:
            _pop(stack, index, at)
            return
        if stack[index].name in scope:
            return


def _close_outermost(
    stack: list[Node], names: frozenset[str], scope: frozenset[str], at: int
) -> None:
    """End all open elements with these names that lie in the same list or table."""
    found = 0
    for index in range(len(stack) - 1, 0, -1):
        if stack[index].name in scope:
            break
        if stack[index].name in names:
            found = index
    if found:
        _pop(stack, found, at)


def _pop(stack: list[Node], index: int, at: int) -> None:
    for node in stack[index:]:
        node.end = at
    del stack[index:]
