"""Articles that say what another one says, word for word but for a few words in between.

Compared are runs of words (w-shingling: A. Z. Broder, "On the resemblance and containment of
documents", 1997), so that a paragraph with one word replaced still counts for the rest of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from kbtool.matching.faults.parallels import are_about_other_things
from kbtool.model import Article, Copy
from kbtool.patterns import lazy_pattern

_RUN = 4  # words
_COMMON = 5  # most articles with the same run; in more it is a notice or a form of words
# Looked at, with all pairs from 0.4 up: 415 articles of Arduino's help centre, 191 of Thunderbird's
# and the sample. From 0.66 up, 5 of 5 pairs that `parallels` lets through say the same twice;
# between 0.5 and 0.66 most share steps on the way to different ends.
_LEAST_SHARE = 0.66
_LEAST_WORDS = 40
_WORD = lazy_pattern(r"[^\W_]+(?:['’][^\W_]+)?")
_MIX = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93)
"""Odd numbers that spread runs over all 64 bits, one for each word of a run."""

_Ints = npt.NDArray[np.int64]


class _Runs(Struct, frozen=True):
    """Runs of words that stand in a few articles: where they begin, and in which article."""

    starts: _Ints
    owners: _Ints
    groups: _Ints  # the same number for the same run


def find_copies(articles: Sequence[Article]) -> tuple[Copy, ...]:
    """Articles two thirds of whose words stand in another in the same order; largest share first.

    Of two that are copies of each other only the one is told of which more stands in the other.
    """
    words, sizes = _number_words(articles)
    if len(words) < _RUN:
        return ()
    runs = _find_runs(words, sizes)
    covered = np.zeros(len(words), dtype=bool)
    _cover(covered, runs.starts)
    likely = _add_up(covered, sizes) >= np.maximum(_LEAST_WORDS, _LEAST_SHARE * sizes)
    shares: dict[frozenset[int], tuple[float, int, int]] = {}
    for (own, other), starts in _pair(runs, likely).items():
        share = len({at + step for at in starts for step in range(_RUN)}) / sizes[own]
        enough = share >= _LEAST_SHARE and share * sizes[own] >= _LEAST_WORDS
        if enough and not are_about_other_things(articles[own], articles[other]):
            pair = frozenset((own, other))
            shares[pair] = max(shares.get(pair, (0.0, 0, 0)), (float(share), -own, -other))
    best = sorted(shares.values(), reverse=True)
    return tuple(_describe(articles[-own], articles[-other], share) for share, own, other in best)


def _number_words(articles: Sequence[Article]) -> tuple[_Ints, _Ints]:
    """Words of all articles in order as numbers, and how many each has; headings left out.

    Headings are often the same in all articles of a kind.
    """
    numbers: dict[tuple[str, str], int] = {}
    words: list[int] = []
    sizes: list[int] = []
    for article in articles:
        before = len(words)
        for block in article.blocks:
            if block.kind != "heading":
                found = _WORD.findall(block.prose.text.casefold())
                words += [numbers.setdefault((article.locale, w), len(numbers)) for w in found]
        sizes.append(len(words) - before)
    return np.array(words, dtype=np.int64), np.array(sizes, dtype=np.int64)


def _find_runs(words: _Ints, sizes: _Ints) -> _Runs:
    """Runs that stand in more than one article, and in no more than a few."""
    owners = np.repeat(np.arange(len(sizes)), sizes)
    starts = np.flatnonzero(owners[: 1 - _RUN] == owners[_RUN - 1 :])
    hashes = np.zeros(len(starts), dtype=np.uint64)
    for step, mix in enumerate(_MIX):
        hashes += words[starts + step].astype(np.uint64) * np.uint64(mix)
    order = np.argsort(hashes, kind="stable")
    hashes, starts = hashes[order], starts[order]
    owners = owners[starts]
    new = np.ones(len(hashes), dtype=bool)
    new[1:] = hashes[1:] != hashes[:-1]
    groups = np.cumsum(new) - 1
    first = new.copy()  # of its article in the group
    first[1:] |= owners[1:] != owners[:-1]
    holders = np.bincount(groups, weights=first)
    kept = ((holders > 1) & (holders <= _COMMON))[groups]
    return _Runs(starts[kept], owners[kept], groups[kept])


def _cover(covered: npt.NDArray[Any], starts: _Ints) -> None:
    for step in range(_RUN):
        covered[starts + step] = True


def _add_up(covered: npt.NDArray[Any], sizes: _Ints) -> _Ints:
    """How many words of each article are covered."""
    owners = np.repeat(np.arange(len(sizes)), sizes)
    return np.bincount(owners, weights=covered, minlength=len(sizes)).astype(np.int64)


def _pair(runs: _Runs, likely: npt.NDArray[Any]) -> dict[tuple[int, int], list[int]]:
    """Where runs of a likely copy begin, by the copy and the article that has them too."""
    found: dict[tuple[int, int], list[int]] = defaultdict(list)
    for own, starts, holders in _group(runs, likely):
        for other in holders - {own}:
            found[own, other] += starts
    return found


def _group(
    runs: _Runs, likely: npt.NDArray[Any]
) -> Iterator[tuple[int, list[int], frozenset[int]]]:
    """Each run in each likely copy: where it begins there, and the articles that hold it."""
    wanted = np.zeros(int(runs.groups[-1]) + 1 if len(runs.groups) else 0, dtype=bool)
    wanted[runs.groups[likely[runs.owners]]] = True
    at = wanted[runs.groups]
    places: dict[int, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    columns = (runs.groups[at].tolist(), runs.owners[at].tolist(), runs.starts[at].tolist())
    for group, owner, start in zip(*columns, strict=True):
        places[group][owner].append(start)
    for by_owner in places.values():
        holders = frozenset(by_owner)
        for owner, starts in by_owner.items():
            if likely[owner]:
                yield owner, starts, holders


def _describe(own: Article, other: Article, share: float) -> Copy:
    titles = tuple(one.title.text if one.title else one.id for one in (own, other))
    return Copy((own.id, other.id), (titles[0], titles[1]), round(share, 4))
