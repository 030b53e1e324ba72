"""Front matter of `key: value` lines alone, as most is, read without loading a YAML parser.

That takes as long as checking two articles. Whatever may mean anything else in YAML is left to
the parser: `tests/parse/test_plain_yaml.py` compares both on texts made up of YAML's signs.
"""

from __future__ import annotations

import re

from kbtool.model import Entry, Span
from kbtool.parse.scalars import ALWAYS_TEXT, plain_value
from kbtool.patterns import lazy_pattern

MOST_CHARACTERS = 16_000  # far within the limits of the parser

_LINE = lazy_pattern(
    r"(?P<key>[A-Za-z_][\w-]*+):\x20++"
    r"(?:\"(?P<double>[^\"\\\r\n]*+)\"|'(?P<single>[^'\r\n]*+)'|(?P<plain>\w[^\r\n]*+))\x20*+"
    r"(?:\r\n|\r|\n)"
)
_MORE = (": ", " #")  # what begins a mapping or a comment inside plain text


def read_plain(block: str, shift: int) -> tuple[Entry, ...] | None:
    """Entries of a block that begins at ``shift`` in the file; None where it takes a parser."""
    if len(block) > MOST_CHARACTERS:
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
    value = text if style != "plain" or key in ALWAYS_TEXT else plain_value(text)
    key_span = Span(shift + match.start(), shift + match.end("key"))
    return Entry(key, value, key_span, Span(shift + start, shift + start + len(text)))
