"""How well a text reads as a request, so that the questions shown of a group say what it wants."""

from __future__ import annotations

import re

from kbtool.language.asked_types import find_asked_type
from kbtool.language.courtesies import split_words
from kbtool.language.needs import find_need
from kbtool.language.pressing import pressing_words
from kbtool.model import Need
from kbtool.patterns import lazy_pattern
from kbtool.questions.masking import drop_placeholders

_PER_ODD = 0.85  # of how a text reads, for each sign that no sentence needs
_FEWEST, _MOST = 3, 25  # words of a text that is read at a glance and says what it wants
_LONGEST = 600  # characters that are looked at

_WISH = lazy_pattern(
    r"\b(?:(?:i|we) (?:want|need|would like|wish|have to|cannot|can't)|i'd like|trying to|unable to"
    r"|please \w{3,20}|(?:ich|wir) (?:möchte|will|muss|brauche)|je (?:veux|voudrais|souhaite)"
    r"|quiero|necesito|quisiera)\b",
    re.IGNORECASE,
)
# Half of a mail thread, or what a form put before a message.
_QUOTED = lazy_pattern(
    r"^\s*>|\bwrote:|-{4,}|_{4,}|^(?:from|sent|to|subject|von|gesendet|betreff):",
    re.IGNORECASE | re.MULTILINE,
)
# Goes on from something that was said before.
_GOES_ON = lazy_pattern(
    r"^\W*(?:but|and|so|also|then|however|otherwise|because|instead|it|this|that|these|those|they|"
    r"he|she|the other|aber|und|also|dann|mais|et|donc|pero|y|entonces)\b",
    re.IGNORECASE,
)
# Its object stands in what was said before: "Why is it doing this?"
_POINTS_BACK = lazy_pattern(
    r"\b(?:it|this|that|these|those|them|das|dies|es|ça|cela|esto|eso|questo|isso|dit|dat)\W*$",
    re.IGNORECASE,
)
_LOUD = lazy_pattern(r"[!?]{3,}|(?:\b[A-ZÄÖÜ]{3,}\b\W{1,3}){4}")


# A formula, an address, or a call of a program: nobody heads a section with it.
_CODE = lazy_pattern(r"^\s*[=+@]|://|\bjavascript:|\w\([\"'“]", re.IGNORECASE)
_ODD = lazy_pattern(r"[\[\]<>{}|\\^~`_=*+#@]")
"""Signs of markup, formulas and addresses."""


def rate_request(text: str, locale: str) -> float:
    """How well a text reads as a request of its own, above 0 and at most 1.

    Less for a text too short or too long, without a question or a wish, upset, pressing or
    shouting, with parts of a mail thread, code or odd signs in it, and for one that rests on
    something unsaid.
    """
    start = text[:_LONGEST].replace("’", "'")
    words = len(text.split())
    rate = min(1.0, words / _FEWEST, _MOST / max(words, 1))
    rate *= _rate_wish(start, locale)
    rate *= _PER_ODD ** len(_ODD.findall(drop_placeholders(start)))
    half, less = (_QUOTED, _CODE), (_GOES_ON, _POINTS_BACK, _LOUD)
    for pattern, share in (*((one, 0.5) for one in half), *((one, 0.8) for one in less)):
        if pattern.search(start):
            rate *= share
    if not pressing_words(locale).isdisjoint(split_words(start)):
        rate *= 0.8
    return max(rate * (0.6 if find_need(start, locale) is Need.PERSON else 1.0), 0.01)


def _rate_wish(text: str, locale: str) -> float:
    if find_asked_type(text, locale) is not None:
        return 1.0
    return 0.9 if "?" in text or _WISH.search(text) else 0.8
