"""How gaps opened and closed from run to run, as data."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

from kbtool.matching.trust.minimums import lack_of_run
from kbtool.model import Balance, Flow, Stage
from kbtool.render.report.spread import Estimate, Needs, estimate, tell_needs


class StageEntry(Struct, frozen=True):
    """A run with its open gaps; ``id`` is that in the history, null for the run of this report.

    ``since_run_before`` is null for the first run, and where ``not_comparable`` says why.
    ``coverage_of_texts`` is null where the run did not record it.
    """

    id: int | None
    day: date
    gaps: int
    coverage_of_texts: Estimate | None
    since_run_before: Balance | None
    not_comparable: tuple[str, ...]
    needs: Annotated[
        Needs | None, Meta(description="What the run had too little of for its share.")
    ]


class FlowEntry(Struct, frozen=True):
    """How gaps opened and closed over the latest runs, the first one first.

    Runs in a row that differ in nothing but their day are one. ``earlier_runs`` counts those that
    are not told.
    """

    runs: tuple[StageEntry, ...]
    earlier_runs: int


def tell_flow(flow: Flow | None) -> FlowEntry | None:
    """Flow as data; None where no runs are kept."""
    return FlowEntry(tuple(map(_stage, flow.stages)), flow.earlier) if flow else None


def _stage(stage: Stage) -> StageEntry:
    run = stage.run
    return StageEntry(
        id=run.id or None,
        day=run.day,
        gaps=run.gaps,
        coverage_of_texts=estimate(run.figures.text_coverage if run.figures else None),
        since_run_before=stage.balance,
        not_comparable=stage.hindrances,
        needs=tell_needs(lack_of_run(run)),
    )
