"""Parts of a text around its digits: the only ones where most kinds of personal data can be."""

from __future__ import annotations

from typing import NamedTuple

from kbtool.patterns import lazy_pattern

_DIGITS = lazy_pattern(r"[0-9]+")
_MARGIN = 60  # characters before and after digits that tell what they are
_WORD = 40  # characters that an end may move out, so that it does not cut a word in two


class Zone(NamedTuple):
    """Where a part begins and ends, and how many digits it holds."""

    start: int
    end: int
    digits: int


def find_zones(text: str) -> list[Zone]:
    """Parts around digits, in order and without overlap."""
    zones: list[Zone] = []
    first = last = digits = 0
    for match in _DIGITS.finditer(text):
        if digits and match.start() - last > 2 * (_MARGIN + _WORD):
            zones.append(_widen(text, first, last, digits))
            digits = 0
        if not digits:
            first = match.start()
        last = match.end()
        digits += last - match.start()
    return [*zones, _widen(text, first, last, digits)] if digits else zones


def _widen(text: str, first: int, last: int, digits: int) -> Zone:
    start, end = max(0, first - _MARGIN), min(len(text), last + _MARGIN)
    if start:
        start = text.rfind(" ", max(0, start - _WORD), start) + 1 or start
    if end < len(text):
        space = text.find(" ", end, end + _WORD)
        end = space if space >= 0 else end
    return Zone(start, end, digits)
