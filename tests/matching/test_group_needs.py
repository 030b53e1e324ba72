"""What the people of a group need."""

import pytest

from kbtool.matching.advice.needs import find_group_need
from kbtool.model import Need, Question

ASKS = "How long does delivery take?"
ACCOUNT = "Where is my parcel?"
READS = "How do I track a parcel?"


def asked(*texts, **parts):
    return [Question(str(number), text, **parts) for number, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("texts", "need"),
    [
        ([ACCOUNT, ACCOUNT, READS], Need.ACCOUNT),
        ([ACCOUNT, READS], Need.ARTICLE),  # as many can help themselves
        ([ACCOUNT, "Please cancel the parcel", "Cancel my parcel", READS], Need.ACTION),
        ([ASKS, ASKS, READS], Need.QUICK),
        ([ASKS, READS], Need.ARTICLE),
        ([], Need.ARTICLE),
    ],
)
def test_a_group_needs_what_most_of_its_people_need(texts, need):
    assert find_group_need(asked(*texts), "en") is need


def test_people_count_and_not_their_repetitions():
    often = asked(*[ACCOUNT] * 5, requester="one")
    others = asked(READS, READS)
    assert find_group_need([*often, *others], "en") is Need.ARTICLE


@pytest.mark.parametrize(
    ("ended", "need"),
    [
        ({"csat": 0.0}, Need.ACCOUNT),
        ({"reopens": 2}, Need.ACCOUNT),
        ({"bot": "handed over"}, Need.ACCOUNT),
        ({"csat": 1.0}, Need.ARTICLE),
        ({"bot": "answered", "reopens": 0}, Need.ARTICLE),
    ],
)
def test_how_questions_ended_lets_fewer_words_do(ended, need):
    assert find_group_need(asked(ACCOUNT, READS, **ended), "en") is need


def test_unhappy_people_alone_make_no_need():
    assert find_group_need(asked(READS, READS, csat=0.0), "en") is Need.ARTICLE


def test_a_question_in_another_language_is_read_in_it():
    german = asked("Wo ist mein Paket?", "Wo bleibt mein Geld?", locale="de")
    assert find_group_need(german, "en") is Need.ACCOUNT
