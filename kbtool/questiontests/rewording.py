"""Questions in the other spelling, in long or short forms, in singular or plural; in English."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from kbtool.language.stopwords import stop_words
from kbtool.patterns import lazy_pattern

_SPELLINGS = """
    analyse analyze; apologise apologize; authorisation authorization; authorise authorize;
    authorised authorized; behaviour behavior; cancelled canceled; cancelling canceling;
    catalogue catalog; centre center; colour color; customise customize; defence defense;
    dialogue dialog; enrolment enrollment; favourite favorite; finalise finalize; fulfil fulfill;
    grey gray; honour honor; instalment installment; instalments installments; labelled labeled;
    licence license; metre meter; neighbour neighbor; optimise optimize; organisation organization;
    organise organize; personalise personalize; prioritise prioritize; programme program;
    realise realize; realised realized; recognise recognize; recognised recognized;
    summarise summarize; synchronise synchronize; travelled traveled; travelling traveling;
    unauthorised unauthorized; unrecognised unrecognized
"""
_FORMS = """
    i'm = i am; i've = i have; i'll = i will; it's = it is; what's = what is; where's = where is;
    that's = that is; there's = there is; who's = who is; how's = how is; can't = cannot;
    can't = can not; don't = do not; doesn't = does not; didn't = did not; isn't = is not;
    aren't = are not; wasn't = was not; won't = will not; haven't = have not; hasn't = has not;
    couldn't = could not; wouldn't = would not; shouldn't = should not
"""
_NOUN = lazy_pattern(
    r"\b(?:my|your|our|his|her|their|a|an|the|any|some|new) "
    r"(?=([a-z]{3,30})\b(?: ([a-z']{1,30})|\W{0,20}$))",
    re.IGNORECASE,
)


def change_spelling(text: str) -> str | None:
    """The text with its first British word in American spelling or the other way round."""
    return _swap(text, *_spellings())


def change_form(text: str) -> str | None:
    """The text with its first short form written out, or the other way round."""
    return _swap(text.replace("’", "'"), *_forms())


def change_number(text: str) -> str | None:
    """The text with a thing in the plural that it has in the singular, or the other way round."""
    for noun in _NOUN.finditer(text):
        word, after = noun[1], noun[2]
        if word.lower() in stop_words("en") or (after and after.lower() not in stop_words("en")):
            continue  # "my new card", "the card payment": no thing of its own
        return text[: noun.start(1)] + _turn(word) + text[noun.end(1) :]
    return None


def _turn(word: str) -> str:
    low = word.lower()
    if low.endswith("s") and not low.endswith(("ss", "us", "is")):
        return word[:-1]
    if low.endswith("y") and low[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if low.endswith(("s", "x", "ch", "sh")) else "s")


def _swap(text: str, pattern: re.Pattern[str], others: dict[str, str]) -> str | None:
    found = pattern.search(text)
    if not found:
        return None
    other = others[found[0].lower()]
    if found[0][0].isupper():
        other = other[0].upper() + other[1:]
    return text[: found.start()] + other + text[found.end() :]


@cache
def _spellings() -> tuple[re.Pattern[str], dict[str, str]]:
    return _both_ways(pair.split() for pair in _SPELLINGS.split(";"))


@cache
def _forms() -> tuple[re.Pattern[str], dict[str, str]]:
    return _both_ways([part.strip() for part in pair.split("=")] for pair in _FORMS.split(";"))


def _both_ways(pairs: Iterable[list[str]]) -> tuple[re.Pattern[str], dict[str, str]]:
    """Pattern of all words or phrases, and what each becomes; the first mention counts."""
    others: dict[str, str] = {}
    for one, other in pairs:
        others.setdefault(one, other)
        others.setdefault(other, one)
    longest = sorted(others, key=lambda phrase: (-len(phrase), phrase))
    words = "|".join(map(re.escape, longest))
    return re.compile(rf"(?<![\w'])(?:{words})(?![\w'])", re.IGNORECASE), others
