"""Figures of two runs: each with its change, its interval, or why there is none."""

import pytest
from msgspec.structs import replace
from small_runs import make_record, make_topic

from kbtool.history import Page, compare_records, tell_changes
from kbtool.matching.intervals import poisson, wilson
from kbtool.model import Figures, Interval
from kbtool.render.moves_words import say_money

COST = Interval(900, 300, 2000)
FIGURES = Figures(Interval(0.7, 0.6, 0.8), Interval(40, 30, 52), COST, "c1", COST)
NOBODY = replace(FIGURES, people_per_month=Interval(0, 0, 0))  # of an earlier version
NAMES = ("coverage", "text_coverage", "people_per_month", "cost")


def moves(before, now, **rest):
    old, new = make_record(figures=before), make_record(figures=now, log="l2", **rest)
    return tell_changes(compare_records(old, new)).moves


def test_bounds_are_those_of_newcombes_example():
    # Newcombe 1998, table II, row (a), method 10: 56/70 less 48/80.
    before = make_record(coverage=wilson(48 / 80, 80))
    told = compare_records(before, make_record(coverage=wilson(56 / 70, 70), log="l2"))
    assert told.moves.coverage.change == pytest.approx((0.2, 0.0524, 0.3339), abs=1e-4)
    assert told.certain


def test_every_figure_has_its_change():
    more = replace(FIGURES, people_per_month=Interval(80, 65, 97))
    told = moves(FIGURES, more)
    assert all(getattr(told, name).change is not None for name in NAMES)
    assert [getattr(told, name).certain for name in NAMES] == [False, False, True, False]


def test_on_the_same_questions_chance_has_no_part():
    less = replace(FIGURES, text_coverage=Interval(0.69, 0.6, 0.8))
    told = compare_records(make_record(figures=FIGURES), make_record(figures=less)).moves
    assert told.text_coverage.change == pytest.approx((-0.01, -0.01, -0.01))
    assert told.text_coverage.certain
    assert not told.cost.certain


def test_what_floats_leave_over_is_no_change():
    residue = replace(FIGURES, cost=Interval(900 + 2e-13, 300, 2000))
    move = compare_records(make_record(figures=FIGURES), make_record(figures=residue)).moves.cost
    assert move.change == (0, 0, 0)
    assert not move.certain
    assert say_money(move, "$") == "as before"


@pytest.mark.parametrize("before", [FIGURES, None])
def test_coverage_of_texts_does_not_move_where_a_text_can_answer_all(before):
    whole = replace(FIGURES, text_coverage=make_record().coverage)
    assert moves(before, whole).text_coverage is None
    assert moves(whole, FIGURES).text_coverage.change.value == pytest.approx(0.1)


@pytest.mark.parametrize(
    ("before", "now", "name", "why"),
    [
        (FIGURES, replace(FIGURES, costs="c2"), "cost", "other figures"),
        (FIGURES, replace(FIGURES, people_per_month=None), "people_per_month", "date"),
        (replace(FIGURES, people_per_month=None), FIGURES, "people_per_month", "date"),
        (None, FIGURES, "cost", "did not record"),
        (NOBODY, FIGURES, "people_per_month", "what chance may have hidden"),
        (replace(FIGURES, counted_cost=None), FIGURES, "cost", "did not record how many people"),
        (None, FIGURES, "text_coverage", "did not record"),
    ],
)
def test_what_cannot_be_compared_says_why(before, now, name, why):
    move = getattr(moves(before, now), name)
    assert move.change is None
    assert why in move.hindrance
    assert not move.certain


def test_few_people_then_and_none_now_is_within_chance():
    then, none = (replace(FIGURES, people_per_month=poisson(count)) for count in (3, 0))
    move = moves(then, none).people_per_month
    assert move.change.value == -3
    assert not move.certain


SAME = (Page("refunds", "Refund", "d1"),)
SHARED = ("a", "b", "c")
NEAR = {"article": "refunds", "title": "Refund", "questions": 15}


def advised(before, now, articles=SAME, **rest):
    first = make_record(topics=(before,), articles=SAME)
    second = make_record(topics=(now,), articles=articles, log="l2", **rest)
    return compare_records(first, second).advised


def test_other_advice_on_hardly_other_questions_is_told_as_a_matter_of_chance():
    before = make_topic(wordings=SHARED, action="improve", found=wilson(5 / 15, 15), **NEAR)
    now = make_topic(wordings=(*SHARED, "d"), action="write", found=wilson(1 / 15, 15), **NEAR)
    (one,) = advised(before, now)
    assert (one.before, one.now) == ("improve", "write")
    assert one.why == (
        "1 of 15 finds an answer one by one, 5 of 15 then, 1 of its wordings is new and 0 gone, "
        "which is within chance: both may be right"
    )


@pytest.mark.parametrize(
    ("now", "rest", "why"),
    [
        ({"article": "other", "title": "Other"}, {}, "was “Refund” and is “Other” now"),
        ({}, {"articles": (Page("refunds", "Refund", "d2"),)}, "the article was changed"),
        ({}, {"config": "c2"}, "versions or settings differ"),
        ({"found": wilson(0, 15)}, {}, "0 of 15 find an answer one by one, 14 of 15 then"),
    ],
)
def test_other_advice_says_what_else_changed(now, rest, why):
    near = {**NEAR, "found": wilson(14 / 15, 15)}
    before = make_topic(action="improve", **near)
    (one,) = advised(before, make_topic(action="write", **{**near, **now}), **rest)
    assert why in one.why
    assert "within chance" not in one.why


def test_on_the_same_questions_other_advice_is_no_matter_of_chance():
    near = {**NEAR, "found": wilson(5 / 15, 15)}
    (one,) = advised(make_topic(action="improve", **near), make_topic(action="write", **near))
    assert one.why.endswith(
        "its questions are the same, so what else was read moved it: both may be right"
    )


def test_records_without_verdicts_on_each_question_are_not_compared_by_them():
    old = make_topic(wordings=SHARED, action="improve", **NEAR)
    new = make_topic(action="write", found=wilson(5 / 15, 15), **NEAR)
    (one,) = advised(old, new)
    assert one.why == "2 of its wordings are new and 3 gone"


def test_the_same_advice_is_not_told():
    topic = make_topic(action="write", **NEAR)
    assert advised(topic, topic) == ()
    assert advised(make_topic(**NEAR), topic) == ()  # an old record knows no advice


@pytest.mark.parametrize(
    ("then", "today", "told"),
    [(100, 100, True), (99, 100, False), (100, 99, False), (99, 99, False)],
)
def test_shares_are_compared_where_both_runs_had_enough(then, today, told):
    bands = {"ready": 5}
    before = make_record(questions=then, answered=60, bands=bands)
    now = make_record(questions=today, answered=70, bands=bands, log="l2")
    move = compare_records(before, now).moves.coverage
    assert (move.change is not None) is told
    assert told or f"(60 of {then} questions answered then, 70 of {today} now)" in move.hindrance


def test_a_record_that_does_not_hold_the_number_answered_invents_none():
    before = make_record(questions=50, coverage=Interval(0.3, 0.2, 0.4))
    now = make_record(questions=50, coverage=Interval(0.8, 0.7, 0.9), answered=30, log="l2")
    move = compare_records(before, now).moves.coverage
    assert move.hindrance == "too little for a share, then or now"
