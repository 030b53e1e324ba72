"""The elements that are open at a place of an HTML text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Literal

from msgspec import Struct

from kbtool.model import MarkKind, Span
from kbtool.parse.html_elements import CELL_SCOPE, ENDED_BY, INLINE, SCOPES

Role = Literal["", "list", "item", "table", "row", "cell", "quote", "heading", "pre", "link"]


class Element(Struct, eq=False):
    """An open element and what has to be undone where it ends."""

    name: str  # "" for the edge of a part of a Markdown file, which no tag reaches across
    start: int  # source offset of its tag
    role: Role = ""
    mark: MarkKind | None = None
    muted: bool = False  # it hides what is in it
    ignore: tuple[str, Span] | None = None  # value of data-kbtool-ignore and its place
    edge: int = 0  # source offset at which an edge ends
    closed: bool = False  # a tag ended it, while elements inside of it went on
    index: int = 0  # in the stack
    filled: bool = False  # a cell or a heading that has text
    anchor: str = ""  # id of a heading
    area: str = ""  # what part of a page it is


def _tell_nobody(_element: Element, _end: int) -> None:
    """Take note of no element."""


class ElementStack:
    """Opens and closes elements as browsers do, in time that depends on the number of tags only.

    ``on_close`` is told of each element that ends, innermost first.
    """

    def __init__(self, on_close: Callable[[Element, int], None]) -> None:
        """Start with nothing open."""
        self._open: list[Element] = []
        self._by_name: dict[str, list[Element]] = {}
        self._areas: Counter[str] = Counter()
        self._on_close = on_close

    def __len__(self) -> int:
        """Number of open elements, those that ended before their content included."""
        return len(self._open)

    @property
    def top(self) -> Element | None:
        """Innermost open element."""
        return self._open[-1] if self._open else None

    def push(self, element: Element) -> None:
        """Open an element."""
        element.index = len(self._open)
        self._open.append(element)
        self._by_name.setdefault(element.name, []).append(element)
        self._areas[element.area] += 1

    def innermost(self, *names: str) -> Element | None:
        """Innermost open element with one of these names, up to the edge."""
        edge = self._last("")
        found = None
        floor = edge.index if edge else -1
        for name in names:
            element = self._last(name)
            if element and element.index > floor:
                found, floor = element, element.index
        return found

    def _last(self, name: str) -> Element | None:
        elements = self._by_name.get(name)
        return elements[-1] if elements else None

    def within(self, area: str) -> bool:
        """Whether an element is open that is this part of a page."""
        return self._areas[area] > 0

    def close(self, name: str, end: int) -> bool:
        """End the innermost element with a name, as a closing tag does; False where none is open.

        An inline element ends alone, any other takes along what is open inside of it.
        """
        element = self._reachable(name)
        if not element:
            return False
        if name in INLINE and element is not self._open[-1]:
            self._end(element, end)
        else:
            self._pop_to(element.index, end)
        return True

    def end_before(self, name: str, end: int) -> None:
        """End the elements that cannot go on where one with this name begins."""
        for other in ENDED_BY.get(name, ()):
            if element := self._reachable(other):
                self._pop_to(element.index, end)

    def _reachable(self, name: str) -> Element | None:
        """Innermost element with a name that a tag at this place can end."""
        element = self._last(name)
        if not element:
            return None
        fence = self.innermost(*SCOPES.get(name, CELL_SCOPE))
        edge = self._last("")
        floor = max(fence.index if fence else -1, edge.index if edge else -1)
        return element if element.index >= floor and element.name else None

    def close_edge(self) -> None:
        """End the innermost edge and all that is open inside."""
        if edge := self._last(""):
            self._pop_to(edge.index + 1, edge.edge)
            self._open.pop()
            self._by_name[""].pop()

    def close_all(self, end: int) -> None:
        """End everything, for good."""
        self._pop_to(0, end)
        self._on_close = _tell_nobody  # a reader and its stack would keep each other in memory

    def _pop_to(self, index: int, end: int) -> None:
        while len(self._open) > index:
            element = self._open[-1]
            if not element.closed:
                self._end(element, end)
            self._open.pop()
        while self._open and self._open[-1].closed:
            self._open.pop()

    def _end(self, element: Element, end: int) -> None:
        element.closed = True
        self._areas[element.area] -= 1
        self._by_name[element.name].pop()  # only the innermost with a name ever ends
        self._on_close(element, end)
