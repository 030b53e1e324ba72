"""Pairs of articles that take questions from each other, and the words that tell them apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import log, sqrt

from msgspec import Struct

from kbtool.matching.judging.texts import Judged
from kbtool.matching.search.matcher import Matcher
from kbtool.matching.text.asked import Asked, count_askers, questions_of
from kbtool.model import Confusable

_CLOSE = 0.9  # of the best article's score: the second fits about as well
_LEAST_SHARE = 0.1  # of the questions that find one of the two
_CERTAIN = 1.64  # standard errors of a log-odds ratio from which a word tells two articles apart
_MOST_WORDS = 4

_Pair = tuple[int, int]


class _Words(Struct, frozen=True):
    """In how many wordings each stem stands, and how it is written."""

    counts: Counter[str]
    spellings: dict[str, Counter[str]]
    total: int


def find_confusable(
    matcher: Matcher, asked: Sequence[Asked], judged: Judged, threshold: float, least: int
) -> tuple[Confusable, ...]:
    """Pairs between which at least ``least`` people fall; most people first.

    A question falls between two articles when its best one reaches ``threshold`` and the second
    comes close, or when an agent answered it with the one and it finds the other.
    """
    between = _between(matcher, judged, threshold)
    own = _own_rows(judged, threshold)
    found = []
    for pair, rows in sorted(between.items()):
        questions = questions_of([asked[row] for row in rows])
        askers = count_askers(questions)
        either = len(own[pair[0]]) + len(own[pair[1]])
        if askers >= least and len(rows) >= _LEAST_SHARE * either:
            words = _telling_words(matcher, asked, own, pair)
            found.append(_describe(matcher, pair, [q.id for q in questions], askers, words))
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


def _telling_words(
    matcher: Matcher, asked: Sequence[Asked], own: dict[int, list[int]], pair: _Pair
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Words of each article's questions that set them apart and that its title lacks."""
    one, other = (_count([asked[row] for row in own[at]]) for at in pair)
    return (
        tuple(_telling(one, other, matcher.docs[pair[0]].title.stems)),
        tuple(_telling(other, one, matcher.docs[pair[1]].title.stems)),
    )


def _count(asked: Iterable[Asked]) -> _Words:
    counts: Counter[str] = Counter()
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    total = 0
    for wording in asked:
        total += 1
        counts.update(wording.doc.stems)
        for token in wording.doc.content:
            spellings[token.stem][token.folded] += 1
    return _Words(counts, spellings, total)


def _telling(own: _Words, others: _Words, title: frozenset[str]) -> Iterator[str]:
    """Words by how surely they belong to ``own``, as most people write them."""
    scores = {
        stem: _log_odds(count, own.total, others.counts[stem], others.total)
        for stem, count in own.counts.items()
        if count > 1 and stem not in title
    }
    ordered = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    for stem, score in ordered[:_MOST_WORDS]:
        if score >= _CERTAIN:
            yield min(own.spellings[stem].items(), key=lambda item: (-item[1], item[0]))[0]


def _log_odds(held: int, total: int, held_there: int, total_there: int) -> float:
    """Log-odds ratio of a word over its standard error, half a wording added to each count.

    J. B. S. Haldane, "The estimation and significance of the logarithm of a ratio of
    frequencies", 1956.
    """
    cells = (held, total - held, held_there, total_there - held_there)
    a, b, c, d = (count + 0.5 for count in cells)
    return log(a * d / (b * c)) / sqrt(1 / a + 1 / b + 1 / c + 1 / d)


def _describe(
    matcher: Matcher,
    pair: _Pair,
    questions: Sequence[str],
    askers: int,
    words: tuple[tuple[str, ...], tuple[str, ...]],
) -> Confusable:
    sides = zip(pair, words, strict=True)
    first, second = sorted(sides, key=lambda side: matcher.texts[side[0]].id)
    one, other = matcher.texts[first[0]], matcher.texts[second[0]]
    return Confusable(
        (one.id, other.id),
        (one.title, other.title),
        tuple(questions),
        askers,
        (first[1], second[1]),
    )
