"""CSV in the dialects that spreadsheets, help desks and people write."""

from __future__ import annotations

import pytest

from kbtool.errors import InputError
from kbtool.questions.tables.columns import Columns, find_columns

TWO = ["How do I pay?", "Where is my bill?"]

DIALECTS = {
    "comma": "id,question\n1,How do I pay?\n2,Where is my bill?\n",
    "semicolon": "id;question\n1;How do I pay?\n2;Where is my bill?\n",
    "tab": "id\tquestion\n1\tHow do I pay?\n2\tWhere is my bill?\n",
    "bar": "id|question\n1|How do I pay?\n2|Where is my bill?\n",
    "crlf": "id,question\r\n1,How do I pay?\r\n2,Where is my bill?\r\n",
    "cr only": "id,question\r1,How do I pay?\r2,Where is my bill?\r",
    "no last line end": "id,question\n1,How do I pay?\n2,Where is my bill?",
    "all quoted": '"id","question"\n"1","How do I pay?"\n"2","Where is my bill?"\n',
    "space before a quote": '"id", "question"\n"1", "How do I pay?"\n"2", "Where is my bill?"\n',
    "space after a quote": '"id" ,"question" \n"1" ,"How do I pay?" \n2,Where is my bill?\n',
    "blank lines": "\n\nid,question\n\n1,How do I pay?\n\r\n2,Where is my bill?\n\n",
    "comments first": "# Export\n#---\nid,question\n1,How do I pay?\n2,Where is my bill?",
    "separator named": "sep=;\nid;question\n1;How do I pay?\n2;Where is my bill?\n",
    "separator against the header": "sep=|\na,b|question\n1|How do I pay?\n2|Where is my bill?",
    "padded with empty fields": "id,question,,\n1,How do I pay?,,,,\n2,Where is my bill?,,,,\n",
    "short rows": "id,question,channel,tags\n1,How do I pay?\n2,Where is my bill?,chat\n",
    "one column": "question\nHow do I pay?\nWhere is my bill?\n",
    "line breaks in fields": 'id,question\n1,"How do\r\nI\n\npay?"\n2,"Where is\rmy bill?"\n',
    "header over two lines": '"ticket\nid",question\n1,How do I pay?\n2,Where is my bill?\n',
    "more commas than semicolons": "id;question;a,b,c,d\n1;How do I pay?;\n2;Where is my bill?",
}


@pytest.mark.parametrize("content", DIALECTS.values(), ids=DIALECTS)
def test_a_dialect_is_recognised(read_log, content):
    log = read_log(content)
    assert [question.text for question in log.questions] == TWO
    assert (log.rejected, log.excluded, log.warnings) == ((), (), ())


VALUES = {
    "doubled quote": ('"Why ""not found""?"', 'Why "not found"?'),
    "delimiter in quotes": ('"Pay, then print?"', "Pay, then print?"),
    "quote inside a field": ('A 5" screen cracked', 'A 5" screen cracked'),
    "only a doubled quote, then text": ('"""Pay"" fails"', '"Pay" fails'),
    "form feed is no line end": ("Page\x0cbreak in my bill", "Page break in my bill"),
    "line separator is no line end": ("Next\u2028line on my bill", "Next line on my bill"),
    "formula": ("=SUM(A1) shows an error", "=SUM(A1) shows an error"),
}


@pytest.mark.parametrize(("field", "text"), VALUES.values(), ids=VALUES)
def test_a_field_says_what_its_quotes_mean(read_log, field, text):
    (question,) = read_log(f"id,question,channel\n7,{field},chat\n").questions
    assert (question.id, question.text, question.channel) == ("7", text, "chat")


def test_a_file_with_one_column_may_have_commas_without_quotes(read_log):
    log = read_log('question\nHow do I pay, and where?\n"Pay, or not?"\n')
    assert [question.text for question in log.questions] == [
        "How do I pay, and where?",
        "Pay, or not?",
    ]


STRAY = {
    "never closed": ('2,"How do I pay', "a quote that is never closed"),
    "closed by the next quote": ('2,"How do I pay\nx,"Where?"', "text after a closing quote"),
    "text after a quote": ('2,"How" do I pay', "text after a closing quote"),
    "too many fields": ("2,How do I pay, cash,or,card", "5 fields where the header has 2"),
    "too few fields": ("2", "1 fields, too few to hold a question"),
    "field over the limit": (
        f"2,{'word ' * 200_001}",
        "a field with more than 1,000,000 characters",
    ),
    "line over the limit": ("2," + "x" * 4_000_000, "a line with more than 4,000,000 characters"),
    "quoted field over the limit": (
        '2,"' + ("word " * 2_000 + "\n") * 150 + '"',
        "a field with more than 1,000,000 characters",
    ),
}


@pytest.mark.parametrize(("row", "reason"), STRAY.values(), ids=STRAY)
def test_a_broken_row_is_rejected_with_its_line_and_the_rest_is_read(read_log, row, reason):
    log = read_log(f"id,question\n1,Where is my bill?\n{row}\n3,Where is my card?\n4,No card\n")
    read = {question.id for question in log.questions}
    assert {"1", "3", "4"} <= read
    assert (log.rejected[0].line, log.rejected[0].reason) == (3, reason)


def test_a_stray_quote_hides_no_row_however_long_the_file(read_log):
    rows = [f"{number},Question number {number}" for number in range(2, 1_002)]
    rows[500] = '502,"Question with a quote'
    log = read_log("\n".join(["id,question", *rows]))
    assert len(log.questions) == 999
    assert [(row.line, row.reason) for row in log.rejected] == [
        (502, "a quote that is not closed within 200 lines")
    ]


def test_lines_are_counted_as_an_editor_counts_them(read_log):
    log = read_log(
        '# c\n\nid,question\r\n1,"two\nlines\rthree"\n\n2,"x" y\r3,Fine question\n4,a,b\n'
    )
    assert [row.line for row in log.rejected] == [8, 10]


def test_every_row_with_an_unclosed_quote_is_rejected_alone(read_log):
    log = read_log("id,question\n" + '1,"open\n' * 50 + "2,Where is my bill?\n")
    assert [question.id for question in log.questions] == ["2"]
    assert len(log.rejected) == 50


HEADERS = {
    "Summation column,Id,Requester,Requester id,Subject,Via,Created at": (
        *("text", "Subject"),
        *("id", "Id"),
        *("requester", "Requester id"),
        *("channel", "Via"),
        *("asked_at", "Created at"),
    ),
    "Search query,Searches,Clicks,Locale": (
        *("text", "Search query", "weight", "Searches"),
        *("locale", "Locale", "clicks", "Clicks", "searched", "Search query"),
    ),
    "searchTerm,eventCount": (
        *("text", "searchTerm", "searched", "searchTerm", "weight", "eventCount"),
    ),
    "SUBJECT;DESCRIPTION;TICKET ID": (
        *("text", "DESCRIPTION", "id", "TICKET ID"),
        *("subject", "SUBJECT"),
    ),
    "Subject;Tags;State": ("text", "Subject", "tags", "Tags", "status", "State"),
    "question_id,text,linked articles": (
        "id",
        "question_id",
        "text",
        "text",
        "resolved_by",
        "linked articles",
    ),
    "e-mail,message,date": ("requester", "e-mail", "text", "message", "asked_at", "date"),
    "id,text,gold": ("id", "id", "text", "text", "gold", "gold"),
}


@pytest.mark.parametrize("header", HEADERS)
def test_columns_are_known_by_their_usual_names(header):
    names = tuple(header.replace(";", ",").split(","))
    found = [part for field, at in find_columns(names, Columns()) for part in (field, names[at])]
    pairs = HEADERS[header]
    assert dict(zip(found[::2], found[1::2], strict=True)) == dict(
        zip(pairs[::2], pairs[1::2], strict=True)
    )


def test_a_column_that_the_user_names_wins_over_the_usual_ones(read_log):
    log = read_log(
        "question,Vraag,id\nno,Wo ist meine Rechnung?,7\n", text="vraag", channel="question"
    )
    (question,) = log.questions
    assert (question.text, question.channel, question.id) == ("Wo ist meine Rechnung?", "no", "7")


def test_a_named_column_is_given_to_no_other_field(read_log):
    (question,) = read_log("subject,text\nHow do I pay?,T-1\n", id="text", text="subject").questions
    assert (question.id, question.text) == ("T-1", "How do I pay?")


USELESS = {
    "no text column": ("Datum,Vraag\n1,2\n", 1, "'Datum', 'Vraag'", "--text-column"),
    "questions without a header": (
        "How do I pay?\nWhere is my bill?\n",
        1,
        "'How do I pay?'",
        "--text-column",
    ),
    "many columns": (
        ",".join(f"c{n}" for n in range(9_000)),
        1,
        "'c19' and 8980 more",
        "--text-column",
    ),
    "header with a stray quote": (
        'id,"question\n1,How?\n',
        1,
        "a quote that is never closed",
        "Mend",
    ),
    "empty": ("", 0, "no questions in it: the file is empty", "right file"),
    "blank": ("\n \n\n", 0, "no questions in it: it holds no rows", "right file"),
    "header only": ("id,question\n", 0, "no questions in it: it holds no rows", "right file"),
    "all rejected": ("id,question\n1,a,b\n2,a,b\n", 2, "3 fields where the header has 2", "ending"),
}


@pytest.mark.parametrize(("content", "line", "part", "remedy"), USELESS.values(), ids=USELESS)
def test_a_file_without_questions_says_what_it_lacks(read_log, content, line, part, remedy):
    with pytest.raises(InputError) as caught:
        read_log(content)
    assert caught.value.path.endswith("/log.csv")
    assert caught.value.line == line
    assert part in caught.value.message
    assert remedy in caught.value.remedy


def test_a_named_column_that_is_missing_is_the_users_mistake(read_log):
    with pytest.raises(InputError, match="no column is called 'Vraag'; there are 'id', 'question'"):
        read_log("id,question\n1,How do I pay?\n", text="Vraag")


def test_everything_left_out_says_why(read_log):
    with pytest.raises(
        InputError, match="3 rows were left out: 1 empty, 2 greeting or thanks only"
    ):
        read_log("id,question\n1,Hi!\n2,\n3,Thanks a lot\n")


@pytest.mark.parametrize(("breaks", "kept"), [(200, ["1", "2"]), (201, ["2"])])
def test_a_field_may_run_over_two_hundred_line_breaks(read_log, breaks, kept):
    log = read_log('id,question\n1,"How?' + "\n" * breaks + 'Pay"\n2,Where is my bill?\n')
    assert [question.id for question in log.questions] == kept


def test_a_quoted_row_ends_where_its_lines_get_too_long(read_log):
    text = 'id,question\n1,"How\n' + "x" * 4_000_001 + '"\n2,Where is my bill?\n'
    log = read_log(text)
    assert [question.id for question in log.questions] == ["2"]
    assert [(row.line, row.reason) for row in log.rejected] == [
        (2, "a row with more than 4,000,000 characters"),
        (3, "a line with more than 4,000,000 characters"),
    ]


def test_reading_ends_where_hundreds_of_thousands_of_lines_would_be_read_again(read_log):
    with pytest.raises(InputError, match="too many quotes that are never closed, at last in line"):
        read_log("id,question\n" + '1,How do I pay?\na","\n' * 3_000)


@pytest.mark.parametrize("field", ['""', '"a"  ', '""""', '  "x"', "", " "])
def test_a_row_of_very_many_fields_is_read_in_one_go(read_log, field):
    row = ",".join([field] * 150_000)
    log = read_log(f"id,question\n{row},x\n2,Where is my bill?\n")
    assert [(row.line, row.reason) for row in log.rejected] == [
        (2, "150001 fields where the header has 2")
    ]
