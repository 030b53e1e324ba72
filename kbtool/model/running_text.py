"""All prose of an article as one text, so that a search runs once and not once per block."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from msgspec import Struct

from kbtool.patterns import lazy_pattern

BREAK = "\n\0\n"
"""Stands between two blocks: neither a word nor only white space, so no phrase runs across it."""

_WORD = lazy_pattern(r"\w+")


def fold(text: str) -> str:
    """The text in small letters and with straight apostrophes; offsets stay what they were."""
    folded = text.lower().replace("’", "'")
    if len(folded) == len(text):
        return folded
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


class RunningText(Struct, frozen=True, dict=True):
    """Texts of blocks, masked where they are not prose, one after the other."""

    text: str
    starts: tuple[int, ...]  # offset at which each block's text begins

    @classmethod
    def of(cls, texts: Sequence[str]) -> RunningText:
        """Running text of these texts."""
        starts: list[int] = []
        at = 0
        for text in texts:
            starts.append(at)
            at += len(text) + len(BREAK)
        return cls(BREAK.join(texts), tuple(starts))

    @cached_property
    def folded(self) -> str:
        """``text`` in small letters and with straight apostrophes; offsets stay the same."""
        return fold(self.text)

    @cached_property
    def every_word(self) -> list[str]:
        """Words in small letters, in order; what a hyphen or an apostrophe joins counts apart."""
        return _WORD.findall(self.folded)

    @cached_property
    def bare(self) -> str:
        """All words in small letters, with one space before and behind each."""
        return f" {' '.join(self.every_word)} "

    @cached_property
    def terms(self) -> frozenset[str]:
        """Every word, and every two that follow each other with a space between: "sign in"."""
        words = self.every_word
        pairs = [f"{first} {second}" for first, second in pairwise(words)]
        return self.words.union(pairs)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word in small letters; what a hyphen or an apostrophe joins counts apart."""
        return frozenset(self.every_word)

    def index_at(self, offset: int) -> int:
        """Index of the block that an offset lies in."""
        return bisect_right(self.starts, offset) - 1
