"""What articles show about each other, and what tests say: K03, K07, K10, K11."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from kbtool.health.readiness.answers import Answer, agree, count, no, quote, unmeasured, yes
from kbtool.health.readiness.linked import index_links
from kbtool.health.readiness.seen import Seen, SeenAll
from kbtool.model import Copy

_LONG_TEXT = 20  # words from which the same paragraph in two articles is no accident
_COMMON = 5  # most articles with the same paragraph; in more it is a notice for all
_COPY = 0.5  # share of an article's words that stands in another
_SECTION_KEYS = (
    "section", "category", "collection", "section_id", "folder_id", "category_id", "collection_id",
    "parent_id",
)  # fmt: skip
_NO_TESTS = "there are no question tests (`kbtool test` says how to begin)"


class _Repeat(NamedTuple):
    """An article half of which stands in another, by whole paragraphs."""

    of: Seen
    other: Seen
    share: float  # 0 to 1


def has_no_duplicates(seen: SeenAll) -> Answer:
    """No two titles say the same, and no article stands in another for the most part."""
    twins = seen.found("FND004")
    if twins:
        more = f" and {count(len(twins) - 1, 'more finding')}" if len(twins) > 1 else ""
        return no(f"{twins[0].message} (in {twins[0].path}){more}")
    repeat = _find_repeat(list(seen.articles.values()))
    if repeat:
        return no(
            f"{repeat.share:.0%} of {quote(repeat.of.title)} stands word for word in "
            f"{quote(repeat.other.title)}"
        )
    if seen.report.copies:
        return no(_tell_of_copies(seen.report.copies))
    if "FND004" not in {active.rule.code for active in seen.basis.rules}:
        return unmeasured("rule FND004 is switched off, so titles were not compared")
    return yes(
        "no two titles say the same, no article has half its paragraphs from another one, and none "
        "two thirds of its words"
    )


def has_no_orphans(seen: SeenAll) -> Answer:
    """Every article stands in a section, or somebody asks for it, views it or links to it."""
    if not seen.questions:
        return unmeasured("there are no questions, so nobody can be seen to find an article")
    linked = frozenset[str]().union(*(one.linked for one in seen.articles.values()))
    alone = [
        one
        for path, one in seen.articles.items()
        if not one.demand and path not in linked and not _views(one)
    ]
    total = count(len(seen.articles), "article")
    shelved = _shelved_paths(seen)
    orphans = [one for one in alone if one.article.path not in shelved]
    verb = agree(len(orphans), "stands", "stand")
    if orphans:
        return no(
            f"{len(orphans)} of {total} {verb} in no section, and no question, view or link leads "
            f"there; first {quote(orphans[0].title)}"
        )
    if alone:
        return yes(
            f"each article can be reached, though {len(alone)} of {total} by browsing their "
            f"section alone, without a question, a view or a link; first {quote(alone[0].title)}"
        )
    return yes("each article is found by a question, viewed, or linked to by another")


def states_scope(seen: SeenAll) -> Answer:
    """Tests say what a bot must not answer, or must hand over to a person."""
    tests = seen.basis.tests
    if tests is None:
        return unmeasured(_NO_TESTS)
    if tests.out_of_scope:
        verb = agree(tests.out_of_scope, "says", "say")
        return yes(f"{count(tests.out_of_scope, 'question test')} {verb} what is out of scope")
    return no("no question test says what must not be answered or is for a person")


def passes_tests(seen: SeenAll) -> Answer:
    """All question tests passed when they were last written down."""
    tests = seen.basis.tests
    if tests is None or not tests.total:
        return unmeasured(_NO_TESTS)
    if tests.passed is None:
        return unmeasured(
            f"{count(tests.total, 'question test')}, and no baseline that says how they came out"
        )
    verb = agree(tests.passed, "passes", "pass")
    said = f"{tests.passed:,} of {count(tests.total, 'question test')} {verb} in the baseline"
    return yes(said) if tests.passed == tests.total else no(said)


def _tell_of_copies(copies: Sequence[Copy]) -> str:
    first, other = copies[0].titles
    more = f"; and {count(len(copies) - 1, 'more pair')}" if len(copies) > 1 else ""
    return (
        f"{copies[0].share:.0%} of the words of {quote(first)} stand in {quote(other)} too, in the "
        f"same order{more}"
    )


def _find_repeat(articles: list[Seen]) -> _Repeat | None:
    """The article of which the largest part stands in another, if that is half of it."""
    holders: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for at, one in enumerate(articles):
        texts: dict[str, int] = {}
        for block in one.article.blocks:
            if block.words >= _LONG_TEXT:
                texts[" ".join(block.prose.text.casefold().split())] = block.words
        for text, words in texts.items():
            holders[one.article.locale, text].append((at, words))
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for group in holders.values():
        for at, words in group if 1 < len(group) <= _COMMON else ():
            for other, _ in group:
                if other != at:
                    shared[at, other] += words
    repeats = (
        _Repeat(articles[at], articles[other], words / max(articles[at].words, 1))
        for (at, other), words in shared.items()
    )
    best = max(repeats, key=lambda own: (own.share, own.of.article.path), default=None)
    return best if best and best.share >= _COPY else None


def _shelved_paths(seen: SeenAll) -> frozenset[str]:
    """Paths of articles in a section: their front matter names one, or they lie in a folder."""
    folders = {path: posixpath.dirname(path) for path in seen.articles}
    outermost = index_links(seen.kb, seen.basis).tree.common
    return frozenset(
        path
        for path, folder in folders.items()
        if folder != outermost
        or any(seen.articles[path].article.front_matter.values.get(key) for key in _SECTION_KEYS)
    )


def _views(one: Seen) -> int:
    views = one.article.front_matter.values.get("views")
    return views if isinstance(views, int) else 0
