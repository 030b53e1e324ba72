"""Words, sentences, syllables and letters of a text: what every readability formula starts from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from kbtool.readability.syllables import count_syllables
from kbtool.readability.words import plain_word


class Counts(Struct, frozen=True):
    """Sums over a text, each 0 or more. Those of an article are its sections' sums: ``a + b``."""

    words: int = 0
    sentences: int = 0  # those with at least one word
    syllables: int = 0  # as in English, whatever the language
    letters: int = 0  # and digits
    long_words: int = 0  # of more than six letters
    polysyllables: int = 0  # words of three syllables or more

    def __add__(self, other: Counts) -> Counts:
        """The counts of both texts together."""
        return Counts(
            self.words + other.words,
            self.sentences + other.sentences,
            self.syllables + other.syllables,
            self.letters + other.letters,
            self.long_words + other.long_words,
            self.polysyllables + other.polysyllables,
        )


def count(sentences: Iterable[Sequence[str]]) -> Counts:
    """Counts of a text that is split into sentences and words already.

    Leave out what nobody reads aloud (addresses, versions, code). A word without letter or digit
    is no word, a sentence without words no sentence.
    """
    return sum((_count_sentence(words) for words in sentences), Counts())


def _count_sentence(words: Sequence[str]) -> Counts:
    """Counts of one sentence, all 0 if it has no words."""
    plain = [word for word in map(plain_word, words) if word]
    letters = [len(word) - word.count("'") for word in plain]
    syllables = [count_syllables(word) for word in plain]
    return Counts(
        words=len(plain),
        sentences=1 if plain else 0,
        syllables=sum(syllables),
        letters=sum(letters),
        long_words=sum(length > 6 for length in letters),
        polysyllables=sum(number >= 3 for number in syllables),
    )
