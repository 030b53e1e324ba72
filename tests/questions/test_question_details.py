"""What a log tells of a question besides its text."""

from __future__ import annotations

import json
import re

import pytest
from msgspec.structs import fields

from kbtool.model import SIGNALS, Question
from kbtool.questions.details import READ, REPLY, read_count, read_csat
from kbtool.questions.signals import SIGNALS as REASONS
from kbtool.questions.tables.columns import USUAL_NAMES, Columns

NAMES = {field.name for field in fields(Question)}


def test_every_field_of_a_question_can_be_read_from_a_column_or_key():
    assert {field.name for field in fields(Columns)} == NAMES == set(USUAL_NAMES)
    assert READ.keys() < NAMES


def test_details_are_read_from_json(read_log):
    row = {
        "text": "How do I pay?",
        "subject": "Billing &amp; more",
        "tags": ["billing", "vip"],
        "status": "Solved",
        "csat": "Good",
        "reopens": "2",
        "replies": 3,
        "agent_reply": "<p>Open <b>Settings</b>.</p>",
        "bot": "fallback",
        "results": 7,
        "clicks": 0,
        "signals": ["redacted", "bot-fallback"],
    }
    (asked,) = read_log(json.dumps(row), "log.jsonl").questions
    assert {name: getattr(asked, name) for name in row} == {
        **row,
        "text": "Billing & more. How do I pay?",
        "subject": "Billing & more",
        "tags": ("billing", "vip"),
        "status": "solved",
        "csat": 1.0,
        "reopens": 2,
        "agent_reply": "Open Settings.",
        "signals": ("redacted", "bot-fallback"),
    }


def test_details_that_are_missing_keep_their_defaults(read_log):
    row = {"text": "How do I pay?", "subject": " ", "tags": [], "csat": None, "reopens": ""}
    (asked,) = read_log(json.dumps(row), "log.jsonl").questions
    plain = Question(asked.id, asked.text)
    assert asked == plain


def test_a_detail_beyond_reading_is_left_out_with_a_warning(read_log):
    row = {"text": "How do I pay?", "reopens": -1, "csat": "so-so", "subject": [1]}
    log = read_log(json.dumps(row), "log.jsonl")
    assert sorted(warning.partition("log.jsonl")[2] for warning in log.warnings) == [
        ":1: not a value for csat, left out: 'so-so'",
        ":1: not a value for reopens, left out: -1",
        ":1: not a value for subject, left out: a list",
    ]


def test_a_long_reply_is_shortened(read_log):
    row = {"text": "How do I pay?", "agent_reply": "word " * 10_000}
    (asked,) = read_log(json.dumps(row), "log.jsonl").questions
    assert len(asked.agent_reply) <= REPLY
    assert asked.agent_reply.endswith("word…")


CSAT = (
    *(("good", 1.0), (" BAD ", 0.0), (0.25, 0.25), ("0.25", 0.25), (1.0, 1.0), (0, 0.0)),
    *(("offered", None), (4, None), (-1, None), ("1", 1.0), ("1,0", 1.0), (1, 1.0)),
)


@pytest.mark.parametrize(("value", "csat"), CSAT)
def test_content_is_a_share(value, csat):
    assert read_csat(value) == csat


@pytest.mark.parametrize("scores", [["1", "4", "1"], ["1", "1", "5"], ["0.5", "3", "1"]])
def test_the_worst_of_five_points_is_never_read_as_content(scores, read_log):
    rows = "".join(f"How do I pay bill {at}?,{score}\n" for at, score in enumerate(scores))
    log = read_log(f"question,csat\n{rows}", "log.csv")
    assert [question.csat for question in log.questions] == [None] * 3
    assert "not a value for csat, left out: " in log.warnings[0]
    assert log.warnings[0].endswith(" and 2 more")


@pytest.mark.parametrize("scores", [[1.0, 4.0], [2.0, 1.0]])
def test_points_of_a_table_with_blanks_are_no_shares(scores, read_log):
    rows = [{"text": f"How do I pay bill {at}?", "csat": s} for at, s in enumerate(scores)]
    log = read_log("\n".join(map(json.dumps, rows)), "log.jsonl")
    assert [question.csat for question in log.questions] == [None, None]


SCALES = {  # csat of rows in a row -> what is read of it
    "points far below": ([1.0] * 5_200 + [4.0, 1.0], [None] * 5_202),
    "points at once": ([1.0, 4.0, 1.0], [None] * 3),
    "nothing but 1.0": ([1.0] * 3, [None] * 3),
    "shares": ([1.0, 0.5, 1.0], [1.0, 0.5, 1.0]),
    "yes and no": ([1.0, 0.0, 1.0], [1.0, 0.0, 1.0]),
    "a share far below": ([1.0] * 5_200 + [0.5, 1.0], [None] * 5_200 + [0.5, 1.0]),
    "whole numbers": ([1, 0, 1], [1.0, 0.0, 1.0]),
    "texts": (["0", "1", "0.5", "1"], [0.0, 1.0, 0.5, 1.0]),
    "zero of five points": ([0, 1, 4], [None] * 3),
    "nothing but 1": ([1, "1"], [None] * 2),
    "words": (["good", 1.0, "bad"], [1.0, None, 0.0]),
}


@pytest.mark.parametrize(("scores", "read"), SCALES.values(), ids=SCALES)
def test_a_score_is_read_once_its_scale_is_known(scores, read, read_log):
    rows = [{"text": f"How do I pay bill {at}?", "csat": s} for at, s in enumerate(scores)]
    log = read_log("\n".join(map(json.dumps, rows)), "log.jsonl")
    assert [question.csat for question in log.questions] == read
    assert any("csat" in warning for warning in log.warnings) is (None in read)


def test_a_column_of_zeros_and_ones_keeps_both(read_log):
    rows = "".join(f"How do I pay bill {at}?,{at % 2}\n" for at in range(4))
    log = read_log(f"question,csat\n{rows}", "log.csv")
    assert [question.csat for question in log.questions] == [0.0, 1.0, 0.0, 1.0]
    assert not log.warnings


def test_what_kbtool_or_a_help_desk_wrote_is_a_share(read_log):
    row = {"schema": "kbtool.question/1", "id": "1", "text": "How do I pay?", "csat": 1.0}
    assert read_log(json.dumps(row), "a.jsonl").questions[0].csat == 1.0
    talk = {
        "type": "conversation",
        "id": "1",
        "source": {"delivered_as": "customer_initiated", "body": "How do I pay?"},
        "conversation_rating": {"rating": 5},
    }
    assert read_log(json.dumps(talk), "b.jsonl").questions[0].csat == 1.0


COUNTS = {"3": 3, "1,200": 1200, 0: 0, "2.0": 2, "2.5": None, "many": None, True: None}


@pytest.mark.parametrize(("value", "count"), COUNTS.items())
def test_counts_are_whole_numbers(value, count):
    assert read_count(value) == count


def test_signals_are_sorted_words_that_the_readers_use():
    assert list(SIGNALS) == sorted(set(SIGNALS))
    assert all(re.fullmatch(r"[a-z-]+", word) for word in SIGNALS)


def test_rows_are_left_out_by_signals_that_there_are():
    assert REASONS.keys() < set(SIGNALS)
