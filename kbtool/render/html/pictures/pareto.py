"""Gaps as bars, the largest on top, with the line that 80% lie above."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from kbtool.model import Gap
from kbtool.render.html.text import clip
from kbtool.render.wording import amount, count, percent, short_action

_ROW = 30  # pixels from one bar to the next
_MOST_BARS = 12
_BELOW = 8  # pixels by which bars below the line stand lower


class Bar(Struct, frozen=True):
    """One gap of the picture."""

    rank: int  # in the table
    label: str
    short_label: str  # for narrow screens, where text cannot wrap
    figure: str
    action: str
    y: int  # pixels
    width: float  # per cent
    major: bool  # among those that together hold 80%
    running: str  # share of the total down to this one, in words


class Pareto(Struct, frozen=True):
    """Gaps as bars, the largest on top."""

    bars: tuple[Bar, ...]
    left_out: int  # gaps too small to be drawn
    major: int  # how many gaps hold 80%
    total: int  # gaps in all
    height: int  # pixels
    unit: str  # what bars measure: "people who asked"

    @property
    def cut(self) -> int | None:
        """Height of the 80% line, in pixels; None where it would fall below the last bar."""
        return self.major * _ROW + 4 if self.major < len(self.bars) else None

    @property
    def text(self) -> str:
        """What the picture says, in words."""
        largest = "; ".join(f"{bar.label}, {bar.figure}" for bar in self.bars[:3])
        return (
            f"Bars of gaps by {self.unit}. Largest: {largest}. "
            f"{count(self.major, 'gap')} of {self.total} hold 80%."
        )


def draw_people(gaps: Sequence[Gap]) -> Pareto:
    """Bars by the people who asked."""
    return _draw(gaps, lambda gap: gap.cluster.askers, count, "people who asked")


def draw_costs(gaps: Sequence[Gap], currency: str) -> Pareto | None:
    """Bars by cost in a month; None where that is not known."""
    if not any(gap.cost for gap in gaps):
        return None
    return _draw(
        gaps,
        lambda gap: gap.cost.value if gap.cost else 0.0,
        lambda number: amount(number, currency),
        "cost a month",
    )


def _draw(
    gaps: Sequence[Gap],
    measure: Callable[[Gap], float],
    tell: Callable[[int], str] | Callable[[float], str],
    unit: str,
) -> Pareto:
    ranked = sorted(enumerate(gaps, start=1), key=lambda item: (-measure(item[1]), item[0]))
    sizes = [measure(gap) for _, gap in ranked]
    total, most = sum(sizes) or 1, max(sizes, default=0) or 1
    sums = [sum(sizes[: at + 1]) for at in range(len(sizes))]
    # The bar that reaches 80% lies above the line.
    major = next((at + 1 for at, running in enumerate(sums) if running >= 0.8 * total), len(sizes))
    bars = tuple(
        Bar(
            rank=rank,
            label=clip(gap.cluster.label, 52),
            short_label=clip(gap.cluster.label, 31),
            figure=tell(sizes[at]),  # type: ignore[arg-type] # ``tell`` fits ``measure``
            action=short_action(gap.cluster.action),
            y=at * _ROW + (_BELOW if at >= major else 0),
            width=100 * sizes[at] / most,
            major=at < major,
            running=percent(sums[at] / total),
        )
        for at, (rank, gap) in enumerate(ranked[:_MOST_BARS])
    )
    height = len(bars) * _ROW + _BELOW
    return Pareto(bars, len(gaps) - len(bars), major, len(gaps), height, unit)
