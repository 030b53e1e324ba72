"""Items of a list that was set in one line: "1. Open the app 2. Select Save"."""

from __future__ import annotations

import re

from kbtool.parse.abbreviations import NOT_BEFORE_ITEM
from kbtool.parse.characters import BULLETS
from kbtool.patterns import lazy_pattern

_MARKER = lazy_pattern(rf"[{BULLETS}]|(\d{{1,3}}|[a-z])(\.\)|[.)])(?=\s)")
_LIST_AFTER_COLON = lazy_pattern(rf":\s++(?=[{BULLETS}]|[1a](?:\.\)|[.)])\s)")


def split_items(text: str) -> list[tuple[int, int]]:
    """Half-open offsets of the items of a list in one line, each with its marker.

    Text that holds no such list is one item; text of white space alone is none. A list begins
    with the text or behind a colon, and its markers count on without a gap.
    """
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    if start >= end:
        return []
    starts = _find_markers(text, start, end)
    if not starts:
        return [(start, end)]
    if starts[0] > start:
        starts.insert(0, start)
    ends = [_skip_space_back(text, at) for at in starts[1:]]
    return list(zip(starts, [*ends, end], strict=True))


def _find_markers(text: str, start: int, end: int) -> list[int]:
    """Offsets of the markers of the first list that has two at least."""
    marker = _MARKER.match(text, start, end)
    starts = _follow_markers(text, marker, end) if marker else []
    if len(starts) < 2 and (colon := _LIST_AFTER_COLON.search(text, start, end)):
        marker = _MARKER.match(text, colon.end(), end)
        starts = _follow_markers(text, marker, end) if marker else []
    return starts if len(starts) > 1 else []


def _follow_markers(text: str, marker: re.Match[str], end: int) -> list[int]:
    """Offsets of a marker and of those after it that count on."""
    starts = [marker.start()]
    label, punctuation = marker[1], marker[2]
    sign = _next_sign(label, punctuation) if label else marker[0]
    at = marker.end()
    while (at := text.find(sign, at, end)) >= 0:
        length = len(sign)
        if _is_marker(text, at, sign):
            starts.append(at)
            sign = _next_sign(sign.removesuffix(punctuation), punctuation) if label else sign
        at += length
    return starts


def _next_sign(label: str, punctuation: str) -> str:
    following = str(int(label) + 1) if label.isdecimal() else chr(ord(label) + 1)
    return following + punctuation


def _is_marker(text: str, at: int, sign: str) -> bool:
    """Whether the sign at an offset stands alone and does not end a sentence such as "is at 2."."""
    if not text[at - 1].isspace() or sign in BULLETS:
        return text[at - 1].isspace()
    after = text[at + len(sign) : at + len(sign) + 4]
    if not after[:1].isspace():
        return False
    before = text[max(0, at - 12) : at].split()
    is_counted = bool(before) and before[-1].lower() in NOT_BEFORE_ITEM
    return not is_counted and (sign.endswith(")") or after.lstrip()[:1].isupper())


def _skip_space_back(text: str, at: int) -> int:
    while text[at - 1].isspace():
        at -= 1
    return at
