"""A cost moves with the people counted: the guess in it is the same in both runs."""

import pytest
from small_runs import make_record

from kbtool.health import Health
from kbtool.health.figures import tell_figures
from kbtool.history import compare_records
from kbtool.matching.intervals import poisson
from kbtool.model import Action, Cluster, Gap, GapReport, Interval, Question

SHARE = Interval(0.4, 0.2, 0.6)  # who would not have written, a guess
EACH = 7.91


def make_gap(people):
    contacts = poisson(people)
    cost = Interval(*(EACH * m * d for m, d in zip(contacts, SHARE, strict=True)))
    covered = Interval(0.0, 0.0, 1.0)
    cluster = Cluster("g", "g", (), people, covered, None, None, Action.WRITE, "")
    return Gap(cluster, "strong", contacts, cost=cost, contacts=contacts, spared=SHARE.value)


def figures_of(*gaps):
    found = GapReport(tuple(map(make_gap, gaps)), (), (), SHARE, (), (), 0.5, "")
    return tell_figures(Health((), (), found, (Question("q", "q"),)), "c1")


def move(before, now):
    old = make_record(figures=figures_of(*before))
    return compare_records(old, make_record(figures=figures_of(*now), log="l2")).moves.cost


@pytest.mark.parametrize(
    ("before", "now", "certain"),
    [
        ((100,), (46,), True),
        ((30, 30, 40), (10, 16, 20), True),
        ((100,), (90,), False),
        ((30, 30, 40), (30, 25, 35), False),
    ],
)
def test_a_cost_moves_by_more_than_chance_where_its_people_do(before, now, certain):
    assert move(before, now).certain == certain


def test_bounds_are_those_of_the_people_times_what_each_costs():
    each = EACH * SHARE.value
    assert figures_of(46).counted_cost == pytest.approx([each * part for part in poisson(46)])


def test_what_stood_in_the_report_before_keeps_the_doubt_of_the_guess():
    assert move((100,), (46,)).before == pytest.approx(make_gap(100).cost)
