"""Customers' words as a table, as JSON, and as two help desks take them."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbtool.export import Chunk, CustomerWord, WordOptions, WordsOfArticle
from kbtool.questions.formulas import guard_cell, restore_cell
from kbtool.render import load_renderer
from kbtool.render.csv_cells import write_table
from kbtool.render.exports.chunks_jsonl import render as render_chunks

WORDS = (CustomerWord("refund", 12, 3.5, 0.4), CustomerWord("@home", 4, 2.0))
FOUND = (
    WordsOfArticle("360001", '=HYPERLINK("x")', ("money", "card"), 40, WORDS),
    WordsOfArticle("5214c83d", "Plain", (), 9, (CustomerWord("bill", 3, 2.25),)),
)
OPTIONS = WordOptions()


def write(name):
    return load_renderer("labels", name)(FOUND, OPTIONS)


def test_zendesk_gets_one_body_an_article_with_all_labels():
    assert [json.loads(line) for line in write("zendesk").splitlines()] == [
        {"article": {"id": 360001, "label_names": ["money", "card", "refund", "@home"]}},
        {"article": {"id": "5214c83d", "label_names": ["bill"]}},
    ]


def test_help_scout_gets_id_and_keywords():
    assert [json.loads(line) for line in write("helpscout").splitlines()] == [
        {"id": "360001", "keywords": ["money", "card", "refund", "@home"]},
        {"id": "5214c83d", "keywords": ["bill"]},
    ]


def test_json_holds_the_evidence_and_how_words_were_chosen():
    document = json.loads(write("json"))
    assert document["schema"] == "kbtool.labels/1"
    assert (document["min_people"], document["min_lift"], document["min_share"]) == (3, 2.0, 0.15)
    first = document["articles"][0]
    assert first["words"][0] == {"word": "refund", "people": 12, "lift": 3.5, "share": 0.4}
    assert (first["id"], first["people"], first["labels"]) == ("360001", 40, ["money", "card"])


def test_csv_has_a_row_for_each_word_and_no_cell_that_runs():
    rows = list(csv.DictReader(io.StringIO(write("csv"))))
    assert [row["word"] for row in rows] == ["refund", "'@home", "bill"]
    assert rows[0]["title"] == '\'=HYPERLINK("x")'
    assert (rows[0]["people"], rows[0]["of_people"], rows[0]["labels"]) == (
        "12", "40", "money, card",
    )  # fmt: skip


SIGNS = ["=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠"]


@pytest.mark.parametrize("sign", SIGNS, ids=ascii)
@pytest.mark.parametrize("before", ["", " ", "'", "\u3000"], ids=ascii)
def test_a_cell_that_a_spreadsheet_might_run_gets_an_apostrophe(sign, before):
    assert guard_cell(f"{before}{sign}1+1") == f"'{before}{sign}1+1"


@pytest.mark.parametrize("text", ["", "a=b", "'tis", "1-2", "a\nb", "refund"])
def test_other_cells_stay_as_they_are(text):
    assert guard_cell(text) == text


HOSTILE = st.text(st.sampled_from([*SIGNS, "'", '"', ",", ";", " ", "a", "é"]), max_size=8)


@given(HOSTILE)
def test_a_guarded_cell_is_restored_to_what_it_was(text):
    assert restore_cell(guard_cell(text)) == text


@given(st.lists(HOSTILE, min_size=1, max_size=4))
def test_a_table_reads_back_as_it_was_written(cells):
    text = write_table(("a",), [cells])
    _, row = csv.reader(io.StringIO(text, newline=""))
    assert [restore_cell(cell) for cell in row] == cells


def test_no_text_breaks_a_line_of_chunks():
    hostile = 'a\u2028b\u2029c\x85d\ne"\ud800\x00'
    chunk = Chunk("x-1", "x", hostile, (hostile,), hostile, "en", None, (hostile,), None, 5)
    (line,) = render_chunks([chunk]).encode("utf-8").decode("utf-8").splitlines()
    assert json.loads(line)["text"] == hostile


def test_title_and_headings_can_stand_in_the_text():
    chunk = Chunk("x-1", "x", "Get a refund", ("By card", "When"), "Now.", "en", None, (), None, 1)
    (line,) = render_chunks([chunk], headings_in_text=True).splitlines()
    assert json.loads(line)["text"] == "Get a refund > By card > When\n\nNow."
    assert json.loads(render_chunks([chunk]))["text"] == "Now."
