"""Two words of denial that cancel each other out.

"Not uncommon" has to be turned round twice before it says "common", and whoever reads in a hurry,
in a second language or with a screen reader may turn it round once. A bot that looks for words of
the question misses it too.

Source: US federal plain language guidelines ("Write positively": avoid double negatives and
exceptions to exceptions).

Bad:
    It is not uncommon to have no fewer than two cards.

Good:
    It is common to have at least two cards.

Not flagged: one denial ("do not unplug it"), verbs that undo something ("do not uninstall the
app"), "whether or not", and words in quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated

from msgspec import Meta, field

from kbtool.language.phrases import fold, is_quoted
from kbtool.language.scanning import anchors_of, scan_phrases
from kbtool.model import Article, Hit, KnowledgeBase, Severity
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule

_DENIED = {
    "disadvantageous": "an advantage", "dissimilar": "similar", "illogical": "logical",
    "imperfect": "perfect", "implausible": "plausible", "impossible": "possible",
    "improbable": "likely", "inaccurate": "accurate", "inappropriate": "fitting",
    "inconceivable": "possible", "inconsiderable": "large", "inconsistent with": "in line with",
    "inconvenient": "convenient", "incorrect": "correct", "indifferent": "interested",
    "inexpensive": "expensive", "infrequent": "frequent", "infrequently": "often",
    "insignificant": "large", "insubstantial": "large", "irrelevant": "relevant",
    "unaware": "aware", "uncertain": "certain", "unclear": "clear", "uncommon": "common",
    "undesirable": "welcome", "unexpected": "expected", "unfamiliar": "familiar",
    "unhappy": "happy", "unhelpful": "helpful", "unimportant": "important",
    "uninteresting": "interesting", "unknown": "known", "unlike": "like", "unlikely": "likely",
    "unnecessary": "needed", "unpleasant": "pleasant", "unreasonable": "reasonable",
    "unrelated": "related", "unsafe": "safe", "unsatisfactory": "good enough",
    "unsuitable": "suitable", "unusual": "usual", "unwelcome": "welcome",
    "unchecked": "checked", "deselected": "selected", "unselected": "selected",
    "without": "with",
}  # fmt: skip

_PHRASES = {
    f"not {article}{word}": positive
    for word, positive in _DENIED.items()
    for article in ("", "an ", "entirely ", "at all ")
} | {
    "no fewer than": "at least",
    "not fewer than": "at least",
    "no less than": "at least",
    "not less than": "at least",
    "do not fail to": "remember to",
    "don't fail to": "remember to",
    "must not fail to": "must",
    "mustn't fail to": "must",
    "should not fail to": "should",
    "shouldn't fail to": "should",
    "cannot fail to": "will",
    "never fails to": "always",
    "do not forget to": "remember to",
    "don't forget to": "remember to",
    "not until after": "only after",
}

_VERBS = ("is", "are", "was", "were")
_OR = lazy_pattern(r"\bor\s+\Z")


class DoubleNegativeOptions(Options, frozen=True):
    """Options of double-negative."""

    phrases: Annotated[
        dict[str, str], Meta(description="double negatives, and what says the same positively")
    ] = field(default_factory=lambda: dict(_PHRASES))
    extra: Annotated[
        dict[str, str], Meta(description="further double negatives, besides those")
    ] = field(default_factory=dict)
    exceptions: Annotated[
        tuple[str, ...], Meta(description="double negatives to accept all the same")
    ] = ()

    @cached_property
    def positives(self) -> dict[str, str]:
        """What to say instead of each double negative of both lists but the exceptions.

        With "not unusual" come "isn't unusual" and "wasn't unusual"; they are accepted with it.
        """
        accepted = frozenset(map(fold, self.exceptions))
        positives: dict[str, str] = {}
        for phrase, text in (*self.phrases.items(), *self.extra.items()):
            folded = " ".join(fold(phrase).split())
            if folded not in accepted:
                positives |= dict.fromkeys(_spellings(folded), text)
        return {phrase: text for phrase, text in positives.items() if phrase not in accepted}


def check(article: Article, kb: KnowledgeBase, options: DoubleNegativeOptions) -> Iterator[Hit]:
    """Double negatives of the lists."""
    positives = options.positives
    for block, (phrase, start, end) in scan_phrases(article, tuple(positives)):
        if _OR.search(block.prose.masked, max(0, start - 5), start):  # "whether or not unknown"
            continue
        if not is_quoted(block.prose.masked, start, end):
            said = " ".join(block.prose.text[start:end].split())
            yield Hit(
                block.prose.span(start, end),
                f'"{said}" is a double negative',
                f'Say it positively, with "{positives[phrase]}"',
            )


def _spellings(phrase: str) -> tuple[str, ...]:
    """A phrase, and its contractions with a verb if it begins with "not"."""
    first, _, rest = phrase.partition(" ")
    return (phrase, *(f"{verb}n't {rest}" for verb in _VERBS)) if first == "not" else (phrase,)


RULE = Rule(
    code="CLR008",
    name="double-negative",
    severity=Severity.INFO,
    options=DoubleNegativeOptions,
    doc=__doc__,
    check=check,
    terms=lambda options: anchors_of(tuple(options.positives)),
    fix="none",
    languages=("en",),
)
