"""What it would help to give an article the customers' words: tried out, not promised."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from kbtool.matching.advice.verdicts import Verdict, main_words
from kbtool.matching.search.matcher import Matcher
from kbtool.model import Action

_MOST_WORDS = 3  # given to an article: as many as its group's reason names
_MOST_ARTICLES = 3000  # of a larger knowledge base, indexing it once more would take too long


def try_titles(matcher: Matcher, verdicts: Sequence[Verdict]) -> list[Verdict]:
    """Verdicts; those that advise a better title say how many questions it would win.

    A question is won where it finds the article first once the words stand in its title. All
    articles get their words at once, so what one wins from another shows. Where nothing is won,
    another title is no advice: the group gets what it would get without it.
    """
    chosen = [at for at, one in enumerate(verdicts) if one.cluster.action is Action.RETITLE]
    if not chosen:
        return list(verdicts)
    if len(matcher.docs) > _MOST_ARTICLES:
        return [_leave_untried(verdict) for verdict in verdicts]
    words: dict[int, list[str]] = {}
    for at in chosen:
        words.setdefault(verdicts[at].group.articles[0], []).extend(_outside(matcher, verdicts[at]))
    rows = [row for at in chosen for row in verdicts[at].group.rows]
    before, after = matcher.first_articles(rows), matcher.first_articles(rows, words)
    tried, start = list(verdicts), 0
    for at in chosen:
        group = verdicts[at].group
        own = slice(start, start + len(group.rows))
        start += len(group.rows)
        found = [(places[own] == group.articles[0]).tolist() for places in (before, after)]
        tried[at] = _tell(verdicts[at], *(_count(verdicts[at], hits) for hits in found))
    return tried


def _outside(matcher: Matcher, verdict: Verdict) -> list[str]:
    known = matcher.docs[verdict.group.articles[0]].title.stems
    words = main_words(verdict.group)
    return [word.surface for word in words if word.stem not in known][:_MOST_WORDS]


def _count(verdict: Verdict, hits: Sequence[bool]) -> int:
    """Questions whose wording finds the article first."""
    return sum(
        len(one.questions) for one, hit in zip(verdict.group.asked, hits, strict=True) if hit
    )


def _tell(verdict: Verdict, before: int, after: int) -> Verdict:
    if after <= before and verdict.otherwise:
        action, why = verdict.otherwise
        return replace(verdict, cluster=replace(verdict.cluster, action=action, why=why))
    number = len(verdict.cluster.questions)
    gain = f"With them in its title, {after:,} of {number:,} questions would find it first"
    return _add(verdict, f"{gain} instead of {before:,}.")


def _leave_untried(verdict: Verdict) -> Verdict:
    if verdict.cluster.action is not Action.RETITLE:
        return verdict
    return _add(verdict, f"What that wins was not tried: above {_MOST_ARTICLES:,} articles.")


def _add(verdict: Verdict, sentence: str) -> Verdict:
    why = f"{verdict.cluster.why} {sentence}"
    return replace(verdict, cluster=replace(verdict.cluster, why=why))
