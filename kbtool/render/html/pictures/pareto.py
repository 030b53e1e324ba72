"""Gaps as bars, the largest on top, with the line that 80% lie above."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, pairwise

from msgspec import Struct

from kbtool.model import Gap
from kbtool.render.views.visible import clip
from kbtool.render.wording import amount, count, percent, short_action

_ROW = 30  # pixels from one bar to the next
_MOST_BARS = 12
_BELOW = 8  # pixels by which rows below the line stand lower
_MAJOR = 0.8  # share of the total that the line is drawn at


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


class Rest(Struct, frozen=True):
    """Smaller gaps in one row: those above the line, or those below it."""

    label: str  # "27 further gaps"
    figure: str  # their share of the total
    y: int  # pixels
    major: bool  # among those that together hold 80%
    running: str  # share of the total down to the last of them, in words
    rank: int = 0  # they have many


class Pareto(Struct, frozen=True):
    """Gaps as bars, the largest on top."""

    bars: tuple[Bar, ...]
    rests: tuple[Rest, ...]  # gaps too small for a bar of their own
    major: int  # how many gaps hold 80%
    reached: int  # the row that reaches 80%, from 1
    total: int  # gaps in all
    cut: int | None  # height of the 80% line, in pixels; None where it takes all gaps
    height: int  # pixels
    unit: str  # what bars measure: "people who asked"

    @property
    def text(self) -> str:
        """What the picture says, in words."""
        largest = "; ".join(f"{bar.label}, {bar.figure}" for bar in self.bars[:3])
        return f"Bars of gaps by {self.unit}. Largest: {largest}. {self.sentence}"

    @property
    def sentence(self) -> str:
        """How many gaps hold 80%, in words."""
        if self.total == 1:
            return "There is no other gap."
        if self.cut is None:
            return f"It takes all {count(self.total, 'gap')} to reach 80%."
        hold = "holds" if self.major == 1 else "hold"
        return f"{count(self.major, 'gap')} of {self.total:,} {hold} 80%."


def draw_people(gaps: Sequence[Gap]) -> Pareto:
    """Bars by the people who asked."""
    return _draw(gaps, lambda gap: gap.cluster.askers, count, "people who asked")


def draw_costs(gaps: Sequence[Gap], currency: str, whose: str = "") -> Pareto | None:
    """Bars by cost in a month; None where that is not known."""
    if not any(gap.cost for gap in gaps):
        return None
    return _draw(
        gaps,
        lambda gap: gap.cost.value if gap.cost else 0.0,
        lambda number: amount(number, currency),
        f"cost a month ({whose})" if whose else "cost a month",
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
    shares = [part / total for part in accumulate(sizes)]
    # The bar that reaches 80% lies above the line.
    major = next((at for at, share in enumerate(shares, 1) if share >= _MAJOR), len(sizes))
    drawn = len(sizes) if len(sizes) <= _MOST_BARS + 1 else _MOST_BARS
    bars = tuple(
        Bar(
            rank=rank,
            label=clip(gap.cluster.label, 52),
            short_label=clip(gap.cluster.label, 31),
            figure=tell(sizes[at]),  # type: ignore[arg-type] # ``tell`` fits ``measure``
            action=short_action(gap.cluster.action),
            y=_place(at, at < major),
            width=100 * sizes[at] / most,
            major=at < major,
            running=percent(shares[at]),
        )
        for at, (rank, gap) in enumerate(ranked[:drawn])
    )
    rests = tuple(_gather(shares, drawn, major))
    rows = len(bars) + len(rests)
    above = sum(bar.major for bar in bars) + sum(rest.major for rest in rests)
    return Pareto(
        bars=bars,
        rests=rests,
        major=major,
        reached=above,
        total=len(sizes),
        cut=above * _ROW + _BELOW // 2 if above < rows else None,
        height=rows * _ROW + _BELOW,
        unit=unit,
    )


def _gather(shares: Sequence[float], drawn: int, major: int) -> Iterator[Rest]:
    """Rows for the gaps that are not drawn: down to the line, and from there on."""
    starts = sorted({drawn, max(drawn, major), len(shares)})
    for row, (start, end) in enumerate(pairwise(starts), drawn):
        yield Rest(
            label=count(end - start, "further gap"),
            figure=percent(shares[end - 1] - shares[start - 1]),
            y=_place(row, end <= major),
            major=end <= major,
            running=percent(shares[end - 1]),
        )


def _place(row: int, major: bool) -> int:
    return row * _ROW + (0 if major else _BELOW)
