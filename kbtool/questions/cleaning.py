"""A question's text made fit to match and to show: one line, no markup, no hidden characters."""

from __future__ import annotations

import html
import re

from kbtool.patterns import lazy_pattern

# Characters that show nothing: controls that are not white space, soft hyphen, zero-width space,
# marks of direction (they can make a text read differently from what it is) and tags. Joiners
# inside emoji and Indic or Persian words stay.
_HIDDEN = lazy_pattern(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064"
    "\u2066-\u206f\ufeff\U000e0000-\U000e007f]"
)
_SURROGATE = lazy_pattern("[\ud800-\udfff]")

_INLINE = frozenset(
    "a abbr b bdi bdo code em font i kbd mark s small span strong sub sup tt u".split()
)
_BLOCK = frozenset(
    "address blockquote body div h1 h2 h3 h4 h5 h6 head html li ol p pre style table tbody td th "
    "thead tr ul".split()
)
# A closing tag or a line break is written by programs; "the <b> tag" is what people write.
_MARKUP = lazy_pattern(
    rf"</(?:{'|'.join(sorted(_INLINE | _BLOCK))})\s{{0,9}}>|<br\s{{0,9}}/?>", re.IGNORECASE
)
_TAG = lazy_pattern(r"<[/!]?([a-z][a-z0-9]{0,20})(?:[\s/][^<>]*)?>", re.IGNORECASE)
_UNSEEN = (("<!--", "-->"), ("<style", "</style>"), ("<script", "</script>"))
_ENTITY = lazy_pattern(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
# Without tags around, only these are taken for the work of a program.
_PLAIN_ENTITY = lazy_pattern(r"&(?:amp|lt|gt|quot|apos|#[0-9]{2,5}|#[xX][0-9a-fA-F]{2,4});")


def clean_text(text: str) -> str:
    """The text on one line, without markup and hidden characters.

    Tags go only where a closing tag or a line break shows that the text is HTML.
    """
    if "<" in text and _MARKUP.search(text):
        text = _ENTITY.sub(_unescape, _strip_tags(text))
    elif "&" in text:
        text = _PLAIN_ENTITY.sub(_unescape, text)
    return clean_line(text)


def clean_line(text: str) -> str:
    """The text with single spaces for all white space, and without hidden characters."""
    if not text.isascii():
        text = _HIDDEN.sub("", _SURROGATE.sub("\ufffd", text))
    elif not text.isprintable():
        text = _HIDDEN.sub("", text)
    return " ".join(text.split())


def _unescape(match: re.Match[str]) -> str:
    return html.unescape(match[0])


def _strip_tags(text: str) -> str:
    """The text between tags; a tag that breaks the line leaves a space."""
    for start, end in _UNSEEN:
        text = _drop(text, start, end)
    return _TAG.sub(lambda match: "" if match[1].lower() in _INLINE else " ", text)


def _drop(text: str, start: str, end: str) -> str:
    """The text without what stands between two marks; a mark that is never closed stays."""
    lower = text.lower()
    if len(lower) != len(text):  # a few letters grow when lowered, and offsets would slip
        lower = text
    kept, at = [], 0
    while (opening := lower.find(start, at)) >= 0:
        closing = lower.find(end, opening + len(start))
        if closing < 0:
            break
        kept.append(text[at:opening])
        at = closing + len(end)
    return " ".join((*kept, text[at:])) if kept else text
