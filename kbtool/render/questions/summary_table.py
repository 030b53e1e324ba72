"""Numbers of a log, for reading on a terminal."""

from __future__ import annotations

from collections import Counter

from kbtool.questions.masking import count_masked
from kbtool.questions.summary import Summary
from kbtool.render.questions.reading_words import list_counts
from kbtool.render.terminal import count

_SHOWN = 12  # names of a row
_NOTHING = "none"


def render(summary: Summary) -> str:
    """One row for each kind of number."""
    counts = summary.counts
    rows = {
        "rows": f"{summary.rows:,} read, {count(summary.questions, 'question')}",
        "left out": list_counts(_unread(counts.left_out, counts.unreadable)) or _NOTHING,
        "cleaned": list_counts(counts.steps) or _NOTHING,
        "masked": _masked(summary),
        "asked": _period(summary),
        "channels": _first(summary.channels),
        "languages": _first(summary.languages),
        **_linked(summary),
    }
    return "".join(f"{name:<16} {value}\n" for name, value in rows.items())


def _masked(summary: Summary) -> str:
    if summary.unmasked:
        return "nothing: masking is off, so that questions hold personal data as it stands"
    return list_counts(count_masked(summary.counts.masked)) or _NOTHING


def _linked(summary: Summary) -> dict[str, str]:
    """How many questions lead to an article, or, where no articles are here, have a link."""
    if not summary.looked_up:
        share = _share(summary.linked, summary.questions)
        unchecked = ", not looked up: no articles are named" if summary.linked else ""
        return {"with a link": f"{summary.linked:,}{share}{unchecked}"}
    lost = summary.linked - summary.known
    more = f"; links of {count(lost, 'question')} name no article here" if lost else ""
    return {"with an article": f"{summary.known:,}{_share(summary.known, summary.questions)}{more}"}


def _unread(left_out: Counter[str], unreadable: int) -> Counter[str]:
    return left_out + Counter({"could not be read": unreadable})


def _period(summary: Summary) -> str:
    days = (
        f", {summary.first.date()} to {summary.last.date()}"
        if summary.first and summary.last
        else ""
    )
    undated = f", {count(summary.undated, 'question')} without a date" if summary.undated else ""
    times = "once" if summary.times == 1 else f"{summary.times:,.0f} times"
    return f"{times}{days}{undated}"


def _first(names: Counter[str]) -> str:
    shown = dict(names.most_common(_SHOWN))
    more = len(names) - len(shown)
    return (list_counts(shown) or _NOTHING) + (f" and {more} more" if more else "")


def _share(part: int, whole: int) -> str:
    return f" ({part / whole:.0%})" if whole else ""
