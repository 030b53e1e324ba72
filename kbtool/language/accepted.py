"""Phrases in which a word that is wrong elsewhere is right."""

from __future__ import annotations

from functools import lru_cache

from kbtool.language.labels import Covers
from kbtool.language.phrases import find_phrases
from kbtool.language.user_patterns import PREFIX, compile_pattern


def is_accepted(text: str, start: int, end: int, accepted: tuple[str, ...]) -> bool:
    """Whether one of the phrases or patterns covers ``text[start:end]`` and reaches beyond it."""
    longer = tuple(
        entry for entry in accepted if entry.startswith(PREFIX) or len(entry) > end - start
    )
    return bool(longer) and _cover(text, longer).hold(start, end)


@lru_cache(maxsize=64)
def _cover(text: str, accepted: tuple[str, ...]) -> Covers:
    """Ranges of accepted phrases; kept because places come from one text in turn."""
    plain = tuple(entry for entry in accepted if not entry.startswith(PREFIX))
    ranges = [(found.start, found.end) for found in find_phrases(text, plain)]
    for entry in accepted:
        if entry.startswith(PREFIX):
            ranges += [(match.start, match.end) for match in compile_pattern(entry).find(text)]
    return Covers(ranges)
