"""Words of a text, marked where an article has them and where it lacks them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Literal, NamedTuple

from kbtool.patterns import lazy_pattern

_WORD = lazy_pattern(r"[^\W_]+(?:['’][^\W_]{1,8})?")
_STRIP = ".,;:!?()[]“”\"'"
_STEM = 4  # letters that two forms of a word share at least
_ENDING = 3  # letters in which they may differ


class Run(NamedTuple):
    """A stretch of a text."""

    text: str
    kind: Literal["", "has", "lacks"]


def mark(text: str, has: Collection[str], lacks: Collection[str] = ()) -> tuple[Run, ...]:
    """The text in runs; joined they are the text."""
    held, missing = _fold(has), _fold(lacks)
    runs: list[Run] = []
    end = 0
    for found in _WORD.finditer(text):
        word = found[0].casefold()
        kind: Literal["", "has", "lacks"] = (
            "has" if is_one_of(word, held) else "lacks" if is_one_of(word, missing) else ""
        )
        if kind:
            runs += [Run(text[end : found.start()], ""), Run(found[0], kind)]
            end = found.end()
    return tuple(run for run in (*runs, Run(text[end:], "")) if run.text)


def is_one_of(word: str, words: Collection[str]) -> bool:
    """Whether a word in lower case is one of these, or nearly: "cards" of "card"."""
    word = word.strip(_STRIP)
    return word in words or any(_alike(word, other) for other in words)


def _alike(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    near = len(shorter) >= _STEM and len(longer) - len(shorter) <= _ENDING
    return near and longer.startswith(shorter)


def _fold(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.casefold() for word in words)
