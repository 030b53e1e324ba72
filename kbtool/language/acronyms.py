"""Acronyms, and where a text says what they stand for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from kbtool.model import Article, Block
from kbtool.patterns import lazy_pattern

LONGEST = 12
"""Most capitals in a row that are looked at."""


class Acronym(NamedTuple):
    """Letters in capitals at ``text[start:end]``."""

    letters: str  # without a plural "s"
    start: int
    end: int  # before the plural "s"


# The look back follows the first letter, so that the search skips to capitals.
_ACRONYM = lazy_pattern(
    rf"[A-Z](?<![\w/.&@#$+!’'\-\\].)[A-Z]{{1,{LONGEST - 1}}}+(?=(?>(?:s|['’]s)?)"
    r"(?![\w/&+@=(\[\\]|::|[.:]\w|['’]\w|-[A-Z]|-\w*\d))",
)

_LETTERED = lazy_pattern(r"[^\W_]+")
_PAREN_AFTER = lazy_pattern(r"(?:s|['’]s)?['\"’”]?(?:\s[a-z]{1,12})?\s?[(\[]([^()\[\]]{3,100})")
_NAMED_AFTER = lazy_pattern(
    r"(?:s|['’]s)?['\"’”]?(?:,?\s+(?:(?:which\s+|that\s+)?(?:stands?\s+for|is\s+short\s+for|means)|"
    r"short\s+for|or|an\s+abbreviation\s+(?:of|for))\s+|:\s+|\s+[–—-]\s+)(.{3,100})",
)
_NAMED_BEFORE = lazy_pattern(
    r"(?:,?\s+(?:or|aka|a\.k\.a\.|i\.e\.,?|abbreviated(?:\s+(?:as|to))?|called|known\s+as|"
    r"short(?:ened)?\s+(?:to|for)?|in\s+short)|\s+[–—-]|,|:)\s+(?:an?\s+|the\s+)?['\"‘“]?$",
    re.IGNORECASE,
)
_REACH = 120  # characters before an acronym in which its long form may stand


def find_acronyms(text: str) -> Iterator[Acronym]:
    """Runs of capitals that stand as words of their own.

    Parts of codes, paths, addresses and names with a digit or hyphen ("NB-IoT") are left out.
    """
    for match in _ACRONYM.finditer(text):
        yield Acronym(match[0], match.start(), match.end())


def scan_acronyms(
    article: Article, is_wanted: Callable[[str], bool]
) -> Iterator[tuple[Block, Acronym]]:
    """Those of an article that are wanted, by their letters, with their blocks."""
    running = article.running
    for letters, start, end in find_acronyms(running.text):
        if not is_wanted(letters):
            continue
        index = running.index_at(start)
        shift = running.starts[index]
        yield article.blocks[index], Acronym(letters, start - shift, end - shift)


def is_explained_at(text: str, acronym: Acronym) -> bool:
    """Whether the words around an acronym say what its letters stand for.

    "Long Form (LF)", "LF (long form)", "LF, or long form", "LF stands for", "LF: long form" and
    the like. Letters match initials, or letters inside a word ("Extensible Markup Language").
    """
    before = text[max(0, acronym.start - _REACH) : acronym.start]
    opened = before.rstrip("'\"‘“")
    if opened.endswith(("(", "[")):
        return _ends_with_expansion(opened[:-1], acronym.letters)
    after = _PAREN_AFTER.match(text, acronym.end) or _NAMED_AFTER.match(text, acronym.end)
    if after and _starts_with_expansion(after[1], acronym.letters):
        return True
    named = _NAMED_BEFORE.search(before)
    return bool(named and _ends_with_initials(before[: named.start()], acronym.letters))


def _ends_with_expansion(text: str, letters: str) -> bool:
    """Whether one of the last words opens the acronym and its second letter follows.

    In brackets that is enough: "microcontroller (MCU)", "cross-site scripting (XSS)".
    """
    words = _words(text)[-2 * len(letters) - 2 :]
    return any(_expand(words[index:], letters[:2]) for index in range(len(words)))


def _starts_with_expansion(text: str, letters: str) -> bool:
    words = _words(text)[: 2 * len(letters) + 2]
    return any(_expand(words[index:], letters) for index in range(min(2, len(words))))


def _expand(words: list[str], letters: str) -> bool:
    """Whether the first word gives the first letter and the others follow in their order."""
    first = letters[0].lower()
    opens = first in words[0][:2] or (first == "x" and words[0].startswith(("cross", "trans")))
    return opens and _follow("".join(words)[1:], letters[1:])


def _ends_with_initials(text: str, letters: str) -> bool:
    """Whether the last words begin with the letters, small words between them aside."""
    initials = "".join(word[0] for word in _words(text)[-2 * len(letters) :])
    return initials[-1:] == letters[-1].lower() and _follow(initials, letters)


def _words(text: str) -> list[str]:
    return _LETTERED.findall(text.lower())


def _follow(text: str, letters: str) -> bool:
    """Whether the letters occur in a text in their order."""
    rest = iter(text)
    return all(letter in rest for letter in letters.lower())


def is_marked_up(source: str, letters: str) -> bool:
    """Whether an ``<abbr title>`` or a Markdown abbreviation (``*[LF]: ...``) explains it."""
    if "<abbr" not in source and "*[" not in source:
        return False
    element = rf"<abbr\b[^<>]{{0,200}}\btitle=[^<>]{{1,200}}>\s{{0,20}}{letters}s?\b"
    return bool(re.search(rf"{element}|(?:^|[\r\n])\*\[{letters}\]:", source))
