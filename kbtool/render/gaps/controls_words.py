"""What verdicts say about articles that cannot answer, in words."""

from __future__ import annotations

from collections.abc import Iterator

from kbtool.model import GapReport, Interval

_SHUFFLED = "articles whose sentences and titles were dealt out anew"
_FOREIGN = "texts about something else"


def list_controls(report: GapReport, *, little: bool = False) -> tuple[str, ...]:
    """Sentences: what was measured, beside the real coverage, and what was not and why.

    Where there is too ``little`` for a share, numbers are of the questions and not of 100.
    """
    return tuple(_sentences(report, little))


def _sentences(report: GapReport, little: bool) -> Iterator[str]:
    found = report.controls
    if found is None:
        return
    measured = [
        (name, share)
        for name, share in ((_SHUFFLED, found.shuffled), (_FOREIGN, found.foreign))
        if share is not None
    ]
    of = found.questions if little else 100
    say = (lambda share: f"{round(of * share.value):,}") if little else _in_100
    if measured:
        yield f"Of {of:,} questions put to your own articles, {say(report.coverage)} are answered."
    for name, share in measured:
        yield f"Of {of:,} put to {name}, {say(share)} would be called answered."
    for reason in found.reasons:
        yield f"Not measured with {reason}."


def _in_100(share: Interval) -> str:
    value, low, high = (f"{100 * part:.0f}" for part in share)
    return f"{value} ({low} to {high})"
