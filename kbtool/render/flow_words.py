"""How gaps opened and closed over many runs, in the same words everywhere."""

from __future__ import annotations

from kbtool.model import Balance, Flow
from kbtool.render.wording import count


def signed(number: int) -> str:
    """A number with its sign; 0 has none."""
    return f"{'−' if number < 0 else '+' if number else ''}{abs(number):,}"


def say_regrouped(balance: Balance) -> str:
    """Gaps that only the grouping brought or took away: ``+3 −5``; "" without any."""
    parts = (balance.regrouped_in, -balance.regrouped_away)
    return " ".join(signed(number) for number in parts if number)


def say_breaks(flow: Flow) -> str:
    """How many runs are hard to compare with the one before; "" without any."""
    if not flow.breaks:
        return ""
    are = "is" if flow.breaks == 1 else "are"
    return f"{count(flow.breaks, 'run')} {are} hard to compare with the one before"


def say_earlier(flow: Flow) -> str:
    """How many runs are not shown; "" where all are."""
    return f"{count(flow.earlier, 'earlier run')} not shown" if flow.earlier else ""


def say_flow(flow: Flow) -> str:
    """The whole flow in a line; "" where no two runs can be compared."""
    if not flow.balances:
        return ""
    first, last = flow.stages[0].run, flow.stages[-1].run
    closed, opened = (sum(getattr(one, name) for one in flow.balances) for name in _SUMS)
    rest = last.gaps - first.gaps + closed - opened
    parts = [f"{first.gaps:,} on {first.day}", f"{closed:,} closed", f"{opened:,} new"]
    if rest:
        why = "by regrouping and breaks" if flow.breaks else "by regrouping"
        parts.append(f"{signed(rest)} {why}")
    told = [", ".join([*parts, f"{last.gaps:,} on {last.day}"]), say_breaks(flow)]
    runs = count(len(flow.stages), "run")
    return f"{runs}: {'; '.join(part for part in [*told, say_earlier(flow)] if part)}"


_SUMS = ("closed", "opened")


def say_no_flow(flow: Flow) -> str:
    """How to get a flow where no two runs can be compared; "" where some can."""
    if flow.balances:
        return ""
    if len(flow.stages) < 2:
        return (
            "The next report on other articles or questions begins to show how many gaps open "
            "and close."
        )
    return (
        "No two runs in a row can be compared. The next one can that is made by the same versions "
        "with the same settings, and whose log shares questions with that of the run before."
    )
