"""What criteria look at: one article with all that is known of it, or everything together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from kbtool.health.readiness.basis import Basis
from kbtool.language.locales import language_of
from kbtool.language.stopwords import stop_words
from kbtool.model import (
    IMAGE,
    Article,
    Block,
    Cluster,
    Finding,
    GapReport,
    KnowledgeBase,
    Question,
    Section,
)

_SIGNS = ".,:;!?()“”\"'‘’«»"


class Seen(Struct, frozen=True, dict=True):
    """An article, its findings and what customers ask of it."""

    article: Article
    findings: tuple[Finding, ...]
    silenced: tuple[Finding, ...]
    demand: int  # people whose question it answers best, and those who wait for it
    waiting: int  # people of these for whom it has to be filled in first
    clusters: tuple[Cluster, ...]  # that it answers
    age: int | None  # days since it was reviewed
    report: GapReport
    basis: Basis
    linked: frozenset[str] = frozenset()  # paths of other articles that it links to

    @property
    def language(self) -> str:
        """Language of the article: "en"."""
        return language_of(self.article.locale)

    def found(self, code: str) -> tuple[Finding, ...]:
        """Findings of a rule, silenced ones included: that makes no article better."""
        return self._by_code.get(code, ())

    def is_silenced(self, finding: Finding) -> bool:
        """Whether a finding is silenced."""
        return finding in self.silenced

    def stems(self, text: str) -> frozenset[str]:
        """Stems of the words of a text that say what it is about."""
        return self.basis.tokenizer(self.article.locale).doc(text).stems

    def shares_word(self, one: str, other: str) -> bool:
        """Whether two texts share a word that says what they are about, in any of its forms."""
        ignored = stop_words(self.language)
        plain = [{word.strip(_SIGNS) for word in text.casefold().split()} for text in (one, other)]
        # Stems cost more than all else here, and most texts share a word as it stands.
        if any(len(word) > 1 and word.isalpha() for word in (plain[0] & plain[1]) - ignored):
            return True
        return bool(self.stems(one) & self.stems(other))

    @cached_property
    def title(self) -> str:
        """Title, "" where there is none."""
        return self.article.title.text.strip() if self.article.title else ""

    @cached_property
    def words(self) -> int:
        """Words of the whole article."""
        return sum(block.words for block in self.article.blocks)

    @cached_property
    def parts(self) -> tuple[Section, ...]:
        """Sections with a heading of their own, which is not the title, and something below."""
        return tuple(
            section
            for section in self.article.sections
            if section.heading
            and section.blocks
            and section.heading.text.replace(IMAGE, "").strip() not in ("", self.title)
        )

    def search(self, pattern: re.Pattern[str]) -> Iterator[tuple[Block, str, str]]:
        """Blocks and sentences, headings left out, with the first match in each sentence."""
        for block in self.article.blocks:
            if block.kind != "heading" and pattern.search(block.prose.masked):
                for _, text in block.sentence_texts():
                    if found := pattern.search(text):
                        yield block, text, found[0]

    @cached_property
    def _by_code(self) -> dict[str, tuple[Finding, ...]]:
        found: dict[str, list[Finding]] = {}
        for finding in (*self.findings, *self.silenced):
            found.setdefault(finding.code, []).append(finding)
        return {code: tuple(group) for code, group in found.items()}


class SeenAll(Struct, frozen=True, dict=True):
    """All articles with what customers ask of them."""

    kb: KnowledgeBase
    articles: Mapping[str, Seen]  # by path, in order
    report: GapReport
    questions: tuple[Question, ...]
    basis: Basis

    def found(self, *codes: str) -> list[Finding]:
        """Findings of rules in all articles, silenced ones included."""
        return [f for seen in self.articles.values() for code in codes for f in seen.found(code)]
