"""Whether a text is Markdown or HTML, for bodies that do not say so."""

from __future__ import annotations

import re
from typing import Literal

from kbtool.patterns import lazy_pattern

Markup = Literal["markdown", "html"]

_NAMED: dict[str, Markup] = {
    "html": "html", "xhtml": "html", "text/html": "html", "markdown": "markdown", "md": "markdown",
    "text/markdown": "markdown", "commonmark": "markdown", "gfm": "markdown",
    "text": "markdown", "plain": "markdown", "text/plain": "markdown",
}  # fmt: skip
_BLOCK_TAG = lazy_pattern(
    r"</?(?:p|div|h[1-6]|ul|ol|li|table|thead|tbody|t[dhr]|blockquote|pre|section|figure|br|hr|dl"
    r"|dt|dd)(?=[\s/>])",
    re.IGNORECASE,
)
_SIGN = lazy_pattern(
    r"^[ \t]{0,12}(?:\#{1,6}[ ]|[-*+][ ]|[0-9]{1,9}[.)][ ]|>|```|~~~|\|)"
    r"|\]\([^\s()]{1,2000}\)|\*\*\w|__\w",
    re.MULTILINE,
)
_LOOKED_AT = 100_000
"""Characters that decide; an article does not change its ways after so many."""
_CHARACTERS_A_TAG = 400
"""Text with fewer tags is about HTML, or quotes some: no paragraph of HTML is as long."""


def markup_of(body: str, named: object = None) -> Markup:
    """Markup of a body: as ``named`` where that is a known name, else by what it holds more of.

    Tags against signs of Markdown at the beginning of lines; a text without either is Markdown,
    where blank lines part paragraphs as its writer meant them to.
    """
    known = _NAMED.get(named.strip().lower()) if isinstance(named, str) else None
    if known:
        return known
    shown = body[:_LOOKED_AT]
    tags = sum(1 for _ in _BLOCK_TAG.finditer(shown))
    signs = sum(1 for _ in _SIGN.finditer(shown)) if tags else 0
    is_dense = shown.lstrip().startswith("<") or tags * _CHARACTERS_A_TAG >= len(shown)
    return "html" if tags > signs and is_dense else "markdown"
