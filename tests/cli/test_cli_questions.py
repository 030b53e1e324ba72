"""``kbtool questions``: a log cleaned, what was left out of it, and its numbers."""

import csv
import io
import json
import re
import subprocess
import sys

import pytest

LOG = """id,question,date,channel,user,linked article
1,How do I pay?,2026-01-02,chat,ann@example.com,billing
2,hi,2026-01-02,chat,bob@example.com,
3,Where is my bill?,2026-01-04,email,cy@example.com,
3,Where is my card?,2026-01-05,email,dan@example.com,
5,How do I pay?,2026-01-02,chat,ann@example.com,
6,Wo ist mein Geld?,,chat,cy@example.com,"a;b"
7,a,b,c,d,e,f
"""


def lines(ran):
    return [json.loads(line) for line in ran.out.splitlines()]


def test_questions_are_written_one_a_line(kbtool, write):
    write({"log.csv": LOG})
    ran = kbtool("questions", "log.csv")
    assert ran.code == 2
    assert "rejected: log.csv:8: 7 fields where the header has 6" in ran.err
    assert [row["id"] for row in lines(ran)] == ["1", "3", "6"]
    one, two, three = (row["requester"] for row in lines(ran))
    assert one != two == three
    assert re.fullmatch("person [0-9a-f]{32}", one)
    assert lines(ran)[0] == {
        "schema": "kbtool.question/1",
        "id": "1",
        "text": "How do I pay?",
        "asked_at": "2026-01-02T00:00:00Z",
        "channel": "chat",
        "weight": 1.0,
        "requester": one,
        "resolved_by": ["billing"],
    }


@pytest.mark.parametrize("text", ["A &amp;lt;b&amp;gt; sign", "'=1+1 fails", "<p>x <b>y</b></p>"])
def test_what_was_written_is_read_as_it_was_written(kbtool, write, text):
    write({"log.csv": f'question,user,count,tags\n"{text}",u,3,"x,y"\nhi,v,1,\nWhat?,w,1,\n'})
    assert kbtool("questions", "log.csv", "--to", "first.jsonl").code == 0
    assert kbtool("questions", "first.jsonl", "--to", "second.jsonl").code == 0
    first, second = (kbtool("questions", f"{name}.jsonl").out for name in ("first", "second"))
    assert first
    assert first == second


def test_without_files_those_of_the_configuration_are_read(kbtool, help_centre):
    assert len(lines(kbtool("questions"))) == 8


def test_a_limit_ends_reading(kbtool, write):
    write({"log.csv": "question\n" + "".join(f"Question {n} please\n" for n in range(9)) + "\xff"})
    assert len(lines(kbtool("questions", "log.csv", "--limit", "4"))) == 4


def test_excluded_rows_are_shown_by_reason_with_their_places(kbtool, write):
    write({"log.csv": LOG})
    out = kbtool("questions", "log.csv", "--excluded").out
    assert out.startswith("4 rows left out.\n")
    assert "1 greeting or thanks only\n  log.csv:3: hi\n" in out
    assert (
        "1 duplicate id with another text\n  log.csv:5: Where is my card?  (first in log.csv:4)\n"
        in out
    )
    assert "1 could not be read\n  log.csv:8: 7 | a | b" in out
    assert "example.com" not in out


def test_a_table_of_excluded_rows_is_cut_and_says_so(kbtool, write):
    write({"log.csv": "question\nWhat?\n" + "hi\n" * 12})
    assert "and 7 more" in kbtool("questions", "log.csv", "--excluded").out
    assert "and 9 more" in kbtool("questions", "log.csv", "--excluded", "--limit", "3").out


def test_excluded_rows_are_written_as_json(kbtool, write):
    write({"log.csv": LOG})
    found = json.loads(kbtool("questions", "log.csv", "--excluded", "--format", "json").out)
    assert found["schema"] == "kbtool.excluded/1"
    assert found["excluded"]["duplicate id with another text"] == found["unreadable"] == 1
    assert found["rows"][0] == {
        "reason": "greeting or thanks only",
        "path": "log.csv",
        "line": 3,
        "text": "hi",
        "detail": "",
    }


def test_excluded_rows_are_written_as_csv(kbtool, write):
    write({"log.csv": LOG})
    out = kbtool("questions", "log.csv", "--excluded", "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [row["line"] for row in rows] == ["3", "5", "6", "8"]


def test_numbers_of_a_log_are_summed_up(kbtool, write):
    write({"log.csv": LOG})
    out = kbtool("questions", "log.csv", "--summary").out
    assert "rows             7 read, 3 questions\n" in out
    assert "asked            3 times, 2026-01-02 to 2026-01-04, 1 question without a date" in out
    assert "channels         2 chat, 1 email\n" in out
    assert "with a link      2 (67%), not looked up: no articles are named\n" in out
    found = json.loads(kbtool("questions", "log.csv", "--summary", "--format", "json").out)
    assert (found["rows"], found["questions"], found["unreadable"]) == (7, 3, 1)
    assert (found["channels"], found["first"]) == (
        {"chat": 2, "email": 1},
        "2026-01-02T00:00:00+00:00",
    )


WRONG = [
    (("--excluded", "--summary"), "are two outputs"),
    (("--format", "csv"), "questions cannot be written as csv. Formats: jsonl"),
    (("--summary", "--format", "csv"), "summary cannot be written as csv. Formats: table, json"),
    (("--to", "none/x.jsonl"), "cannot be written: No such file or directory"),
]


@pytest.mark.parametrize(("arguments", "message"), WRONG)
def test_wrong_use_says_what_is_right(kbtool, write, arguments, message):
    write({"log.csv": LOG})
    ran = kbtool("questions", "log.csv", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


@pytest.mark.parametrize("content", ["question\nhi\n", "question\n", b"\xff"])
def test_a_log_without_questions_leaves_the_old_file(kbtool, write, folder, content):
    write({"log.csv": content, "out.jsonl": "old"})
    assert kbtool("questions", "log.csv", "--to", "out.jsonl").code == 2
    assert sorted(path.name for path in folder.iterdir()) == ["log.csv", "out.jsonl"]
    assert (folder / "out.jsonl").read_text() == "old"


def test_a_file_that_fails_half_way_leaves_no_question(kbtool, write, folder):
    rows = "".join(f"{n},Question {n} please\n" for n in range(9_000))
    write(
        {
            "bad.csv": f"id,question\n{rows}".encode() + b"\x81" * 3_000,
            "good.csv": "question\nWhat?\n",
        }
    )
    ran = kbtool("questions", "bad.csv", "good.csv", "--to", "out.jsonl")
    assert ran.code == 2
    assert "error: bad.csv:9002: neither in UTF-8 nor in Windows-1252" in ran.err
    assert len((folder / "out.jsonl").read_text().splitlines()) == 1
    ran = kbtool("questions", "bad.csv", "good.csv")
    assert "questions are of a file that cannot be used" in ran.err


def test_languages_without_articles_are_left_out_unless_told_otherwise(kbtool, write):
    rows = '{"text": "Wo ist mein Geld?", "locale": "de"}\n{"text": "Where is it?"}\n'
    settings = 'articles = ["a.md"]\nquestions = ["log.jsonl"]\n'
    write({"a.md": "# Pay\n\nPay here.\n", "log.jsonl": rows, "kbtool.toml": settings})
    assert "1 in a language without articles (de)" in kbtool("questions", "--excluded").out
    write({"kbtool.toml": f'{settings}[reading]\nother-languages = "keep"\n'})
    assert len(lines(kbtool("questions"))) == 2


STREAM = (
    "import sys; sys.argv = ['kbtool', 'questions', 'log.csv']; import kbtool.cli as c; c.main()"
)


def test_a_closed_pipe_ends_reading_without_a_word(write, folder):
    write({"log.csv": "question\n" + "Where is my money and my card?\n" * 20_000})
    with subprocess.Popen(
        [sys.executable, "-c", STREAM], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 141


INTERRUPTED = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # shells switch it off in the background
from kbtool.questions.memory import Memory
Memory.__init__.__defaults__ = (10,)
import kbtool.questions.duplicates, kbtool.questions.people
kbtool.questions.duplicates.Ledger.__init__.__defaults__ = (10,)
import kbtool.cli.rates
def show(*_):
    os.kill(os.getpid(), signal.SIGINT)
kbtool.cli.rates.Rate.show = show
sys.argv = ["kbtool", "questions", "log.csv", "--to", "out.jsonl"]
kbtool.cli.main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX systems")
def test_an_interrupt_leaves_no_file_of_any_kind(write, folder, monkeypatch):
    rows = "".join(f"{n},Question {n} please,u{n}\n" for n in range(3_000))
    write({"log.csv": "id,question,user\n" + rows, "tmp/keep": ""})
    monkeypatch.setenv("TMPDIR", str(folder / "tmp"))
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED], cwd=folder, capture_output=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr.strip()) == (130, b"", b"")
    assert sorted(path.name for path in folder.iterdir()) == ["log.csv", "tmp"]
    assert [path.name for path in (folder / "tmp").iterdir()] == ["keep"]


def test_the_encoding_of_a_log_may_be_named_on_the_command_line_or_in_the_configuration(
    kbtool, write
):
    settings = 'questions = ["log.csv"]\n[reading]\nencoding = "koi8-r"\n'
    write({"log.csv": "question\nГде мой счёт?\n".encode("koi8-r"), "kbtool.toml": settings})
    assert lines(kbtool("questions"))[0]["text"] == "Где мой счёт?"
    assert lines(kbtool("questions", "--encoding", "cp1251"))[0]["text"] != "Где мой счёт?"
    ran = kbtool("questions", "--encoding", "koi8-rr")
    assert (ran.code, ran.out) == (2, "")
    assert "no encoding is called 'koi8-rr'. Did you mean koi8-r?" in ran.err


def test_the_summary_counts_links_that_name_no_article_apart(kbtool, write):
    log = "question,article\nHow do I pay?,billing\nWhere is it?,https://x.example/gone\nWhy?,\n"
    write({"log.csv": log, "articles/billing.md": "# Billing\n\nPay by card.\n"})
    arguments = ("questions", "log.csv", "--articles", "articles", "--summary")
    assert (
        "with an article  1 (33%); links of 1 question name no article here\n"
        in kbtool(*arguments).out
    )
    found = json.loads(kbtool(*arguments, "--format", "json").out)
    assert (found["linked"], found["linked_known"], found["unmasked"]) == (2, 1, False)
    alone = json.loads(kbtool("questions", "log.csv", "--summary", "--format", "json").out)
    assert (alone["linked"], alone["linked_known"]) == (2, None)


def test_the_summary_says_that_masking_is_off(kbtool, write):
    write({"log.csv": "question\nCan you write to ann@example.com, please?\n"})
    assert "masked           1 e-mail address\n" in kbtool("questions", "log.csv", "--summary").out
    ran = kbtool("questions", "log.csv", "--summary", "--no-mask")
    assert "masked           nothing: masking is off" in ran.out
    write({"kbtool.toml": 'questions = ["log.csv"]\n[privacy]\nmask = false\n'})
    assert json.loads(kbtool("questions", "--summary", "--format", "json").out)["unmasked"]
