"""A key of the front matter that looks like a slip of another.

Nobody reads `onwer` or `sumary`: the article counts as one without an owner, the summary is never
shown, and nothing says so. A key is a slip where up to two letters make it a known one, in short
keys one letter. Known are the keys that kbtool reads, those that help centres and site generators
use, those of `extra`, and every key that several of your articles have.

Source: edit distance with swapped letters as in Damerau, "A technique for computer detection and
correction of spelling errors" (1964).

Bad:
    ---
    title: Get a refund
    onwer: Payments team
    ---
    Refunds take five days.

Good:
    ---
    title: Get a refund
    owner: Payments team
    ---
    Refunds take five days.

Not flagged: other unknown keys, which may mean something to your site; keys of which one differs
from the other in a number only ("link1", "link2"); and a key beside the one that it is like.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Annotated, NamedTuple

from msgspec import Meta

from kbtool.model import Article, Change, Edit, Hit, KnowledgeBase, Outline, Severity, Span
from kbtool.rule import Options, Rule
from kbtool.rules.met._keys import COMMON, READ, slips_of


class UnknownKeyOptions(Options, frozen=True):
    """Options of unknown-key."""

    known: Annotated[
        tuple[str, ...],
        Meta(description="keys that are no slips"),
    ] = tuple(sorted(READ + COMMON))
    extra: Annotated[
        tuple[str, ...],
        Meta(description="further keys that are no slips, besides those"),
    ] = ()
    articles: Annotated[
        int,
        Meta(ge=2, description="articles with the same key that make it a known one"),
    ] = 3


class Place(NamedTuple):
    """An unknown key."""

    key: str
    span: Span
    is_plain: bool  # whether it stands in the file as it reads


class Keys(NamedTuple):
    """Keys of an article that has unknown ones."""

    unknown: tuple[Place, ...]
    others: tuple[str, ...]


def survey(article: Article, options: UnknownKeyOptions) -> Keys | None:
    """Keys that are not known, and those beside them."""
    known = frozenset(options.known + options.extra)
    unknown, others = [], []
    for entry in article.front_matter.entries:
        if entry.key in known:
            others.append(entry.key)
        else:
            plain = article.source.slice(entry.key_span) == entry.key
            unknown.append(Place(entry.key, entry.key_span, plain))
    return Keys(tuple(unknown), tuple(others)) if unknown else None


def judge(own: Outline, kb: KnowledgeBase, options: UnknownKeyOptions) -> Iterator[Hit]:
    """Unknown keys that are like a known one which the article lacks."""
    found: Keys | None = kb.survey(RULE.code).get(own.path)
    if not found:
        return
    slips = kb.once(_find_slips, options.known + options.extra, options.articles)
    taken = {*found.others, *(place.key for place in found.unknown)}
    for place in found.unknown:
        meant = slips.get(place.key, [])
        if meant and taken.isdisjoint(meant):
            yield _hit(place, meant)
            taken.update(meant)  # a second slip of it would make the key stand twice


def _find_slips(kb: KnowledgeBase, known: tuple[str, ...], articles: int) -> dict[str, list[str]]:
    """What each unknown key of all articles was meant to be, where it is a slip."""
    counts = Counter(place.key for keys in kb.survey(RULE.code).values() for place in keys.unknown)
    usual = [key for key, count in counts.items() if count >= articles]
    every = sorted({*known, *usual})
    return {key: slips_of(key, every) for key, count in counts.items() if count < articles}


def _hit(place: Place, meant: list[str]) -> Hit:
    names = " or ".join(f"`{key}`" for key in meant)
    edit = None
    if place.is_plain and len(meant) == 1:
        edit = Edit((Change(place.span, meant[0]),), safe=True)
    return Hit(
        place.span,
        f"key `{place.key}` is unknown and looks like {names}",
        f"Write {names}, or name the key in the option `extra`",
        edit,
    )


RULE = Rule(
    code="MET002",
    name="unknown-key",
    severity=Severity.WARNING,
    options=UnknownKeyOptions,
    doc=__doc__,
    fix="safe",
    survey=survey,
    facts=Keys,
    judge=judge,
)
