"""Syllables of the words in CMUdict, of which only what a text asks for is ever taken apart.

``data/cmudict.txt`` has a line for each pair of first letters: the pair, then the rest of each
word with its number of syllables, ``vi =1 deo=3 sit=2`` for vi, video and visit. The first look-up
costs 2 to 6 ms, later ones a microsecond or two; a dict of all 125,000 words would cost 35 to
60 ms before the first answer.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache
from pathlib import Path

_FILE = Path(__file__).with_name("data") / "cmudict.txt"


def look_up(word: str) -> int | None:
    """Syllables of a plain word in its first pronunciation, at least 1; None if it is unknown."""
    entries, entry = _entries_after(word[:2]), f"{word[2:]}="
    at = bisect_left(entries, entry)
    found = at < len(entries) and entries[at].startswith(entry)
    return int(entries[at][len(entry) :]) if found else None


@lru_cache(maxsize=1024)
def _entries_after(start: str) -> list[str]:
    """Entries of the line that begins with these letters, in order."""
    return sorted(_lines().get(start, "").split(" ")[1:])


@cache
def _lines() -> dict[str, str]:
    """Each line by the first letters that it begins with."""
    lines = _FILE.read_text(encoding="ascii").splitlines()
    return {line.partition(" ")[0]: line for line in lines}
