"""Formats that programs read: their shape, their limits, and that no text breaks out of them."""

import json
import os
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from small_report import HOSTILE, make_hostile, make_many, make_report

from kbtool.model import Severity
from kbtool.render import load_renderer
from kbtool.render.lint.github import github_step_summary
from kbtool.render.lint.line_hashes import hash_lines

DATA = Path(os.environ.get("KBTOOL_DATA", Path(__file__).parents[3] / "shared" / "data"))
JSON_FORMATS = ("json", "sarif", "gitlab", "rdjson")


def show(name, report=None):
    return load_renderer("lint", name)(report or make_report(), color=False)


@pytest.mark.parametrize(
    ("name", "schema"),
    [
        ("sarif", "sarif-schema-2.1.0.json"),
        ("gitlab", "gitlab-codequality-schema.json"),
        ("rdjson", "rdjson-schema.json"),
    ],
)
@pytest.mark.parametrize("make", [make_report, make_hostile])
def test_format_keeps_to_its_published_schema(name, schema, make):
    file = DATA / "suites" / schema
    if not file.exists():
        pytest.skip(f"{file.name} is not in $KBTOOL_DATA/suites")
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads(file.read_text())
    validator = jsonschema.validators.validator_for(schema)(schema)
    assert list(validator.iter_errors(json.loads(show(name, make())))) == []


@pytest.mark.parametrize("name", JSON_FORMATS)
def test_json_is_ascii_or_holds_no_separator_and_parses(name):
    text = show(name, make_hostile())
    assert json.loads(text)
    assert not {"\u2028", "\u2029"} & set(text)


@pytest.mark.parametrize("name", ["jsonl", "github", "concise"])
def test_each_finding_is_one_line_whatever_it_says(name):
    report = make_hostile()
    assert len(show(name, report).splitlines()) == len(report.findings)


@pytest.mark.parametrize("name", ["junit", "checkstyle"])
def test_xml_parses_and_gives_the_text_back(name):
    root = ET.fromstring(show(name, make_hostile()))
    messages = [node.get("message") for node in root.iter() if node.get("message")]
    assert messages
    assert all("<script>" in message for message in messages)
    assert root.find(".//script") is None


def test_sarif_counts_columns_in_utf_16_and_knows_findings_again():
    (run,) = json.loads(show("sarif"))["runs"]
    first, second = run["results"]
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "a%20b/%C3%BC.md"
    assert place["region"] == {"startLine": 3, "startColumn": 6, "endLine": 3, "endColumn": 10}
    assert (first["level"], second["level"]) == ("error", "note")
    assert run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == first["ruleId"] == "TST001"
    hashes = [result["partialFingerprints"] for result in (first, second)]
    assert hashes[0]["kbtool/v1"] != hashes[1]["kbtool/v1"]
    assert [h["primaryLocationLineHash"][-2:] for h in hashes] == [":1", ":1"]


def test_sarif_tells_what_was_not_checked():
    (run,) = json.loads(show("sarif", make_hostile()))["runs"]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    notes = [note["message"]["text"] for note in invocation["toolExecutionNotifications"]]
    assert [note.split(":")[0] for note in notes] == [
        "not checked",
        "rule test-thing failed on a.md",
    ]


def test_sarif_keeps_to_the_number_of_results_that_github_takes():
    (run,) = json.loads(show("sarif", make_many(25_001, Severity.INFO)))["runs"]
    assert len(run["results"]) == 25_000
    assert "1 more findings" in str(run["invocations"])


@pytest.mark.parametrize(
    ("text", "hashes"),
    [
        # Values of the tests of github/codeql-action for its own implementation.
        ("", ["c129715d7a2bc9a3:1"]),
        (
            " a\nb\n  \t\tc\n d",
            ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"],
        ),
    ],
)
def test_hash_of_a_line_is_the_one_that_github_computes(text, hashes):
    assert hash_lines(text) == hashes


def test_hash_of_a_line_does_not_depend_on_line_ends_blanks_or_lines_above():
    assert hash_lines("a b\r\nc\rd") == hash_lines("ab\nc\nd")
    assert hash_lines("x\n" + "y" * 200)[1] == hash_lines("y" * 200)[0]
    assert [h[-2:] for h in hash_lines("same\n" * 60)[:3]] == [":1", ":2", ":3"]


def test_github_shows_the_worst_and_says_how_many_are_left():
    many = make_many(15, Severity.WARNING)
    lines = show("github", many).splitlines()
    assert [line.startswith("::warning ") for line in lines[:-1]] == [True] * 10
    assert lines[-1] == "::notice title=kbtool::5 more findings, see the log or summary"
    assert show("github").splitlines()[0].startswith("::error file=a b/ü.md,line=3,endLine=3,col=5")


def test_github_commands_cannot_be_forged():
    first, *_ = show("github", make_hostile()).splitlines()
    properties = first.partition(" ")[2].partition("::")[0]
    assert properties.startswith("file=x%2Cy%3Az%250A%3A%3Aerror%3A%3A.md,line=3,")


def test_summary_of_a_step_is_a_table_that_markup_cannot_leave():
    text = github_step_summary(make_hostile())
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    assert len(rows) == 2 + 2
    assert "<script>" not in text
    assert all(row.replace("\\|", "").count("|") == 5 for row in rows)
    many = github_step_summary(make_many(80, Severity.INFO))
    assert many.endswith("30 more findings\n\n")
    assert "| severity |" not in github_step_summary(make_many(0, Severity.INFO))


def test_gitlab_fingerprints_differ_and_stay():
    found = json.loads(show("gitlab"))
    assert len({one["fingerprint"] for one in found}) == 2
    assert [one["severity"] for one in found] == ["major", "info"]
    assert found == json.loads(show("gitlab"))


def test_rdjson_carries_fixes_and_counts_bytes():
    first, second = json.loads(show("rdjson"))["diagnostics"]
    assert first["location"]["range"]["start"] == {"line": 3, "column": 8}
    assert "suggestions" not in first
    (suggestion,) = second["suggestions"]
    assert suggestion["text"] == "there"
    assert suggestion["range"]["end"] == {"line": 4, "column": 12}


def test_junit_has_a_suite_for_each_article_and_a_case_for_each_rule():
    root = ET.fromstring(show("junit"))
    suites = {suite.get("name"): suite for suite in root}
    assert [suites[name].get("failures") for name in ("a b/ü.md", "fine.md")] == ["1", "0"]
    assert suites["a b/ü.md"].find("testcase/failure").get("type") == "error"
    assert (root.get("tests"), root.get("failures")) == ("2", "1")


def test_checkstyle_names_rule_and_place():
    root = ET.fromstring(show("checkstyle"))
    first = root.find("file/error")
    assert (first.get("line"), first.get("column")) == ("3", "5")
    assert (first.get("severity"), first.get("source")) == ("error", "kbtool.TST001")


def test_grouped_names_each_article_once():
    assert show("grouped") == (
        "a b/ü.md\n"
        "  3:5  error    TST001 test-thing: bad thing\n"
        "  4:5  info     TST001 test-thing: bad thing [*]\n"
    )


def test_statistics_count_by_everything_and_the_most_comes_first():
    report = make_report()
    shown = load_renderer("statistics", "text")(report, color=False)
    assert "By rule\n      2  error    TST001 test-thing  (1 fixable with --fix)\n" in shown
    assert "By owner" not in shown, "nobody owns an article with findings"
    counts = json.loads(load_renderer("statistics", "json")(report, color=False))
    assert counts["severity"] == {"error": 1, "info": 1}
    assert counts["article"] == {"a b/ü.md": 2}
    assert HOSTILE not in load_renderer("statistics", "text")(make_hostile(), color=False)
