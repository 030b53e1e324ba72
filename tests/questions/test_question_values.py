"""Dates, numbers and ids as logs write them."""

from __future__ import annotations

import math

import pytest

from kbtool.questions.cells.dates import parse_date
from kbtool.questions.cells.values import read_ids, read_weight, read_word

DATES = {
    "2024-05-01": "2024-05-01T00:00:00+00:00",
    "20240501": "2024-05-01T00:00:00+00:00",
    " 2024-05-01T10:20:30 ": "2024-05-01T10:20:30+00:00",
    "2024-05-01T10:20:30Z": "2024-05-01T10:20:30+00:00",
    "2024-05-01 10:20:30 UTC": "2024-05-01T10:20:30+00:00",
    "2024-05-01 10:20 gmt": "2024-05-01T10:20:00+00:00",
    "2024-05-01 10:20:30 +0200": "2024-05-01T08:20:30+00:00",
    "2024-05-01T23:30:00-05:00": "2024-05-02T04:30:00+00:00",
    "2024-05-01T10:20:30.123456789Z": "2024-05-01T10:20:30.123456+00:00",
    "1714558830": "2024-05-01T10:20:30+00:00",
    "1714558830000": "2024-05-01T10:20:30+00:00",
    "1714558830.5": "2024-05-01T10:20:30.500000+00:00",
    1714558830: "2024-05-01T10:20:30+00:00",
    1714558830000: "2024-05-01T10:20:30+00:00",
    1714558830.25: "2024-05-01T10:20:30.250000+00:00",
    20240501: "2024-05-01T00:00:00+00:00",
}


@pytest.mark.parametrize(("value", "moment"), DATES.items())
def test_a_date_becomes_a_moment_in_utc(value, moment):
    parsed = parse_date(value)
    assert parsed is not None
    assert parsed.isoformat() == moment


NO_DATES = [
    *("", "yesterday", "2024-02-30", "2024-13-01", "2024-05-01T25:00", "0", "5"),
    *(
        "0001-01-01",
        "9999-12-31T23:59:59-10:00",
        "0001-01-01T00:00:00+10:00",
        "2024-05-01T10:00+99:00",
    ),
    *(
        "202405011020",
        "20240501102030",
        "9" * 13,
        "9" * 10_000,
        "٢٠٢٤-٠٥-٠١",
        "\ud800",
        "2024-05-01\0",
    ),
    *(None, True, 0, -1, 45_413, 10**30, math.nan, math.inf, -math.inf, [], {"date": "2024-05-01"}),
]


@pytest.mark.parametrize("value", NO_DATES, ids=lambda value: ascii(value)[:30])
def test_what_is_not_a_date_is_none(value):
    assert parse_date(value) is None


WEIGHTS = {
    "3": 3.0,
    " 2.5 ": 2.5,
    "1,234": 1234.0,
    "12,345,678.5": 12_345_678.5,
    "1e3": 1000.0,
    "0": 0.0,
    7: 7.0,
    "-1": None,
    "1,5": 1.5,
    "1.500": 1500.0,
    "1 500": 1500.0,
    "1\u202f500": 1500.0,
    "1'500": 1500.0,
    "1’500’000": 1_500_000.0,
    "1.500.000": 1_500_000.0,
    "1.500,5": 1500.5,
    "1500.500": 1500.5,
    "0.500": 0.5,
    "1.5K": 1500.0,
    "2,5 k": 2500.0,
    "1.500K": 1500.0,
    "3M": 3_000_000.0,
    "K": None,
    "1.50.000": None,
    "1 50": None,
    "1e10": None,
    "nan": None,
    "inf": None,
    "many": None,
    "9" * 10_000: None,
    10**400: None,
    -2.0: None,
    math.nan: None,
    (): None,
}


@pytest.mark.parametrize(("value", "weight"), WEIGHTS.items(), ids=lambda value: str(value)[:12])
def test_a_weight_is_a_number_of_times(value, weight):
    assert read_weight(value) == weight


WORDS = [
    (" a\n b\u202e ", "a b"),
    (12, "12"),
    (12.0, "12"),
    (12.5, "12.5"),
    (10**30, str(10**30)),
    (math.inf, "inf"),
    (None, ""),
    (True, ""),
    ([1], ""),
    ({}, ""),
    ("x" * 10_000, "x" * 500),
]


@pytest.mark.parametrize(("value", "word"), WORDS, ids=lambda value: str(value)[:12])
def test_a_short_value_is_one_line_of_text(value, word):
    assert read_word(value) == word


IDS = [
    ("billing", ("billing",)),
    (" a, b;c |d\ne,,a ", ("a", "b", "c", "d", "e")),
    (["a", 2, "a", None, {}, "", "b, c"], ("a", "2", "b, c")),
    (360001, ("360001",)),
    (None, ()),
    ({"id": 1}, ()),
]


@pytest.mark.parametrize(("value", "ids"), IDS, ids=str)
def test_linked_articles_come_each_once_in_their_order(value, ids):
    assert read_ids(value) == ids


def test_unreadable_values_are_counted_with_the_first_of_each_kind(read_log):
    rows = [
        "question,date,count",
        "How do I pay?,May 2024,many",
        "Where is my bill?,June 2024,2",
        "Who is my agent?,,",
        "When do you open?,x\x1b[31m,",
    ]
    log = read_log("\n".join(rows))
    assert [warning.partition("log.csv")[2] for warning in log.warnings] == [
        ":2: not a number of times, taken as 1: 'many'",
        ":2: not a date, left out: 'May 2024' and 2 more",
    ]
    assert [question.weight for question in log.questions] == [1.0, 2.0, 1.0, 1.0]
    assert {question.asked_at for question in log.questions} == {None}


def test_a_long_question_is_cut_with_a_warning(read_log):
    log = read_log("question\n" + "word " * 3_000 + "\nHow do I pay?\n")
    assert [len(question.text) for question in log.questions] == [9_999, 13]
    assert "longer than 10,000 characters, cut: 'word word" in log.warnings[0]


def test_a_question_asked_no_times_is_left_out(read_log):
    log = read_log("query,count\nrefund,0\npassword,4\n")
    assert [(row.line, row.reason) for row in log.excluded] == [(2, "asked 0 times")]
    assert [question.weight for question in log.questions] == [4.0]
