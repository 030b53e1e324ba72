"""Which kinds of fact the sections of articles hold; each section is read once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from functools import cached_property

from msgspec import Struct

from kbtool.language.asking_words import asking_words
from kbtool.language.held_facts import held_by_blocks
from kbtool.language.quantities import find_quantities
from kbtool.language.vague_facts import find_vague
from kbtool.matching.text.tokens import Tokenizer
from kbtool.model import Article, Fact, Match, Section

_COMMON = 1 / 3  # share of questions that must hold a word for it to be what they ask about
# Money can be a limit, and who tells how to do a thing says that it can be done.
_ALSO = {Fact.LIMIT: {Fact.AMOUNT}, Fact.ANSWER: {Fact.STEPS}}


class Part(Struct, frozen=True, dict=True):
    """A section with what it holds."""

    section: Section
    stems: frozenset[str]  # of its text and of the heading right over it
    locale: str

    @cached_property
    def texts(self) -> list[str]:
        """Texts of its blocks."""
        return [block.prose.text for block in self.section.blocks]

    @cached_property
    def stated(self) -> frozenset[Fact]:
        """Facts that it gives as a quantity."""
        return frozenset(q.fact for text in self.texts for q in find_quantities(text, self.locale))

    @cached_property
    def held(self) -> frozenset[Fact]:
        """Facts that it gives, as a quantity or in words."""
        return held_by_blocks(self.section.blocks, self.locale)

    def is_vague(self, fact: Fact) -> bool:
        """Whether it speaks of a fact without giving it."""
        return any(find_vague(text, fact, self.locale) for text in self.texts)


class Holdings:
    """What articles hold. Keeps what it has read."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._tokenizers: dict[str, Tokenizer] = {}
        self._names: dict[tuple[str, ...], frozenset[str]] = {}
        self._parts: dict[str, tuple[Part, ...]] = {}

    def shares_name(self, text: str, match: Match, locale: str) -> bool:
        """Whether a question holds a word of the article's title or of the headings it found.

        Without one it may have found the article by chance: all that this took out of the sample
        had.
        """
        return not self.stems(text, locale).isdisjoint(self.name_of(match, locale))

    def name_of(self, match: Match, locale: str) -> frozenset[str]:
        """Stems of the title and the headings that were found."""
        names = (locale, match.title, *match.passage)
        if names not in self._names:
            self._names[names] = self.stems(" ".join(names[1:]), locale)
        return self._names[names]

    def stems_beside_title(self, text: str, article: Article) -> frozenset[str]:
        """Content words of a text, but for those that the article's title says."""
        title = article.title.text if article.title else ""
        return self.stems(text, article.locale) - self.stems(title, article.locale)

    def find_relevant(
        self, article: Article, texts: Sequence[str], paths: Collection[tuple[str, ...]]
    ) -> list[Part]:
        """Sections at these heading paths, and those that hold a word of what texts are about.

        All of them where texts are about no more than the title says: "How long does delivery
        take?" is answered by any section of "Delivery", whatever its words.
        """
        counts = Counter(stem for text in texts for stem in self.stems(text, article.locale))
        least = max(min(2, len(texts)), _COMMON * len(texts))  # one alone may say anything
        main = {stem for stem, count in counts.items() if count >= least}
        title = article.title.text if article.title else ""
        # What the title says is what the whole article is about, and tells no section from another.
        main -= self.stems(title, article.locale)
        parts = self.read(article)
        if not main - self.stems(asking_words(article.locale), article.locale):
            return list(parts)
        below = {path for path in paths if path and path[-1] != title}
        return [
            part
            for part in parts
            if part.section.path in paths
            or main & part.stems
            or any(part.section.path[: len(path)] == path for path in below)
        ]

    def read(self, article: Article) -> tuple[Part, ...]:
        """All sections of an article."""
        if article.path not in self._parts:
            self._parts[article.path] = tuple(
                Part(section, self.stems(_join(section), article.locale), article.locale)
                for section in article.sections
            )
        return self._parts[article.path]

    def stems(self, text: str, locale: str) -> frozenset[str]:
        """Content words of a text."""
        if locale not in self._tokenizers:
            self._tokenizers[locale] = Tokenizer(locale)
        return self._tokenizers[locale].doc(text).stems


def kinds_for(fact: Fact) -> frozenset[Fact]:
    """Kinds of fact that answer who asks for one."""
    return frozenset({fact} | _ALSO.get(fact, set()))


def holds(parts: Sequence[Part], fact: Fact) -> bool:
    """Whether sections hold a fact: as a quantity, or else in words and not just vaguely."""
    kinds = kinds_for(fact)
    if any(kinds & part.stated for part in parts):
        return True
    if any(part.is_vague(fact) for part in parts):
        return False
    return any(kinds & part.held for part in parts)


def _join(section: Section) -> str:
    return " ".join([*section.path[-1:], *(block.prose.text for block in section.blocks)])
