"""Question -> what the person who asks it needs, as far as its wording shows that."""

from __future__ import annotations

from functools import lru_cache

from kbtool.language.asked_types import find_asked_type
from kbtool.language.locales import language_of
from kbtool.language.need_forms import SIGNS
from kbtool.model import Fact, Need

_LONGEST = 600  # characters of a text: what somebody wants comes early
_SHORT = 25  # words up to which a question can have a short answer
_READ = frozenset({Fact.STEPS})  # whoever asks for these wants to do it without help
_QUICK = frozenset(Fact) - {Fact.STEPS, Fact.CAUSE}


@lru_cache(maxsize=4096)  # logs repeat themselves
def find_need(text: str, locale: str = "en") -> Need:
    """What a text shows that its writer needs; ARTICLE where it shows nothing.

    A language without signs gives ARTICLE.
    """
    start = text[:_LONGEST].replace("’", "'")
    asked = find_asked_type(start, locale)
    signs = SIGNS.get(language_of(locale), ())
    shown = next((sign.shows for sign in signs if sign.pattern.search(start)), None)
    if shown and (shown is Need.PERSON or asked not in _READ):
        return shown
    if asked in _QUICK and len(start.split()) <= _SHORT:
        return Need.QUICK
    return Need.ARTICLE
