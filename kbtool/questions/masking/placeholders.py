"""Placeholders in texts: taken out, counted in words, and never cut in two."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from kbtool.patterns import lazy_pattern
from kbtool.questions.masking.kinds import KINDS

_ANY = lazy_pattern("<(?:" + "|".join(sorted(kind.name for kind in KINDS)) + ")>")
_LONGEST_WORD = 200  # characters; what is longer is no word, and cutting it up tells little


def drop_placeholders(text: str) -> str:
    """The text with a space for each placeholder: what customers wrote and is still to be read."""
    return _ANY.sub(" ", text) if "<" in text else text


def count_masked(counts: Mapping[str, int]) -> dict[str, int]:
    """Numbers by kind, with names to be read: ``e-mail addresses``, or ``card number`` for one."""
    things = _things()
    return {things.get(name, (name, name))[number != 1]: number for name, number in counts.items()}


@cache
def _things() -> dict[str, tuple[str, str]]:
    return {kind.name: (kind.thing, kind.things or f"{kind.thing}s") for kind in KINDS}


def cut_whole(text: str, most: int) -> str:
    """At most so many characters, without a last word or number of which the rest is cut off.

    Half a card number is not known for one, and would be shown.
    """
    if len(text) <= most:
        return text
    words = text[:most].split(" ")
    if len(words[-1]) <= _LONGEST_WORD:
        if text[most] != " ":
            words.pop()
        while words and any(sign.isdigit() for sign in words[-1][-_LONGEST_WORD:]):
            words.pop()
    return " ".join(words) or text[:most]
