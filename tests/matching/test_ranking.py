"""Gaps in order, with words for how sure we are."""

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from kbtool.matching.advice.ranking import length_in_days, make_gap, rank
from kbtool.model import Action, Cluster, Interval, Question

START = datetime(2026, 5, 1, tzinfo=UTC)


def cluster(name="a", askers=10, covered=0.0):
    share = Interval(covered, 0.0, 1.0)
    return Cluster(name, name, ("1",), askers, share, None, None, Action.WRITE, "")


def asked(days):
    return [Question(str(day), "x", START + timedelta(days=day)) for day in days]


@pytest.mark.parametrize(
    ("score", "askers", "word"),
    [
        (0.1, 3, "strong"),
        (0.15, 3, "strong"),
        (0.2, 3, "likely"),
        (0.3, 3, "weak"),
        (0.3, 5, "likely"),
        (0.3, 20, "strong"),
        (0.45, 10, "weak"),
        (0.45, 60, "strong"),
    ],
)
def test_the_likelier_a_gap_and_the_more_people_ask_the_stronger_is_the_word(score, askers, word):
    assert make_gap(cluster(askers=askers), score, [], None).confidence == word


def test_a_gap_whose_questions_are_answered_one_by_one_is_weak():
    assert make_gap(cluster(covered=0.49), 0.05, [], None).confidence == "strong"
    weak = make_gap(cluster(covered=0.5), 0.05, [], None)
    assert (weak.confidence, weak.doubt) == (
        "weak", "taken one by one, most of its questions find an answer",
    )  # fmt: skip


def test_a_gap_is_weak_without_anything_to_learn_from_and_says_so_where_it_would_be_more():
    told = [make_gap(cluster(), score, [], None, learned=False) for score in (0.05, 0.45)]
    assert [(gap.confidence, gap.doubt) for gap in told] == [
        ("weak", "too little to learn from"), ("weak", ""),
    ]  # fmt: skip


@pytest.mark.parametrize("score", [0.0, 1.0])
def test_certain_scores_have_a_word_too(score):
    assert make_gap(cluster(), score, [], None).confidence == ("weak" if score else "strong")


@pytest.mark.parametrize("action", Action)
def test_no_fact_is_to_be_filled_in_where_others_have_to_act(action):
    questions = [Question(str(at), "When is the chat open?") for at in range(3)]
    gap = make_gap(replace(cluster(), action=action), 0.1, questions, None)
    assert bool(gap.asks) is action.by_text


def test_askers_count_for_thirty_days_of_a_log():
    gap = make_gap(cluster(), 0.1, asked(range(12)), 60.0)
    assert gap.per_month.value == pytest.approx(6.0)
    assert gap.per_month.low < 6.0 < gap.per_month.high


def test_questions_without_a_date_do_not_count_for_a_month():
    questions = [*asked([0, 1]), Question("x", "x")]  # most of them are dated
    assert make_gap(cluster(), 0.1, questions, 30.0).per_month.value == pytest.approx(2.0)
    assert make_gap(cluster(), 0.1, [Question("x", "x")], None).per_month is None


def test_the_length_of_a_log_includes_its_first_and_last_day():
    assert length_in_days(asked([0, 30])) == pytest.approx(31.0)
    assert length_in_days([Question("x", "x")]) is None


def test_the_gap_that_leaves_the_most_people_without_an_answer_comes_first():
    made = [
        make_gap(cluster("b", 5), 0.1, [], None),
        make_gap(cluster("a", 5), 0.1, [], None),
        make_gap(cluster("c", 8), 0.6, [], None),
        make_gap(cluster("d", 9), 0.45, [], None),
    ]
    assert [gap.id for gap in rank(made)] == ["d", "a", "b", "c"]


def test_of_two_gaps_the_surer_one_comes_first_though_fewer_are_expected_of_it():
    # 40 times .3 is more than 6 times .9; but of 6 people at least 2.2 a log, of 5 at least 1.6.
    few, many = make_gap(cluster("f", 3), 0.0, [], None), make_gap(cluster("m", 8), 0.65, [], None)
    assert 8 * many.probability < 3 * few.probability
    larger = make_gap(cluster("l", 9), 0.65, [], None)
    assert 9 * larger.probability > 3 * few.probability
    assert [gap.id for gap in rank([few, many, larger])] == ["l", "m", "f"]


def test_a_gap_has_its_saving_and_its_effort():
    gap = make_gap(cluster(), 0.1, asked(range(12)), 60.0)
    assert gap.cost.low < gap.cost.value < gap.cost.high
    assert gap.effort == "large"
    assert make_gap(cluster(), 0.1, asked([0]), None).cost is None
    near = replace(cluster(), action=Action.IMPROVE)
    assert make_gap(near, 0.1, [], None).effort == "small"


def test_a_log_of_days_or_mostly_without_dates_gives_no_monthly_figure():
    assert make_gap(cluster(), 0.1, asked(range(10)), 10.0).per_month is None
    mostly = [*asked([0]), Question("x", "x"), Question("y", "y")]
    assert make_gap(cluster(), 0.1, mostly, 60.0).per_month is None


def test_without_anything_learned_a_gap_is_only_a_hint():
    assert make_gap(cluster(), 0.1, [], None, learned=False).confidence == "weak"
