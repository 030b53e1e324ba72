"""Make text of strangers safe to show: what cannot be seen becomes visible."""

from __future__ import annotations

import re

# Everything that reorders text around it: embeddings, overrides, isolates and marks.
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

# C0 and C1 controls but for tab and line feed, lone surrogates, noncharacters of the first plane.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def make_visible(text: str) -> str:
    """Text in which no character can hide, reorder its neighbours or break the encoding.

    Bidirectional controls become ``⟨U+202E⟩``, C0 controls their pictures (␀), the rest U+FFFD.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _BIDI.sub(_name, _CONTROL.sub(_picture, text))


def clip(text: str, length: int) -> str:
    """Text on one line, cut to at most ``length`` characters, between words where that is near."""
    line = " ".join(text[: 4 * length].split())
    if len(line) <= length:
        return line
    start = line[: length - 1]
    space = start.rfind(" ")
    return (start[:space] if space > 3 * length // 4 else start).rstrip(" ,;:.") + "…"


def _name(match: re.Match[str]) -> str:
    return f"⟨U+{ord(match[0]):04X}⟩"


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    return chr(0x2400 + code) if code < 0x20 else "\u2421" if code == 0x7F else "\ufffd"
