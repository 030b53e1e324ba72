"""Texts in which next to nothing is said."""

from __future__ import annotations

from functools import cache
from itertools import islice

from kbtool.language.courtesies import (
    answers,
    first_words,
    last_words,
    longest,
    openings,
    sign_offs,
    split_words,
    thanks,
)
from kbtool.patterns import lazy_pattern

_WORD = lazy_pattern(r"[^\W_]+")
# As databases, spreadsheets and programs spell it: "null" in small letters may be searched for.
_MISSING = frozenset(
    (
        *("NULL", "(null)", "<null>", "nan", "NaN", "None", "N/A", "n/a", "#N/A", "#REF!"),
        *("#VALUE!", "#NAME?", "undefined", "[object Object]", "\\N", "(blank)", "(empty)"),
        *("(leer)", "(vide)"),
    )
)
_MOST_CHARACTERS = 200  # a text longer than this is never taken for a greeting
_SHORTEST = 3  # letters of a sign-off that stands alone: "LG" and "br" may be searches


def is_empty(text: str) -> bool:
    """Whether nothing is left of the text."""
    return not text


def is_missing(text: str) -> bool:
    """Whether the text is what programs write where they have none."""
    return text in _MISSING


def has_no_letters(text: str) -> bool:
    """Whether the text is made of digits, signs and emoji alone."""
    return not text[:1].isalpha() and not any(map(str.isalpha, text))


def is_polite_only(text: str) -> bool:
    """Whether the text is a row of greetings, thanks and the like, and nothing besides."""
    if len(text) > _MOST_CHARACTERS:
        return False
    phrases = _phrases()
    first = _WORD.search(text)
    if first is None or first[0].casefold() not in first_words(phrases):  # most texts end here
        return False
    words = split_words(text)
    if words[-1] not in last_words(phrases):
        return False
    ends = {0}  # numbers of words from the start that phrases can cover
    for start in range(len(words)):
        if start in ends:
            spans = (range(start, start + n) for n in range(1, longest(phrases) + 1))
            ends |= {s.stop for s in spans if " ".join(words[s.start : s.stop]) in phrases}
    return len(words) in ends


@cache
def _phrases() -> frozenset[str]:
    signs = {phrase for phrase in sign_offs() if len(phrase) >= _SHORTEST}
    return openings() | thanks() | answers() | signs


def is_too_short(text: str) -> bool:
    """Whether the text is one word of one or two letters: "2FA" and "bug" are searches.

    In Chinese, Japanese and Korean two signs are enough to say something.
    """
    words = [match[0] for match in islice(_WORD.finditer(text), 2)]
    if len(words) == 2:
        return False
    signs = words[0] if words else ""
    fewest = 2 if any("\u3040" <= sign <= "\ud7a3" for sign in signs) else 3
    return len(signs) < fewest
