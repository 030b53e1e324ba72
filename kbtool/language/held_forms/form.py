"""Patterns for facts that all languages share."""

from __future__ import annotations

import re

from kbtool.patterns import lazy_pattern


def form(*ways: str) -> re.Pattern[str]:
    """Pattern of any of these regular expressions, from the start of a word."""
    return lazy_pattern(rf"(?<!\w)(?:{'|'.join(ways)})", re.IGNORECASE)


UI_PATH = r"[^\W\d_][\w ]{0,30} ?[>›→] ?[\w ]{1,30}"
CLOCK = r"\d{1,2}[:.]\d{2}(?:\s?(?:am|pm|uhr|h))?(?!\w)|\d{1,2} ?(?:am|pm|uhr|h \d\d)(?!\w)"
DATE = r"\d{4}-\d{2}-\d{2}(?!\d)|\d{1,2}[./]\d{1,2}[./]\d{2,4}(?!\d)"
WEB = r"https?://\S|www\.\w|[\w-]{2,40}\.(?:com|org|net|io|co\.uk|de|fr|es)(?!\w)"
