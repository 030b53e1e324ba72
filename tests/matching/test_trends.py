"""How groups grow, by hand-counted chances."""

from datetime import UTC, datetime, timedelta
from math import comb

import pytest

from kbtool.matching.advice.trends import Trends, change_chance
from kbtool.model import Question

START = datetime(2026, 5, 1, tzinfo=UTC)


def asked(*days, start=START):
    return [Question(str(n), "x", start + timedelta(days=day)) for n, day in enumerate(days)]


LOG = asked(*range(60), *range(60))  # two people a day


def test_the_chance_of_a_change_is_twice_the_tail_of_the_binomial_distribution():
    tail = sum(comb(9, k) for k in (0, 1)) / 2**9  # 1 or fewer of 9 people
    assert change_chance(8, 1) == pytest.approx(2 * tail)
    assert change_chance(1, 8) == pytest.approx(2 * tail)
    assert change_chance(4, 4) == 1.0
    assert change_chance(0, 0) == 1.0
    assert change_chance(0, 3, 0.5) == pytest.approx(0.25)


@pytest.mark.parametrize(
    ("days", "word"),
    [
        (range(50, 60), "new"),
        ([5, *range(46, 60)], "rising"),
        (range(30, 46), "steady"),  # nobody asks any more
        ([5, *range(30, 46), *range(30, 46), 55], "steady"),  # hardly anybody
        ([*range(14), 50], "falling"),
        ([10, 20, 40, 50], "steady"),
        ([55, 56, 57], "steady"),  # three people may come together by chance
    ],
)
def test_halves_of_the_log_give_the_word(days, word):
    own = asked(*days)
    assert Trends.of([*LOG, *own]).find(own).word == word


def test_people_are_counted_in_six_equal_parts_of_the_log():
    own = asked(0, 9, 10, 29, 30, 59)
    trend = Trends.of(LOG).find(own)
    assert trend.series == (2, 1, 1, 1, 0, 1)


def test_one_person_counts_once_in_each_part():
    own = [Question(str(n), "x", START, requester="a") for n in range(9)]
    assert Trends.of([*LOG, *own]).find(own).series[0] == 1


def test_a_group_that_grows_as_the_whole_log_does_has_no_trend():
    busy = asked(*range(60), *range(30, 60), *range(30, 60), *range(30, 60), *range(30, 60))
    own = asked(3, 9, *range(49, 59))
    assert Trends.of([*busy, *own]).find(own).word == "steady"
    assert Trends.of([*LOG, *own]).find(own).word == "rising"


def test_where_dates_are_few_no_trend_is_made_up():
    undated = [Question("x", "x"), Question("y", "y")]
    assert Trends.of(LOG).find(undated) is None
    assert Trends.of(LOG).find([*asked(3), *undated]) is None
    week = asked(*range(7))
    assert Trends.of(week).find(week) is None
    assert Trends.of(undated).find(undated) is None
    moment = asked(*[0] * 20)
    assert Trends.of(moment).find(moment) is None
