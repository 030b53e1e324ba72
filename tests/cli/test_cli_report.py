"""`kbtool report` writes one page and says what it read."""

import json
import os

import pytest
from small_help_centre import ARTICLES, CLOSING, FILES, SETTINGS, make_log


@pytest.mark.usefixtures("help_centre")
def test_one_page_is_written_and_the_rest_stays(kbtool, folder):
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    ran = kbtool("report")
    assert (ran.code, ran.err) == (0, "")
    assert "The whole report: kbtool-report.html (open it in a browser)" in ran.out
    after = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    kept = {path.name: after.pop(path) for path in (folder / ".kbtool").iterdir()}
    assert kept["history.sqlite3"]
    assert kept[".gitignore"]
    page = after.pop(folder / "kbtool-report.html")
    assert after == before
    assert page.lower().startswith(b"<!doctype html>")
    assert b"close" in page


@pytest.mark.usefixtures("help_centre")
def test_terminal_shows_coverage_what_to_write_and_what_to_mend(kbtool, write):
    write({"articles/cards.md": "# Order a card\n\nOrder the card [here](refunds.md).\n"})
    out = kbtool("report").out
    assert out.startswith("8 questions asked from 2026-01-01 to 2026-01-08, 2 articles. ")
    assert "Gaps to close first" in out
    assert " write " in out
    assert "Articles to mend first" in out
    assert "vague-link-text" in out


@pytest.mark.usefixtures("help_centre")
def test_quiet_run_writes_the_page_and_prints_nothing(kbtool, folder):
    ran = kbtool("report", "--quiet")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert (folder / "kbtool-report.html").exists()


@pytest.mark.usefixtures("help_centre")
def test_page_is_the_same_on_the_same_day(kbtool, folder):
    for name in ("one.html", "two.html"):
        kbtool("report", "--today", "2026-02-01", "-o", name)
    assert (folder / "one.html").read_bytes() == (folder / "two.html").read_bytes()


@pytest.mark.usefixtures("help_centre")
def test_place_of_the_page_is_taken_from_the_option_then_the_configuration(kbtool, write, folder):
    write({"kbtool.toml": SETTINGS + '[report]\noutput = "mine.html"\n', "sub/x.txt": ""})
    kbtool("report")
    kbtool("report", "--output", folder / "sub" / "named.html")
    assert (folder / "mine.html").exists()
    assert (folder / "sub/named.html").exists()
    assert not (folder / "kbtool-report.html").exists()


@pytest.mark.usefixtures("help_centre")
@pytest.mark.parametrize("target", ["missing/page.html", "log.csv/page.html", "articles"])
def test_page_that_cannot_be_written_is_an_error(target, kbtool):
    ran = kbtool("report", "-o", target)
    assert ran.code == 2
    assert target in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.usefixtures("help_centre")
def test_page_in_a_folder_that_is_closed_is_an_error(kbtool, folder):
    closed = folder / "closed"
    closed.mkdir(0o555)
    if os.access(closed, os.W_OK):
        pytest.skip("this user may write everywhere")
    ran = kbtool("report", "-o", "closed/page.html")
    assert ran.code == 2
    assert "closed/page.html: cannot be written: Permission denied. Name another file" in ran.err


@pytest.mark.usefixtures("help_centre")
def test_failed_write_leaves_the_page_of_the_last_run(kbtool, folder, monkeypatch):
    def fail(*_args, **_keywords):
        raise OSError(28, "No space left on device")

    kbtool("report")
    before = (folder / "kbtool-report.html").read_bytes()
    monkeypatch.setattr(os, "fsync", fail)
    ran = kbtool("report")
    assert ran.code == 2
    assert "cannot be written: No space left on device" in ran.err
    assert (folder / "kbtool-report.html").read_bytes() == before


def test_report_on_a_project_folder_goes_where_one_stands(kbtool, write, folder):
    write({f"kb/{path}": text for path, text in FILES.items()})
    assert kbtool("report", "kb").code == 0
    assert (folder / "kbtool-report.html").exists()


def test_faults_of_the_input_stand_in_the_page_and_on_standard_error(kbtool, write, folder):
    lines = [json.dumps({"id": str(n), "text": text}) for n, text in enumerate(CLOSING)]
    log = "\n".join([*lines, "{broken"])
    write({**ARTICLES, "articles/bad.md": b"\xff", "log.jsonl": log})
    ran = kbtool("report", "log.jsonl", "--articles", "articles")
    assert ran.code == 2
    assert "error: articles/bad.md: is not UTF-8 text" in ran.err
    assert "rejected: log.jsonl:5: not valid JSON" in ran.err
    assert "articles/bad.md" in (folder / "kbtool-report.html").read_text(encoding="utf-8")


def test_report_without_articles_is_an_error_and_still_shows_what_is_asked(kbtool, write, folder):
    (folder / "articles").mkdir()
    write({"log.csv": make_log(CLOSING), "kbtool.toml": SETTINGS})
    ran = kbtool("report")
    assert ran.code == 2
    assert "there are no articles" in ran.err
    assert "close" in (folder / "kbtool-report.html").read_text(encoding="utf-8")


def test_report_without_questions_is_an_error_and_writes_nothing(kbtool, write, folder):
    write({**ARTICLES, "log.csv": "text\n", "kbtool.toml": SETTINGS})
    ran = kbtool("report")
    assert (ran.code, ran.out) == (2, "")
    assert not (folder / "kbtool-report.html").exists()


@pytest.mark.usefixtures("help_centre")
def test_other_formats_go_to_standard_output_unless_a_file_is_named(kbtool, folder):
    ran = kbtool("report", "--format", "json")
    document = json.loads(ran.out)
    assert (ran.code, document["schema"]) == (0, "kbtool.report/1")
    assert len(document["articles"][0]["criteria"]) == 32
    assert not (folder / "kbtool-report.html").exists()
    kbtool("report", "--format", "csv", "-o", "gaps.csv", "--quiet")
    assert (folder / "gaps.csv").read_text(encoding="utf-8").startswith("rank,id,action")


@pytest.mark.usefixtures("help_centre")
def test_schema_is_printed_without_reading_anything(kbtool, folder):
    ran = kbtool("report", "--schema")
    assert (ran.code, json.loads(ran.out)["title"]) == (0, "kbtool.report/1")
    assert not (folder / "kbtool-report.html").exists()


@pytest.mark.usefixtures("help_centre")
def test_question_tests_of_the_project_answer_criteria(kbtool, write):
    write({"kbtool-tests.yaml": "must_not_answer:\n  - who will win the cup?\n"})
    criteria = {
        one["id"]: one for one in json.loads(kbtool("report", "--format", "json").out)["criteria"]
    }
    assert criteria["K10"]["answer"] == "yes"
    assert "no baseline" in criteria["K11"]["evidence"]
