"""What criteria rest on beside articles and questions: which rules ran, and what was tested."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct

from kbtool.language.locales import language_of
from kbtool.linter import RuleFault
from kbtool.matching.text.tokens import Tokenizer
from kbtool.model import Article
from kbtool.rule import ActiveRule, Options


class QuestionTests(Struct, frozen=True):
    """Question tests of the project, as far as they are known."""

    total: int
    passed: int | None = None  # None where nobody wrote down how they came out
    out_of_scope: int = 0  # that say what a bot must not answer, or must hand over
    articles: frozenset[str] = frozenset()  # ids that tests ask for


class Basis(Struct, frozen=True, dict=True):
    """How findings came about, and what else is known."""

    rules: tuple[ActiveRule, ...] = ()  # that ran
    faults: tuple[RuleFault, ...] = ()  # rules that could not judge an article
    words: Mapping[str, tuple[tuple[str, int], ...]] | None = None
    """By id of an article the customers' words that it lacks, with the people who use them; None
    where nobody looked."""
    tests: QuestionTests | None = None  # None where there are none
    min_people: int = 3  # below, nothing is told of what people ask

    def why_silent(self, code: str, article: Article) -> str:
        """Why a rule told nothing of an article; "" where it looked at it."""
        active = self._active.get(code)
        if active is None:
            return f"rule {code} is switched off"
        if not active.rule.speaks(article.locale):
            language = language_of(article.locale)
            return f"rule {active.rule.name} does not know the language “{language}”"
        if (active.rule.name, article.path) in self._failed:
            return f"rule {active.rule.name} failed on this article"
        return ""

    def options(self, code: str) -> Options | None:
        """Options of a rule; None where it is switched off."""
        active = self._active.get(code)
        return active.options if active else None

    def survey(self, code: str, article: Article) -> Any:
        """What a rule that ran notes of an article; None where it has nothing to note."""
        active = self._active[code]
        return active.rule.survey(article, active.options) if active.rule.survey else None

    def tokenizer(self, locale: str) -> Tokenizer:
        """Tokenizer for a locale; remembers the stems it worked out."""
        if locale not in self._tokenizers:
            self._tokenizers[locale] = Tokenizer(locale)
        return self._tokenizers[locale]

    @cached_property
    def _active(self) -> dict[str, ActiveRule]:
        return {active.rule.code: active for active in self.rules}

    @cached_property
    def _failed(self) -> frozenset[tuple[str, str]]:
        return frozenset((fault.rule, fault.path) for fault in self.faults)

    @cached_property
    def _tokenizers(self) -> dict[str, Tokenizer]:
        return {}
