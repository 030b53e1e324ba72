"""The figures at the top of the report as data."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

from kbtool.health import Health
from kbtool.health.documentable import coverage_of_texts
from kbtool.health.figures import sum_cost
from kbtool.health.lacking import coverage_with_facts
from kbtool.health.people import count_gap_people, rate_gap_people
from kbtool.render.counts import count_answers, lack_of
from kbtool.render.report.spread import Estimate, Needs, estimate, tell_needs
from kbtool.render.views.headline import say_headline
from kbtool.render.views.ledger import keep_ledger


class Summary(Struct, frozen=True):
    """The figures at the top; ``coverage`` is a share from 0 to 1, ``cost`` that of all gaps.

    ``coverage_of_texts`` is the share of what a text can answer, null where that is everything.
    ``gap_askers`` adds people up gap by gap, ``gap_people`` counts each of them once.
    ``headline`` is the first sentence; where ``needs`` is not null there is too little data for a
    share, and it tells numbers alone. ``coverage`` counts as answered what ``lacks_fact`` counts:
    questions whose article lacks the fact that they ask for. ``coverage_with_facts`` does not.
    """

    questions: int
    first_day: date | None
    last_day: date | None
    excluded: dict[str, int]
    coverage: Estimate | None
    coverage_of_texts: Estimate | None
    gaps: int
    gap_askers: int
    gap_askers_per_month: Estimate | None
    gap_people: int
    gap_people_per_month: Estimate | None
    cost: Estimate | None
    articles: int
    bands: dict[str, int]
    rows: Annotated[dict[str, int], Meta(description="Rows read, by what became of them.")]
    askings: Annotated[int | None, Meta(description="Times asked; null where each was once.")]
    gap_share: Annotated[
        float | None, Meta(description="Share of what is not answered that lies in gaps.")
    ]
    small_groups: Annotated[int, Meta(description="Unanswered groups too small for a gap.")]
    knows_people: Annotated[bool, Meta(description="Whether the log says who asked.")]
    headline: str
    answered: int
    unanswered: int
    lacks_fact: int
    coverage_with_facts: Estimate | None
    needs: Needs | None


def tell_summary(health: Health) -> Summary:
    """The figures of a report."""
    first, last = health.window or (None, None)
    ledger = keep_ledger(health)
    counts, lack = count_answers(health.gaps), lack_of(health.gaps, len(health.articles))
    return Summary(
        questions=len(health.questions),
        first_day=first,
        last_day=last,
        excluded=dict(health.left_out),
        coverage=estimate(health.coverage),
        coverage_of_texts=estimate(coverage_of_texts(health)),
        gaps=len(health.gaps.gaps),
        gap_askers=health.gap_askers,
        gap_askers_per_month=estimate(health.gap_askers_per_month),
        gap_people=count_gap_people(health),
        gap_people_per_month=estimate(rate_gap_people(health)),
        cost=estimate(sum_cost(health.gaps.gaps)),
        articles=len(health.articles),
        bands=dict(health.bands.items()),
        rows={account.name: account.rows for account in ledger.accounts} if ledger else {},
        askings=health.askings,
        gap_share=health.gap_share,
        small_groups=health.small_groups,
        knows_people=any(question.requester for question in health.questions),
        headline=say_headline(health),
        answered=counts.answered,
        unanswered=counts.unanswered,
        lacks_fact=counts.lacking,
        coverage_with_facts=estimate(coverage_with_facts(health)),
        needs=tell_needs(lack),
    )
