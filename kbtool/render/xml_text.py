"""Text as XML may hold it."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from kbtool.patterns import lazy_pattern

_FORBIDDEN = lazy_pattern("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def text(value: str) -> str:
    """Value as the content of an element; characters that XML forbids become U+FFFD."""
    return escape(_FORBIDDEN.sub("\ufffd", value))


def attribute(value: object) -> str:
    """Value as an attribute, quotes included."""
    return quoteattr(_FORBIDDEN.sub("\ufffd", str(value)))
