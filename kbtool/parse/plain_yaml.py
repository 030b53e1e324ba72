"""Front matter of `key: value` and `key: [a, b]` lines, as most is, without a YAML parser.

That takes as long as checking two articles. Whatever may mean anything else in YAML is left to
the parser: `tests/parse/test_plain_yaml.py` compares both on texts made up of YAML's signs.
"""

from __future__ import annotations

import re
from typing import Any

from kbtool.model import Entry, Span
from kbtool.parse.scalars import ALWAYS_TEXT, plain_value
from kbtool.patterns import lazy_pattern

MOST_CHARACTERS = 16_000  # far within the limits of the parser

MOST_PARTS = 500  # of lists; as above

_QUOTED = r"\"(?P<double>[^\"\\\r\n]*+)\"|'(?P<single>[^'\r\n]*+)'"
_ITEM = rf"(?:{_QUOTED}|(?P<plain>\w[^\r\n,\[\]{{}}\"'#:?&*!|>%@`]*+))\x20*+"
_ANY_ITEM = _ITEM.replace("?P<double>", "?:").replace("?P<single>", "?:").replace("?P<plain>", "?:")
_ITEMS = lazy_pattern(_ITEM)
_LINE = lazy_pattern(
    rf"(?P<key>[A-Za-z_][\w.-]*+):\x20++(?:{_QUOTED}|(?P<plain>\w[^\r\n]*+)|"
    rf"(?P<list>\[\x20*+(?:{_ANY_ITEM}(?>(?:,\x20*+{_ANY_ITEM})*))?\]))\x20*+(?:\r\n|\r|\n)"
)
_MORE = (": ", " #")  # what begins a mapping or a comment inside plain text


def read_plain(block: str, shift: int) -> tuple[Entry, ...] | None:
    """Entries of a block that begins at ``shift`` in the file; None where it takes a parser."""
    if len(block) > MOST_CHARACTERS or block.count(",") + block.count("[") > MOST_PARTS:
        return None
    entries: dict[str, Entry] = {}
    at = 0
    while at < len(block):
        match = _LINE.match(block, at)
        entry = _read_line(match, shift) if match else None
        if not match or not entry or entry.key in entries:
            return None
        entries[entry.key] = entry
        at = match.end()
    return tuple(entries.values())


def _read_line(match: re.Match[str], shift: int) -> Entry | None:
    key, style = match["key"], str(match.lastgroup)
    start = match.start(style)
    text = match[style]
    if style == "plain":
        text = text.rstrip(" ")
        if text.endswith(":") or any(sign in text for sign in _MORE):
            return None
    if not text.isprintable():
        return None
    value = _read_list(text) if style == "list" else _read_scalar(text, style, key)
    key_span = Span(shift + match.start(), shift + match.end("key"))
    return Entry(key, value, key_span, Span(shift + start, shift + start + len(text)))


def _read_scalar(text: str, style: str, key: str) -> Any:
    return text if style != "plain" or key in ALWAYS_TEXT else plain_value(text)


def _read_list(text: str) -> list[Any]:
    """Values of a list in brackets."""
    items = ((item, str(item.lastgroup)) for item in _ITEMS.finditer(text, 1))
    return [
        _read_scalar(item[style].rstrip(" "), style, "") if style == "plain" else item[style]
        for item, style in items
    ]
