"""Text -> durations, amounts of money and counts, with their values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from msgspec import Struct

from kbtool.language.locales import language_of
from kbtool.language.number_words import number_pattern, read_number
from kbtool.language.quantity_forms import (
    AT_LEAST,
    AT_MOST,
    CURRENCIES,
    HOURS,
    OR,
    TO,
    WORKING_DAYS,
)
from kbtool.model import Fact
from kbtool.patterns import lazy_pattern

Bound = Literal["exactly", "at most", "at least"]

_CAP = 60  # characters before a number in which a bound may stand
_AGE = lazy_pattern(r"[\s-](?:old|of age|alt|d'âge|de edad)\b", re.IGNORECASE)
_ARTICLES = frozenset("a an ein eine einen einem einer un une una".split())
_LASTS = lazy_pattern(
    r"\b(?:in|within|about|around|takes?|for|after|lasts?|of|half|to|and|wait|dauert|nach|etwa|seit|"
    r"dure|prend|après|environ|pendant|tarda|tras|unos?|durante)\s$",
    re.IGNORECASE,
)
"""What stands before "an hour" where that is how long something takes."""

_NO_THING = frozenset(
    "and or of to in on at the a an is are was by for with from per than as out other others more "
    "und oder von zu im am der die das ist pro als et ou de du des le la les est par que y o del "
    "el los las es por version step page chapter article".split(),
)
"""Words after a number that are not what is counted."""


class Quantity(Struct, frozen=True):
    """A duration, an amount or a count that a text states."""

    fact: Fact  # DURATION, AMOUNT or LIMIT
    low: float  # hours for a duration
    high: float  # the same as ``low`` where one value is stated
    bound: Bound
    unit: str  # "h", a currency, "%", or what is counted, in small letters
    start: int  # of the whole phrase in the text, bound included
    end: int


def find_quantities(text: str, locale: str = "en") -> Iterator[Quantity]:
    """Quantities of a text, in order.

    So many working days count as no fewer days and as no more than with weekends and a holiday.
    """
    language = language_of(locale)
    language = language if language in HOURS else "en"
    for match in _pattern(language).finditer(text):
        yield from _read(text, match, language)


def _read(text: str, match: re.Match[str], language: str) -> Iterator[Quantity]:
    first, second = match["first"], match["second"] or match["other"]
    low = read_number(first, language)
    high = max(low, read_number(second, language)) if second else low
    bound, start = _bound(text, match.start(), language)
    if money := match["before"] or match["money"]:
        fact, unit = Fact.AMOUNT, _currency(money)
    elif match["work"]:
        fact, unit, low, high = Fact.DURATION, "h", 24 * low, 24 * (high * 7 / 5 + 2)
    elif match["time"]:
        hours = _hours(match["time"], language)
        fact, unit, low, high = Fact.DURATION, "h", low * hours, high * hours
    else:
        fact, unit = Fact.LIMIT, match["thing"].casefold()
    if not (_is_no_count(match, fact, low) or _is_rate_or_age(text, match, fact, bound)):
        yield Quantity(fact, low, high, bound, unit, start, match.end())


def _is_no_count(match: re.Match[str], fact: Fact, number: float) -> bool:
    """Whether a number with the next word counts nothing: "2 and", "one thing"."""
    if fact is not Fact.LIMIT:
        return False
    vague = number <= 1 and not match["first"][0].isdigit()
    return vague or match["thing"].casefold() in _NO_THING


def _is_rate_or_age(text: str, match: re.Match[str], fact: Fact, bound: Bound) -> bool:
    """Whether so much time is how often ("twice a week") or how old ("18 years old")."""
    if fact is not Fact.DURATION:
        return False
    if _AGE.match(text, match.end()):
        return True
    before = text[max(0, match.start() - _CAP) : match.start()]
    single = match["first"].casefold() in _ARTICLES and bound == "exactly"
    return single and not _LASTS.search(before)


def _bound(text: str, at: int, language: str) -> tuple[Bound, int]:
    """Bound that stands right before a number, and where the phrase with it begins."""
    before = text[max(0, at - _CAP) : at]
    for bound, pattern in _bound_patterns(language).items():
        if found := pattern.search(before):
            return bound, at - len(before) + found.start()
    return "exactly", at


def _currency(written: str) -> str:
    folded = written.casefold().strip()
    return next(name for name, pattern in CURRENCIES if re.fullmatch(pattern, folded))


def _hours(written: str, language: str) -> float:
    folded = written.casefold()
    return next(hours for pattern, hours in HOURS[language] if re.fullmatch(pattern, folded))


@cache
def _pattern(language: str) -> re.Pattern[str]:
    number = number_pattern(language)
    times = "|".join(pattern for pattern, _ in HOURS[language])
    money = "|".join(pattern for _, pattern in CURRENCIES)
    signs = "|".join(("€", "£", r"(?:us)?\$", "¥", "eur", "gbp", "usd", "chf"))
    # A count is the last resort: a number and the word behind it.
    return re.compile(
        rf"(?<![\w.,/#:-])(?:(?P<before>{signs})\s?)?(?P<first>{number})"
        rf"(?:\s?(?:{money})?\s?(?:{TO[language]})\s?(?:{signs})?(?P<second>{number})"
        rf"|\s(?:{OR[language]})\s(?P<other>{number}))?"
        rf"(?:[\s\u00a0-]?(?:(?P<work>{WORKING_DAYS[language]})|(?P<time>{times})|(?P<money>{money}))"
        rf"(?!\w)|(?(before)|[ \u00a0](?P<thing>[^\W\d_]{{2,30}})))",
        re.IGNORECASE,
    )


@cache
def _bound_patterns(language: str) -> dict[Bound, re.Pattern[str]]:
    tail = r")\s(?:(?:the|next|about|around|a|of|de|les?|los|las)\s){0,2}$"
    return {
        "at most": re.compile(rf"(?<!\w)(?:{AT_MOST[language]}{tail}", re.IGNORECASE),
        "at least": re.compile(rf"(?<!\w)(?:{AT_LEAST[language]}{tail}", re.IGNORECASE),
    }
