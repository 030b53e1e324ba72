"""What the interval of coverage leaves out, in words."""

import pytest
from made_health import make_health
from msgspec.structs import replace

from kbtool.model import Calibration, Controls, Interval
from kbtool.render.trust_words import say_trust

ERRORS = (
    "The interval is of chance alone. kbtool errs besides: up to 20% of gaps may pass as answered"
)
COVERED = Interval(0.75, 0.71, 0.78)


def told(**found):
    found = {"calibration": Calibration(0.1, 0.2, 80), **found}
    report = replace(make_health().gaps, coverage=COVERED, **found)
    return say_trust(report, 40)


def controls(shuffled, foreign=None):
    return Controls(shuffled, foreign, 100)


@pytest.mark.usefixtures("enough")
@pytest.mark.parametrize(
    ("shuffled", "end"),
    [
        (None, "."),
        (Interval(0.3, 0.26, 0.34), "."),
        (Interval(0.35, 0.31, 0.39), "; with sentences shuffled, 35% of questions would."),
        (Interval(0.57, 0.53, 0.61), "; with sentences shuffled, 57% of questions would."),
        (Interval(0.69, 0.65, 0.73), "."),  # a warning tells it
    ],
)
def test_controls_are_told_that_reach_half_of_the_coverage(shuffled, end):
    assert told(controls=controls(shuffled)) == f"{ERRORS}{end}"


@pytest.mark.usefixtures("enough")
def test_what_was_not_measured_is_not_told():
    assert told(calibration=None) == "The interval is of chance alone, not of wrong verdicts."
    foreign = told(calibration=None, controls=controls(None, Interval(0.5, 0.4, 0.6)))
    assert foreign == (
        "The interval is of chance alone. kbtool errs besides: with texts about something else, "
        "50% of questions would pass as answered."
    )


def test_where_no_share_is_told_no_interval_is_explained():
    assert told() == ""
    assert say_trust(replace(make_health().gaps, matches=()), 40) == ""
