"""Laws that hold for whatever a file contains."""

from __future__ import annotations

import csv
import gzip
import io
import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbtool.errors import InputError
from kbtool.model import QuestionLog
from kbtool.questions import Columns, Limits, read_questions
from kbtool.questions.cleaning import clean_question, clean_text
from kbtool.questions.files import QuestionFile
from kbtool.questions.noise import find_noise
from kbtool.questions.opening.lines import split_lines
from kbtool.questions.tables.records import Record, RecordReader

SMALL = Limits(text=40, field=60, line=120, record_lines=4, array=300, unpacked=2_000)
# Bytes that readers look for come up far too seldom among all.
MARKS = [b'"', b",", b";", b"\t", b"\n", b"\r\n", b"\r", b"{", b"}", b"[", b"]", b":", b"#", b"\0"]
CODES = [b"\xff\xfe", b"\xef\xbb\xbf", b"\xe9", b"\x1f\x8b", b"\\ud800", b"sep=;\n", b"<p>", b"NaN"]
WORDS = [b"question", b"id,text\n", b'"text"', b'{"text": "How?"}', b"How do I pay?", b"hi", b" "]
PIECES = st.sampled_from([*MARKS, *CODES, *WORDS])
CONTENT = st.binary(max_size=200) | st.lists(PIECES, max_size=40).map(b"".join)
# csv can write neither, and no text file holds them.
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60)
FIELD = TEXT | st.text(st.sampled_from("ab\",;\t|\r\n '"), max_size=20)


def _read(content: bytes, name: str, limits: Limits | None = None) -> QuestionLog:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        return read_questions([path], limits=limits)


@pytest.mark.parametrize("name", ["log.csv", "log.tsv", "log.jsonl", "log.json", "log.csv.gz"])
@given(content=CONTENT, limits=st.sampled_from([None, SMALL]), packed=st.booleans())
def test_any_bytes_give_questions_or_an_input_error(name, content, limits, packed):
    if packed:
        content = gzip.compress(content)
    try:
        log = _read(content, name, limits)
    except InputError:
        return
    assert log.questions
    for question in log.questions:
        assert question.id
        assert question.text.encode()
        assert not find_noise(question.text)
        assert len(question.text) <= (limits or Limits()).text


@given(
    texts=st.lists(TEXT, min_size=1, max_size=8),
    delimiter=st.sampled_from(",;\t|"),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC]),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_texts_that_csv_writes_come_back_cleaned(texts, delimiter, quoting, end, encoding):
    if end != "\r\n":  # csv leaves the other line ends in a field without quotes
        quoting = csv.QUOTE_ALL
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=delimiter, quoting=quoting, lineterminator=end)
    writer.writerow(["id", "question", "channel"])
    writer.writerows([str(number), text, "chat"] for number, text in enumerate(texts))
    writer.writerow(["last", "How do I pay?", "chat"])
    log = _read(stream.getvalue().encode(encoding), "log.csv")
    kept = {str(number): clean_question(text).text for number, text in enumerate(texts)}
    kept = {name: text for name, text in kept.items() if not find_noise(text)}
    assert {question.id: question.text for question in log.questions} == {
        **kept,
        "last": "How do I pay?",
    }
    assert len(log.questions) + len(log.excluded) == len(texts) + 1
    assert not log.rejected


@given(
    rows=st.lists(st.lists(FIELD, min_size=2, max_size=4), min_size=1, max_size=6),
    delimiter=st.sampled_from(",;\t|"),
)
def test_records_are_those_that_csv_wrote(rows, delimiter):
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)
    lines = split_lines([stream.getvalue()], Limits().line)
    file = QuestionFile(Path("log.csv"), Columns(), Limits())
    records = list(RecordReader(lines, delimiter, file))
    ends = [[field.replace("\r\n", "\n").replace("\r", "\n") for field in row] for row in rows]
    assert [record.fields for record in records if isinstance(record, Record)] == ends


@given(
    rows=st.lists(
        st.dictionaries(st.sampled_from(["id", "text", "date", "x"]), st.text()), max_size=8
    )
)
def test_json_is_read_the_same_from_lines_and_from_an_array(rows):
    rows = [*rows, {"id": "last", "text": "How do I pay?"}]
    lines = _read("\n".join(map(json.dumps, rows)).encode(), "log.json")
    array = _read(json.dumps(rows, indent=1).encode(), "log.json")
    assert lines.questions == array.questions
    assert len(lines.excluded) == len(array.excluded)
    assert len(lines.rejected) == len(array.rejected)


@given(text=TEXT | st.text(st.sampled_from("ab\r\n\u2028\x0c"), max_size=40), data=st.data())
def test_lines_do_not_depend_on_how_the_text_is_cut(text, data):
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=5)))
    pieces = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    lines = list(split_lines(pieces, 10))
    parts = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    parts = parts if parts[-1] else parts[:-1]
    assert [(line.number, line.text, not line.fault) for line in lines] == [
        (n, part[:10], len(part) <= 10) for n, part in enumerate(parts, 1)
    ]


@given(text=st.text())
def test_a_clean_text_is_one_line_that_can_be_written(text):
    cleaned = clean_text(text)
    assert cleaned.encode().decode() == cleaned
    assert cleaned == " ".join(cleaned.split())
    assert cleaned.isprintable() or not cleaned.isascii()


@given(text=st.text())
def test_a_text_without_markup_is_clean_after_one_go(text):
    cleaned = clean_text(text.replace("<", "").replace("&", ""))
    assert clean_text(cleaned) == cleaned
