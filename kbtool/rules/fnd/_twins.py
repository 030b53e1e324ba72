"""Titles that say the same, found without comparing each with each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import log, sqrt
from typing import NamedTuple

from msgspec import Struct

from kbtool.patterns import lazy_pattern

_LEAD = lazy_pattern(
    r"(?:how (?:to|do (?:i|you|we)|can (?:i|you|we))|can (?:i|you|we)|what to do (?:if|when)|"
    r"what if)\s*:?\s+"
)
_PUNCTUATION = "\"'“”‘’«».,;:!?()[]®™*`"
_DIRECTIONS = frozenset({"from", "into", "than", "vs", "versus"})
_OPPOSED = _DIRECTIONS | frozenset(
    "not no never cannot without off out down before after except until only".split(),
)
"""Words that make another title of it, however often they occur."""

_SIBILANTS = ("ses", "xes", "zes", "ches", "shes")
_SHORTEST_STEM = 3


class Named(NamedTuple):
    """An article, as far as its title goes."""

    path: str
    title: str


class Twin(Struct, frozen=True):
    """The earlier article that a title is most like."""

    other: Named
    similarity: float  # cosine, 0 to 1; 1 where the words are the same


def find_twins(
    articles: Iterable[Named],
    threshold: float,
    stop_words: frozenset[str],
    *,
    english: bool,
) -> dict[str, Twin]:
    """Path of each article whose title is like that of an article with an earlier path.

    Similarity is the cosine of the titles' TF-IDF vectors: a title is the set of its stems t, each
    weighted ``1 + ln((1 + n) / (1 + df(t)))`` with n titles, df(t) of which hold t.
    """
    groups: dict[frozenset[str], list[tuple[Named, str]]] = defaultdict(list)
    for article in sorted(articles):
        stems = fold(article.title, stop_words, english=english)
        groups[frozenset(stems)].append((article, _order_of(article.title, stems)))
    twins: dict[str, Twin] = {}
    for members in groups.values():
        for named, first in _same_order(members):
            twins[named.path] = Twin(first, 1.0)
    leaders = {stems: members[0][0] for stems, members in groups.items()}
    for one, other, similarity in _similar_sets(list(leaders), threshold):
        earlier, later = sorted((leaders[one], leaders[other]))
        known = twins.get(later.path)
        if known is None or (-similarity, earlier) < (-known.similarity, known.other):
            twins[later.path] = Twin(earlier, similarity)
    return twins


def fold(title: str, stop_words: frozenset[str], *, english: bool) -> list[str]:
    """Stems of a title's words in order, without "how to" and the like and without stop words.

    Titles of one word stay as they are but for their case: they are often names of commands.
    """
    text = " ".join(title.lower().replace("’", "'").split())
    if english and (lead := _LEAD.match(text)):
        text = text[lead.end() :]
    words = [word.strip(_PUNCTUATION) or word for word in text.split()]
    kept = [word for word in words if word not in stop_words] or words
    return [_stem(word) for word in kept] if english and len(kept) > 1 else kept


def _stem(word: str) -> str:
    """A word without the endings of plurals and -ing and -ed forms; rough, but the same for all."""
    if not word.isalpha():
        return word
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith(_SIBILANTS):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word.removesuffix(ending)
            if word[-1] == word[-2] and word[-1] not in "lsz":  # stopping, but not selling
                word = word[:-1]
            break
    return word.removesuffix("e") if len(word) > _SHORTEST_STEM else word


def _order_of(title: str, stems: Sequence[str]) -> str:
    """What tells "from A to B" and "from B to A" apart; "" where the order says nothing."""
    return " ".join(stems) if _DIRECTIONS & set(title.lower().split()) else ""


def _same_order(members: Sequence[tuple[Named, str]]) -> Iterator[tuple[Named, Named]]:
    """Each member but the first of its order, with that first one."""
    firsts: dict[str, Named] = {}
    for named, order in members:
        first = firsts.setdefault(order, named)
        if first != named:
            yield named, first


def _similar_sets(
    sets: Sequence[frozenset[str]],
    threshold: float,
) -> Iterator[tuple[frozenset[str], frozenset[str], float]]:
    """Pairs of different sets at least this similar.

    Two vectors that share nothing but common stems cannot reach the threshold, so only those are
    compared that share one of their rarest stems (prefix filtering, Bayardo, Ma and Srikant 2007).
    """
    counts = Counter(stem for stems in sets for stem in stems)
    weight = {stem: 1 + log((1 + len(sets)) / (1 + count)) for stem, count in counts.items()}
    square = {stem: value * value for stem, value in weight.items()}
    norm = {stems: sum(square[stem] for stem in sorted(stems)) for stems in sets}
    holders: dict[str, list[frozenset[str]]] = defaultdict(list)
    for stems in sets:
        rarest = _rarest(stems, square, norm[stems] * threshold**2)
        candidates = dict.fromkeys(other for stem in rarest for other in holders[stem])
        for other in candidates:
            shared = sum(square[stem] for stem in sorted(stems & other))
            similarity = shared / sqrt(norm[stems] * norm[other])
            if similarity >= threshold and not any(map(_tells_apart, stems ^ other)):
                yield other, stems, similarity
        for stem in rarest:
            holders[stem].append(stems)


def _tells_apart(stem: str) -> bool:
    """Whether titles that differ in this stem mean different things: versions, not, off."""
    is_number = any(character.isdigit() for character in stem)
    return is_number or stem in _OPPOSED or stem.endswith("n't")


def _rarest(stems: frozenset[str], square: dict[str, float], limit: float) -> list[str]:
    """Rarest stems, as many as it takes until the squares of the rest sum up to less than that."""
    ordered = sorted(stems, key=lambda stem: (square[stem], stem))
    rest = 0.0
    while ordered and rest + square[ordered[0]] < limit:
        rest += square[ordered.pop(0)]
    return ordered
