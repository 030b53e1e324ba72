"""Laws that hold for every vendor."""

from __future__ import annotations

import copy
import json
import pkgutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import fields

from kbtool.model import SIGNALS
from kbtool.questions import vendors
from kbtool.questions.rows import JOINED, UNREADABLE
from kbtool.questions.tables.columns import Columns
from kbtool.questions.vendors import find_vendor, load_vendors

FOLDER = Path(__file__).parent
FIELDS = {field.name for field in fields(Columns)}
FILES = sorted(path for path in FOLDER.iterdir() if path.suffix in (".json", ".jsonl", ".ndjson"))
ODD = st.sampled_from([None, [], {}, "", "x", [None], ["x"], [{}], {"a": []}, True, -1, 1.5, "\0"])


def _records(path: Path) -> list[dict[str, Any]]:
    """All objects at the top of a fixture, those of arrays included."""
    text, at, found = path.read_text(encoding="utf-8"), 0, []
    decoder = json.JSONDecoder()
    while text[at:].strip():
        at += len(text[at:]) - len(text[at:].lstrip())
        value, at = decoder.raw_decode(text, at)
        found += value if isinstance(value, list) else [value]
    return found


BOTS: list[dict[str, Any]] = [
    {
        "sender_id": "u1",
        "events": [
            {"event": "user", "text": "hi", "parse_data": {"intent": {"name": "nlu_fallback"}}},
            {"event": "active_loop", "name": "form"},
            {"event": "action", "name": "action_handoff"},
            {"event": "user", "text": "how do I pay"},
        ],
    },
    {"id": 1, "sender_id": "u1", "type_name": "user", "data": {"text": "how do I pay"}},
    {
        "conversation_name": "a/b",
        "turn_position": 1,
        "request": {"queryInput": {"text": {"text": "how do I pay"}}},
        "response": {"queryResult": {"match": {}, "responseMessages": [{}]}},
    },
]
RECORDS = [record for path in FILES for record in _records(path)] + BOTS


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Every list or object in a value, with each of its indexes or keys."""
    items = value.items() if isinstance(value, dict) else enumerate(value)
    inner = [place for _, item in items if isinstance(item, dict | list) for place in _places(item)]
    return [
        (value, key) for key in (value if isinstance(value, dict) else range(len(value)))
    ] + inner


def test_every_module_in_the_folder_offers_a_vendor_of_its_own_name():
    modules = [module.name for module in pkgutil.iter_modules(vendors.__path__)]
    assert len(load_vendors()) == len(modules)
    assert len({vendor.name for vendor in load_vendors()}) == len(modules)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_record_of_a_fixture_is_known_by_one_vendor_alone(path):
    for record in _records(path):
        assert len([vendor for vendor in load_vendors() if vendor.matches(record)]) == 1


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_vendors_give_fields_and_signals_that_there_are(path):
    for record in _records(path):
        for values in find_vendor(record).read(record):
            assert "text" in values
            assert values.keys() <= {*FIELDS, JOINED}
            assert set(values.get("signals", ())) <= set(SIGNALS)


PLAIN = [
    {"id": "1", "text": "How do I pay?", "channel": "chat", "tags": ["a"]},
    {"ticket": "T-1", "question": "How do I pay?"},
    {"ticket": {"number": 7}, "question": "How do I pay?"},
    {"type": "list", "text": "How do I pay?"},
    {"results": [{"text": "x"}], "text": "How do I pay?"},
    {"source": "web", "priority": "1", "requester_id": "5", "description": "How do I pay?"},
    {"events": "none", "sender_id": "3", "text": "How do I pay?"},
]


@pytest.mark.parametrize("record", PLAIN, ids=str)
def test_a_row_of_some_log_is_no_vendors(record, read_log):
    assert find_vendor(record) is None
    (question,) = read_log(json.dumps(record), "log.jsonl").questions
    assert question.text == "How do I pay?"


def test_a_key_that_the_user_names_is_read_from_any_record(read_log):
    record = {"subject": "A", "description": "B", "requester_id": 1, "submitter_id": 1}
    record["note"] = "Where is it?"
    (question,) = read_log(json.dumps(record), "a.jsonl", text="note").questions
    assert question.text == "Where is it?"


@given(record=st.sampled_from(RECORDS), data=st.data())
def test_whatever_a_record_holds_reading_it_raises_nothing(record, data):
    record = copy.deepcopy(record)
    for _ in range(data.draw(st.integers(1, 4))):
        places = _places(record)
        parent, key = places[data.draw(st.integers(0, len(places) - 1))]
        parent[key] = copy.deepcopy(data.draw(ODD))
    for vendor in load_vendors():
        vendor.matches(record)
        assert all({"text", UNREADABLE} & values.keys() for values in vendor.read(record))
