"""What the interval of coverage leaves out, in a sentence to stand beside it."""

from __future__ import annotations

from collections.abc import Iterator

from kbtool.model import GapReport, Interval
from kbtool.render.counts import lack_of

# Share of the coverage that articles which answer nothing must seem to reach before it is told
# beside it: from half on, words in common may make most of what counts as answered. On the sample
# shuffled sentences reach 46 of 63, foreign texts 8 (`python benchmarks/sample_gaps.py`).
_MUCH = 0.5


def say_trust(report: GapReport, articles: int) -> str:
    """What the interval is of, and how often verdicts err beside; "" where no share is told."""
    if not report.matches or lack_of(report, articles):
        return ""
    rest = "; ".join(_tell_errors(report))
    if not rest:
        return "The interval is of chance alone, not of wrong verdicts."
    return f"The interval is of chance alone. kbtool errs besides: {rest}."


def _tell_errors(report: GapReport) -> Iterator[str]:
    rest = " pass as answered"
    if report.calibration:
        yield f"up to {report.calibration.missed_gaps:.0%} of gaps may{rest}"
        rest = ""  # said once
    if report.controls is None:
        return
    for name, share in (
        ("with sentences shuffled", report.controls.shuffled),
        ("with texts about something else", report.controls.foreign),
    ):
        if share and _is_much(share, report.coverage):
            yield f"{name}, {share.value:.0%} of questions would{rest}"


def _is_much(share: Interval, coverage: Interval) -> bool:
    """Whether a share is worth telling here; closer to the coverage, a warning tells it."""
    return share.value > 0 and _MUCH * coverage.value <= share.high < coverage.low
