"""Where values begin and end in a JSON text that cannot be parsed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

from kbtool.patterns import lazy_pattern

# A string ends on its line: after a quote too many the next line is read as it was meant.
_TOKEN = lazy_pattern(r'"[^"\\\n]*+(?>(?:\\.[^"\\\n]*+)*)"|"[^\n]*+|[\[\]{},]')


class Extent(NamedTuple):
    """Offsets of a value."""

    start: int
    end: int


def find_end(text: str, at: int) -> int | None:
    """Offset behind the value that begins at ``at``; None where the text ends within it."""
    depth = 0
    for sign, place in _find_signs(text, at):
        if sign in "[{":
            depth += 1
        elif sign in "]}":
            depth -= 1
            if depth <= 0:
                return place + (depth == 0)
        elif depth == 0:
            return place
    return None


def find_entry(text: str, at: int, fault: int) -> Extent | None:
    """The entry that holds the offset ``fault``, of the outermost list of the value at ``at``.

    None where no list is open there, or the text ends within the entry.
    """
    depth, outermost, start = 0, 0, 0
    for sign, place in _find_signs(text, at):
        if place >= fault:
            break
        if sign in "[{":
            depth += 1
            if sign == "[" and not outermost:
                outermost, start = depth, place + 1
        elif sign in "]}":
            outermost = 0 if depth == outermost else outermost
            depth -= 1
        elif sign == "," and depth == outermost:
            start = place + 1
    if not outermost:
        return None
    end = find_end(text, start)
    return Extent(start, end) if end is not None else None


def cut_out(text: str, extent: Extent) -> str:
    """The text with nothing in place of a value, its other lines where they were."""
    lines = text.count("\n", *extent)
    return f"{text[: extent.start]}null{chr(10) * lines}{text[extent.end :]}"


def _find_signs(text: str, at: int) -> Iterator[tuple[str, int]]:
    """Brackets and commas outside of strings, with their offsets."""
    for token in _TOKEN.finditer(text, at):
        start, end = token.span()
        if text[start] != '"':
            yield text[start], start
        elif (
            end - start == 1 or text[end - 1] != '"'
        ):  # never closed: but for its end the line is lost
            line = text[start + 1 : end].rstrip(" \t\r")
            inner = line.rstrip("]},")
            yield from zip(line[len(inner) :], count(start + 1 + len(inner)), strict=False)
