"""Question -> the kind of fact that it asks for."""

from __future__ import annotations

from functools import lru_cache

from kbtool.language.asked_forms import FORMS
from kbtool.language.locales import language_of
from kbtool.model import Fact
from kbtool.patterns import lazy_pattern

_SENTENCE_END = lazy_pattern(r"(?<=[.?!。？！])\s+|\n+")
_LONGEST, _MOST_SENTENCES = 1500, 12  # of a text: a question comes early or gets lost in its story


@lru_cache(maxsize=4096)  # logs repeat themselves
def find_asked_type(text: str, locale: str = "en") -> Fact | None:
    """Kind of fact that a text asks for, None where that is not plain.

    The first sentence with a question mark decides, if it is of a known form; else the first of
    all others. A language without forms gives None.
    """
    forms = FORMS.get(language_of(locale))
    if forms is None:
        return None
    sentences = _SENTENCE_END.split(text[:_LONGEST].replace("’", "'"), _MOST_SENTENCES)
    for sentence in sorted(sentences, key=lambda sentence: "?" not in sentence):
        form = next((form for form in forms if form.pattern.search(sentence)), None)
        if form and form.asks:
            return form.asks
    return None
