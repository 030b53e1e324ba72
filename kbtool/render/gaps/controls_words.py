"""What verdicts say about articles that cannot answer, in words."""

from __future__ import annotations

from collections.abc import Iterator

from kbtool.model import GapReport, Interval

_SHUFFLED = "articles whose sentences and titles were dealt out anew"
_FOREIGN = "texts about something else"


def list_controls(report: GapReport) -> tuple[str, ...]:
    """Sentences: what was measured, beside the real coverage, and what was not and why."""
    return tuple(_sentences(report))


def _sentences(report: GapReport) -> Iterator[str]:
    found = report.controls
    if found is None:
        return
    measured = [
        (name, share)
        for name, share in ((_SHUFFLED, found.shuffled), (_FOREIGN, found.foreign))
        if share is not None
    ]
    if measured:
        yield f"Of 100 questions put to your own articles, {_in_100(report.coverage)} are answered."
    for name, share in measured:
        yield f"Of 100 put to {name}, {_in_100(share)} would be called answered."
    for reason in found.reasons:
        yield f"Not measured with {reason}."


def _in_100(share: Interval) -> str:
    value, low, high = (f"{100 * part:.0f}" for part in share)
    return f"{value} ({low} to {high})"
