"""Words of a list with what to write instead, as several rules of clarity look for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kbtool.language.labels import Labels
from kbtool.language.phrases import fold, is_quoted
from kbtool.language.rewording import is_plain, replace_words
from kbtool.language.scanning import anchors_of, scan_phrases
from kbtool.model import Article, Block, Change, Edit, Span
from kbtool.patterns import lazy_pattern

_ARTICLE = lazy_pattern(r"(?i)(?<!\w)an?\s+$")
_OPENING = lazy_pattern(r"[.!?:…]\W*$|^\W*$")


class Found(NamedTuple):
    """Words of a list in an article, and what to write instead."""

    block: Block
    words: str  # in small letters
    listed: str  # as the list spells them
    start: int
    end: int
    right: str

    @property
    def span(self) -> Span:
        """Where it stands in the source."""
        return self.block.prose.span(self.start, self.end)

    @property
    def said(self) -> str:
        """The words as the article writes them."""
        return " ".join(self.block.prose.text[self.start : self.end].split())

    @property
    def help(self) -> str:
        """What to do about it."""
        return f'Write "{self.right}"' if self.right else "Leave it out, or say it in other words"

    def edit(self, article: Article) -> Edit | None:
        """Edit that replaces the words; none where "a" or "an" before them would not fit."""
        source, prose = article.source, self.block.prose
        if not self.right or self._has_article():
            return None
        if self._has_capital_of_its_own() and is_plain(source, prose, self.start, self.end):
            return Edit((Change(self.span, self.right),), safe=False)
        return replace_words(source, prose, self.start, self.end, self.right, safe=False)

    def _has_capital_of_its_own(self) -> bool:
        """Whether the capital within a sentence comes from the list and goes with the words."""
        is_listed = self.listed[:1].isupper() and self.said == self.listed
        return is_listed and _is_name(self.block.prose.text, self.start, self.end, all_caps=True)

    def _has_article(self) -> bool:
        """Whether "a" or "an" stands before words and replacement that differ in their sound."""
        text = self.block.prose.text
        if (self.words[0] in "aeiou") == (self.right[0] in "aeiou"):
            return False
        return bool(_ARTICLE.search(text[max(0, self.start - 8) : self.start]))


class WordList(NamedTuple):
    """Words to look for, without those that are accepted."""

    listed: dict[str, tuple[str, str]]  # as the list spells them and what to write, by folded words
    phrases: tuple[str, ...]

    @classmethod
    def of(cls, replacements: Mapping[str, str], accepted: tuple[str, ...]) -> WordList:
        """List of words with what to write instead."""
        listed = {
            " ".join(fold(words).split()): (words, right) for words, right in replacements.items()
        }
        passed = frozenset(map(fold, accepted))
        return cls(listed, tuple(words for words in listed if words not in passed))

    @property
    def anchors(self) -> frozenset[str]:
        """Words of which an article with any of these phrases holds one."""
        return anchors_of(self.phrases)


def find_replaceable(
    article: Article, words: WordList, label_words: int, *, names: bool = False
) -> Iterator[Found]:
    """Words of a list in order, but for labels, quotations and, unless asked for, names."""
    labels = Labels(label_words)
    for block, (phrase, start, end) in scan_phrases(article, words.phrases):
        text = block.prose.masked
        if is_quoted(text, start, end) or labels.hold(block.prose, start, end):
            continue
        if names or not _is_name(text, start, end):
            listed, right = words.listed[phrase]
            yield Found(block, phrase, listed, start, end, right)


def _is_name(text: str, start: int, end: int, *, all_caps: bool = False) -> bool:
    """Whether words have a capital that no sentence gives them, other than words in capitals."""
    said = text[start:end]
    if not said[:1].isupper() or (said.isupper() and not all_caps):
        return False
    return not _OPENING.search(text[max(0, start - 40) : start])
