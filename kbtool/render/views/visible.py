"""Make text of strangers safe to show: what cannot be seen becomes visible."""

from __future__ import annotations

import re
from functools import cache

from kbtool.patterns import lazy_pattern

# Everything that reorders text around it: embeddings, overrides, isolates and marks.
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"

# C0 and C1 controls but for tab and line feed, lone surrogates, noncharacters of the first plane.
_CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"

_UNSAFE = lazy_pattern(f"[{_BIDI}{_CONTROL}]")


def make_visible(text: str) -> str:
    """Text in which no character can hide, reorder its neighbours or break the encoding.

    Bidirectional controls become ``⟨U+202E⟩``, C0 controls their pictures (␀), the rest U+FFFD.
    Line ends become line feeds.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.translate(_replacements()) if _UNSAFE.search(text) else text


def clip(text: str, length: int) -> str:
    """Visible text on one line, cut to at most ``length`` characters, between words if near."""
    line = " ".join(make_visible(text[: 2 * length]).split())
    if len(line) <= length:
        return line
    start = line[: length - 1]
    space = start.rfind(" ")
    return (start[:space] if space > 3 * length // 4 else start).rstrip(" ,;:.") + "…"


@cache
def _replacements() -> dict[int, str]:
    """What stands for each unsafe character, by code point."""
    every = map(chr, range(0x10000))
    table = {ord(character): "\ufffd" for character in every if _UNSAFE.fullmatch(character)}
    for code in table:
        if code < 0x20:
            table[code] = chr(0x2400 + code)
        elif re.fullmatch(f"[{_BIDI}]", chr(code)):
            table[code] = f"⟨U+{code:04X}⟩"
    table[0x7F] = "\u2421"
    return table
