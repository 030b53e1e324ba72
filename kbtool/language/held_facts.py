"""Text -> the kinds of fact that it holds, each with where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kbtool.language.held_forms import FORMS
from kbtool.language.imperatives import starts_with_imperative
from kbtool.language.locales import language_of
from kbtool.language.quantities import find_quantities
from kbtool.model import Block, Fact


class HeldFact(NamedTuple):
    """A place in a text that holds a fact."""

    fact: Fact
    start: int
    end: int


def find_held_facts(text: str, locale: str = "en") -> Iterator[HeldFact]:
    """Facts of a text: quantities first, then by words in the order of ``Fact``.

    In a language without a list of words only quantities are found.
    """
    for quantity in find_quantities(text, locale):
        yield HeldFact(quantity.fact, quantity.start, quantity.end)
    for fact, pattern in FORMS.get(language_of(locale), {}).items():
        for match in pattern.finditer(text):
            yield HeldFact(fact, *match.span())


def held_by_blocks(blocks: Iterable[Block], locale: str = "en") -> frozenset[Fact]:
    """Kinds of fact that blocks of an article hold; numbered items are steps in any language."""
    found: set[Fact] = set()
    for block in blocks:
        found.update(fact for fact, _, _ in find_held_facts(block.prose.text, locale))
        if block.ordered or _tells_what_to_do(block, locale):
            found.add(Fact.STEPS)
    return frozenset(found)


def _tells_what_to_do(block: Block, locale: str) -> bool:
    if language_of(locale) != "en":
        return False
    return any(starts_with_imperative(text) for _, text in block.sentence_texts())
