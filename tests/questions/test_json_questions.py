"""JSON Lines and JSON arrays, sound and broken."""

from __future__ import annotations

import json
import re
import sys

import pytest

from kbtool.broken_json import find_cut, find_end, find_entry
from kbtool.errors import InputError
from kbtool.questions import Limits, read_questions

GOOD = '{"id": "1", "text": "How do I pay?"}'


def test_every_known_key_finds_its_field(read_log):
    row = {
        "id": 7,
        "text": "How do I pay?",
        "gold": ["billing", 12, "billing"],
        "date": "2024-05-01",
        "channel": "Chat",
        "requester": "a@example.com",
        "count": 3,
        "lang": "en",
        "label": "ignored",
    }
    (question,) = read_log(json.dumps(row), "log.jsonl").questions
    assert (question.id, question.text, question.gold) == (
        "7",
        "How do I pay?",
        ("billing", "12"),
    )
    assert question.asked_at is not None
    assert question.asked_at.isoformat() == "2024-05-01T00:00:00+00:00"
    assert (question.channel, question.requester) == ("chat", "person 1")
    assert (question.weight, question.locale) == (3.0, "en")


BROKEN = {
    "cut short": ('{"text": "How', "not valid JSON: Unterminated string starting at at column 10"),
    "not an object": ('["text"]', "not a JSON object"),
    "a number": ("12", "not a JSON object"),
    "text after the object": (GOOD + " x", "not valid JSON: Extra data at column 38"),
    "no text": (
        '{"vraag": "Wie?"}',
        "no key is known to hold a question (--text-column names one)",
    ),
    "text is a list": ('{"text": ["a"]}', "the question is not a text"),
    "text is an object": ('{"text": {"a": 1}}', "the question is not a text"),
    "text is a truth": ('{"text": true}', "the question is not a text"),
    "deep objects": ('{"a":' * 100_000, "JSON that is nested too deeply"),
    "deep arrays": ("[" * 1_000_000, "JSON that is nested too deeply"),
    "huge integer": ('{"text": ' + "9" * 5_000 + "}", "a number with too many digits"),
    "control character": (
        '{"text": "a\tb"}',
        "not valid JSON: Invalid control character at at column 12",
    ),
    "line over the limit": (
        '{"text": "' + "x" * 4_000_000,
        "a line with more than 4,000,000 characters",
    ),
}


@pytest.mark.parametrize(("line", "reason"), BROKEN.values(), ids=BROKEN)
def test_a_broken_line_is_rejected_and_the_rest_is_read(read_log, line, reason):
    log = read_log(f'{GOOD}\n\n{line}\r\n{{"text": "Where is my bill?"}}\n', "log.jsonl")
    assert [question.text for question in log.questions] == ["How do I pay?", "Where is my bill?"]
    assert [(row.line, row.reason) for row in log.rejected] == [(3, reason)]


ODD = {
    "lone surrogate": (r'"A \ud800 sign?"', "A \ufffd sign?"),
    "pair of surrogates": (r'"A \ud83d\ude00 sign?"', "A \U0001f600 sign?"),
    "escaped NUL": (r'"A\u0000 sign?"', "A sign?"),
    "escaped line ends": (r'"A\r\n\n sign?"', "A sign?"),
}


@pytest.mark.parametrize(("value", "text"), ODD.values(), ids=ODD)
def test_an_odd_text_is_made_fit(read_log, value, text):
    (question,) = read_log(f'{{"text": {value}}}', "log.jsonl").questions
    assert question.text == text


def test_missing_values_are_missing_however_they_are_written(read_log):
    line = '{"text": "How do I pay?", "id": NaN, "date": NaN, "count": null, "gold": null}'
    log = read_log(line, "log.jsonl")
    (question,) = log.questions
    assert question.id.startswith("q-")
    assert (question.asked_at, question.weight) == (None, 1.0)
    assert (question.resolved_by, question.requester, log.warnings) == ((), "", ())


def test_numbers_beyond_reason_are_warned_of(read_log):
    log = read_log('{"text": "How do I pay?", "weight": 1e999, "date": {"a": 1}}\n', "log.jsonl")
    assert [warning.partition("log.jsonl")[2] for warning in log.warnings] == [
        ":1: not a number of times, taken as 1: inf",
        ":1: not a date, left out: a dict",
    ]


def test_null_and_numbers_are_texts_that_ask_nothing(read_log):
    log = read_log(f'{GOOD}\n{{"text": null}}\n{{"text": 404}}\n', "log.jsonl")
    assert [(row.line, row.reason) for row in log.excluded] == [(2, "empty"), (3, "no letters")]


@pytest.mark.parametrize("name", ["log.jsonl", "log.ndjson", "log.json", "LOG.JSON"])
def test_lines_are_read_under_every_ending(read_log, name):
    assert len(read_log(f"\n{GOOD}\n", name).questions) == 1


def test_a_json_file_may_be_one_array(read_log):
    content = f'\n [\n{GOOD} ,\n"x",\n\n{{"text":\n"Where is my bill?"}} ]\n'
    log = read_log(content, "log.json")
    assert [question.text for question in log.questions] == ["How do I pay?", "Where is my bill?"]
    assert [(row.line, row.reason) for row in log.rejected] == [(4, "not a JSON object")]


USELESS_ARRAYS = {
    "empty": ("[]", 0, "no questions in it"),
    "opened only": ("[", 1, "the file ends within an array"),
    "deep": ("[" * 100_000, 1, "nested too deeply"),
    "a page that never ends": ('{"tickets": [\n{"id": 1', 2, "the file is cut off"),
}


@pytest.mark.parametrize(("content", "line", "part"), USELESS_ARRAYS.values(), ids=USELESS_ARRAYS)
def test_an_array_without_a_question_says_where_it_breaks(read_log, content, line, part):
    with pytest.raises(InputError) as caught:
        read_log(content, "log.json")
    assert caught.value.line == line
    assert part in caught.value.message


LAST = '{"text": "Where is my bill?"}'
BROKEN_ARRAYS = {
    "not closed": (f"[\n{GOOD},\n{LAST}\n", 4, "the file ends within an array"),
    "cut off": (f'[\n{GOOD},\n{LAST},\n{{"text": "Wh', 4, "not valid JSON"),
    "comma missing": (f"[\n{GOOD}\n{LAST}]", 3, "neither a comma nor the array's end"),
    "comma twice": (f"[{GOOD},\n,{LAST}]", 2, "not valid JSON"),
    "broken element": (f"[\n{GOOD},\n{{a}},\n{LAST}]", 3, "not valid JSON"),
    "an element of brackets": (f"[{GOOD},\n{{'a': [{{}}, {{'text': 'no'}}]}},\n{LAST}]", 2, "JSON"),
    "a byte before an element": (f"[{GOOD},\n\xff{LAST},\n{LAST}]", 2, "not valid JSON"),
    "a byte behind an element": (f"[{GOOD}\xff,\n{LAST}]", 1, "neither a comma"),
    "a quote too many": (f'[{GOOD},\n{{"text": "Why "this?"}},\n{LAST}]', 2, "not valid JSON"),
    "a quote too few": (f'[{GOOD},\n{{"text": "Why?}},\n{LAST}]', 2, "not valid JSON"),
    "a huge number": (f'[{GOOD},\n{{"text": {"1" * 5_000}}},\n{LAST}]', 2, "too many digits"),
    "deep": (f"[{GOOD},\n{'[' * 200_000}{']' * 200_000},\n{LAST}]", 2, "nested too deeply"),
}


@pytest.mark.parametrize(("content", "line", "part"), BROKEN_ARRAYS.values(), ids=BROKEN_ARRAYS)
def test_a_broken_element_spoils_no_other(read_log, content, line, part):
    log = read_log(content.encode("latin-1"), "log.json")
    texts = [question.text for question in log.questions]
    assert (texts[0], texts[-1]) == ("How do I pay?", "Where is my bill?")
    assert "no" not in texts
    assert log.rejected[0].line == line
    assert part in log.rejected[0].reason


PAGE = """{"tickets": [
  {"id": 1, "url": "x", "description": "How do I pay?", "via": {"channel": "web"}},
  {"id": 2, "url": "x", "description": "How do I log in?"%s },
  {"id": 3, "url": "x", "description": "Where is my bill?", "via": {"channel": "web"}}
], "users": [], "count": 3}
"""


@pytest.mark.parametrize("broken", [",", ', "a": b', "\xff", ', "tags": [a]'])
def test_a_broken_record_of_a_page_spoils_no_other(read_log, broken):
    page = (PAGE % broken).encode("latin-1")
    log = read_log(page + (PAGE % "").encode(), "log.json")
    # The third record of the first page is whole, and the second of the next is read as new.
    texts = [question.text for question in log.questions]
    assert texts == ["How do I pay?", "Where is my bill?", "How do I log in?"]
    assert [row.line for row in log.rejected] == [3]


def test_of_a_page_cut_off_anywhere_what_is_whole_is_read(read_log):
    texts = ["How do I pay?", "Where is my bill, [x] or {y}?"]
    records = [
        {
            "type": "conversation",
            "id": text,
            "source": {"delivered_as": "customer_initiated", "body": text},
        }
        for text in texts
    ]
    page = json.dumps({"conversations": records, "type": "conversation.list"}, indent=1)
    ends = [match.end() for match in re.finditer(r"\n  \}", page)]  # of a conversation
    for cut in range(ends[0], len(page)):
        log = read_log(page[:cut], "log.json")
        assert [q.text for q in log.questions] == texts[: 1 + (cut >= ends[1])]
        (bad,) = log.rejected
        assert not bad.text.startswith(",")
    assert bad.reason.startswith("the file is cut off: it ends on line")


PIECES = ('\\"', '"', "[", "{", "]", ",", '"a', '\\"\n', '{"')


@pytest.mark.parametrize("piece", PIECES)
def test_work_on_broken_json_grows_with_the_text_alone(piece):
    few, more = (count_steps(piece * number) for number in (2_000, 8_000))
    assert more < 4.5 * few + 100


@pytest.mark.parametrize("piece", PIECES)
def test_no_broken_json_makes_up_an_end_or_a_cut_behind_itself(piece):
    text = "[" + piece * 300_000
    entry, cut = find_entry(text, 0, 300_000), find_cut(text, 0)
    assert (find_end(text, 0) or 0) <= len(text)
    assert entry is None or 0 < entry.start <= entry.end <= len(text)
    assert cut is None or (0 < cut.at <= len(text) and set(cut.closing) <= {"]", "}"})


def count_steps(text):
    """Calls of Python functions while brackets are looked for: what no other process disturbs."""
    steps, before = 0, sys.getprofile()

    def count(_frame, event, _argument):
        nonlocal steps
        steps += event == "call"

    sys.setprofile(count)
    try:
        find_end(text, 0)
        find_entry("[" + text, 0, len(text))
        find_cut("[" + text, 0)
    finally:
        sys.setprofile(before)
    return steps


def test_a_page_of_broken_records_alone_is_refused_in_the_end(read_log):
    with pytest.raises(InputError, match="not valid JSON"):
        read_log('{"tickets": [' + "{a}, " * 1_000 + "{}]}", "log.json")


def test_a_key_that_the_user_names_wins_over_the_usual_ones(read_log):
    (question,) = read_log(
        '{"text": "no", "Vraag": "Wo ist sie?"}', "log.jsonl", text="Vraag"
    ).questions
    assert question.text == "Wo ist sie?"


def test_a_file_of_other_objects_says_how_to_name_the_text(read_log):
    with pytest.raises(InputError, match=r"no row can be read; .* \(--text-column names one\)"):
        read_log('{"vraag": "Wie?"}\n{"vraag": "Wo?"}\n', "log.jsonl")


def test_an_array_may_not_outgrow_the_limit(tmp_path):
    path = tmp_path / "log.json"
    path.write_text(f"[{GOOD}]")
    limit = len(path.read_text())
    assert len(read_questions([path], limits=Limits(array=limit)).questions) == 1
    with pytest.raises(InputError, match=f"an array with more than {limit - 1} characters"):
        read_questions([path], limits=Limits(array=limit - 1))


def test_a_named_key_that_no_row_has_is_warned_of(read_log):
    content = f'{GOOD}\n{{"text": "Where is it?", "via": "chat"}}\n'
    log = read_log(content, "log.jsonl", channel="via", requester="mail")
    assert [warning.partition("log.jsonl")[2] for warning in log.warnings] == [
        ": no row has 'mail'"
    ]
