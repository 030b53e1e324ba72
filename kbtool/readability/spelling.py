"""Syllables of German, French and Spanish words, told from their spelling.

None of the three needs a dictionary: Spanish spells what is spoken, German nearly so, and French
hides only its last e. Words that come from English are counted as if they were of the language.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from kbtool.patterns import lazy_pattern

_GERMAN = lazy_pattern(r"aa|ee|oo|ie|ei|ai|ey|ay|au|äu|eu|[aeiouyäöüàáâèéêô]")
_GERMAN_SILENT = lazy_pattern(r"(?<=q)u")

_SPANISH_SILENT = lazy_pattern(
    r"(?<=q)u|(?<=g)u(?=[eiéí])|y(?=[aeiouáéíóú])|(?<![aeiouáéíóú])y(?=.)"
)
_SPANISH = lazy_pattern(
    # Of two vowels at most one may be open for both to be one syllable.
    r"[iuü]?[aeoáéó][iuüy]?(?![íú])|[iuü]?[aeoáéó]|[iuü][íúiuüy]|[íú]|[iuüy]"
)

_FRENCH_END = lazy_pattern(
    r"(?<=[^aeiouyàâéèêëîïôûùüœ])(?:e|es|ent)$|(?<=[iuéo])e(?:s|nt)?$|(?<=[gq])ues?$"
)
_FRENCH_SILENT = lazy_pattern(r"(?<=[qg])u(?=[eéèêiîa])|(?<=g)e(?=[aoâ])")
_FRENCH = lazy_pattern(
    r"eaux?|[aâ]y(?=[aeiou])|[aeiouyàâèêîôûùüœ]{1,3}(?=[^aeiouyàâéèêëîïôûùüœ]|$)|[éëï]"
    r"|[aeiouyàâèêîôûùüœ]+"
)


def _count_german(word: str) -> int:
    return len(_GERMAN.findall(_GERMAN_SILENT.sub("", word)))


def _count_spanish(word: str) -> int:
    return len(_SPANISH.findall(_SPANISH_SILENT.sub("", word)))


def _count_french(word: str) -> int:
    spoken = _FRENCH_END.sub("", word) if len(word) > 3 else word
    return len(_FRENCH.findall(_FRENCH_SILENT.sub("", spoken)))


_COUNTERS: dict[str, Callable[[str], int]] = {
    "de": _count_german,
    "es": _count_spanish,
    "fr": _count_french,
}


@lru_cache(maxsize=1 << 16)
def count_spelled(word: str, language: str) -> int:
    """Syllables of a word of ``language`` ("de", "es" or "fr"), at least 1."""
    return max(1, sum(_COUNTERS[language](part) for part in re.split(r"[-'’]", word.lower())))
