"""How like two groups of questions are that share no wording: by words, label and articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from math import log1p, sqrt
from typing import NamedTuple

from msgspec import Struct

_COUNTED = 12  # characteristic words that are compared
_GRAM = 4  # letters of a label that are compared at a time
# Chosen on the halves of `python benchmarks/history.py`: with these, and articles beside words, 47%
# of topics are known again in place of 34%, and 22% of ids go to another subject in place of 30%.
_WORDS, _LABEL = 0.65, 0.35
_ANY, _FIRST, _BOTH = 0.5, 0.3, 0.2  # whatever the articles are, same nearest one, same two


class Traits(Struct, frozen=True, dict=True):
    """What a group without common wordings can be known by."""

    words: tuple[str, ...]  # the most characteristic first
    label: str
    articles: tuple[str, ...]  # ids of the nearest one and the runner-up, as far as there are any

    @cached_property
    def grams(self) -> Counter[str]:
        """Runs of letters of the label, with how often each stands there."""
        text = f" {' '.join(self.label.casefold().split())} "
        return Counter(text[at : at + _GRAM] for at in range(len(text) - _GRAM + 1))


class Rarity(NamedTuple):
    """In how many of so many groups a word is characteristic."""

    groups: int
    holders: Mapping[str, int]

    def weigh(self, words: Sequence[str]) -> dict[str, float]:
        """Weight of each word, by its rarity and its place: they stand in order of telling."""
        return {
            word.casefold(): log1p(self.groups / self.holders.get(word.casefold(), 1)) / sqrt(place)
            for place, word in reversed([*enumerate(words[:_COUNTED], 1)])
        }


def count_holders(groups: Iterable[Sequence[str]]) -> Rarity:
    """How rare words are among groups, each given by its words."""
    lists = [{word.casefold() for word in words[:_COUNTED]} for words in groups]
    return Rarity(len(lists), Counter(word for words in lists for word in words))


def compare(one: Traits, other: Traits, rarity: Rarity) -> float:
    """Likeness of two groups, 0 to 1."""
    words = _jaccard(rarity.weigh(one.words), rarity.weigh(other.words))
    said = _WORDS * words + _LABEL * _cosine(one.grams, other.grams)
    first = bool(one.articles and one.articles[:1] == other.articles[:1])
    both = len({*one.articles} & {*other.articles}) / 2
    return said * (_ANY + _FIRST * first + _BOTH * both)


def hold_words(own: Sequence[str], other: Sequence[str]) -> float:
    """Share, by weight, of a group's words that another group has as well; 0 to 1."""
    known = {word.casefold() for word in other[:_COUNTED]}
    weights = {word.casefold(): 1 / place for place, word in enumerate(own[:_COUNTED], 1)}
    whole = sum(weights.values())
    return sum(weight for word, weight in weights.items() if word in known) / whole if whole else 0


def _jaccard(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Weighted Jaccard index: the sum of smaller weights by that of greater ones."""
    both = sorted(one.keys() | other.keys())
    most = sum(max(one.get(word, 0), other.get(word, 0)) for word in both)
    least = sum(min(one.get(word, 0), other.get(word, 0)) for word in both)
    return least / most if most else 0.0


def _cosine(one: Mapping[str, int], other: Mapping[str, int]) -> float:
    shared = sum(number * other.get(gram, 0) for gram, number in one.items())
    lengths = [sum(number * number for number in grams.values()) for grams in (one, other)]
    return shared / sqrt(lengths[0] * lengths[1]) if shared else 0.0
