"""JSON Lines that no program should have written, and files that are not what they seem."""

from __future__ import annotations

import gzip
import json

import pytest

from kbtool.errors import InputError
from kbtool.questions import read_questions
from kbtool.render.questions.questions_jsonl import render

FIRST, LAST = '{"text": "Where is my bill?"}', '{"text": "Where is my card?"}'

# Lines that are not JSON, in the manner of the known suites of parsers.
NOT_JSON = {
    "comma at the end": '{"text": "a",}',
    "comma at the end of an array": '{"tags": [1,], "text": "a"}',
    "single quotes": "{'text': 'a'}",
    "no quotes": "{text: a}",
    "a comment": '{"text": "a" /* b */}',
    "a line comment": '{"text": "a"} // b',
    "no colon": '{"text" "a"}',
    "two colons": '{"text":: "a"}',
    "no value": '{"text":}',
    "no closing brace": '{"text": "a"',
    "no opening brace": '"text": "a"}',
    "a closing brace more": '{"text": "a"}}',
    "two objects": '{"text": "a"}{"text": "b"}',
    "a number with a leading zero": '{"text": "a", "count": 012}',
    "a number with a plus": '{"text": "a", "count": +1}',
    "a number in hexadecimal": '{"text": "a", "count": 0x1F}',
    "a number that ends on a point": '{"text": "a", "count": 1.}',
    "half an escape": '{"text": "\\u00"}',
    "an unknown escape": '{"text": "\\x41"}',
    "a lone backslash": '{"text": "\\"}',
    "True": '{"text": True}',
    "undefined": '{"text": undefined}',
    "a word": "text",
    "a text": '"text"',
    "null": "null",
    "an empty array": "[]",
    "200,000 open brackets": "[" * 200_000,
    "200,000 open objects": '{"a":' * 200_000,
    "an integer of 9,000 digits": '{"text": "a", "count": ' + "9" * 9_000 + "}",
}


@pytest.mark.parametrize("line", NOT_JSON.values(), ids=NOT_JSON)
def test_a_line_that_is_no_object_is_rejected_alone(read_log, line):
    log = read_log(f"{FIRST}\n{line}\n{LAST}\n", "log.jsonl")
    assert [question.text for question in log.questions] == [
        "Where is my bill?",
        "Where is my card?",
    ]
    assert [row.line for row in log.rejected] == [2]


# Lines that are JSON, or nearly so, and what is read of them.
ODD = {
    "a key twice: the last counts": ('{"text": "How?", "text": "What?"}', "What?", 1.0),
    "NaN": ('{"text": "How?", "count": NaN, "csat": NaN}', "How?", 1.0),
    "infinity": ('{"text": "How?", "count": Infinity, "csat": -Infinity}', "How?", 1.0),
    "a number beyond all others": ('{"text": "How?", "count": 1e999}', "How?", 1.0),
    "a number below all others": ('{"text": "How?", "count": -1e999}', "How?", 1.0),
    "nothing but a fraction": ('{"text": "How?", "count": 1e-999, "csat": 1}', None, 0.0),
    "a huge integer": ('{"text": "How?", "id": ' + "7" * 4_000 + "}", "How?", 1.0),
    "values of other kinds": ('{"text": "How?", "id": {}, "tags": {}, "date": []}', "How?", 1.0),
    "deep values": ('{"text": "How?", "x": ' + "[" * 400 + "]" * 400 + "}", "How?", 1.0),
    "white space around": (' \t {"text": "How?"} \t ', "How?", 1.0),
    "an empty key": ('{"": "a", "text": "How?"}', "How?", 1.0),
    "a key of a NUL": ('{"\\u0000": "a", "text": "How?"}', "How?", 1.0),
}


@pytest.mark.parametrize(("line", "text", "weight"), ODD.values(), ids=ODD)
def test_an_odd_line_is_read_as_far_as_it_makes_sense(read_log, line, text, weight):
    log = read_log(f"{line}\n{LAST}\n", "log.jsonl")
    read = [question for question in log.questions if question.text != "Where is my card?"]
    assert [(question.text, question.weight) for question in read] == (
        [(text, weight)] if text else []
    )
    assert not log.rejected


def test_whatever_was_read_is_written_as_strict_json(read_log):
    lines = "\n".join((*NOT_JSON.values(), *(line for line, _, _ in ODD.values()), FIRST))
    for question in read_log(lines, "log.jsonl").questions:
        written = json.loads(render(question), parse_constant=pytest.fail)
        assert written["text"] == question.text


def test_an_id_that_comes_again_names_both_places(read_log):
    log = read_log(
        f'{{"id": 7, "text": "How?"}}\n{FIRST}\n{{"id": "7", "text": "What?"}}', "l.jsonl"
    )
    (row,) = log.excluded
    assert (row.line, row.reason) == (3, "duplicate id with another text")
    assert row.detail.endswith("l.jsonl:1")


BOMBS = {
    "of zeros": gzip.compress(b"\0" * 30_000_000),
    "of one long line": gzip.compress(b"id,question\n1," + b"x" * 30_000_000),
    "of blank lines": gzip.compress(b"\n" * 3_000_000),
    "of good rows": gzip.compress(b"question\n" + b"Where is it?\n" * 300_000),
    "of several members": gzip.compress(b"question\n")
    + gzip.compress(b"Where is it?\n" * 100_000) * 3,
    "of a bomb": gzip.compress(gzip.compress(b"\0" * 30_000_000)),
}


@pytest.mark.parametrize("content", BOMBS.values(), ids=BOMBS)
@pytest.mark.parametrize("name", ["log.csv.gz", "log.jsonl.gz", "log.json.gz"])
def test_a_packed_file_that_expands_without_end_is_refused(read_log, content, name):
    with pytest.raises(
        InputError, match=r"expands to more than|NUL|not in UTF-8|no row can be|more rows are"
    ):
        read_log(content, name)


MIXED = {
    "UTF-8, then Latin-1": "question\nWo ist die Gebühr?\n".encode() + "Où?\n".encode("latin-1"),
    "Latin-1, then UTF-8": "question\nOù?\n".encode("latin-1") + "Gebühr\n".encode(),
    "UTF-8, then UTF-16": b"question\nHow?\n" + "Où?\n".encode("utf-16"),
    "a NUL amid a text": b"question\nHow?\nWh\0at?\n",
}


@pytest.mark.parametrize("content", MIXED.values(), ids=MIXED)
def test_mixed_encodings_are_never_read_as_if_nothing_was(tmp_path, content):
    good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
    good.write_text("question\nWhere is my bill?\n")
    bad.write_bytes(content)
    log = read_questions([bad, good])
    told = (*log.errors, *log.warnings, *(row.reason for row in log.rejected))
    assert told
    assert "Where is my bill?" in [question.text for question in log.questions]


@pytest.mark.parametrize("length", [200_000, 900_000])
@pytest.mark.parametrize(
    "piece", ["x", "word ", "a@", "<b>", "&amp;", "> ", '"', "\u0301", "1 ", "Re: "]
)
def test_a_question_as_long_as_a_book_is_cut_and_told(read_log, length, piece):
    text = ("Where is my bill? " + piece * length)[:length]
    log = read_log(json.dumps({"text": text}) + f"\n{LAST}\n", "log.jsonl")
    assert log.questions[-1].text == "Where is my card?"
    assert all(len(question.text) <= 10_000 for question in log.questions)
