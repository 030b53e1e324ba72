"""Text on terminals: colours, and characters that must not reach one raw."""

from __future__ import annotations

import unicodedata

from kbtool.patterns import lazy_pattern

_CODES = {"red": "31", "yellow": "33", "blue": "34", "cyan": "36", "green": "32", "bold": "1"}
_DIM = "2"

# Control characters can move the cursor, set the clipboard or retitle the window; bidirectional
# controls and tag characters can make text look like another; separators end a line for some.
_UNSAFE = lazy_pattern(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
    "\U000e0000-\U000e007f]",
)


def paint(text: str, *styles: str, on: bool) -> str:
    """Text in these styles (a colour, ``bold``, ``dim``), or as it is when ``on`` is false."""
    if not on or not text:
        return text
    codes = ";".join(_DIM if style == "dim" else _CODES[style] for style in styles)
    return f"\x1b[{codes}m{text}\x1b[0m"


def clean(text: str) -> str:
    """Text with every character that could steer a terminal made visible."""
    return _UNSAFE.sub(lambda match: f"\\u{{{ord(match[0]):x}}}", text)


def clean_path(path: str) -> str:
    """Clean path on one line that still tells one file from another."""
    return clean(path).replace("\n", "\\u{a}").replace("\t", "\\u{9}")


def one_line(text: str) -> str:
    """Clean text on one line, runs of white space as one space."""
    return clean(" ".join(text.split()))


def display_width(text: str) -> int:
    """Terminal cells that text takes: two for wide East Asian characters, none for marks."""
    width = 0
    for character in text:
        if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Cf"):
            continue
        width += 2 if unicodedata.east_asian_width(character) in "WF" else 1
    return width


def shorten(text: str, limit: int) -> str:
    """Text of at most ``limit`` characters, cut at a word with an ellipsis where longer."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    at = cut.rfind(" ")
    return (cut[:at] if at > limit // 2 else cut).rstrip(" ,;:.") + "…"


def count(number: int, thing: str, things: str = "") -> str:
    """``1 article``, ``2 articles``: a number with its noun."""
    return f"{number:,} {thing if number == 1 else things or thing + 's'}"
