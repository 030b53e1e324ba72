"""Whether two articles say the same of two things, each of which has a name of its own."""

from __future__ import annotations

from collections.abc import Iterator

from kbtool.model import Article
from kbtool.patterns import lazy_pattern

_WORD = lazy_pattern(r"[^\W_]+(?:['’][^\W_]+)?")
_SIGNS = ".,:;!?()[]“”\"'‘’«»`"
_CODE = frozenset("_<>:/\\$#")  # inside a word: what is written so is a name


def are_about_other_things(one: Article, other: Article) -> bool:
    """Whether each title has a name that the other lacks: "... on Windows", "... on macOS".

    Such articles are alike because the things are, and customers look for theirs by its name.
    """
    return any(_own_names(one, other)) and any(_own_names(other, one))


def _own_names(one: Article, other: Article) -> Iterator[str]:
    """Names in a title that another title lacks."""
    if one.title and other.title:
        known = frozenset(_words_of(other.title.text.casefold()))
        for word in _words_of(one.title.text):
            if word.casefold() not in known and _is_name(word, one):
                yield word


def _words_of(title: str) -> Iterator[str]:
    return (bare for word in title.split() if (bare := word.strip(_SIGNS)))


def _is_name(word: str, article: Article) -> bool:
    """Whether a word has a digit, capitals or code inside, or is never written small in the text.

    Titles may be written with capitals throughout, and sentences begin with one.
    """
    if any(letter.isdigit() or letter in _CODE for letter in word):
        return True
    if any(letter.isupper() for letter in word[1:]):
        return True
    if not word[0].isupper():
        return False
    texts = (block.prose.text for block in article.blocks if block.kind != "heading")
    written = frozenset(found for text in texts for found in _WORD.findall(text))
    return word in written and word.lower() not in written
