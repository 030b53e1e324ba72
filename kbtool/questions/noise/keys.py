"""Texts of keys struck in a row, by someone who tries whether a field works."""

from __future__ import annotations

from functools import cache

# The rows of letters on keyboards for English, German, French and Spanish.
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "yxcvbnm", "azertyuiop", "qsdfghjklm")
# The names of those keyboards, which customers may well search for.
_NAMES = frozenset(("qwerty", "qwertz", "azerty"))
_FEWEST = 3  # keys of a run: each pair of neighbours is in some word, few words are all neighbours
_SHORTEST = 4  # letters; "asd" and "poi" mean something to somebody
_LONGEST = 60


def is_keys_in_a_row(text: str) -> bool:
    """Whether each word is made of neighbouring keys, left to right or back: "asdf asdf"."""
    if not _SHORTEST <= len(text) <= _LONGEST:
        return False
    words = text.casefold().rstrip(".!?;").split()
    return bool(words) and all(_is_struck(word) for word in words) and not _NAMES & set(words)


def _is_struck(word: str) -> bool:
    """Whether runs of neighbouring keys make up the word; the last may break off: "asdfas"."""
    return len(word) >= _SHORTEST and _is_made_of_runs(word)


def _is_made_of_runs(word: str) -> bool:
    reach = _longest_run(word)
    rest = word[reach:]
    return reach >= _FEWEST and (word.startswith(rest) or _is_made_of_runs(rest))


def _longest_run(word: str) -> int:
    """How many letters from the start are neighbours on one row."""
    return next(size for size in range(len(word), 0, -1) if size == 1 or word[:size] in _runs())


@cache
def _runs() -> frozenset[str]:
    """All stretches of two keys or more, in both directions."""
    return frozenset(
        row[start:end]
        for line in _ROWS
        for row in (line, line[::-1])
        for start in range(len(row))
        for end in range(start + 2, len(row) + 1)
    )
