"""Whether what a pointer means is named in words that its own section repeats."""

from __future__ import annotations

from kbtool.model import Block, Section
from kbtool.patterns import lazy_pattern

_DETERMINERS = frozenset("the this that these those a an any your".split())
_WORD = lazy_pattern(r"\w[\w'’-]*+")
_LOOK_BACK = 80
"""Characters before a pointer in which its noun stands."""


def names_what_it_means(section: Section, block: Block, start: int) -> bool:
    """Whether the noun before a "described above" is known from earlier in its section.

    "The credit card scam described above" can be read without anything above it, if the section
    has told of scams and credit cards. One word ("the issue described above") says too little; a
    name ("the IMAP account described above") says enough. "Use the account as described above" is
    about how to, which no noun tells.
    """
    words = _noun_before(block.prose.masked, start)
    if len(words) < 2 or words[-1].lower() == "as":
        return False
    known = {_singular(word) for word in _words_before(section, block, start, len(words))}
    said = [_singular(word) in known for word in words]
    named = any(there for word, there in zip(words, said, strict=True) if word[:2].isupper())
    return named or all(said)


def _noun_before(text: str, start: int) -> list[str]:
    """Words after the last determiner before a place: at most four."""
    words = _WORD.findall(text, max(0, start - _LOOK_BACK), start)[-5:]
    places = [at for at, word in enumerate(words) if word.lower() in _DETERMINERS]
    return words[places[-1] + 1 :] if places else []


def _words_before(section: Section, block: Block, start: int, count: int) -> list[str]:
    """Words of a section's texts before a noun of so many words that ends at a place."""
    own = _WORD.findall(block.prose.masked, 0, start)
    words = own[: len(own) - count]
    for other in section.blocks:
        if other.kind != "heading" and other.span.start < block.span.start:
            words += _WORD.findall(other.prose.masked)
    return words


def _singular(word: str) -> str:
    return word.lower().removesuffix("s")
