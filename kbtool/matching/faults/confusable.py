"""Pairs of articles that take questions from each other, and the words that tell them apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

from kbtool.matching.faults.telling import Teller, Telling
from kbtool.matching.judging.texts import Judged
from kbtool.matching.search.matcher import Matcher
from kbtool.matching.text.asked import Asked, count_askers, questions_of
from kbtool.model import Confusable, Copy

_CLOSE = 0.9  # of the best article's score: the second fits about as well
_LEAST_SHARE = 0.1  # of the questions that find one of the two

_Pair = tuple[int, int]


def find_confusable(
    matcher: Matcher,
    asked: Sequence[Asked],
    judged: Judged,
    threshold: float,
    least: int,
    copies: Sequence[Copy] = (),
) -> tuple[Confusable, ...]:
    """Pairs between which at least ``least`` people fall; most people first.

    A question falls between two articles when its best one reaches ``threshold`` and the second
    comes close, or when an agent answered it with the one and it finds the other.
    """
    between = _between(matcher, judged, threshold)
    own = _own_rows(judged, threshold)
    teller = Teller(matcher, asked, own)
    copied = {frozenset(copy.articles): copy.share for copy in copies}
    found = []
    for pair, rows in sorted(between.items()):
        questions = questions_of([asked[row] for row in rows])
        askers = count_askers(questions)
        either = len(own[pair[0]]) + len(own[pair[1]])
        if askers >= least and len(rows) >= _LEAST_SHARE * either:
            one, other = pair
            words = teller.find(one, other), teller.find(other, one)
            item = _describe(matcher, pair, [q.id for q in questions], askers, words)
            found.append(replace(item, copied=copied.get(frozenset(item.articles), 0.0)))
    return tuple(sorted(found, key=lambda item: (-item.askers, item.articles)))


def _between(matcher: Matcher, judged: Judged, threshold: float) -> dict[_Pair, list[int]]:
    """Wordings that fall between two articles, by the two."""
    best, second = judged.reached(0), judged.reached(1)
    pairs: dict[_Pair, set[int]] = defaultdict(set)
    for row, (first, next_) in enumerate(judged.order.tolist()):
        if next_ >= 0 and best[row] >= threshold and second[row] >= _CLOSE * best[row]:
            pairs[min(first, next_), max(first, next_)].add(row)
    for row, linked in zip(*(places.tolist() for places in matcher.links.nonzero()), strict=True):
        first = int(judged.order[row, 0])
        if first >= 0 and first != linked and best[row] >= threshold:
            pairs[min(first, linked), max(first, linked)].add(row)
    return {pair: sorted(rows) for pair, rows in pairs.items()}


def _own_rows(judged: Judged, threshold: float) -> dict[int, list[int]]:
    """Wordings that find an article first, by the article."""
    own: dict[int, list[int]] = defaultdict(list)
    for row, score in enumerate(judged.best.tolist()):
        if score >= threshold:
            own[int(judged.order[row, 0])].append(row)
    return own


def _describe(
    matcher: Matcher,
    pair: _Pair,
    questions: Sequence[str],
    askers: int,
    words: tuple[tuple[Telling, ...], tuple[Telling, ...]],
) -> Confusable:
    sides = zip(pair, words, strict=True)
    first, second = sorted(sides, key=lambda side: matcher.texts[side[0]].id)
    one, other = matcher.texts[first[0]], matcher.texts[second[0]]
    return Confusable(
        (one.id, other.id),
        (one.title, other.title),
        tuple(questions),
        askers,
        words=(_untitled(first[1]), _untitled(second[1])),
        telling=(_all(first[1]), _all(second[1])),
    )


def _untitled(words: Sequence[Telling]) -> tuple[str, ...]:
    return tuple(telling.word for telling in words if not telling.in_title)


def _all(words: Sequence[Telling]) -> tuple[str, ...]:
    return tuple(telling.word for telling in words)
