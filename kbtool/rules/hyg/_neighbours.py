"""What stands beside a character, and whether it changes when the character goes."""

from __future__ import annotations

import re

from kbtool.model import Span

_STOPS = ".,;:!?"
_REACH = 80  # characters to either side that are enough to find text
_MARKUP = "*_~`[]()<>\\&|#"


def _may_be_address(text: str, span: Span) -> bool:
    """Whether the word around a range may be an address, which its characters would change."""
    before = text[max(0, span.start - _REACH) : span.start]
    after = text[span.end : span.end + _REACH]
    head = before.split()[-1] if before and not before[-1].isspace() else ""
    tail = after.split()[0] if after and not after[0].isspace() else ""
    word = head + tail
    return any(sign in word for sign in ("/", "@", ":")) or bool(re.search(r"\w\.\w", word))


def can_delete(text: str, span: Span) -> bool:
    """Whether nothing becomes markup, a list, a link or a line break when a range goes."""
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    if _may_be_address(text, span):
        return False
    if before in ("", "\n", "\r", " "):
        return after.isalpha()
    if before.isdigit() or (
        before in _STOPS and not text[span.start - 2 : span.start - 1].isalpha()
    ):
        return after.isalpha()  # a number with a full stop begins a list
    if not before.isalnum() and before not in _STOPS:
        return False
    if after in _STOPS:
        return before.isalpha() and text[span.end + 1 : span.end + 2] in ("", " ", "\n", "\r")
    return after.isalnum() or after == " " or (after in "\r\n" and before != " ")


def is_between_words(text: str, span: Span) -> bool:
    """Whether a range has text on both sides, and not the end of a line, a cell or an element."""
    before = text[max(0, span.start - _REACH) : span.start].rstrip(" \u00a0\t")[-1:]
    after = text[span.end : span.end + _REACH].lstrip(" \u00a0\t")[:1]
    return before not in ("", ">", "|", "\n", "\r") and after not in ("", "<", "|", "\n", "\r")


def can_be_space(text: str, span: Span) -> bool:
    """Whether a range can become one space: it lies between words."""
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    if _may_be_address(text, Span(span.start, span.start)):
        return False  # an address that began before would end earlier
    if before and before in _STOPS:
        before = text[span.start - 2 : span.start - 1]
        return before.isalpha() and after.isalnum()
    return before.isalnum() and after.isalnum()


def can_replace(text: str, span: Span) -> bool:
    """Whether a range can become another character: it touches no markup."""
    around = text[max(0, span.start - 1) : span.start] + text[span.end : span.end + 1]
    return not any(character in _MARKUP for character in around) and not _may_be_address(text, span)
