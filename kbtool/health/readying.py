"""Health with the criteria of readiness, and with advice on blocked articles that people need."""

from __future__ import annotations

from collections import defaultdict

from msgspec.structs import replace

from kbtool.health.readiness import Basis, measure_article, measure_whole
from kbtool.health.readiness.linked import find_linked
from kbtool.health.readiness.seen import Seen, SeenAll
from kbtool.health.values import ArticleHealth, Health
from kbtool.model import Action, Advice, Cluster, KnowledgeBase

_NAMED = 5  # criteria in a sentence


def judge_readiness(health: Health, kb: KnowledgeBase, basis: Basis) -> Health:
    """Health in which each criterion is answered.

    A blocked article gets the advice to make it ready if it answers a group of questions, or if
    somebody waits for it.
    """
    groups: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in health.answered:
        if cluster.nearest:
            groups[cluster.nearest.article].append(cluster)
    # Where two articles share an id, a match cannot tell them apart: the first by path has it.
    first = {name: versions[0].path for name, versions in kb.by_id.items()}
    linked = find_linked(kb, basis)
    seen = {
        one.path: Seen(
            kb.by_path[one.path],
            one.findings,
            one.suppressed,
            one.demand,
            one.waiting,
            tuple(groups[one.id]) if first[one.id] == one.path else (),
            one.age,
            health.gaps,
            basis,
            linked[one.path],
        )
        for one in sorted(health.articles, key=lambda article: article.path)
    }
    articles = tuple(
        replace(one, criteria=measure_article(seen[one.path])) for one in health.articles
    )
    whole = SeenAll(kb, seen, health.gaps, health.questions, basis)
    advice = [
        *health.gaps.advice,
        *(_advise(one) for one in articles if _is_needed(one, seen)),
    ]
    advice.sort(key=lambda item: -len(item.questions))
    return replace(
        health,
        articles=articles,
        criteria=measure_whole(whole),
        gaps=replace(health.gaps, advice=tuple(advice)),
    )


def _is_needed(article: ArticleHealth, seen: dict[str, Seen]) -> bool:
    if article.band != "blocked" or not article.demand:
        return False
    return article.waiting > 0 or bool(seen[article.path].clusters)


def _advise(article: ArticleHealth) -> Advice:
    # Its groups may hold questions that it does not answer: every list counts those it answers.
    people = article.demand
    failing = [one for one in article.criteria if one.answer == "no"]
    listed = ", ".join(f"{one.name} ({one.id})" for one in failing[:_NAMED])
    more = f" and {len(failing) - _NAMED} more" if len(failing) > _NAMED else ""
    who = "1 person asks" if people == 1 else f"{people:,} people ask"
    answers = "answers or would answer if it were filled in" if article.waiting else "answers"
    why = f"{who} what it {answers}, and it is blocked by {', '.join(article.blocked_by)}"
    return Advice(
        article.id,
        article.title,
        Action.READINESS,
        f"{why}; not met: {listed}{more}." if failing else f"{why}.",
        (*article.questions, *article.waiting_questions),
    )
