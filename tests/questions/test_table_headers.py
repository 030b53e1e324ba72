"""The line of names is found below titles, and what it leaves open is told."""

from __future__ import annotations

import pytest

from kbtool.errors import InputError

# What stands above the names, or in them, and in which line the names stand.
ABOVE = {
    "a title": ("Tickets of March\n\nid,question\n1,How do I pay?\n", 3),
    "a title with a comma": ("Report: tickets, March\nid,question,date\n1,How do I pay?,\n", 2),
    "a padded title": ("Tickets of March,,\n,,\nid,question,date\n1,How do I pay?,\n", 3),
    "a title with a quote": ('Screens of 5" in March\nid;question\n1;How do I pay?\n', 2),
    "a name and a value": ("Owner;Ann\nFrom;March\nid;question;date\n1;How do I pay?;\n", 3),
}


@pytest.mark.parametrize(("content", "line"), ABOVE.values(), ids=ABOVE)
def test_names_are_found_below_a_title_and_that_is_told(content, line, read_log):
    log = read_log(content)
    assert [(question.id, question.text) for question in log.questions] == [("1", "How do I pay?")]
    assert f"what stands above line {line} is left out" in log.warnings[0]


NO_NAMES = {
    "rows without names": "1,2026-01-02,How do I pay?\n2,2026-01-03,question\n",
    "a list": "How do I pay?\nWhere is my card?\nquestion\nWhy?\n",
    "a row of names too far down": "a,b\n" * 30 + "id,question,date\n1,How do I pay?,\n",
}


@pytest.mark.parametrize("content", NO_NAMES.values(), ids=NO_NAMES)
def test_rows_without_names_are_never_taken_for_a_title(content, read_log):
    with pytest.raises(InputError) as caught:
        read_log(content)
    assert "none of the columns is known to hold questions" in caught.value.message
    assert "write names above it, such as id,question,date" in caught.value.remedy


def test_of_two_columns_of_one_name_the_first_is_read_and_that_is_told(read_log):
    log = read_log("id,question,question,x,x\n1,How do I pay?,no,a,b\n")
    assert [question.text for question in log.questions] == ["How do I pay?"]
    assert len(log.warnings) == 1
    assert "2 columns are called 'question', of which the first is read" in log.warnings[0]


def test_a_quote_in_the_names_costs_no_row(read_log):
    log = read_log('size 5",question\n"1",How do I pay?\n2,"Where is it?"\n')
    assert [question.text for question in log.questions] == ["How do I pay?", "Where is it?"]


OTHER_FILES = {
    "a workbook": (b"PK\x03\x04\x14\0\x06\0\x08\0", "an Excel workbook or another zip archive"),
    "an old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "an old Excel or Word"),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3\n1 0 obj\n", "a PDF"),
    "Parquet": (b"PAR1\x15\x04\x15", "a Parquet file"),
}


@pytest.mark.parametrize(("content", "kind"), OTHER_FILES.values(), ids=OTHER_FILES)
def test_a_file_of_another_kind_is_called_so(content, kind, read_log):
    with pytest.raises(InputError) as caught:
        read_log(content)
    assert f"it is {kind}" in caught.value.message
    assert "save it as CSV" in caught.value.remedy


def test_json_called_csv_is_told(read_log):
    with pytest.raises(InputError, match="It looks like JSON: call it"):
        read_log('[{"text": "How do I pay?"}]\n')
