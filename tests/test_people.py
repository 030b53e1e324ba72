"""People in gaps, each counted once."""

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from kbtool.health import Health
from kbtool.health.figures import tell_figures
from kbtool.health.people import count_gap_people, rate_gap_people
from kbtool.model import Action, Cluster, CostBasis, Gap, GapReport, Interval, Question

RATE = Interval(1.0, 0.0, 2.0)
DAYS = {"q1": 1, "q2": 10, "q3": 20, "q4": 30}
ASKERS = {"q1": "ann", "q2": "bob", "q3": "ann", "q4": "cy"}  # Ann asks about both gaps
OF_GAPS = (("q1", "q2"), ("q3",))  # Cy asks about neither


def make_gap(name, ids, per_month=RATE):
    share = Interval(0.0, 0.0, 1.0)
    cluster = Cluster(name, name, ids, len(ids), share, None, None, Action.WRITE, "")
    return Gap(cluster, "likely", per_month)


def look_at(askers=ASKERS, rate=RATE):
    gaps = tuple(make_gap(f"g{at}", ids, rate) for at, ids in enumerate(OF_GAPS))
    questions = tuple(
        Question(name, name, datetime(2026, 9, day, tzinfo=UTC), requester=askers.get(name, ""))
        for name, day in DAYS.items()
    )
    report = GapReport(gaps, (), (), RATE, (), (), 0.5, "")
    return Health((), (), report, questions)


def test_who_asks_about_two_gaps_counts_once():
    assert count_gap_people(look_at()) == 2
    assert look_at().gap_askers == 3


def test_questions_of_nobody_known_count_one_by_one():
    assert count_gap_people(look_at(askers={})) == 3


def test_the_rate_is_that_of_people_counted_once():
    # Two people in 30 days; bounds of a Poisson count of 2, from tables: 0.242 and 7.225.
    assert rate_gap_people(look_at()) == pytest.approx((2.0, 0.242, 7.225), abs=1e-3)


def test_no_rate_without_gaps_or_where_a_gap_has_none():
    assert rate_gap_people(look_at(rate=None)) is None
    whole = look_at()
    assert rate_gap_people(replace(whole, gaps=replace(whole.gaps, gaps=()))) is None


def without_gaps(days=30, basis=None):
    day = datetime(2026, 9, 1, tzinfo=UTC)
    questions = (Question("a", "a", day), Question("b", "b", day + timedelta(days=days - 1)))
    report = GapReport((), (), (), RATE, (), (), 0.5, "", cost_basis=basis)
    return Health((), (), report, questions)


def test_no_gap_is_nobody_as_far_as_chance_lets_one_see():
    basis = CostBasis("$", 8.0, 1.0, own=True, text="")
    found = tell_figures(without_gaps(basis=basis))
    # A Poisson count of 0, from tables: 0 to 3.689.
    assert found.people_per_month == pytest.approx((0.0, 0.0, 3.689), abs=1e-3)
    assert found.cost == found.counted_cost == pytest.approx((0.0, 0.0, 7 * 3.689), abs=1e-2)


def test_no_gap_in_a_short_log_is_no_rate():
    assert tell_figures(without_gaps(days=10)).people_per_month is None
