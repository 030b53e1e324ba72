"""Where values begin and end in a JSON text that cannot be parsed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

from kbtool.patterns import lazy_pattern

# A string ends on its line: after a quote too many the next line is read as it was meant.
_TOKEN = lazy_pattern(r'"[^"\\\n]*+(?>(?:\\.[^"\\\n]*+)*)"|"[^\n]*+|[\[\]{},]')

_CLOSING = {"[": "]", "{": "}"}


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


class Cut(NamedTuple):
    """Where a text can be closed that ends too early."""

    at: int  # offset behind the last entry that is whole
    closing: str  # brackets that close what is open there


def find_cut(text: str, at: int) -> Cut | None:
    """Where to close the value that begins at ``at`` and that the text ends within.

    What is whole is each entry of the outermost list, and each value of the object around it.
    None where the value has an end, or nothing is whole.
    """
    opened: list[str] = []
    outermost, whole = 0, None
    for sign, place in _find_signs(text, at, guess=False):
        if sign in _CLOSING:
            opened.append(sign)
            if sign == "[" and not outermost:
                outermost, whole = len(opened), place + 1
        elif sign == "," and len(opened) in {1, outermost}:
            whole = place
        elif opened and sign == _CLOSING[opened[-1]]:
            outermost = 0 if len(opened) == outermost else outermost
            opened.pop()
            if not opened:
                return None
            whole = place + 1 if len(opened) in {1, outermost} else whole
    return None if whole is None else Cut(whole, _close(text, at, whole))


def is_within_record(value: object) -> bool:
    """Whether what was closed at a cut is itself a record, which then lacks some of its fields."""
    while isinstance(value, dict) and value:
        if "id" in value:
            return True
        value = next(reversed(value.values()))
    return False


def is_at_end(fault: json.JSONDecodeError) -> bool:
    """Whether nothing is wrong with a text but that it ends too early."""
    return fault.msg.startswith("Unterminated string") or not fault.doc[fault.pos :].strip()


def tell_cut(text: str, cut: Cut) -> str:
    """What is wrong with a text that ends too early, with lines and the size of what is lost."""
    rest = text[cut.at :].lstrip(" \t\r\n,")
    first, last = (text.count("\n", 0, end) + 1 for end in (len(text) - len(rest), len(text)))
    lost = f", in what begins on line {first} ({len(rest):,} characters left out)" if rest else ""
    return f"the file is cut off: it ends on line {last}{lost}"


def _close(text: str, at: int, end: int) -> str:
    """Brackets that close what is open at ``end`` of the value that begins at ``at``."""
    opened: list[str] = []
    for sign, place in _find_signs(text, at, guess=False):
        if place >= end:
            break
        if sign in _CLOSING:
            opened.append(_CLOSING[sign])
        elif sign != "," and opened:
            opened.pop()
    return "".join(reversed(opened))


def _find_signs(text: str, at: int, *, guess: bool = True) -> Iterator[tuple[str, int]]:
    """Brackets and commas outside of strings, with their offsets.

    With ``guess`` those that end a line are outside of a string that is never closed.
    """
    for token in _TOKEN.finditer(text, at):
        start, end = token.span()
        if text[start] != '"':
            yield text[start], start
        elif guess and (
            end - start == 1 or text[end - 1] != '"'
        ):  # never closed: but for its end the line is lost
            line = text[start + 1 : end].rstrip(" \t\r")
            inner = line.rstrip("]},")
            yield from zip(line[len(inner) :], count(start + 1 + len(inner)), strict=False)
