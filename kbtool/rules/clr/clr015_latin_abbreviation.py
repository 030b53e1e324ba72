"""An abbreviation of Latin words.

Many readers do not know what "e.g." and "i.e." stand for, or take one for the other; screen readers
spell them out letter by letter. "For example" and "that is" need no knowledge at all. "Via" is an
English word to many: add it with `extra = { "via" = "through" }` if it is none to you.

Source: Google developer documentation style guide (abbreviations); GOV.UK style guide ("eg, etc and
ie").

Bad:
    Pay with a card, e.g. a debit card (i.e. not in cash). Notes, coins, etc. are not accepted.

Good:
    Pay with a card, for example, a debit card (that is, not in cash). No notes or coins.

Not flagged: words in quotation marks, code and file names, "IE" in capitals, and "etc." in
parentheses, where room is short. "etc." has no safe fix: a shorter list may be better.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property
from typing import Annotated

from msgspec import Meta, field

from kbtool.language.phrases import fold, is_quoted
from kbtool.language.rewording import is_plain
from kbtool.language.scanning import scan_pattern
from kbtool.model import Article, Block, Change, Edit, Hit, KnowledgeBase, Severity
from kbtool.rule import Options, Rule

_WORDS = {
    "e.g.": "for example",
    "i.e.": "that is",
    "etc.": "and so on",
    "viz.": "namely",
    "n.b.": "note",
}
_COMMA = frozenset(("e.g.", "i.e."))
"""Abbreviations whose words need a comma behind them, and which ``--fix`` may replace unasked."""


class LatinAbbreviationOptions(Options, frozen=True):
    """Options of latin-abbreviation."""

    replacements: Annotated[
        dict[str, str],
        Meta(description="abbreviations with their full stops, and what to write instead"),
    ] = field(default_factory=lambda: dict(_WORDS))
    extra: Annotated[
        dict[str, str], Meta(description="further words with replacements, besides those")
    ] = field(default_factory=dict)
    exceptions: Annotated[
        tuple[str, ...], Meta(description="abbreviations to accept all the same")
    ] = ()

    @cached_property
    def listed(self) -> dict[str, str]:
        """What to write instead of each abbreviation of both lists but the exceptions."""
        every = {fold(word): text for word, text in (self.replacements | self.extra).items()}
        accepted = set(map(fold, self.exceptions))
        return {word: every[word] for word in sorted(every) if word not in accepted}

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Words of which each match holds one, with and without the full stops."""
        parts = {part for word in self.listed for part in re.findall(r"\w+", word)}
        return frozenset(parts | {re.sub(r"\W", "", word) for word in self.listed})


def check(article: Article, kb: KnowledgeBase, options: LatinAbbreviationOptions) -> Iterator[Hit]:
    """Abbreviations of the list, with and without their full stops."""
    words = options.listed
    listed = tuple(words)
    for block, match, shift in scan_pattern(article, _pattern(listed), options.anchors):
        start, end = match.start() - shift, match.end() - shift
        word = _listed(match[0], listed)
        text = block.prose.masked
        if not is_quoted(text, start, end) and not (word == "etc." and _in_brackets(text, start)):
            yield _hit(article, block, (start, end), word, words[word])


@cache
def _pattern(listed: tuple[str, ...]) -> re.Pattern[str]:
    """Pattern of the abbreviations, with a capital at most where the first letter is."""
    bodies = []
    for word in sorted(listed, key=len, reverse=True):
        stop = r"\." if word == "n.b." else r"\.?"  # "nb" is a language
        letters = re.escape(word).replace(r"\.", stop).replace(r"\ ", r"\s+")
        first = word[0]
        bodies.append(f"{letters}|{re.escape(first.upper())}{letters[len(re.escape(first)) :]}")
    # Without full stops, "ie" and "eg" are codes of languages too: only small letters count.
    return re.compile(rf"(?<![\w./\\@:-])(?:{'|'.join(bodies)})(?![\w/\\@-]|\.\w)")


def _in_brackets(text: str, start: int) -> bool:
    """Whether a parenthesis is open at an offset."""
    return text.rfind("(", 0, start) > text.rfind(")", 0, start)


def _listed(said: str, listed: tuple[str, ...]) -> str:
    """The abbreviation of the list that was said in one spelling or the other."""
    bare = re.sub(r"\W", "", fold(said))
    return next(word for word in listed if re.sub(r"\W", "", word) == bare)


def _hit(article: Article, block: Block, place: tuple[int, int], word: str, right: str) -> Hit:
    start, end = place
    said = " ".join(block.prose.text[start:end].split())
    return Hit(
        block.prose.span(start, end),
        f'"{said}" is an abbreviation of Latin words' if "." in word else f'"{said}" is Latin',
        f'Write "{right}"',
        _edit(article, block, place, word, right),
    )


def _edit(
    article: Article, block: Block, place: tuple[int, int], word: str, right: str
) -> Edit | None:
    """Edit with the comma that the words need; none where the place is no plain text."""
    start, end = place
    text = block.prose.text
    rest = text[end:].lstrip()
    if not right or rest[:1] == "." or not is_plain(article.source, block.prose, start, end):
        return None
    written = right[:1].upper() + right[1:] if text[start].isupper() else right
    # Without a sign before it the sentence may need a comma there too, or another order.
    is_set_off = word in _COMMA and text[:start].rstrip()[-1:] in ("", *"(,;:–—")
    if word in _COMMA:
        if not rest:
            return None
        written += "" if rest[0] in ",;:)" else ","
    elif _ends_sentence(text[end - 1], rest):
        written += "."
    return Edit((Change(block.prose.span(start, end), written),), safe=is_set_off)


def _ends_sentence(last: str, rest: str) -> bool:
    """Whether the full stop of an abbreviation ends its sentence too."""
    return last == "." and (not rest or rest[0].isupper())


RULE = Rule(
    code="CLR015",
    name="latin-abbreviation",
    severity=Severity.INFO,
    options=LatinAbbreviationOptions,
    doc=__doc__,
    check=check,
    terms=lambda options: options.anchors,
    fix="mixed",
    languages=("en",),
)
