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


SILENT = "a key, a button or an event, no words"


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


ANSWER = {"event": "bot", "text": "In the app."}


def act(name):
    return {"event": "action", "name": name}


def test_each_turn_of_a_tracker_is_a_question(read):
    first, second = turn("How do I freeze my card?"), turn("Where is my parcel?")
    second["message_id"] = "m2"
    log = read(tracker(turn("/start"), turn("hi"), ANSWER, first, ANSWER, second))
    assert [(q.text, q.bot, q.channel) for q in log.questions] == [
        ("How do I freeze my card?", "answered", "rest"),
        ("Where is my parcel?", "", "rest"),
    ]
    assert log.questions[1].id == "m2"
    assert {q.asked_at.date().isoformat() for q in log.questions} == {"2026-03-02"}
    assert {q.requester for q in log.questions} == {"person 1"}
    assert log.left_out == {"greeting or thanks only": 1, SILENT: 1}


@pytest.mark.parametrize("events", [[], [ANSWER], [turn("/start")], [turn(" ")]])
def test_a_tracker_without_words_has_no_question(events, read):
    log = read([tracker(*events), tracker(turn("where is my parcel now"))])
    assert [question.text for question in log.questions] == ["where is my parcel now"]


OUTCOMES = {  # events after a turn -> what the bot made of it
    "answered": ([act("action_listen"), ANSWER], "answered"),
    "not understood": ([act("action_default_fallback"), ANSWER], "fallback"),
    "a button for help": ([turn("/help"), act("action_default_fallback")], ""),
    "of a later turn": ([ANSWER, turn("my voucher fails", "nlu_fallback"), ANSWER], "answered"),
    "of a later session": (
        [ANSWER, {"event": "session_started"}, turn("why"), act("action_default_fallback")],
        "answered",
    ),
    "after a restart": (
        [ANSWER, {"event": "restart"}, turn("why"), act("action_default_fallback")],
        "answered",
    ),
    "handed over": ([act("action_human_handoff"), ANSWER], "handed over"),
    "paused for a person": ([act("action_default_fallback"), {"event": "pause"}], "handed over"),
    "cut off": ([], ""),
}


@pytest.mark.parametrize(("after", "bot"), OUTCOMES.values(), ids=OUTCOMES)
def test_what_followed_a_turn_says_what_the_bot_made_of_it(after, bot, read):
    question = read(tracker(turn("where is my parcel now"), *after)).questions[0]
    assert (question.text, question.bot) == ("where is my parcel now", bot)


def test_an_intent_for_what_is_not_understood_is_a_fallback(read):
    (question,) = read(tracker(turn("where is my parcel now", "nlu_fallback"), ANSWER)).questions
    assert (question.bot, question.signals) == ("fallback", ("bot-fallback",))


def loop(name):
    return {"event": "active_loop", "name": name}


INTERRUPTED = {"event": "loop_interrupted", "is_interrupted": True}
FORMS = {  # events before and after a turn -> whether it is an answer to the form
    "answered": ([loop("order_form")], [ANSWER], True),
    "over": ([loop("order_form"), turn("/go"), loop(None)], [ANSWER], False),
    "another session": ([loop("order_form"), {"event": "session_started"}], [ANSWER], False),
    "asked something else": ([loop("order_form")], [INTERRUPTED, ANSWER], False),
    "lost": ([loop("order_form")], [act("action_default_fallback")], False),
}


@pytest.mark.parametrize(("before", "after", "is_answer"), FORMS.values(), ids=FORMS)
def test_answers_to_a_form_are_no_questions(before, after, is_answer, read):
    log = read(tracker(turn("I want a refund"), *before, turn("the blue sofa"), *after))
    answers = {"answer to a bot that asked": 1} if is_answer else {}
    assert {reason: log.left_out[reason] for reason in log.left_out if reason != SILENT} == answers


def test_turns_without_words_are_counted_in_trackers_and_in_rows(read):
    log = read(tracker(turn("/restart"), turn(None), turn("where is my parcel now")))
    assert log.left_out == {SILENT: 2}
    rows = [
        dict(zip(STORE, (n, "u7", "user", 1.0, None, None, data), strict=True))
        for n, data in enumerate([turn("/restart"), turn("how do I pay"), '{"text": "wh', None])
    ]
    log = read(rows)
    assert log.left_out == {SILENT: 2}
    assert [row.reason for row in log.rejected] == ["a turn whose data is no whole JSON object"]


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


OUTCOMES_OF_DIALOGFLOW = {
    "answered": ("INTENT", [], "answered"),
    "lost": ("NO_MATCH", [], "fallback"),
    "handed over": ("INTENT", [{"liveAgentHandoff": {"metadata": {}}}], "handed over"),
    "handed over when lost": ("NO_MATCH", [{"liveAgentHandoff": {}}], "handed over"),
}


@pytest.mark.parametrize(
    ("match", "messages", "bot"), OUTCOMES_OF_DIALOGFLOW.values(), ids=OUTCOMES_OF_DIALOGFLOW
)
def test_dialogflow_says_what_it_made_of_a_turn(match, messages, bot, read):
    row = row_of("how do I pay a bill", match)
    row["response"]["queryResult"]["responseMessages"] = messages
    (question,) = read(row).questions
    assert question.bot == bot


def test_answers_to_what_dialogflow_asked_are_no_questions(read):
    rows = [row_of("how do I pay a bill"), row_of("the blue one", "PARAMETER_FILLING")]
    rows[1]["turn_position"] = 3
    assert read(rows).left_out == {"answer to a bot that asked": 1}


def test_trackers_rows_and_turns_of_dialogflow_give_the_same_questions(read):
    texts = ["How do I freeze my card?", "my voucher is refused", "when will it come"]
    intents = ["faq", "nlu_fallback", "faq"]
    turns = [turn(*both) for both in zip(texts, intents, strict=True)]
    rows = [
        dict(zip(STORE, (n, "u7", "user", 1.0, None, None, t), strict=True))
        for n, t in enumerate(turns)
    ]
    flow = [
        row_of(t, "NO_MATCH" if i == "nlu_fallback" else "INTENT")
        for t, i in zip(texts, intents, strict=True)
    ]
    for place, row in enumerate(flow):
        row["turn_position"] = place
    logs = [read(value) for value in (tracker(*turns), rows, flow)]
    assert [[q.text for q in log.questions] for log in logs] == [texts] * 3
    lost = [[q.text for q in log.questions if q.bot == "fallback"] for log in logs]
    assert lost == [texts[1:2]] * 3


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
            {"dimensionValues": [{"value": "2026030214"}, {"value": "(other)"}]},
            {"dimensionValues": [{"value": "20260302"}, {"value": ""}]},
        ],
        "rowCount": 4,
    }
    for export in (report, {"reports": [report, {"dimensionHeaders": [], "rowCount": 0}]}):
        log = read(export)
        (question,) = log.questions
        assert (question.text, question.weight, question.channel) == ("freeze card", 8.0, "search")
        assert question.asked_at.isoformat() == "2026-03-02T00:00:00+00:00"
        assert log.left_out == {
            "searches whose term a report does not give": 1,
            "rare searches that a report puts together": 1,
            "empty": 1,
        }
        assert not log.warnings
