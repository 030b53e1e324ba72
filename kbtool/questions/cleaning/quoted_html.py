"""Earlier messages that mail programs repeat below an answer, as elements of HTML."""

from __future__ import annotations

import re

from kbtool.patterns import lazy_pattern
from kbtool.questions.cleaning.characters import has_word
from kbtool.questions.cleaning.markup import is_markup, strip_markup

_QUOTE = lazy_pattern(
    r"<(?P<name>blockquote)(?=[\s>])[^<>]{0,500}>"
    r"|<(?P<div>div)\s[^<>]{0,200}?\b(?:gmail_quote|yahoo_quoted|protonmail_quote|moz-cite-prefix"
    r"|gmail_attr|gmail_extra)[^<>]{0,500}>",
    re.IGNORECASE,
)
_NAMED_TAG = {
    "blockquote": lazy_pattern(r"<(/?)blockquote(?=[\s>])[^<>]{0,500}>", re.IGNORECASE),
    "div": lazy_pattern(r"<(/?)div(?=[\s>])[^<>]{0,500}>", re.IGNORECASE),
}
# Outlook sets a rule and writes the earlier message behind it, down to the end.
_REST = lazy_pattern(r"<(?:div|hr)\s[^<>]{0,200}?\b(?:divRplyFwdMsg|stopSpelling)\b", re.IGNORECASE)


def strip_quoted_html(text: str) -> str:
    """The text without elements that quote; all of it where nothing else is in it."""
    if not is_markup(text):
        return text
    rest = _REST.search(text)
    head = text[: rest.start()] if rest else text
    kept = _cut_elements(head)
    return kept if kept != text and has_word(strip_markup(kept + "<br>")) else text


def _cut_elements(text: str) -> str:
    """The text without quoting elements; one that is never closed reaches to the end."""
    kept, at = [], 0
    while match := _QUOTE.search(text, at):
        kept.append(text[at : match.start()])
        name = "div" if match["div"] else "blockquote"
        at = _find_end(text, match.start(), name)
    return "<br>".join((*kept, text[at:])) if kept else text


def _find_end(text: str, start: int, name: str) -> int:
    """Where the element that begins at ``start`` ends."""
    depth = 0
    for tag in _NAMED_TAG[name].finditer(text, start):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return tag.end()
    return len(text)
