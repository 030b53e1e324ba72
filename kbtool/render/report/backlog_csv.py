"""The gaps as a backlog: a table with a row for each, for a spreadsheet or a planning tool."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kbtool.health import Health
from kbtool.model import Gap, Interval, Note
from kbtool.render.csv_cells import write_table
from kbtool.render.rounding import round_amount, round_rate, round_share
from kbtool.render.safe_text import plain
from kbtool.render.views.anchors import find_anchor
from kbtool.render.views.facets import Facets, find_facets, find_places
from kbtool.render.views.meta import ReportMeta
from kbtool.render.views.words import name_place
from kbtool.render.wording import whose_costs

HEADER = (
    "rank",
    "id",
    "action",
    "label",
    "askers",
    "per_month",
    "per_month_low",
    "per_month_high",
    "cost",
    "cost_low",
    "cost_high",
    "currency",
    "probability",
    "confidence",
    "effort",
    "nearest",
    "why",
    "status",
    "owner",
    "reason",
    "effort_why",
    "need",
    "asks",
    "trend",
    "section",
    "channels",
    "locales",
    "cost_basis",
    "card",
    "action_before",
    "csat",
    "csat_low",
    "csat_high",
    "csat_ratings",
    "certain",
    "doubt",
)
Cell = str | int | float


def render(health: Health, meta: ReportMeta) -> str:
    """CSV with the gaps in order of rank; no spreadsheet takes a text in it for a formula.

    ``card`` is the place of a gap on the page, to put behind its address.
    """
    places = find_places(meta.kb)
    rows = (
        _row(rank, gap, health, find_facets(gap, health, places))
        for rank, gap in enumerate(health.ranked_gaps, 1)
    )
    return write_table(HEADER, rows)


def _row(rank: int, gap: Gap, health: Health, facets: Facets) -> tuple[Cell, ...]:
    cluster, basis = gap.cluster, health.gaps.cost_basis
    note = health.notes.get(gap.id, Note(gap.id))
    return (
        rank,
        plain(gap.id),
        cluster.action.value,
        plain(cluster.label),
        cluster.askers,
        *_bounds(gap.per_month, round_rate),
        *_bounds(gap.cost, round_amount),
        plain(basis.currency) if basis and gap.cost else "",
        round_share(gap.probability),
        gap.confidence,
        gap.effort,
        plain(name_place(cluster.nearest)),
        plain(cluster.why),
        health.status_of(gap),
        plain(facets.owner),
        plain(note.reason),
        gap.effort_why,
        cluster.need.value,
        _list(fact.value for fact in gap.asks),
        cluster.trend.word if cluster.trend else "",
        plain(facets.section),
        _list(facets.channels),
        _list(facets.locales),
        whose_costs(basis) if gap.cost else "",
        find_anchor(rank, dismissed=health.is_dismissed(gap)),
        health.advised[gap.id].before if gap.id in health.advised else "",
        *_bounds(facets.ratings.mean if facets.ratings else None, round_share),
        facets.ratings.number if facets.ratings else 0,
        gap.certain,
        gap.doubt,
    )


def _list(texts: Iterable[str]) -> str:
    return "; ".join(map(plain, texts))


def _bounds(
    interval: Interval | None, rounded: Callable[[float], float]
) -> tuple[Cell, Cell, Cell]:
    """Value and bounds, or cells without anything."""
    if interval is None:
        return "", "", ""
    value, low, high = map(rounded, interval)
    return value, low, high
