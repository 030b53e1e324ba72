"""HTML and entities, where a text shows that a program wrote it as such."""

from __future__ import annotations

import html
import re

from kbtool.patterns import lazy_pattern
from kbtool.questions.cleaning.characters import clean_line, strip_hidden

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
# An ampersand may itself be escaped, any number of times.
_AMPERSAND = r"(?:amp|#0{0,5}38|#[xX]0{0,4}26);"
_ESCAPED = rf"&(?>(?:{_AMPERSAND})*)"
_ENTITY = lazy_pattern(
    rf"{_ESCAPED}(#[0-9]{{1,7}}|#[xX][0-9a-fA-F]{{1,6}}|[a-zA-Z][a-zA-Z0-9]{{1,31}});"
    rf"|&(?>(?:{_AMPERSAND})+)"
)
# Without tags around, only these are taken for the work of a program: letters and signs that
# nobody types so, and spaces that follow a word at once.
_PLAIN_ENTITY = lazy_pattern(
    rf"{_ESCAPED}(lt|gt|quot|apos|#[0-9]{{2,5}}|#[xX][0-9a-fA-F]{{2,4}}"
    r"|[aeiouyAEIOUY](?:uml|acute|grave|circ)|szlig|[cC]cedil|[nNaAoO]tilde|[lr][sd]quo|[nm]dash"
    rf"|hellip|(?<=\w&)nbsp);|&(?>(?:{_AMPERSAND})+)"
)


def clean_text(text: str) -> str:
    """The text on one line, without markup and hidden characters, all its words kept."""
    return clean_line(strip_markup(strip_hidden(text)))


def is_markup(text: str) -> bool:
    """Whether the text is HTML, told by a closing tag or a line break."""
    return "<" in text and _MARKUP.search(text) is not None


def strip_markup(text: str) -> str:
    """The text without tags and entities; what a tag sets apart begins a line.

    Tags that were escaped are what the text is about, and show as "‹br›".
    """
    if is_markup(text):
        text = _ENTITY.sub(_unescape, _strip_tags(text))
    elif "&" in text:
        text = _PLAIN_ENTITY.sub(_unescape, text)
        if text.lstrip().startswith("<") and is_markup(text):  # all of it was escaped
            text = _ENTITY.sub(_unescape, _strip_tags(text))
    if is_markup(text):
        text = _TAG.sub(lambda match: f"‹{match[0][1:-1]}›", text)
    return text


def _unescape(match: re.Match[str]) -> str:
    return html.unescape(f"&{match[1]};") if match[1] else "&"


def _strip_tags(text: str) -> str:
    """The text between tags; a tag that breaks the line leaves a line end."""
    for start, end in _UNSEEN:
        text = _drop(text, start, end)
    return _TAG.sub(lambda match: "" if match[1].lower() in _INLINE else "\n", text)


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
