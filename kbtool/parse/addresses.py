"""Addresses and placeholders that stand in prose without any markup."""

from __future__ import annotations

import re

from kbtool.patterns import lazy_pattern

_URL = lazy_pattern(r"(?<![\w@/.])(?:https?://|www\.)[^\s<>\"`{}|\\^]+", re.IGNORECASE)
_TEMPLATE = lazy_pattern(r"\{\{[^{}]*\}\}|\{%[^{}%]*%\}|\$\{[^{}]*\}|%[A-Za-z_]{2,40}%")
_MAIL_BEFORE = lazy_pattern(r"[\w.+-]{1,64}\Z")
_MAIL_AFTER = lazy_pattern(r"[\w-]+(?:\.[\w-]+)+")

# Closing punctuation after an address belongs to the sentence.
_TRAILING = ".,;:!?'*_~)]’”»"


def find_urls(text: str) -> list[tuple[int, int]]:
    """Ranges of web addresses, without the punctuation that follows them."""
    found = []
    for match in _URL.finditer(text):
        end = match.end()
        while end > match.start() and text[end - 1] in _TRAILING:
            # Wikipedia and help desks put brackets into addresses; those are balanced.
            if text[end - 1] == ")" and "(" in text[match.start() : end]:
                break
            end -= 1
        if end - match.start() > len("www."):
            found.append((match.start(), end))
    return found


def find_emails(text: str) -> list[tuple[int, int]]:
    """Ranges of e-mail addresses."""
    found = []
    at = text.find("@")
    while at >= 0:
        before = _MAIL_BEFORE.search(text, max(0, at - 64), at)
        after = _MAIL_AFTER.match(text, at + 1)
        if before and after:
            found.append((before.start(), after.end()))
        at = text.find("@", after.end() if after else at + 1)
    return found


def find_templates(text: str) -> list[tuple[int, int]]:
    """Ranges of placeholders that a help desk fills in, such as ``{{ticket.id}}``."""
    return [match.span() for match in _TEMPLATE.finditer(text)]
