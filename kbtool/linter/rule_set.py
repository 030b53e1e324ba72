"""The rules of a run, and which of them an article needs.

Two thirds of the rules look for words that most articles lack. One look at all words of an article
tells which of them to ask, so that a rule about words costs next to nothing where there are none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from kbtool.model import Article
from kbtool.rule import ActiveRule


class RuleSet(tuple[ActiveRule, ...]):  # noqa: SLOT001 - it keeps what it came to
    """Rules in the order in which they run."""

    @classmethod
    def of(cls, rules: Iterable[ActiveRule]) -> RuleSet:
        """Set of these rules: the same one if they are a set already."""
        return rules if isinstance(rules, cls) else cls(rules)

    @cached_property
    def by_name(self) -> dict[str, ActiveRule]:
        """Each rule by its code in small letters, and by its name."""
        return {name: active for active in self for name in active.rule.names}

    def for_locale(self, locale: str) -> _Shift:
        """Those that can judge articles of a locale."""
        if locale not in self._shifts:
            self._shifts[locale] = _Shift.of([a for a in self if a.rule.speaks(locale)])
        return self._shifts[locale]

    @cached_property
    def _shifts(self) -> dict[str, _Shift]:
        return {}  # by locale


class _Shift(NamedTuple):
    """Rules that speak a language."""

    rules: tuple[ActiveRule, ...]
    judges: tuple[ActiveRule, ...]  # those that look at other articles too
    always: frozenset[int]  # numbers of the rules that every article needs
    by_term: dict[str, list[int]]  # numbers of those that an article with a term needs
    terms: frozenset[str]

    @classmethod
    def of(cls, rules: list[ActiveRule]) -> _Shift:
        """Shift of these rules."""
        by_term: dict[str, list[int]] = {}
        always = []
        for number, active in enumerate(rules):
            terms = active.terms
            if terms is None:
                always.append(number)
            for term in terms or ():
                by_term.setdefault(term, []).append(number)
        judges = tuple(active for active in rules if active.rule.judge)
        return cls(tuple(rules), judges, frozenset(always), by_term, frozenset(by_term))

    def needed(self, article: Article) -> Iterator[ActiveRule]:
        """Rules that may find something in an article, in order."""
        present = article.running.terms & self.terms
        numbers = self.always.union(*map(self.by_term.__getitem__, present))
        return map(self.rules.__getitem__, sorted(numbers))
