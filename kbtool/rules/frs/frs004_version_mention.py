"""A version of a product that is older than the one you name as current.

"Works with iOS 12" makes customers with a newer phone wonder whether it works for them. You say
what is current, for example `current = { "iOS" = "17", "version" = "5.0" }`; nothing is found until
then.

Source: Google developer documentation style guide, "Timeless documentation" (versions).

Bad:
    The app runs on iOS 12.

Good:
    The app runs on iOS 17.

Not flagged: the least version that is needed ("iOS 12 or later", "since iOS 12", "at least"), what
held before ("up to iOS 12"), newer versions, code, addresses, and words in quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Annotated

from msgspec import Meta, field

from kbtool.errors import ConfigError
from kbtool.language.phrases import fold, is_quoted
from kbtool.language.scanning import longest_words, scan_pattern
from kbtool.model import Article, Block, Hit, KnowledgeBase, Severity
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule

_BEFORE = (
    "since", "before", "after", "from", "until", "up to", "at least", "minimum", "prior to",
    "older than", "newer than", "earlier than", "later than", "requires", "require", "above",
    "below", "introduced in", "upgrade from", "update from",
)  # fmt: skip
_AFTER = (
    "or later", "or newer", "or higher", "or above", "or up", "and later", "and newer",
    "and higher", "and above", "and up", "or earlier", "and earlier", "or older", "and older",
    "and below", "or lower", "upwards", "onwards", "+",
)  # fmt: skip
_REACH = 30  # characters around a version in which such a word may stand
_VERSION = lazy_pattern(r"\d{1,6}(?:\.\d{1,6}){0,5}")


class VersionMentionOptions(Options, frozen=True):
    """Options of version-mention."""

    current: Annotated[
        dict[str, str],
        Meta(description='products and their current versions: { "iOS" = "17" }'),
    ] = field(default_factory=dict)
    before: Annotated[
        tuple[str, ...],
        Meta(description="words right before a version with which it may be older"),
    ] = _BEFORE
    after: Annotated[
        tuple[str, ...],
        Meta(description="words right behind a version with which it may be older"),
    ] = _AFTER

    def __post_init__(self) -> None:
        """Refuse versions that are no numbers."""
        for name, version in self.current.items():
            if not _VERSION.fullmatch(version):
                message = f"`{version}`, current version of `{name}`, is not a number"
                raise ConfigError(message, remedy='Write it as "17" or "4.2.1"')


def check(article: Article, kb: KnowledgeBase, options: VersionMentionOptions) -> Iterator[Hit]:
    """Older versions of the products named."""
    if not options.current:
        return
    current = {" ".join(fold(name).split()): text for name, text in options.current.items()}
    names = tuple(current)
    for block, match, shift in scan_pattern(article, _pattern(names), longest_words(names)):
        newest = current[" ".join(fold(match["name"]).split())]
        start, end = match.start() - shift, match.end() - shift
        if not _is_older(match["version"], newest):
            continue
        if not _is_bound(block, start, end, options):
            yield Hit(
                block.prose.span(start, end),
                f'"{" ".join(match[0].split())}" is older than the current {newest}',
                "Name the current version, or none",
            )


@cache
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted(names, key=len, reverse=True)
    body = "|".join(r"\s+".join(map(re.escape, name.split())) for name in ordered)
    return re.compile(
        rf"(?<![\w.-])(?P<name>{body})\s+(?:version\s+|v\.?\s?)?"
        r"(?P<version>\d{1,6}(?:\.\d{1,6}){0,5})(?![\w-]|\.\d)",
        re.IGNORECASE,
    )


def _is_older(version: str, newest: str) -> bool:
    """Whether a version is older, as far as it is written: 17 is not older than 17.2."""
    mine, other = (list(map(int, text.split("."))) for text in (version, newest))
    return mine < other[: len(mine)]


def _is_bound(block: Block, start: int, end: int, options: VersionMentionOptions) -> bool:
    """Whether it is the first or the last version that something holds for, or a quotation."""
    text = block.prose.masked
    before = f" {' '.join(fold(text[max(0, start - _REACH) : start]).split())}"
    after = fold(text[end : end + _REACH]).lstrip()
    return (
        is_quoted(text, start, end)
        or any(before.endswith(f" {word}") for word in options.before)
        or any(after.startswith(word) for word in options.after)
    )


RULE = Rule(
    code="FRS004",
    name="version-mention",
    severity=Severity.INFO,
    options=VersionMentionOptions,
    doc=__doc__,
    check=check,
    default=False,
    languages=("en",),
)
