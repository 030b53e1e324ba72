"""What two records say side by side."""

import pytest
from small_runs import make_record, make_topic

from kbtool.history import Page, compare_records
from kbtool.model import Interval

ANSWERED = {"gap": False, "answered": True, "article": "refunds", "title": "Close", "answers": 2}


def close(now, **parts):
    return compare_records(make_record(), make_record(topics=now, **parts)).closed


@pytest.mark.parametrize(
    ("articles", "why"),
    [
        ((Page("refunds", "Get a refund", "d1"),), "the article is as it was"),
        ((Page("refunds", "Get a refund", "d2"),), "the article was changed"),
        ((Page("refunds", "Close", "d1"),), "retitled from “Get a refund”"),
        ((Page("refunds", "Close", "d2"),), "retitled from “Get a refund” and changed"),
    ],
)
def test_closed_gap_tells_what_happened_to_the_article(articles, why):
    (gap,) = close((make_topic(**ANSWERED),), articles=articles)
    assert gap.why == f"“Close” answers 2 of 2 questions now: {why}"


def test_new_article_that_closes_a_gap_is_called_new():
    (gap,) = close((make_topic(**{**ANSWERED, "article": "closing"}),))
    assert gap.why.endswith("a new article")


@pytest.mark.parametrize(
    ("now", "why"),
    [
        ((), "No group of questions asks for it any more"),
        ((make_topic(gap=False, askers=1),), "Only 1 asked, 2 before"),
        ((make_topic("t2"),), "Its questions are part of the gap “how to t2” now"),
    ],
)
def test_gap_that_no_article_closed_says_so(now, why):
    (gap,) = close(now)
    assert gap.why.startswith(why)


def test_gap_of_both_runs_is_neither_opened_nor_closed():
    change = compare_records(make_record(), make_record(day=make_record().day))
    assert (change.opened, change.closed, change.kept, change.warnings) == ((), (), 1, ())


def test_change_of_coverage_has_an_interval_by_hand():
    now = make_record(coverage=Interval(0.8, 0.76, 0.84), log="l2")
    change = compare_records(make_record(), now)
    # sqrt(0.04² + 0.1²) = 0.1077 on both sides of 0.2
    assert change.coverage == pytest.approx((0.2, 0.0923, 0.3077), abs=1e-4)
    assert change.certain
    small = make_record(coverage=Interval(0.65, 0.55, 0.75), log="l2")
    assert not compare_records(make_record(), small).certain
    assert compare_records(make_record(), make_record(coverage=Interval(0.65, 0.55, 0.75))).exact


def test_rates_that_differ_by_more_than_chance_rise_or_fall():
    before = make_record(topics=(make_topic(per_month=Interval(10, 6, 15)),))
    more = make_record(topics=(make_topic(per_month=Interval(30, 23, 38)),))
    alike = make_record(topics=(make_topic(per_month=Interval(12, 8, 17)),))
    assert [move.id for move in compare_records(before, more).rising] == ["t1"]
    assert [move.id for move in compare_records(more, before).falling] == ["t1"]
    change = compare_records(before, alike)
    assert (change.rising, change.falling) == ((), ())


def test_other_versions_settings_and_logs_are_warned_of():
    other = make_record(
        versions={"kbtool": "2"}, config="c2", topics=(make_topic("t2", ("quite other",)),)
    )
    told = compare_records(make_record(), other).warnings
    assert [words.split()[0] for words in told] == ["kbtool", "settings", "the"]
