"""A word that says when by the day on which it was written.

"Currently", "soon" and "the new design" were true for whoever wrote them; nobody can tell when that
was, and they stay in the text for years. A bot repeats them as if they were said today.

Source: Google developer documentation style guide, "Timeless documentation".

Bad:
    The app does not currently support joint accounts, but this is coming soon.

Good:
    The app does not support joint accounts.

Not flagged: "now" and "currently" for what the reader does or sees ("you can now close it", "the
currently selected card"), "as soon as", "recently used", "a new version" of whatever comes, and
words in quotation marks, code and labels in bold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Annotated

from msgspec import Meta

from kbtool.language.labels import Labels
from kbtool.language.phrases import fold, is_quoted
from kbtool.language.scanning import anchors_of, scan_pattern, scan_phrases
from kbtool.model import Article, Hit, KnowledgeBase, Prose, Severity
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule

_PHRASES = (
    "coming soon", "will soon", "soon be", "very soon", "in the near future", "at the moment",
    "at the time of writing", "at present", "as of now", "as of today", "as of this writing",
    "as of writing", "for the time being", "until further notice", "this year", "these days",
    "nowadays", "presently", "we recently", "has recently been", "have recently been",
    "was recently", "were recently", "recently released", "recently introduced",
    "recently launched", "recently announced", "in a future release", "in a future update",
    "in a future version", "in future releases", "in future versions", "in upcoming releases",
    "upcoming release", "upcoming version", "not yet supported", "not yet available",
)  # fmt: skip
_STATES = (
    "supported", "unsupported", "available", "unavailable", "support", "supports", "in beta",
    "in preview", "in development", "working on", "only", "not", "no", "under development",
    "limited", "experimental", "being developed", "required", "offered", "included", "offer",
    "offers", "provide", "provides", "deprecated",
)  # fmt: skip
_NOW = (
    "available", "supported", "supports", "support", "includes", "include", "offers", "offer",
    "lets", "allows", "called", "known as", "part of", "uses", "deprecated", "obsolete",
    "discontinued", "required", "enabled by default", "works",
)  # fmt: skip
_NEW = (
    "feature", "features", "ui", "user interface", "look", "experience", "design", "layout",
)  # fmt: skip
_GOES_ON = lazy_pattern(r"\s+(?:the|an?|you|your|when|of|that|this|it|they|we)\b", re.IGNORECASE)


class RelativeTimeOptions(Options, frozen=True):
    """Options of relative-time."""

    phrases: Annotated[
        tuple[str, ...],
        Meta(description="phrases that mean the day of writing"),
    ] = _PHRASES
    after_currently: Annotated[
        tuple[str, ...],
        Meta(description="what behind currently speaks of the product, not of the screen"),
    ] = _STATES
    after_now: Annotated[
        tuple[str, ...],
        Meta(description="what behind now speaks of the product, not of the next step"),
    ] = _NOW
    after_new: Annotated[
        tuple[str, ...],
        Meta(description="things of a product that are new only for a while"),
    ] = _NEW
    exceptions: Annotated[
        tuple[str, ...],
        Meta(description="phrases to accept all the same"),
    ] = ()


def check(article: Article, kb: KnowledgeBase, options: RelativeTimeOptions) -> Iterator[Hit]:
    """Phrases of the list, and "currently", "now" and "new" where they speak of the product."""
    labels = Labels(6)
    accepted = frozenset(map(fold, options.exceptions))
    for prose, start, end in _find(article, options):
        said = fold(" ".join(prose.text[start:end].split()))
        if said in accepted or is_quoted(prose.masked, start, end):
            continue
        if not labels.hold(prose, start, end):
            yield Hit(
                prose.span(start, end),
                f'"{said}" will be wrong some day, and nobody can tell when',
                "Leave it out, or name the version or the date",
            )


def _find(article: Article, options: RelativeTimeOptions) -> Iterator[tuple[Prose, int, int]]:
    for block, phrase in scan_phrases(article, options.phrases):
        # "At the moment you close it" names a moment.
        if phrase.phrase != "at the moment" or not _GOES_ON.match(block.prose.masked, phrase.end):
            yield block.prose, phrase.start, phrase.end
    pattern = _pattern(options.after_currently, options.after_now, options.after_new)
    for block, match, shift in scan_pattern(article, pattern, _ANCHORS):
        yield block.prose, match.start() - shift, match.end() - shift


_ANCHORS = frozenset({"currently", "now", "new"})


@cache
def _pattern(
    currently: tuple[str, ...], now: tuple[str, ...], new: tuple[str, ...]
) -> re.Pattern[str]:
    return re.compile(
        r"\b(?:"
        r"(?:(?:does|do|is|are|can|has|have)(?:\s+not|n['’]t)|not)\s+currently"
        rf"|(?<!you\s)(?<!your\s)(?<!the\s)(?<!each\s)currently\s+(?:{_either(currently)})"
        rf"|(?<!can\s)(?<!should\s)(?<!you\s)now\s+(?:{_either(now)})"
        rf"|(?:the|our|this|these|its|brand)\s+new\s+(?:{_either(new)})"
        r")\b(?![-'’])",
        re.IGNORECASE,
    )


def _either(texts: tuple[str, ...]) -> str:
    ordered = sorted(texts, key=len, reverse=True)
    return "|".join(r"\s+".join(map(re.escape, text.split())) for text in ordered) or "(?!)"


RULE = Rule(
    code="FRS002",
    name="relative-time",
    severity=Severity.INFO,
    options=RelativeTimeOptions,
    doc=__doc__,
    check=check,
    terms=lambda options: anchors_of(options.phrases) | _ANCHORS,
    languages=("en",),
)
