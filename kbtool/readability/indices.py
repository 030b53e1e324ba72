"""Readability of languages other than English: one published index for each.

Scores of two languages cannot be compared.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from kbtool.readability.spelling import count_spelled

Sentences = Sequence[Sequence[str]]


class Index(Struct, frozen=True):
    """A formula for one or more languages."""

    name: str
    score: Callable[[Sentences, str], float]  # of sentences with words, and their language
    higher_is_easier: bool = True


def amstad(sentences: Sentences, language: str = "de") -> float:
    """Ease of reading of German, about 0 (hard) to 100 (easy).

    ``180 - words / sentences - 58.5 * syllables / words``: T. Amstad, Wie verständlich sind unsere
    Zeitungen?, Zürich 1978.
    """
    length, syllables = _means(sentences, language)
    return 180 - length - 58.5 * syllables


def szigriszt_pazos(sentences: Sentences, language: str = "es") -> float:
    """Ease of reading of Spanish, about 0 (hard) to 100 (easy).

    ``206.835 - 62.3 * syllables / words - words / sentences``: F. Szigriszt Pazos, Sistemas
    predictivos de legilibilidad del mensaje escrito, Madrid 1993; the scale INFLESZ calls texts
    below 55 somewhat difficult and below 40 very difficult (I. Barrio Cantalejo, 2008).
    """
    length, syllables = _means(sentences, language)
    return 206.835 - 62.3 * syllables - length


def french_flesch(sentences: Sentences, language: str = "fr") -> float:
    """Ease of reading of French, about 0 (hard) to 100 (easy).

    ``207 - 1.015 * words / sentences - 73.6 * syllables / words``: Flesch's formula fitted to
    French, as textstat has it; a second set of constants goes by the same name.
    """
    length, syllables = _means(sentences, language)
    return 207 - 1.015 * length - 73.6 * syllables


def gulpease(sentences: Sentences, language: str = "it") -> float:  # noqa: ARG001 - as the others
    """Ease of reading of Italian, 0 (hard) to 100 (easy).

    ``89 + (300 * sentences - 10 * letters) / words``: P. Lucisano, M. E. Piemontese, Gulpease,
    Scuola e città 39, 1988.
    """
    words = _words(sentences)
    letters = sum(map(len, words))
    return 89 + (300 * len(sentences) - 10 * letters) / len(words)


def lix(sentences: Sentences, language: str = "sv") -> float:  # noqa: ARG001 - as the others
    """Difficulty of a text in any alphabet, about 20 (easy) to 60 (very hard).

    ``words / sentences + 100 * long words / words``, those of more than six letters being long:
    C. H. Björnsson, Läsbarhet, Stockholm 1968.
    """
    words = _words(sentences)
    return len(words) / len(sentences) + 100 * sum(len(word) > 6 for word in words) / len(words)


def _means(sentences: Sentences, language: str) -> tuple[float, float]:
    """Mean words of a sentence and mean syllables of a word."""
    words = _words(sentences)
    syllables = sum(count_spelled(word, language) for word in words)
    return len(words) / len(sentences), syllables / len(words)


def _words(sentences: Sentences) -> list[str]:
    words = [word for sentence in sentences for word in sentence]
    if not words:
        raise ValueError("a text without words has no readability")
    return words


_LIX = Index("LIX", lix, higher_is_easier=False)

INDICES: dict[str, Index] = {
    "de": Index("Amstad index", amstad),
    "es": Index("Szigriszt-Pazos index", szigriszt_pazos),
    "fr": Index("French Flesch index", french_flesch),
    "it": Index("Gulpease index", gulpease),
    **dict.fromkeys(("da", "fi", "nb", "nn", "no", "sv"), _LIX),
}
"""Index by language."""
