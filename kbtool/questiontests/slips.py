"""Questions with a slip of the fingers: the same slip in the same text every time."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import blake2b

from kbtool.patterns import lazy_pattern

# Words that a slip can happen in; placeholders such as <email> are no words of anybody.
_WORD = lazy_pattern(r"(?<![<\w])[^\W\d_]{4,40}(?![>\w])")
_ANY_WORD = lazy_pattern(r"\S+")
_FEWEST_WORDS = 4  # of a text that a word is left out of
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def swap_letters(text: str) -> str | None:
    """The text with two letters of a word swapped, None where no word is long enough."""
    return _slip(
        text, "swap", lambda word, at: word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    )


def drop_letter(text: str) -> str | None:
    """The text with a letter of a word left out."""
    return _slip(text, "drop", lambda word, at: word[:at] + word[at + 1 :])


def hit_neighbour(text: str) -> str | None:
    """The text with a letter replaced by the one beside it on an English keyboard."""
    return _slip(text, "key", lambda word, at: word[:at] + _beside(word[at]) + word[at + 1 :])


def drop_word(text: str) -> str | None:
    """The text without one of its words, though never the longest, which says what it is about."""
    words = _ANY_WORD.findall(text)
    if len(words) < _FEWEST_WORDS:
        return None
    longest = max(range(len(words)), key=lambda at: (len(words[at]), -at))
    others = [at for at in range(len(words)) if at != longest]
    gone = others[_draw(text, "word", len(others))]
    return " ".join(word for at, word in enumerate(words) if at != gone)


def _slip(text: str, kind: str, change: Callable[[str, int], str]) -> str | None:
    """The text with a word changed at a letter inside of it, both drawn by the text."""
    words = list(_WORD.finditer(text))
    if not words:
        return None
    first = _draw(text, kind, len(words))
    for word in (*words[first:], *words[:first]):
        start = _draw(text + word[0], kind, len(word[0]) - 2)
        for turn in range(len(word[0]) - 2):
            changed = change(word[0], 1 + (start + turn) % (len(word[0]) - 2))
            if changed.casefold() != word[0].casefold():
                return text[: word.start()] + changed + text[word.end() :]
    return None


def _beside(letter: str) -> str:
    for row in _ROWS:
        at = row.find(letter.lower())
        if at >= 0:
            other = row[at + 1] if at + 1 < len(row) else row[at - 1]
            return other.upper() if letter.isupper() else other
    return letter


def _draw(text: str, kind: str, number: int) -> int:
    """A number below ``number`` that only the text and the kind decide."""
    digest = blake2b(f"{kind}\0{text}".encode("utf-8", "backslashreplace"), digest_size=8).digest()
    return int.from_bytes(digest, "big") % number
