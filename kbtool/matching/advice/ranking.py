"""Unanswered groups -> gaps, those first that leave the most people without an answer."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from kbtool.config.tables import CostsTable
from kbtool.matching.advice.costs import count_contacts, find_cost, find_spared
from kbtool.matching.advice.efforts import estimate_effort, find_asked_facts
from kbtool.matching.advice.trends import find_window
from kbtool.matching.intervals import poisson
from kbtool.matching.text.asked import count_askers
from kbtool.model import Cluster, Gap, Interval, Question

# Odds of a gap, times the square root of its askers, from which we use the word: the more people
# ask, the less a doubtful verdict rests on chance. With a quarter of the articles left out, of
# short questions 9 of 10 groups above the first were gaps, 6 of 10 between, 4 of 10 below.
_STRONG, _LIKELY = 9.0, 5.0
_CONTRADICTED = 0.5  # share of its questions that single answers must have to make a group weak

SHORTEST_LOG = 14.0
"""Days; from fewer a monthly figure would be made up."""

_DATED = 0.5  # share of a gap's questions that must be dated for one


def make_gap(
    cluster: Cluster,
    score: float,
    questions: Sequence[Question],
    days: float | None,
    *,
    learned: bool = True,
    locale: str = "en",
    costs: CostsTable = CostsTable(),  # noqa: B008 - frozen, so safe to share
) -> Gap:
    """Gap of an unanswered cluster; ``days`` is how long the log is, None without dates.

    ``learned`` says whether scores rest on the user's own articles; if not, no gap is more than
    a hint; ``locale`` is that of questions that do not name theirs.
    """
    probability = min(1.0, max(0.0, 1.0 - float(score)))
    per_month, cost, contacts = _per_month(questions, days), None, None
    if per_month and days:
        cost = find_cost(questions, days, probability, cluster.need, costs)
        contacts = count_contacts(questions, days)
    # Where others have to act, no text has a fact to fill in.
    asks = find_asked_facts(questions, locale) if cluster.action.by_text else ()
    effort = estimate_effort(cluster, asks)
    sure, doubt = _confidence(cluster.askers, probability), _doubt(cluster, learned=learned)
    return Gap(
        cluster=cluster,
        confidence="weak" if doubt else sure,
        per_month=per_month,
        probability=probability,
        cost=cost,
        effort=effort.size,
        effort_why=effort.why,
        asks=asks,
        contacts=contacts,
        spared=find_spared(cluster.need, costs).value if cost else 0.0,
        doubt=doubt if sure != "weak" else "",
    )


def rank(gaps: Sequence[Gap]) -> tuple[Gap, ...]:
    """Gaps by the people they are at least expected to leave without an answer; ties by id.

    That is the lower bound of askers times the probability of the gap: a doubtful one must be
    larger to come first. The bound is the same share of a month's wherever all questions are dated.

    With a quarter of the articles left out, .79 and .84 of the topics came back on two draws of
    banking77, for .74 and .79 by the count itself; on three other sets as many.
    """
    return tuple(sorted(gaps, key=lambda g: (-poisson(g.cluster.askers).low * g.probability, g.id)))


def length_in_days(questions: Sequence[Question]) -> float | None:
    """Days from the first to the last dated question, both included; None without dates."""
    window = find_window(questions)
    return window.days if window else None


def _per_month(questions: Sequence[Question], days: float | None) -> Interval | None:
    dated = [question for question in questions if question.asked_at is not None]
    if days is None or days < SHORTEST_LOG or len(dated) < _DATED * len(questions) or not dated:
        return None
    return poisson(count_askers(dated), 30 / days)


def _confidence(askers: int, probability: float) -> str:
    evidence = probability / max(1.0 - probability, 1e-9) * sqrt(askers)
    return "strong" if evidence >= _STRONG else "likely" if evidence >= _LIKELY else "weak"


def _doubt(cluster: Cluster, *, learned: bool) -> str:
    """Why a group is weak whatever its centre says, "" where it need not be."""
    if not learned:
        return "too little to learn from"
    found = cluster.covered.value >= _CONTRADICTED
    return "taken one by one, most of its questions find an answer" if found else ""
