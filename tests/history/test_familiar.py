"""Questions in topics known from the run before and in new ones, counted by hand."""

from datetime import date

import pytest
from small_runs import KEY, make_record, make_topic

from kbtool.history import Circumstances, Seen, compare_records, tell_changes
from kbtool.history import make_record as make_recorded
from kbtool.matching import find_gaps
from kbtool.model import KnowledgeBase, Question, QuestionLog

BEFORE = (make_topic("t1", ("a", "b", "c")), make_topic("t2", ("d", "e")))


def count(*topics, questions=100, wordless=0):
    now = make_record(topics=topics, questions=questions, wordless=wordless)
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


def test_questions_without_a_word_are_counted_apart():
    found = count(make_topic("t1", questions=30), wordless=7)
    assert (found.known, found.new, found.alone, found.wordless) == (30, 0, 63, 7)
    assert count(questions=7, wordless=7) is None


def test_a_record_counts_as_many_in_no_group_as_its_report():
    kb = KnowledgeBase.of((), date(2026, 11, 22))
    log = QuestionLog(tuple(Question(text, text) for text in ("???", "...", "refund a card")))
    report = find_gaps(kb, log.questions)
    assert len(report.unmatchable) == 2
    record = make_recorded(Seen(kb, report, log), Circumstances({}, ""), KEY)
    found = tell_changes(compare_records(make_record(), record)).familiar
    assert (found.alone, found.wordless) == (len(report.ungrouped), 2)
