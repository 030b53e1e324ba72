"""Logs of bots and reports of searches; fixtures are ours, made from the documented fields."""

import csv
import json

import pytest

from kbtool.questions import read_questions


@pytest.fixture
def read(tmp_path):
    def read_value(value, name="export.json"):
        path = tmp_path / name
        path.write_text(json.dumps(value), encoding="utf-8")
        return read_questions([path])

    return read_value


def turn(text, intent="faq"):
    parsed = {"intent": {"name": intent, "confidence": 0.7}}
    return {
        "event": "user",
        "timestamp": 1772450000.5,
        "text": text,
        "input_channel": "rest",
        "parse_data": parsed,
    }


def tracker(*events):
    return {"sender_id": "u7", "events": [{"event": "action", "name": "action_listen"}, *events]}


def test_of_a_tracker_the_first_turn_with_words_is_the_question(read):
    log = read(tracker(turn("/start"), turn("Cards"), turn("How do I freeze my card?")))
    (question,) = log.questions
    assert question.text == "How do I freeze my card?"
    assert (question.bot, question.channel) == ("answered", "rest")
    assert question.asked_at.isoformat().startswith("2026-03-02T")


@pytest.mark.parametrize(
    "events",
    [
        [turn("where is my parcel now", "nlu_fallback")],
        [turn("where is my parcel now"), {"event": "action", "name": "action_default_fallback"}],
    ],
)
def test_a_fallback_of_the_assistant_is_noted(events, read):
    (question,) = read(tracker(*events)).questions
    assert (question.bot, question.signals) == ("fallback", ("bot-fallback",))


STORED = [  # rows of the table "events", as a tracker store in SQL has them
    (1, "u7", "action", 1780000000.1, None, "action_session_start", {"event": "action"}),
    (2, "u7", "user", 1772450000.5, "faq", None, turn("How do I freeze my card?")),
    (3, "u7", "bot", 1780000004.0, None, None, {"event": "bot", "text": "In the app."}),
    (4, "u8", "user", 1780000009.0, "nlu_fallback", None, turn("my voucher is refused")),
    (5, "u8", "user", 1780000010.0, None, None, turn("/restart")),
    (6, "u9", "user", 1780000011.0, None, None, None),
]
STORE = ("id", "sender_id", "type_name", "timestamp", "intent_name", "action_name", "data")


@pytest.mark.parametrize("name", ["events.csv", "events.jsonl"])
def test_rows_of_a_tracker_store_in_sql_are_turns(name, tmp_path):
    rows = [dict(zip(STORE, (*row[:-1], json.dumps(row[-1])), strict=True)) for row in STORED]
    path = tmp_path / name
    with path.open("w", encoding="utf-8", newline="") as stream:
        if name.endswith(".csv"):
            writer = csv.DictWriter(stream, STORE)
            writer.writeheader()
            writer.writerows(rows)
        else:
            stream.writelines(json.dumps(row) + "\n" for row in rows)
    log = read_questions([path])
    assert [(q.id, q.text, q.bot) for q in log.questions] == [
        ("2", "How do I freeze my card?", ""),
        ("4", "my voucher is refused", "fallback"),
    ]
    assert log.questions[0].asked_at.isoformat().startswith("2026-03-02T")
    assert log.questions[0].requester != log.questions[1].requester


def test_turns_of_dialogflow_are_read_from_a_table_too(tmp_path):
    row = row_of("how do I pay a bill", "NO_MATCH", packed=True)
    path = tmp_path / "turns.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(row))
        writer.writeheader()
        writer.writerow(row)
    (question,) = read_questions([path]).questions
    assert (question.id, question.text, question.bot) == ("s1-2", "how do I pay a bill", "fallback")


def row_of(text, match="INTENT", *, packed=False):
    request = {"queryInput": {"text": {"text": text}, "languageCode": "en"}}
    response = {"queryResult": {"match": {"matchType": match, "confidence": 0.4}}}
    return {
        "conversation_name": "projects/p/agents/a/sessions/s1",
        "turn_position": 2,
        "request_time": "2026-03-02T10:00:00Z",
        "language_code": "en",
        "request": json.dumps(request) if packed else request,
        "response": json.dumps(response) if packed else response,
    }


@pytest.mark.parametrize("packed", [True, False])
def test_a_turn_of_dialogflow_is_a_question(packed, read):
    (question,) = read(row_of("how do I pay a bill", "NO_MATCH", packed=packed)).questions
    assert (question.id, question.text) == ("s1-2", "how do I pay a bill")
    assert (question.bot, question.locale) == ("fallback", "en")


def test_a_turn_without_the_name_of_its_conversation_is_a_question(read):
    row = row_of("how do I pay a bill", "NO_MATCH")
    del row["conversation_name"]
    (question,) = read(row).questions
    assert (question.text, question.bot) == ("how do I pay a bill", "fallback")


def test_rows_that_are_damaged_do_not_stop_the_others(read):
    rows = [
        row_of("how do I pay"),
        {**row_of("x"), "request": "{broken"},
        row_of("close my account"),
    ]
    rows[2]["turn_position"] = 3
    assert [question.text for question in read(rows).questions] == [
        "how do I pay",
        "close my account",
    ]


def test_failed_searches_of_help_scout_count_as_often_as_they_were_made(read):
    report = {
        "current": {"visitors": 10},
        "popularSearches": [{"id": "refund", "count": 9, "results": 3}],
        "failedSearches": [{"id": "apple pay", "count": 14}, {"id": "", "count": 2}],
    }
    (question,) = read(report).questions
    assert (question.text, question.weight, question.results) == ("apple pay", 14.0, 0)


def test_terms_of_ga4_count_as_often_as_they_were_searched(read):
    report = {
        "dimensionHeaders": [{"name": "date"}, {"name": "searchTerm"}],
        "metricHeaders": [{"name": "totalUsers"}, {"name": "eventCount"}],
        "rows": [
            {
                "dimensionValues": [{"value": "20260302"}, {"value": "freeze card"}],
                "metricValues": [{"value": "5"}, {"value": "8"}],
            },
            {"dimensionValues": [{"value": "20260302"}, {"value": "(not set)"}]},
        ],
    }
    (question,) = read(report).questions
    assert (question.text, question.weight, question.channel) == ("freeze card", 8.0, "search")
