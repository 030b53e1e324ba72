"""Gaps from run to run for reading on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kbtool.matching.trust.minimums import lack_of_run
from kbtool.model import Flow, Interval, Stage
from kbtool.render.flow_words import say_earlier, say_no_flow, say_regrouped, signed
from kbtool.render.terminal import one_line

_HEADER = (
    "run",
    "day",
    "before",
    "closed",
    "new",
    "regrouped",
    "now",
    "answered of what a text can",
)


def show_flow(flow: Flow) -> Iterator[str]:
    """A row for each run, with what keeps it from being compared; a sentence where all are."""
    if told := say_no_flow(flow):
        if len(flow.stages) > 1:
            yield told
        return
    first, *rows = align([_HEADER, *map(_row, flow.stages)]).split("\n")
    lines = ["Gaps from run to run", first]
    for row, before, stage in zip(rows, (None, *flow.stages), flow.stages, strict=False):
        if before:
            lines += (
                f"   hard to compare with run {before.run.id}: {one_line(why)}"
                for why in stage.hindrances
            )
        lines.append(row)
    if earlier := say_earlier(flow):
        lines.append(f"{earlier} here")
    yield "\n".join(lines)


def _row(stage: Stage) -> tuple[str, ...]:
    run, told = stage.run, stage.balance
    known = run.figures.text_coverage if run.figures and not lack_of_run(run) else None
    covered = say_share(known)
    moved = ("", "", "", "")
    if told:
        closed, opened = signed(-told.closed), signed(told.opened)
        moved = (f"{told.before:,}", closed, opened, say_regrouped(told))
    return (str(run.id), str(run.day), *moved, f"{run.gaps:,}", covered)


def align(rows: Sequence[Sequence[str]]) -> str:
    """Rows with cells of a column below each other."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def say_share(share: Interval | None) -> str:
    """A share with its bounds; "" where it is not known."""
    return f"{share.value:.0%} ({share.low:.0%} to {share.high:.0%})" if share else ""
