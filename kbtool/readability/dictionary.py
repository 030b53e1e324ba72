"""Syllables of the words in CMUdict, of which only what a text asks for is ever taken apart.

``data/cmudict.txt`` has a line for each pair of first letters: the pair, a space, then the rest
of each word with its number of syllables, ``vi 1deo3sit2`` for vi, video and visit. The first
look-up costs 2 to 6 ms, later ones less than a microsecond once their line is known; a dict of all
125,000 words would cost 35 to 60 ms before the first answer.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from kbtool.patterns import lazy_pattern

_FILE = Path(__file__).with_name("data") / "cmudict.txt"
_ENTRY = lazy_pattern(r"([a-z']*)(\d+)")


def look_up(word: str) -> int | None:
    """Syllables of a plain word in its first pronunciation, at least 1; None if it is unknown."""
    count = _words_after(word[:2]).get(word[2:])
    return int(count) if count else None


@cache
def _lines() -> dict[str, str]:
    """The part of each line after its first letters, by these."""
    lines = _FILE.read_text(encoding="ascii").splitlines()
    return {start: rest for start, _, rest in (line.partition(" ") for line in lines)}


@lru_cache(maxsize=1024)
def _words_after(start: str) -> dict[str, str]:
    """Syllables as digits, by what follows these first letters."""
    return dict(_ENTRY.findall(_lines().get(start, "")))
