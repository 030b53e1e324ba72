"""Text to numbered lines, piece by piece."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple


class Line(NamedTuple):
    """A line as editors count it: only CR LF, CR and LF end one."""

    number: int  # from 1
    text: str  # without the line end
    fault: str = ""  # why it is not whole: longer than allowed, or the file is cut off within it
    is_cut_off: bool = False


class CutOffError(Exception):
    """A file goes on no further, though it is not at its end; the argument says so to users."""


def cut_off(fault: CutOffError) -> Iterator[Any]:
    """Nothing: raises the fault where something is asked for."""
    raise fault
    yield


def split_lines(pieces: Iterable[str], limit: int) -> Iterator[Line]:
    """Lines of a text; what a line has beyond ``limit`` characters is dropped.

    Of a text that is cut off, the last line says so.
    """
    number, rest, held = 1, "", ""
    try:
        for piece in pieces:
            text = held + piece
            held = "\r" if text.endswith("\r") else ""  # a line feed may follow in the next piece
            text = normalise_ends(text[: len(text) - len(held)])
            first, *others = text.split("\n")
            rest = _append(rest, first, limit)
            for other in others:
                yield _line(number, rest, limit)
                number, rest = number + 1, other
    except CutOffError as fault:
        yield Line(number, rest[:limit], str(fault), is_cut_off=True)
        return
    if rest or held:
        yield _line(number, rest, limit)


def normalise_ends(text: str) -> str:
    """Text with every line ended by LF."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _append(rest: str, more: str, limit: int) -> str:
    """The line so far, at most one character longer than allowed: that tells that it is cut."""
    return rest + more[: limit + 1 - len(rest)] if len(rest) <= limit else rest


def _line(number: int, text: str, limit: int) -> Line:
    if len(text) <= limit:
        return Line(number, text)
    return Line(number, text[:limit], f"a line with more than {limit:,} characters")
