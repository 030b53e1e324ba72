"""Text -> words to match by, in any script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from typing import Any, NamedTuple

import snowballstemmer
from msgspec import Struct

from kbtool.language.locales import language_of
from kbtool.language.stopwords import stop_words
from kbtool.matching.text.spelling import unify_english
from kbtool.patterns import lazy_pattern
from kbtool.questions.masking import drop_placeholders

_LANGUAGES = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "es": "spanish", "et": "estonian", "eu": "basque", "fi": "finnish",
    "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian",
    "id": "indonesian", "it": "italian", "lt": "lithuanian", "nb": "norwegian", "ne": "nepali",
    "nl": "dutch", "no": "norwegian", "pl": "polish", "pt": "portuguese", "ro": "romanian",
    "ru": "russian", "sr": "serbian", "sv": "swedish", "ta": "tamil", "tr": "turkish",
}  # fmt: skip

_LONGEST_WORD = 40  # what is longer is a key, a hash or noise; its beginning will do
_HAN = "\u2e80-\u2fdf\u3005-\u3007\u3021-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_HAN_PLUS = _HAN + "\U00020000-\U0003ffff"
_NO_SPACES = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Myanmar, Khmer
_HANGUL = "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af"
_RUNS = lazy_pattern(f"([{_HAN_PLUS}]+)|([{_NO_SPACES}]+)|([{_HANGUL}]+)")


class Token(NamedTuple):
    """One word of a text."""

    surface: str  # as written, for people
    folded: str  # without case, in one spelling, for character n-grams
    stem: str  # what words are compared by
    content: bool  # says what a text is about; False for function words and bare numbers


class Doc(Struct, frozen=True, dict=True):
    """A text, cut into words."""

    tokens: tuple[Token, ...]

    @property
    def content(self) -> Iterator[Token]:
        """Words that say what the text is about."""
        return (token for token in self.tokens if token.content)

    @cached_property
    def stems(self) -> frozenset[str]:
        """Stems of all content words."""
        return frozenset(token.stem for token in self.content)


def join(docs: Iterable[Doc]) -> Doc:
    """All texts, one after the other."""
    return Doc(tuple(token for doc in docs for token in doc.tokens))


class Tokenizer:
    """Cuts texts into words and remembers stems it has worked out.

    Stems are those of one language, or words of two texts would not meet. What is a function word
    is told by the language of each text besides: "die" says nothing in German.
    """

    def __init__(self, locale: str = "en") -> None:
        """Take a locale such as ``de-AT``; words of an unknown language are not stemmed."""
        self._language = language_of(locale)
        self._stemmer = _stemmer(_LANGUAGES.get(self._language, ""))
        self._unify = unify_english if self._language == "en" else str
        self._tokens: dict[frozenset[str], dict[str, tuple[Token, ...]]] = {}  # by what is ignored

    def doc(self, text: str, locale: str = "") -> Doc:
        """Words of a text, of a locale if that is known."""
        words = _word_pattern().findall(unicodedata.normalize("NFKC", drop_placeholders(text)))
        ignored = self._stop_words(locale)
        known = self._tokens.setdefault(ignored, {})
        for word in words:
            if word not in known:
                known[word] = tuple(self._analyse(word[:_LONGEST_WORD], ignored))
        return Doc(tuple([token for word in words for token in known[word]]))

    def is_function_word(self, word: str, locale: str) -> bool:
        """Whether a word says nothing in texts of a locale."""
        return _fold(word) in self._stop_words(locale)

    def _stop_words(self, locale: str) -> frozenset[str]:
        # People whose device speaks German write in English as well.
        return _stop_words_of_both(self._language, language_of(locale))

    def _analyse(self, word: str, ignored: frozenset[str]) -> Iterator[Token]:
        for part in _split_scripts(word):
            folded = _fold(part)
            unified = self._unify(folded)
            stem = self._stemmer.stemWord(unified) if self._stemmer else unified
            telling = not folded.isdecimal() and (len(folded) > 1 or not folded.isascii())
            yield Token(part, unified, stem, telling and folded not in ignored)


def _fold(word: str) -> str:
    # Folding leaves the dot of a Turkish capital I behind.
    return word.casefold().replace("’", "'").replace("i\u0307", "i")


@cache
def _stop_words_of_both(language: str, other: str) -> frozenset[str]:
    return stop_words(language) | stop_words(other)


def _split_scripts(word: str) -> Iterator[str]:
    """Parts of a word: n-grams where a script does not put spaces between words.

    Two characters for Chinese and Japanese, three for Thai, Lao, Khmer and Burmese; Korean words
    stay whole and give pairs as well, as their particles are suffixes.
    """
    if word.isascii():
        yield word
        return
    for index, part in enumerate(_RUNS.split(word)):
        if part:
            yield from ([part], _ngrams(part, 2), _ngrams(part, 3), _hangul(part))[index % 4]


def _hangul(word: str) -> list[str]:
    pairs = _ngrams(word, 2)
    return [word] if pairs == [word] else [word, *pairs]


def _ngrams(run: str, size: int) -> list[str]:
    return [run[at : at + size] for at in range(max(1, len(run) - size + 1))]


@cache
def _word_pattern() -> re.Pattern[str]:
    """Letters, digits and marks, with apostrophes inside a word and dots inside a number."""
    # \w leaves out the marks that Hindi, Thai or decomposed accents cannot be read without.
    points = (chr(point) for point in range(0x300, 0x1_0000))
    marks = _as_ranges(char for char in points if unicodedata.category(char).startswith("M"))
    word = rf"[\w{marks}]"
    return re.compile(rf"\d+(?:\.\d+)+|[^\W\d_][+#]{{1,2}}(?!\w)|{word}+(?:['’]{word}+)*")


def _as_ranges(chars: Iterable[str]) -> str:
    ranges: list[list[int]] = []
    for point in map(ord, chars):
        if ranges and ranges[-1][1] == point - 1:
            ranges[-1][1] = point
        else:
            ranges.append([point, point])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)


def _stemmer(algorithm: str) -> Any:
    return snowballstemmer.stemmer(algorithm) if algorithm else None
