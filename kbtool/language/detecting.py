"""The language of a text, where it can be told with little risk of error."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set as AbstractSet

from kbtool.language.function_words import TELLING_LETTERS, languages_by_word
from kbtool.language.scripts import LATIN, language_of_script
from kbtool.patterns import lazy_pattern

_FEWEST_LETTERS = 20  # below, single words decide, and product names are in any language
_LOOKED_AT = 800  # characters
_WORD = lazy_pattern(r"[^\W\d_]+")
# Signs of addresses, paths, names of files and code, which are written in no language.
_NO_PROSE = lazy_pattern(r"[@/\\_=<>{}|]|\w\.\w")

# A word that several languages have counts in part for each.
_LEAST_VOTES = 2.0
_LEAST_SHARE = 0.2  # of the different words; running text has between a third and two thirds
_LEAD = 1.6  # times the votes of the language that comes second


def detect_language(text: str) -> str:
    """Code of the text's language, such as "de"; "" where that is not sure."""
    text = text[:_LOOKED_AT]
    if not text.isascii():
        language = language_of_script(text)
        if language != LATIN:
            return language
    prose = " ".join(token for token in text.lower().split() if not _NO_PROSE.search(token))
    words = _WORD.findall(prose)
    if sum(map(len, words)) < _FEWEST_LETTERS:
        return ""
    different = set(words)
    return _elect(_count_votes(different, text), len(different))


def _count_votes(words: AbstractSet[str], text: str) -> dict[str, float]:
    """Votes for each language: of words, and one of letters that it alone has."""
    known, votes = languages_by_word(), defaultdict[str, float](float)
    for word in sorted(words):  # sums of fractions come out the same each time
        languages = known.get(word, ())
        for language in languages:
            votes[language] += 1 / len(languages)
    if not text.isascii():
        for language, letters in TELLING_LETTERS.items():
            votes[language] += any(letter in text for letter in letters)
    return votes


def _elect(votes: dict[str, float], count: int) -> str:
    """The language that leads clearly; ``count`` words voted."""
    (most, best), (second, _) = sorted(
        [*((share, language) for language, share in votes.items()), (0.0, ""), (0.0, "")],
        reverse=True,
    )[:2]
    is_sure = most >= max(_LEAST_VOTES, _LEAST_SHARE * count, _LEAD * second)
    return best if is_sure else ""
