"""How far words with a capital letter name a person."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kbtool.language.first_names import no_persons
from kbtool.language.stopwords import stop_words
from kbtool.patterns import lazy_pattern

_LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl")
_JOINTS = frozenset("van von de der den del della di da la le el bin al zu".split())
_WORD = lazy_pattern(r"[\w'’-]++\.?+")
_ELIDED = lazy_pattern(r"(?:[jtmnsc]|qu)'")  # "J'essaie"
_NEXT = lazy_pattern(r"\s{1,3}([\w'’]++)")


def find_end(text: str, start: int, end: int, names: frozenset[str]) -> int:
    """Where the name ends that begins the words; 0 where they name nobody.

    A function word ends it, unless it is one of ``names``: "Anna I cannot" holds one of a word.
    """
    last = 0
    for word in _WORD.finditer(text, start, end):
        spelled = word[0].casefold().replace("’", "'")
        if not no_persons().isdisjoint((spelled, *spelled.split("-"))):
            return 0
        if _ELIDED.match(spelled) or (spelled in _function_words() and spelled not in names):
            if spelled in _JOINTS and word[0].islower():
                continue
            break
        last = word.end()
    return last


def goes_on(text: str, end: int) -> bool:
    """Whether a function word follows: a sentence begins there."""
    following = _NEXT.match(text, end)
    return bool(following and following[1].casefold().replace("’", "'") in _function_words())


def is_titled(words: Sequence[str]) -> bool:
    """Whether words are written as names are: "Anna Berg", not "TOO LARGE" or "Having Trouble"."""
    return not words[0].endswith(("ing", "ly")) and not any(
        len(word) > 1 and word.isupper() and word.isalpha() for word in words
    )


@cache
def _function_words() -> frozenset[str]:
    return frozenset.union(*map(stop_words, _LANGUAGES))
