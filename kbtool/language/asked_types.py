"""Question -> the kind of fact that it asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from kbtool.language.asked_forms import FORMS, LONGEST_SHORT, SHORT_FORMS, Form
from kbtool.language.locales import language_of
from kbtool.model import Fact
from kbtool.patterns import lazy_pattern

_SENTENCE_END = lazy_pattern(r"(?<=[.?!。？！])\s+|\n+")
_GREETING = lazy_pattern(
    r"^\W*(?:hi|hello|hey|please|hallo|bitte|bonjour|hola)\b[\s,!.:–-]{1,4}", re.IGNORECASE
)
_SHORT = 120  # characters of a text that is a few words
_LONGEST, _MOST_SENTENCES = 1500, 12  # of a text: a question comes early or gets lost in its story


@lru_cache(maxsize=4096)  # logs repeat themselves
def find_asked_type(text: str, locale: str = "en") -> Fact | None:
    """Kind of fact that a text asks for, None where that is not plain.

    The first sentence with a question mark decides, if it is of a known form; else the first of
    all others. Where no sentence has a form, a few words do: "refund time". A language without
    forms gives None.
    """
    language = language_of(locale)
    if language not in FORMS:
        return None
    sentences = _split(text)
    known = False
    for form in _find_forms(sentences, language):
        if form.asks:
            return form.asks
        known = True
    if known:
        return None
    short = [part for part in (text, *sentences) if len(part) <= _SHORT]
    typed = (_find_short(part, language) for part in short if part == text or "?" in part)
    return next(filter(None, typed), None)


def asks_whether(text: str, locale: str = "en") -> bool:
    """Whether a text asks only if there is a fee or a limit, and not for its value.

    "Is there a fee?" does, "Is there a fee? How much is it?" does not.
    """
    language = language_of(locale)
    if language not in FORMS:
        return False
    asked = [form for form in _find_forms(_split(text), language) if form.asks]
    return bool(asked) and all(form.whether for form in asked if form.asks is asked[0].asks)


def _split(text: str) -> list[str]:
    return _SENTENCE_END.split(text[:_LONGEST].replace("’", "'"), _MOST_SENTENCES)


def _find_forms(sentences: Sequence[str], language: str) -> Iterator[Form]:
    """First form of each sentence that has one, those with a question mark first."""
    for sentence in sorted(sentences, key=lambda sentence: "?" not in sentence):
        found = next((form for form in FORMS[language] if form.pattern.search(sentence)), None)
        if found:
            yield found


def _find_short(text: str, language: str) -> Fact | None:
    """Kind of fact that a few words name, as in a search box."""
    words = " ".join(_GREETING.sub("", text, 1).split())
    if not words or words.count(" ") >= LONGEST_SHORT:
        return None
    forms = SHORT_FORMS.get(language, ())
    return next((form.asks for form in forms if form.pattern.search(words)), None)
