"""A word that leaves some readers out, where a neutral one says the same.

A help centre speaks to everyone who uses the product. "Allowlist" says what a list is for, "they"
fits every reader, and neither needs explaining.

Source: Microsoft Writing Style Guide, "Bias-free communication"; GOV.UK style guide (gender-neutral
text).

Bad:
    The administrator keeps a whitelist. He can add addresses to it.

Good:
    The administrator keeps an allowlist. They can add addresses to it.

Not flagged: names, labels in bold, code and words in quotation marks; "master" unless "slave"
stands near it; "he" and "she" unless a role such as "the user" comes before; words with a sense of
their own in software or hardware, such as "disabled", "execute" or "native".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated

from msgspec import Meta, field

from kbtool.language.labels import Labels
from kbtool.language.phrases import Phrase, fold, is_quoted
from kbtool.language.scanning import anchors_of, scan_phrases
from kbtool.model import Article, Block, Hit, KnowledgeBase, Severity
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule
from kbtool.rules.inc._neutral import neutral_edit
from kbtool.rules.inc._pronouns import PRONOUNS, stands_for_anyone
from kbtool.rules.inc._terms import ROLES, TERMS

_LABEL_WORDS = 6  # bold text of up to so many words is a label
_MASTERS = {"master": "primary|main|controller", "masters": "primaries|controllers"}
_SLAVE = lazy_pattern(r"\bslaves?\b")
_OPENING = lazy_pattern(r"[.!?:…]\W*$|^\W*$")


class NonInclusiveTermOptions(Options, frozen=True):
    """Options of non-inclusive-term."""

    terms: Annotated[
        dict[str, str],
        Meta(
            description="words and what to write instead; more than one parted by |, "
            '"" where it takes another sentence'
        ),
    ] = field(default_factory=lambda: TERMS)
    extra: Annotated[
        dict[str, str],
        Meta(description="further words with replacements, besides those"),
    ] = field(default_factory=dict)
    exceptions: Annotated[
        tuple[str, ...],
        Meta(description="words to accept all the same"),
    ] = ()
    roles: Annotated[
        tuple[str, ...],
        Meta(description='words for people, in small letters, for whom "he" must not stand'),
    ] = ROLES

    @cached_property
    def neutral(self) -> dict[str, tuple[str, ...]]:
        """Replacements of all words but the exceptions, in small letters."""
        every = _MASTERS | PRONOUNS | self.terms | self.extra
        neutral = {
            " ".join(fold(words).split()): tuple(filter(None, right.split("|")))
            for words, right in every.items()
        }
        accepted = frozenset(map(fold, self.exceptions))
        return {words: right for words, right in neutral.items() if words not in accepted}


def check(article: Article, kb: KnowledgeBase, options: NonInclusiveTermOptions) -> Iterator[Hit]:
    """Words of the list, and pronouns for people of whom nothing is known."""
    neutral = options.neutral
    labels = Labels(_LABEL_WORDS)
    for block, found in scan_phrases(article, tuple(neutral)):
        if _is_judged(block, found, labels, options):
            yield _hit(article, block, found, neutral[found.phrase])


def _is_judged(
    block: Block, found: Phrase, labels: Labels, options: NonInclusiveTermOptions
) -> bool:
    """Whether a word is the author's own and means people, or what it is no good name for."""
    phrase, start, end = found
    text = block.prose.masked
    if is_quoted(text, start, end) or labels.hold(block.prose, start, end):
        return False
    if phrase in _MASTERS:
        return bool(_SLAVE.search(text.lower())) and text[start].islower()
    if phrase in PRONOUNS:
        return stands_for_anyone(block, start, options.roles)
    return text[start].islower() or bool(_OPENING.search(text[max(0, start - 40) : start]))


def _hit(article: Article, block: Block, found: Phrase, neutral: tuple[str, ...]) -> Hit:
    phrase, start, end = found
    words = [f'"{word}"' for word in neutral]
    advice = f"Write {' or '.join(words)}" if words else "Say what it means in neutral words"
    message = f'"{phrase}" has a neutral equivalent' if words else f'"{phrase}" is not neutral'
    if phrase in PRONOUNS:
        message = f'"{phrase}" stands for anyone'
    edit = neutral_edit(article.source, block.prose, start, end, neutral)
    return Hit(block.prose.span(start, end), message, advice, edit)


RULE = Rule(
    code="INC001",
    name="non-inclusive-term",
    severity=Severity.INFO,
    options=NonInclusiveTermOptions,
    doc=__doc__,
    check=check,
    terms=lambda options: anchors_of(tuple(options.neutral)),
    fix="unsafe",
    languages=("en",),
)
