"""textstat's measures of a text that was split into sentences and words by our own segmenter.

Every formula here rests on totals, never on the order of words, so textstat is handed the plain
words in as many sentences as there are, cut evenly: it would not count sentences of one or two
words (``Click Save.``) but keep their words, and it would split at the stops in ``3.5.1``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain, pairwise
from typing import Literal

from msgspec import Struct

from kbtool.readability.engine import load_textstat
from kbtool.readability.words import plain_word

_FEWEST_WORDS = 3  # in a sentence, on average: textstat takes fewer for no sentence

# Not French: pyphen's missing syllables add 13 points there, and two sets of constants circulate.
_FLESCH_LANGUAGES = frozenset({"de", "es", "it", "nl", "ru"})

# Languages of alphabets with spaces between words, in which the length of words says something.
_LIX_LANGUAGES = _FLESCH_LANGUAGES | frozenset(
    "af bg bs ca cs cy da el et eu fi fr ga gl hr hu is lt lv mk nb nn no pl pt ro sk sl sq sr sv"
    " tr uk".split()
)


class Measure(Struct, frozen=True):
    """One readability measure: its key in results, its title for readers and its scale."""

    name: str
    title: str
    scale: Literal["grade", "ease", "score"]  # US school years; 0-100, high is easy; high is hard


MEASURES = (
    Measure("flesch_reading_ease", "Flesch reading ease", "ease"),
    Measure("flesch_kincaid_grade", "Flesch-Kincaid grade", "grade"),
    Measure("gunning_fog", "Gunning fog", "grade"),
    Measure("smog_index", "SMOG", "grade"),
    Measure("coleman_liau_index", "Coleman-Liau", "grade"),
    Measure("automated_readability_index", "Automated readability index", "grade"),
    Measure("dale_chall", "Dale-Chall", "score"),
    Measure("lix", "LIX", "score"),
)
"""Every measure kbtool can take, in the order in which results list them."""

_ENGLISH = tuple(measure.name for measure in MEASURES if measure.name != "lix")

_METHODS = {"dale_chall": "dale_chall_readability_score"}  # of textstat, where ours is shorter


class Readability(Struct, frozen=True):
    """The scores of one text, or why it has none. Compare scores within one language only."""

    scores: dict[str, float]  # by Measure.name, in the order of MEASURES; empty if not measured
    reason: str = ""  # "not measured: ..."; empty if measured


def measures_for(locale: str) -> tuple[str, ...]:
    """Names of the measures that a locale such as ``en-GB`` or ``de_AT`` has; empty if none."""
    language = _language(locale)
    if language == "en":
        return _ENGLISH
    flesch = ("flesch_reading_ease",) if language in _FLESCH_LANGUAGES else ()
    return (*flesch, "lix") if language in _LIX_LANGUAGES else ()


def measure(sentences: Iterable[Sequence[str]], locale: str) -> Readability:
    """Scores of a text by textstat, or the reason why there are none: never a made-up number.

    English has all measures but LIX. SMOG was made for 30 sentences, and below some 100 words no
    score says much. ARI counts a sentence's full stop as a character.

    German (Amstad), Spanish (Fernandez Huerta), Italian (Flesch-Vacca), Dutch (Flesch-Douma) and
    Russian (Oborneva) have Flesch's reading ease with constants of their own, and LIX. Syllables
    are pyphen's, which are too few, so that ease comes out 3 to 8 points too high
    (``benchmarks/syllables.py``); LIX counts letters. Other alphabetic languages have LIX alone;
    the rest are not measured.
    """
    names = measures_for(locale)
    if not names:
        return Readability({}, f"not measured: no formula for the language {locale or 'unknown'!r}")
    plain = [[kept for word in words if (kept := plain_word(word))] for words in sentences]
    spoken = [words for words in plain if words]
    words = list(chain.from_iterable(spoken))
    if not words:
        return Readability({}, "not measured: no words")
    if len(words) < _FEWEST_WORDS * len(spoken):
        return Readability({}, "not measured: fewer than three words in a sentence")
    textstat = load_textstat()()
    textstat.set_lang(_language(locale))
    text = _lay_out(words, len(spoken))
    methods = ((name, getattr(textstat, _METHODS.get(name, name))) for name in names)
    return Readability({name: float(method(text)) for name, method in methods})


def versions() -> dict[str, str]:
    """Version by package of what the scores depend on, for reports and caches."""
    from importlib.metadata import version  # noqa: PLC0415 - 20 ms

    return {name: version(name) for name in ("pyphen", "textstat")}


def _lay_out(words: Sequence[str], sentences: int) -> str:
    """The words in that many sentences of nearly equal length, each ended by a full stop."""
    bounds = [number * len(words) // sentences for number in range(sentences + 1)]
    runs = (" ".join(words[start:end]) for start, end in pairwise(bounds))
    return " ".join(f"{run}." for run in runs)


def _language(locale: str) -> str:
    """``de`` for ``de-AT``."""
    return re.split("[-_]", locale.lower())[0]
