"""Figures of gaps in few characters: rates, money, trends."""

from __future__ import annotations

from kbtool.model import CostBasis, Gap, Interval, Need, Trend
from kbtool.render import wording

_BARS = "▁▂▃▄▅▆▇█"
_NEEDS = {
    Need.QUICK: "quick",
    Need.ARTICLE: "article",
    Need.ACCOUNT: "account",
    Need.ACTION: "action",
    Need.PERSON: "person",
    Need.PRODUCT: "product",
}


def short_need(need: Need) -> str:
    """What people need, in a word for a narrow column."""
    return _NEEDS[need]


def rate(per_month: Interval | None) -> str:
    """People a month with the bounds."""
    if per_month is None:
        return "unknown"
    low, high = wording.rate(per_month.low), wording.rate(per_month.high)
    return f"{wording.rate(per_month.value)} ({low}-{high})"


def describe_cost(gap: Gap, basis: CostBasis | None) -> str:
    """Cost of a gap, which is what answers would save; "" where that is not known."""
    if gap.cost is None or basis is None:
        return ""
    value, low, high = (wording.amount(amount, basis.currency) for amount in gap.cost)
    return f"costs {value} a month ({low} to {high}; {wording.whose_costs(basis)})"


def describe_trend(trend: Trend | None) -> str:
    """Trend with a bar for each part of the log, "" where it is not known."""
    return f"{draw(trend.series)} {trend.word}" if trend else ""


def draw(series: tuple[int, ...]) -> str:
    """A bar for each number, the highest full; the lowest bar stands for none."""
    most = max(series, default=0) or 1
    return "".join(_BARS[round(number / most * (len(_BARS) - 1))] for number in series)
