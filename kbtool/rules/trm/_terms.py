"""Terms of a style guide, and where they stand in an article."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Literal, NamedTuple

import msgspec
from msgspec import Meta

from kbtool.language.phrases import find_phrases, fold
from kbtool.language.scanning import anchors_of
from kbtool.language.user_patterns import PREFIX, Found, UserPattern, compile_pattern
from kbtool.model import Article, Block, Prose
from kbtool.patterns import lazy_pattern

Scope = Literal["title", "heading", "paragraph", "item", "cell"]
_WORD = lazy_pattern(r"\w")


class Term(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """One term: what not to write, and what to write instead."""

    wrong: Annotated[str | tuple[str, ...], Meta(description="what not to write")]
    right: Annotated[
        str | tuple[str, ...],
        Meta(description='what to write; several to choose from, or "" for nothing'),
    ] = ""
    reason: Annotated[str, Meta(description="why, for whoever reads the finding")] = ""
    exceptions: Annotated[
        tuple[str, ...],
        Meta(description="longer phrases in which the wrong term is right"),
    ] = ()
    scope: Annotated[
        tuple[Scope, ...],
        Meta(description="kinds of text to look at; none named: all"),
    ] = ()
    case: Annotated[bool, Meta(description="whether capitals of `wrong` count")] = False
    fix: Annotated[
        bool | None,
        Meta(description="true: --fix may replace it; false: nothing ever does"),
    ] = None

    @property
    def wrongs(self) -> tuple[str, ...]:
        """What not to write."""
        return (self.wrong,) if isinstance(self.wrong, str) else self.wrong

    @property
    def rights(self) -> tuple[str, ...]:
        """What to write instead: one, several to choose from, or none."""
        rights = (self.right,) if isinstance(self.right, str) else self.right
        return tuple(filter(str.strip, rights))

    @property
    def accepted(self) -> tuple[str, ...]:
        """Phrases in which the wrong term may stand, such as a longer right one."""
        return (*self.exceptions, *self.rights)


class Vocabulary(NamedTuple):
    """Terms, ready to be looked for."""

    phrases: tuple[str, ...]  # that are wrong, as plain text
    terms: dict[str, tuple[Term, ...]]  # by phrase, in small letters
    patterns: tuple[tuple[UserPattern, Term], ...]


class Place(NamedTuple):
    """Where a wrong term stands, and what there is to say of it."""

    prose: Prose
    scope: Scope
    start: int
    end: int
    terms: tuple[Term, ...]
    match: Found | None = None  # of a pattern


@cache
def build_vocabulary(pairs: tuple[tuple[str, str], ...], terms: tuple[Term, ...]) -> Vocabulary:
    """Vocabulary of pairs of a wrong and a right term, and of terms with more to say."""
    found: dict[str, tuple[Term, ...]] = {}
    patterns = []
    for term in (*(Term(wrong, right) for wrong, right in pairs), *terms):
        for wrong in term.wrongs:
            key = " ".join(fold(wrong).split())
            if wrong.startswith(PREFIX):
                patterns.append((compile_pattern(wrong), term))
            elif key:
                found[key] = (*found.get(key, ()), term)
    return Vocabulary(tuple(found), found, tuple(patterns))


def find_places(article: Article, vocabulary: Vocabulary) -> Iterator[Place]:
    """Places of wrong terms in the title of the front matter and in all prose."""
    title = article.title
    if title and title.origin == "front-matter":
        yield from _find_in_title(title.prose, vocabulary)
    for block, phrase, start, end in find_in_blocks(article, vocabulary.phrases):
        yield Place(block.prose, block.kind, start, end, vocabulary.terms[phrase])
    for pattern, term in vocabulary.patterns:
        for block, match in pattern.find_in_blocks(article):
            yield Place(block.prose, block.kind, match.start, match.end, (term,), match)


def _find_in_title(prose: Prose, vocabulary: Vocabulary) -> Iterator[Place]:
    for phrase, start, end in find_phrases(prose.masked, vocabulary.phrases):
        yield Place(prose, "title", start, end, vocabulary.terms[phrase])
    for pattern, term in vocabulary.patterns:
        for match in pattern.find(prose.masked):
            yield Place(prose, "title", match.start, match.end, (term,), match)


def find_in_blocks(
    article: Article, phrases: tuple[str, ...]
) -> Iterator[tuple[Block, str, int, int]]:
    """Block, phrase and range of each phrase in all prose; phrases without a letter as well."""
    running = article.running
    if not phrases or (_all_words(phrases) and running.terms.isdisjoint(anchors_of(phrases))):
        return
    for phrase, start, end in find_phrases(running.folded, phrases):
        index = running.index_at(start)
        shift = running.starts[index]
        yield article.blocks[index], phrase, start - shift, end - shift


@cache
def _all_words(phrases: tuple[str, ...]) -> bool:
    return all(_WORD.search(phrase) for phrase in phrases)
