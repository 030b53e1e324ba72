"""The gaps as a backlog: a table with a row for each, for a spreadsheet or a planning tool."""

from __future__ import annotations

from kbtool.health import Health
from kbtool.model import Gap, Interval, Note
from kbtool.render.csv_cells import write_table
from kbtool.render.report.meta import ReportMeta
from kbtool.render.report.safe_text import plain
from kbtool.render.report.words import name_place

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
)
Cell = str | int | float
_DIGITS = 2


def render(health: Health, meta: ReportMeta) -> str:  # noqa: ARG001 - every format is called alike
    """CSV with the gaps in order of rank; no spreadsheet takes a text in it for a formula."""
    rows = (_row(rank, gap, health) for rank, gap in enumerate(health.ranked_gaps, 1))
    return write_table(HEADER, rows)


def _row(rank: int, gap: Gap, health: Health) -> tuple[Cell, ...]:
    cluster, basis = gap.cluster, health.gaps.cost_basis
    note = health.notes.get(gap.id, Note(gap.id))
    return (
        rank,
        plain(gap.id),
        cluster.action.value,
        plain(cluster.label),
        cluster.askers,
        *_bounds(gap.per_month),
        *_bounds(gap.cost),
        plain(basis.currency) if basis and gap.cost else "",
        round(gap.probability, _DIGITS),
        gap.confidence,
        gap.effort,
        plain(name_place(cluster.nearest)),
        plain(cluster.why),
        health.status_of(gap),
        plain(note.owner),
        plain(note.reason),
        gap.effort_why,
    )


def _bounds(interval: Interval | None) -> tuple[Cell, Cell, Cell]:
    """Value and bounds, or cells without anything."""
    if interval is None:
        return "", "", ""
    value, low, high = (round(part, _DIGITS) for part in interval)
    return value, low, high
