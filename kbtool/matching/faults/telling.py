"""Words that tell two articles apart, from what each says and what it is asked.

A word speaks for one of two articles where more of its questions and passages hold it: log-odds
with an informative Dirichlet prior, over their standard error (B. L. Monroe, M. P. Colaresi and
K. M. Quinn, "Fightin' Words", 2008). The prior is how common the word is in all articles and
questions, so that words of many articles speak for none.

Every word stands in the article that it speaks for and is spelt as there: one that only questions
hold might give away who asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import exp, log, sqrt

from msgspec import Struct

from kbtool.matching.search.index import ArticleDocs
from kbtool.matching.search.matcher import Matcher
from kbtool.matching.text.asked import Asked

# Texts that the prior counts for, no more than the pair has. Looked at on 19 pairs of the sample:
# with 10, "account" and "app" told articles apart; with 100, "bank" no longer did.
_PRIOR = 40.0
_LIKELY, _CERTAIN = 1.28, 1.64  # standard errors, of a word of the title and of any other
_LEAST = log(2)  # log-odds: so much commoner must a word be
_FEWEST = 2  # wordings that hold a word which the title lacks
_MOST_WORDS = 4


class Telling(Struct, frozen=True):
    """A word that speaks for an article."""

    word: str  # as the article has it
    in_title: bool


class _Side(Struct, frozen=True):
    """An article, and in how many of its texts each stem stands."""

    docs: ArticleDocs
    asked: Counter[str]  # in wordings alone
    counts: Counter[str]  # in wordings, its title and its passages
    total: int


class Teller:
    """Tells articles apart. Keeps what it has counted of each."""

    def __init__(
        self, matcher: Matcher, asked: Sequence[Asked], own: Mapping[int, Sequence[int]]
    ) -> None:
        """Take wordings, and by article the positions of those that find it first."""
        self._matcher, self._asked, self._own = matcher, asked, own
        self._sides: dict[int, _Side] = {}

    def find(self, article: int, other: int) -> tuple[Telling, ...]:
        """Words that speak for an article and against another, the surest first."""
        own, others = self._count(article), self._count(other)
        scores = dict(self._weigh(own, others))
        chosen = sorted(scores, key=lambda stem: (-scores[stem], stem))[:_MOST_WORDS]
        titled = own.docs.name.stems
        return tuple(Telling(_spell(stem, own.docs), stem in titled) for stem in chosen)

    def _count(self, article: int) -> _Side:
        if article not in self._sides:
            docs, rows = self._matcher.docs[article], self._own.get(article, ())
            asked = Counter(stem for row in rows for stem in self._asked[row].doc.stems)
            texts = (docs.name, *docs.lines)
            counts = asked + Counter(stem for text in texts for stem in text.stems)
            self._sides[article] = _Side(docs, asked, counts, len(rows) + len(texts))
        return self._sides[article]

    def _weigh(self, own: _Side, others: _Side) -> Iterator[tuple[str, float]]:
        """Stems that are surely commoner on one side, with how surely."""
        weight = min(_PRIOR, own.total + others.total)
        for stem, asked in own.asked.items():
            titled = stem in own.docs.name.stems
            known = titled or (asked >= _FEWEST and stem in own.docs.whole.stems)
            if not known or stem in others.docs.name.stems:
                continue
            prior = weight * exp(-self._matcher.rarity(stem))  # BM25's idf: log of 1 over the share
            odds, error = compare(
                own.counts[stem] + prior,
                own.total + weight,
                others.counts[stem] + prior,
                others.total + weight,
            )
            if odds >= _LEAST and odds >= (_LIKELY if titled else _CERTAIN) * error:
                yield stem, odds / error


def compare(
    held: float, total: float, held_there: float, total_there: float
) -> tuple[float, float]:
    """Log-odds ratio of a word in two lots of texts, and its standard error.

    The error is the authors' approximation, which leaves out texts that lack the word.
    """
    here, there = held / (total - held), held_there / (total_there - held_there)
    return log(here / there), sqrt(1 / held + 1 / held_there)


def _spell(stem: str, docs: ArticleDocs) -> str:
    """A stem as the article mostly writes it, small letters where it is undecided."""
    tokens = (*docs.title.tokens, *docs.body.tokens)
    spellings = Counter(token.surface for token in tokens if token.stem == stem)
    return min(spellings, key=lambda word: (-spellings[word], not word.islower(), word))
