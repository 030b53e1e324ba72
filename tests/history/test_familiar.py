"""Questions in topics known from the run before and in new ones, counted by hand."""

import pytest
from small_runs import make_record, make_topic

from kbtool.history import compare_records, tell_changes

BEFORE = (make_topic("t1", ("a", "b", "c")), make_topic("t2", ("d", "e")))


def count(*topics, questions=100):
    now = make_record(topics=topics, questions=questions)
    return tell_changes(compare_records(make_record(topics=BEFORE), now)).familiar


@pytest.mark.parametrize(
    ("topic", "known"),
    [
        (make_topic("t1", ("x", "y"), questions=30), True),  # known again by its words
        (make_topic("t9", ("a", "d", "x"), questions=30), True),  # put together from two
        (make_topic("t9", ("a", "x", "y"), questions=30), False),
        (make_topic("t9", ("x", "y"), questions=30), False),
    ],
)
def test_a_topic_is_known_by_its_id_or_by_what_was_asked_before(topic, known):
    found = count(topic, make_topic("t2", ("d",), questions=10))
    assert (found.known, found.new) == ((40, 0) if known else (10, 30))
    assert (found.alone, found.new_topics) == (60, int(not known))


def test_a_run_without_questions_tells_nothing():
    assert count(questions=0) is None
