"""How gaps opened and closed from report to report, as rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from kbtool.health import Health
from kbtool.matching.trust.minimums import lack_of_run
from kbtool.model import Flow, Interval, Run, Stage
from kbtool.render.flow_words import say_breaks, say_no_flow, say_regrouped, signed
from kbtool.render.views.meta import Release
from kbtool.render.wording import count, period


class Row(Struct, frozen=True):
    """A report, and what became of gaps since the one before."""

    stage: Stage
    covered: Interval | None  # of what a text can answer; None where there is too little for it
    releases: tuple[Release, ...]  # between the one before and this

    @property
    def closed(self) -> str:
        """Gaps that were closed: ``−2``."""
        return signed(-self.stage.balance.closed) if self.stage.balance else ""

    @property
    def opened(self) -> str:
        """Gaps that are new: ``+3``."""
        return signed(self.stage.balance.opened) if self.stage.balance else ""

    @property
    def regrouped(self) -> str:
        """Gaps that came or went by regrouping alone: ``+3 −5``."""
        return say_regrouped(self.stage.balance) if self.stage.balance else ""


class FlowView(Struct, frozen=True):
    """Reports in the order they were made."""

    flow: Flow
    rows: tuple[Row, ...]
    lack: str  # how to get what is to be shown; "" where there is something

    @property
    def releases(self) -> tuple[Release, ...]:
        """Those between the first report and the last, by day."""
        return tuple(release for row in self.rows for release in row.releases)

    @property
    def text(self) -> str:
        """What the rows say, in words."""
        runs, told = [row.stage.run for row in self.rows], self.flow.balances
        opened, closed = (sum(b.opened for b in told), sum(b.closed for b in told))
        breaks = say_breaks(self.flow)
        return (
            f"Gaps of {count(len(runs), 'report')}, {period(runs[0].day, runs[-1].day)}: "
            f"{count(runs[0].gaps, 'gap')} in the first, {runs[-1].gaps:,} in the last; "
            f"{opened:,} new and {closed:,} closed in between{'; ' if breaks else ''}{breaks}."
        )


def view_flow(health: Health, releases: Sequence[Release]) -> FlowView | None:
    """Rows of all reports; None where none are kept."""
    if health.flow is None:
        return None
    return FlowView(
        health.flow, tuple(_rows(health.flow.stages, releases)), say_no_flow(health.flow)
    )


def _rows(stages: Sequence[Stage], releases: Sequence[Release]) -> Iterator[Row]:
    days = [stage.run.day for stage in stages]
    in_order = all(one <= other for one, other in pairwise(days))
    left = sorted(releases, key=lambda release: release.day) if in_order else []
    for before, stage in zip((None, *days), stages, strict=False):
        new = (one for one in left if before and before < one.day <= stage.run.day)
        yield Row(stage, _cover(stage.run), tuple(new))


def _cover(run: Run) -> Interval | None:
    known = run.figures.text_coverage if run.figures else None
    return None if lack_of_run(run) else known
