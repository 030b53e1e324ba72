"""Turns of Dialogflow that were spoken, have no words or are broken; made from its fields."""

from __future__ import annotations

import json

import pytest

from kbtool.questions import read_questions

SILENT = "a key, a button or an event, no words"


@pytest.fixture
def read(tmp_path):
    def read_value(value):
        path = tmp_path / "turns.json"
        path.write_text(json.dumps(value), encoding="utf-8")
        return read_questions([path])

    return read_value


def flow(text):
    return {
        "conversation_name": "projects/p/agents/a/sessions/s1",
        "turn_position": 2,
        "request": {"queryInput": {"text": {"text": text}}},
        "response": {"queryResult": {"match": {"matchType": "INTENT"}}},
    }


SPOKEN = {  # a turn of a telephone -> what is read of it
    "heard": ({"audio": {"config": {}}}, {"transcript": "how do I pay a bill"}),
    "written, without a request": ({}, {"text": "how do I pay a bill"}),
    "of a packed response": ({"audio": {}}, '{"transcript": "how do I pay a bill"}'),
}


@pytest.mark.parametrize(("asked", "result"), SPOKEN.values(), ids=SPOKEN)
def test_what_was_said_to_dialogflow_is_read_from_its_response(asked, result, read):
    row = flow("x")
    row["request"] = {"queryInput": asked}
    packed = isinstance(result, str)
    row["response"] = f'{{"queryResult": {result}}}' if packed else {"queryResult": result}
    assert [question.text for question in read(row).questions] == ["how do I pay a bill"]


SILENT_INPUTS = ({"event": {"event": "welcome"}}, {"dtmf": {"digits": "1"}}, {"audio": {}}, {})


def test_no_turn_of_dialogflow_is_passed_over(read):
    rows = [flow("how do I pay"), flow("close my account"), flow("x"), flow("x")]
    rows[1]["turn_position"] = 3
    rows[2]["request"], rows[3]["request"] = '{"queryInput": {"text": {"te', "oops"
    rows += [{**flow("x"), "request": {"queryInput": asked}} for asked in SILENT_INPUTS]
    rows.append({**flow("x"), "request": None})
    log = read(rows)
    assert len(log.questions) == 2
    assert log.left_out == {SILENT: len(SILENT_INPUTS) + 1}
    broken = "a turn whose request or response is no whole JSON object"
    assert [row.reason for row in log.rejected] == [broken] * 2
