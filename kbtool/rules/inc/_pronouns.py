"""Pronouns of one gender that stand for people of whom nothing is known."""

from __future__ import annotations

import re
from functools import cache

from kbtool.model import Block
from kbtool.patterns import lazy_pattern

PRONOUNS = {
    "he": "they",
    "she": "they",
    "him": "them",
    "his": "their",
    "himself": "themselves",
    "herself": "themselves",
}
"""With what fits everyone; "her" is left out, as it may be "them" or "their"."""

_INDEFINITE = ("anybody", "anyone", "everybody", "everyone", "somebody", "someone", "nobody")
_CAPITAL = lazy_pattern(r"(?<=\w\s)[A-Z][a-z]+")
_OPENERS = frozenset(
    "a after an and any anybody anyone as ask at before but by each either every everybody "
    "everyone for from however if in let make no nobody of on once one only or "
    "otherwise our since so somebody someone tell that the then this to unless until when whenever "
    "where whether while with you your".split(),
)
"""First words of a sentence that name nobody."""


def stands_for_anyone(block: Block, start: int, roles: tuple[str, ...]) -> bool:
    """Whether the pronoun at an offset follows a role, and nobody is named before it."""
    window = _before(block, start)
    if not _people(roles).search(window):
        return False
    first = re.match(r"\W*(\w+)", window)
    return bool(first and first[1].lower() in _OPENERS) and not _CAPITAL.search(window)


def _before(block: Block, start: int) -> str:
    """What comes before in the sentence; where it opens one, the sentence before that too."""
    begins = [sentence.start for sentence in block.sentences if sentence.start <= start]
    text = block.prose.masked
    own = text[begins[-1] : start] if begins else text[:start]
    if not own.strip() and len(begins) > 1:
        return text[begins[-2] : start]
    return own


@cache
def _people(roles: tuple[str, ...]) -> re.Pattern[str]:
    some = "|".join(sorted(map(re.escape, roles), key=len, reverse=True)) or "(?!)"
    alone = "|".join(word for word in _INDEFINITE if word in roles) or "(?!)"
    return re.compile(
        rf"\b(?:an?|the|each|every|any|another|your|this|that|no|one|either)\s+"
        rf"(?:[\w-]{{1,20}}\s+)?(?:{some})\b|\b(?:{alone})\b",
        re.IGNORECASE,
    )
