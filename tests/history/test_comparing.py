"""What two records say side by side."""

import pytest
from msgspec.structs import replace
from small_runs import make_record, make_topic

from kbtool.history import Page, compare_records
from kbtool.model import Interval

ANSWERED = {"gap": False, "answered": True, "article": "refunds", "title": "Close", "answers": 2}


SAME = (Page("refunds", "Get a refund", "d1"),)
OTHER = ("quite other", "something else")


def change(before, now, *, log="l2", articles=SAME):
    """What changed between runs of these topics; the second one read another log."""
    return compare_records(
        make_record(topics=before), make_record(topics=now, log=log, articles=articles)
    )


@pytest.mark.parametrize("log", ["l1", "l2"])
@pytest.mark.parametrize(
    ("articles", "why"),
    [
        ((Page("refunds", "Get a refund", "d2"),), "the article was changed"),
        ((Page("refunds", "Close", "d1"),), "retitled from “Get a refund”"),
        ((Page("refunds", "Close", "d2"),), "retitled from “Get a refund” and changed"),
    ],
)
def test_closed_gap_tells_what_happened_to_the_article(articles, why, log):
    told = change((make_topic(),), (make_topic(**ANSWERED),), log=log, articles=articles)
    (gap,) = told.closed
    assert gap.why == f"“Close” answers 2 of the 2 questions in it now: {why}"
    assert told.regrouped == ()


def test_new_article_that_closes_a_gap_is_called_new():
    now = make_topic(**{**ANSWERED, "article": "closing"})
    (gap,) = change((make_topic(),), (now,)).closed
    assert gap.why.endswith("a new article")


@pytest.mark.parametrize(
    ("left", "why"),
    [
        (("a",), "Asked by too few people now: 1 of its wordings is left"),
        (("a", "b"), "Asked by too few people now: 2 of its wordings are left"),
    ],
)
def test_gap_that_too_few_ask_for_says_how_many_wordings_are_left(left, why):
    now = make_topic("t2", wordings=left, gap=False)
    (gap,) = change((make_topic(wordings=tuple("abcdefg")),), (now,)).closed
    assert gap.why == why


def test_gap_whose_questions_went_to_a_topic_that_a_new_article_answers_is_closed():
    now = make_topic("t2", **{**ANSWERED, "article": "closing"})
    (gap,) = change((make_topic(),), (now,)).closed
    assert gap.why == "Its questions are part of “how to t2” now, with “Close”: a new article"


@pytest.mark.parametrize(
    ("now", "why"),
    [
        ((), "No group of questions asks for it any more"),
        ((make_topic("t2", OTHER),), "No group of questions asks for it any more"),
        ((make_topic(wordings=OTHER, gap=False, askers=1),), "Only 1 asked, 2 before"),
    ],
)
def test_gap_that_is_asked_no_more_is_closed_and_says_so(now, why):
    (gap,) = change((make_topic(),), now).closed
    assert gap.why.startswith(why)


NEAR = {"words": ("close", "account", "shut")}


@pytest.mark.parametrize(
    ("before", "now", "why"),
    [
        (make_topic(), make_topic("t2"), "Its questions are part of the gap “how to t2” now"),
        (make_topic(), make_topic(**ANSWERED), "“Close” answers it now and is as it was"),
        (make_topic(), make_topic(gap=False, askers=1), "Only 1 asked, 2 before"),
        (make_topic(), make_topic(gap=False, action="split"), "No longer called a gap; what to do"),
        (
            make_topic(**NEAR),
            make_topic("t2", OTHER, words=("account", "close")),
            "Its words are those of the gap “how to t2” now",
        ),
    ],
)
def test_gap_that_only_the_grouping_took_away_is_not_closed(before, now, why):
    told = change((before,), (now,))
    gone = [gap for gap in told.regrouped if gap.gone]
    assert told.closed == ()
    assert [gap.why[: len(why)] for gap in gone] == [why]


@pytest.mark.parametrize(
    ("before", "now", "why"),
    [
        (make_topic("t2"), make_topic(), "Its questions were part of the gap “how to t2” before"),
        (make_topic(**ANSWERED), make_topic(), "Answered by “Close” then, which is as it was"),
        (make_topic(gap=False, askers=2), make_topic(), "Asked by too few people before"),
        (
            make_topic("t2", OTHER, words=("account", "close")),
            make_topic(**NEAR),
            "Its words were those of the gap “how to t2” before",
        ),
    ],
)
def test_gap_that_only_the_grouping_brought_is_not_new(before, now, why):
    told = change((before,), (now,))
    come = [gap for gap in told.regrouped if not gap.gone]
    assert told.opened == ()
    assert [gap.why[: len(why)] for gap in come] == [why]


@pytest.mark.parametrize(
    ("before", "articles", "why"),
    [
        ((), SAME, "no group of questions asked for it before"),
        ((make_topic(**ANSWERED),), (), "answered by “Close” then, which is there no more"),
        (
            (make_topic(**ANSWERED),),
            (Page("refunds", "Get a refund", "d2"),),
            "answered by “Close” then, which was changed",
        ),
        (
            (make_topic(wordings=OTHER, gap=False, askers=1),),
            SAME,
            "asked by too few people before to be called a gap",
        ),
    ],
)
def test_gap_that_customers_would_notice_is_new(before, articles, why):
    (gap,) = change(before, (make_topic(),), articles=articles).opened
    assert gap.why == why


def test_gap_that_a_single_question_asked_for_before_was_asked_by_too_few():
    new = make_topic(wordings=("close my account", "shut it", "end it all"))
    single = make_topic(wordings=("close my account",)).wordings
    before = make_record(topics=(make_topic("t2", OTHER),), ungrouped=single)
    told = compare_records(before, make_record(topics=(new,), log="l2"))
    assert [gap.why for gap in told.opened] == ["asked by too few people before to be called a gap"]


def test_gap_whose_wordings_are_still_in_the_log_is_not_asked_no_more():
    left = make_topic(wordings=OTHER)
    rest = make_topic().wordings
    now = make_record(topics=(replace(left, id="t2"),), log="l2", ungrouped=rest)
    told = compare_records(make_record(), now)
    assert told.closed == ()
    assert "Its questions are spread over other topics now" in [gap.why for gap in told.regrouped]


def test_every_gap_is_kept_new_closed_or_regrouped():
    before = (make_topic("a"), make_topic("b", OTHER), make_topic("c", ("third",)))
    now = (make_topic("a"), make_topic("d", OTHER), make_topic("e", ("fourth",)))
    told = change(before, now)
    come = [gap for gap in told.regrouped if not gap.gone]
    assert told.kept + len(told.closed) + len(told.regrouped) - len(come) == told.before.gaps
    assert told.kept + len(told.opened) + len(come) == told.now.gaps


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
