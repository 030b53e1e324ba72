"""Whether an article is about one thing and called what customers call it: R02, R26."""

from __future__ import annotations

from itertools import combinations

from kbtool.health.readiness.answers import Answer, no, quote, unmeasured, yes
from kbtool.health.readiness.seen import Seen
from kbtool.model import Action, Cluster

_WORDS = 3


def has_one_topic(seen: Seen) -> Answer:
    """No two groups of questions without a common word find it by different sections."""
    advice = (a for a in seen.report.advice if a.article == seen.article.id)
    split = next((a for a in advice if a.action is Action.SPLIT), None)
    if split:
        return no(split.why)
    rules = [finding for code in ("STR021", "BOT005") for finding in seen.found(code)]
    if rules:
        return no(f"{rules[0].message} (line {rules[0].line}, {rules[0].rule})")
    groups = [g for g in seen.clusters if g.askers >= seen.basis.min_people and g.words]
    if not groups:
        return unmeasured("no group of questions is answered by it")
    for one, other in combinations(groups, 2):
        if _section(one) != _section(other) and not _about(one, seen) & _about(other, seen):
            return no(
                f"it answers {quote(one.label)} in {quote(_section(one))} and "
                f"{quote(other.label)} in {quote(_section(other))}"
            )
    return yes(
        f"the {len(groups)} groups of questions that it answers belong together"
        if len(groups) > 1
        else f"one group of questions is answered by it: {quote(groups[0].label)}"
    )


def holds_customers_words(seen: Seen) -> Answer:
    """Title, headings and labels hold the words that people ask in."""
    rules = seen.found("FND005")
    if rules:
        return no(f"{rules[0].message} (line {rules[0].line}, {rules[0].rule})")
    if seen.basis.words is None:
        return unmeasured("customers' words were not looked at")
    lacking = seen.basis.words.get(seen.article.id, ())
    if lacking:
        words = ", ".join(f"{quote(word)} ({people})" for word, people in lacking[:_WORDS])
        return no(f"title, headings and labels lack words of customers (people): {words}")
    # Words are those of questions that it answers; who waits for it adds none.
    if seen.demand - seen.waiting < seen.basis.min_people:
        return unmeasured("too few people ask what it answers to tell their words")
    return yes("title, headings and labels hold the words that stand out in its questions")


def _about(cluster: Cluster, seen: Seen) -> frozenset[str]:
    """Stems of what a group is called by."""
    return seen.stems(" ".join((cluster.label, *cluster.words)))


def _section(cluster: Cluster) -> str:
    """Outermost heading that a group's passage lies below."""
    path = cluster.nearest.passage if cluster.nearest else ()
    return path[0] if path else "the opening"
