"""What a value of the front matter means, as people meant it."""

from __future__ import annotations

from datetime import date
from typing import Any

from kbtool.patterns import lazy_pattern

_ISO_DATE = lazy_pattern(r"([0-9]{4})-([0-9]{2})-([0-9]{2})\Z")
_NUMBER = lazy_pattern(r"[-+]?(?:0|[1-9][0-9]{0,17})\Z")
_WORDS: dict[str, Any] = {"true": True, "false": False, "null": None, "~": None, "": None}

# YAML 1.1 would read these as numbers, octal, sexagesimal or "Norway is false".
ALWAYS_TEXT = frozenset(
    {"id", "slug", "title", "summary", "version", "locale", "lang", "language", "owner"}
)


def plain_value(text: str) -> Any:
    """Value of a scalar without quotes: a word of YAML, a date, a whole number, or text."""
    if text.lower() in _WORDS:
        return _WORDS[text.lower()]
    if match := _ISO_DATE.match(text):
        try:
            return date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:  # 30 February stays text, and front-matter-schema reports it
            return text
    if _NUMBER.match(text):
        return int(text)
    return text
