"""Phrases of a word list in running text, wherever capitals, line ends and apostrophes fall."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

from kbtool.model.running_text import fold
from kbtool.patterns import lazy_pattern

__all__ = ["Phrase", "find_phrases", "fold", "is_quoted", "match_case"]


class Phrase(NamedTuple):
    """A phrase of a list that stands at ``text[start:end]``."""

    phrase: str  # as the list spells it, in small letters
    start: int
    end: int


def find_phrases(text: str, phrases: tuple[str, ...]) -> Iterator[Phrase]:
    """Phrases that stand in a text as whole words, in order; of two at one place the longer.

    Capitals, curly apostrophes and the kind of white space between two words make no difference.
    A word with a hyphen is not the word without it.
    """
    return search_phrases(fold(text), phrases)


def search_phrases(folded: str, phrases: tuple[str, ...]) -> Iterator[Phrase]:
    """As ``find_phrases`` in a text that is folded already."""
    for match in _pattern(phrases).finditer(folded):
        yield Phrase(" ".join(match[0].split()), *match.span())


def search_few_phrases(folded: str, phrases: tuple[str, ...]) -> Iterator[Phrase]:
    """The same, phrase by phrase: much faster where a list holds a handful."""
    places: list[Phrase] = []
    for phrase in phrases:
        pattern = _phrase_pattern(phrase)
        match = pattern.search(folded)
        while match:
            places.append(Phrase(" ".join(match[0].split()), *match.span()))
            match = pattern.search(folded, match.start() + 1)
    end = 0
    for place in sorted(places, key=lambda place: (place.start, -place.end)):
        if place.start >= end:
            end = place.end
            yield place


def match_case(text: str, model: str) -> str:
    """``text`` with the capitals of ``model``: none, the first letter's, or all of several."""
    if model.isupper() and sum(map(str.isalpha, model)) > 1:
        return text.upper()
    return text[:1].upper() + text[1:] if model[:1].isupper() else text


_QUOTATION = lazy_pattern(
    r'"[^"]{1,200}"|„[^„“”]{1,200}[“”]|“[^“”]{1,200}”|«[^«»]{1,200}»|»[^«»]{1,200}«'
    r"|(?<!\w)‘[^‘]{1,200}?’(?!\w)"
)


def is_quoted(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` lies between quotation marks: a message, or someone's words."""
    starts, ends = _quotations(text)
    index = bisect_left(starts, start) - 1
    return index >= 0 and end < ends[index]


@lru_cache(maxsize=16)
def _quotations(text: str) -> tuple[list[int], list[int]]:
    """Starts and ends of all quotations, in order; kept because hits come from one text in turn."""
    spans = [match.span() for match in _QUOTATION.finditer(text)]
    return [start for start, _ in spans], [end for _, end in spans]


_END = r"(?![\w\\]|[-'./@]\w)"
"""Behind a phrase: no letter, and no hyphen or full stop that a word goes on after."""


@cache
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Pattern of whole phrases, as a tree of their characters.

    An alternation of 150 phrases takes ten times as long: each is tried at each word.
    """
    tree: dict[str, Any] = {}
    for phrase in phrases:
        node = tree
        for character in fold(" ".join(phrase.split())):
            node = node.setdefault(character, {})
        node[""] = {}
    # The look back follows the first letter, so that the search can skip to likely letters.
    first = [
        rf"{re.escape(char)}(?<![-\w'./\\].){_alternatives(tree[char])}" for char in sorted(tree)
    ]
    body = f"(?:{'|'.join(first)})" if first else "(?!)"
    return re.compile(rf"{body}{_END}", re.DOTALL)


@lru_cache(maxsize=4096)
def _phrase_pattern(phrase: str) -> re.Pattern[str]:
    """Pattern of one phrase; it begins with a whole word, for which a search is quickest."""
    first, *others = fold(phrase).split() or [""]
    words = [rf"{re.escape(first)}(?<![-\w'./@\\].{{{len(first)}}})", *map(re.escape, others)]
    body = r"\s+".join(words) if first else "(?!)"
    return re.compile(f"{body}{_END}", re.DOTALL)


def _alternatives(node: dict[str, Any]) -> str:
    """Pattern for what may follow in a tree of characters; "" as a key marks an end."""
    branches = [
        (r"\s+" if character == " " else re.escape(character)) + _alternatives(rest)
        for character, rest in sorted(node.items())
        if character
    ]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{body})?" if "" in node else body
