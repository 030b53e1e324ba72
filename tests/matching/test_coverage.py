"""Coverage by how many times each question was asked."""

import pytest

from kbtool.matching.coverage import effective_size, share_answered
from kbtool.matching.intervals import wilson
from kbtool.model import Question, count_askings


def asked(*parts):
    """Pairs from (weight, requester, answered)."""
    return [
        (Question(str(at), "t", weight=w, requester=r), a) for at, (w, r, a) in enumerate(parts)
    ]


def test_questions_asked_once_are_a_plain_share():
    log = asked(*[(1.0, "p", at < 3) for at in range(7)])
    assert share_answered(log) == wilson(3 / 7, 7)
    assert count_askings(question for question, _ in log) is None


def test_what_is_asked_often_counts_often():
    log = asked(*[(1.0, "", True)] * 90, *[(1000.0, "", False)] * 20)
    share = share_answered(log)
    assert share.value == pytest.approx(90 / 20_090)
    assert share == wilson(90 / 20_090, 20_090**2 / (90 + 20 * 1000**2))  # some 20 rows
    assert share.high > 0.1
    assert count_askings(question for question, _ in log) == 20_090


def test_equal_weights_tell_no_more_than_their_rows():
    assert share_answered(asked(*[(50.0, "", at < 5) for at in range(10)])) == wilson(0.5, 10)


def test_few_people_tell_less_than_many_rows():
    log = asked(*[(2.0, "ab"[at % 2], at < 5) for at in range(10)])
    assert share_answered(log) == wilson(0.5, 2)


@pytest.mark.parametrize("log", [[], asked((0.0, "", True))])
def test_nothing_asked_has_no_share(log):
    assert share_answered(log) is None


@pytest.mark.parametrize(
    ("people", "size"),
    [
        ([], 0),
        ([(1.0, "")] * 5, 5),
        ([(1.0, "ann")] * 5, 1),
        ([(1.0, "ann")] * 3 + [(1.0, "bob"), (1.0, "")], 25 / (9 + 1 + 1)),
        ([(3.0, ""), (1.0, "bob"), (1.0, "")], 25 / (9 + 1 + 1)),
        ([(0.0, "")], 0),
    ],
)
def test_who_asks_often_tells_no_more_than_a_row_asked_often(people, size):
    questions = [question for question, _ in asked(*[(w, r, True) for w, r in people])]
    assert effective_size(questions) == pytest.approx(size)
