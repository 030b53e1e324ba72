"""Links in what an agent wrote."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from kbtool.patterns import lazy_pattern
from kbtool.questions.cleaning import clean_text

_READ = 100_000  # characters of a reply that are looked at
_MOST = 20  # links of one reply
_HREF = lazy_pattern(
    r"""\bhref\s{0,3}=\s{0,3}(?:"([^"<>\s]{1,2000})"|'([^'<>\s]{1,2000})')""", re.IGNORECASE
)
_BARE = lazy_pattern(r"https?://[^\s<>\"'`\[\]{}|\\^]{1,2000}", re.IGNORECASE)
_ENDS = ".,;:!?…*_"
# What mail programs put before a message that is quoted whole.
_QUOTED = ("-----original message", 'class="gmail_quote', "-----ursprüngliche nachricht")


def find_links(text: str) -> tuple[str, ...]:
    """Addresses that a reply links to, each once, in the order of the text.

    What it quotes of earlier messages does not count: the customer may have pasted that.
    """
    own = _drop_quotes(text[:_READ])
    links = dict.fromkeys(_hrefs(own))
    links.update(dict.fromkeys(_bare(clean_text(own))))
    return tuple(links)[:_MOST]


def _hrefs(text: str) -> Iterator[str]:
    for match in _HREF.finditer(text):
        link = html.unescape(match[1] or match[2])
        if link.startswith("/") or link[:8].lower().startswith(("http://", "https://")):
            yield link


def _bare(text: str) -> Iterator[str]:
    for match in _BARE.finditer(text):
        link = match[0].rstrip(_ENDS)
        while link.endswith(")") and link.count(")") > link.count("("):
            link = link[:-1].rstrip(_ENDS)
        yield link


def _drop_quotes(text: str) -> str:
    lower = text.lower()
    if len(lower) == len(text):  # a few letters grow when lowered, and offsets would slip
        starts = [start for mark in _QUOTED if (start := lower.find(mark)) >= 0]
        text = text[: min(starts, default=len(text))]
    text = _drop_element(text, "<blockquote", "</blockquote>")
    if ">" not in text:
        return text
    return "\n".join(line for line in text.split("\n") if not line.startswith((">", " >")))


def _drop_element(text: str, start: str, end: str) -> str:
    """The text without what stands between two marks; one that is never closed goes to the end."""
    head, *rest = text.split(start)
    return head + "".join(part.partition(end)[2] for part in rest)
