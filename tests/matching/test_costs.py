"""What answers would save, by figures worked out by hand."""

from datetime import UTC, datetime, timedelta

import pytest

from kbtool.config.tables import CostsTable, DeflectableTable
from kbtool.matching.advice.costs import describe_costs, find_cost, is_search
from kbtool.matching.intervals import poisson
from kbtool.model import Need, Question

OWN = CostsTable(per_contact=10.0, self_service=0.0, deflectable=DeflectableTable(article=0.5))


def asked(number, **parts):
    start = datetime(2026, 5, 1, tzinfo=UTC)
    return [Question(str(n), "x", start + timedelta(days=n), **parts) for n in range(number)]


def test_a_month_of_contacts_times_what_each_would_save():
    # 12 people in 60 days are 6 in 30; half of them would not write, each saves 10, at odds of .8.
    cost = find_cost(asked(12), 60.0, 0.8, Need.ARTICLE, OWN)
    rate = poisson(12, 0.5)
    assert cost.value == pytest.approx(6 * 0.5 * 10 * 0.8)
    assert cost.low == pytest.approx(rate.low * 0.5 * 10 * 0.8)
    assert cost.high == pytest.approx(rate.high * 0.5 * 10 * 0.8)


def test_a_guessed_share_widens_the_bounds():
    cost = find_cost(asked(12), 60.0, 1.0, Need.QUICK, CostsTable())
    rate = poisson(12, 0.5)
    assert cost.value == pytest.approx(6 * 0.4 * 7.91)
    assert cost.low == pytest.approx(rate.low * 0.2 * 7.91)
    assert cost.high == pytest.approx(rate.high * 0.6 * 7.91)


def test_what_needs_hands_saves_next_to_nothing():
    saved = {need: find_cost(asked(12), 60.0, 1.0, need, CostsTable()).value for need in Need}
    assert saved[Need.ARTICLE] == saved[Need.QUICK] > saved[Need.PRODUCT] > saved[Need.ACCOUNT]
    assert saved[Need.ACCOUNT] == saved[Need.ACTION] > saved[Need.PERSON] == 0


def test_searches_cost_nobody_an_answer():
    mixed = [*asked(6), *asked(6, channel="search")]
    one = find_cost(asked(6), 60.0, 1.0, Need.ARTICLE, OWN)
    assert find_cost(mixed, 60.0, 1.0, Need.ARTICLE, OWN) == one
    assert find_cost(asked(6, results=0), 60.0, 1.0, Need.ARTICLE, OWN) is None
    assert is_search(Question("1", "x", channel="Web Search"))
    assert not is_search(Question("1", "x", channel="email"))


def test_self_service_that_costs_more_saves_nothing():
    dear = CostsTable(per_contact=1.0, self_service=2.0)
    assert find_cost(asked(6), 60.0, 1.0, Need.ARTICLE, dear).value == 0


@pytest.mark.parametrize(
    ("costs", "own", "text"),
    [
        (CostsTable(), False, "default figures (Gartner, 2019: "),
        (CostsTable(per_contact=5.0, self_service=0.2), True, "your figures"),
        (CostsTable(per_contact=5.0), True, "your figures for per-contact, else default figures ("),
    ],
)
def test_reports_say_whose_figures_they_are(costs, own, text):
    basis = describe_costs(costs)
    assert basis.own is own
    assert basis.text.startswith(text)


def test_dollars_of_a_default_are_not_sold_as_another_currency():
    assert describe_costs(CostsTable(currency="€")).currency == "$"
    assert describe_costs(CostsTable(currency="€", per_contact=7.0)).currency == "€"
