"""Findings in each format, character by character."""

import json

import pytest

from kbtool.linter import stamp
from kbtool.model import Change, Edit, Hit, Outline, Severity, Span
from kbtool.render import FORMATS, load_renderer
from kbtool.rule import ActiveRule, Options, Rule
from kbtool.runner.values import LintReport
from kbtool.testing import parse

RULE = Rule("TST001", "test-thing", Severity.WARNING, Options, "Things.", None)


def find(text, marked, *, path="a.md", **parts):
    """Article and the finding that marks a text in it."""
    article = parse(text, path)
    start = text.index(marked)
    hit = Hit(Span(start, start + len(marked)), parts.pop("message", "bad thing"), **parts)
    return article, stamp(hit, ActiveRule(RULE, Options()), article.source)


def report_of(article, *findings, **parts):
    sources = {article.path: article.source}
    return LintReport(findings, (Outline.of(article),), sources, (RULE,), **parts)


def show(name, text, marked, *, color=False, **parts):
    article, finding = find(text, marked, **parts)
    render = load_renderer("lint", name)
    return render(report_of(article, finding), color=color)


def rows(text, marked):
    """The line of the article as shown, and the line of marks below it."""
    shown = show("full", text, marked).splitlines()
    number, _, line = shown[3].partition(" | ")
    gutter, _, marks = shown[4].partition(" | ")
    assert gutter == " " * len(number)
    return line, marks


def test_full_format_shows_place_line_marks_and_advice():
    text = "# Title\n\nAsk for it here now.\n"
    assert show("full", text, "here", help="Say where") == (
        "warning[TST001 test-thing]: bad thing\n"
        " --> a.md:3:12\n"
        "  |\n"
        "3 | Ask for it here now.\n"
        "  |            ^^^^\n"
        "  = help: Say where\n"
        "  = why: kbtool rule TST001\n"
    )


def test_findings_of_the_full_format_are_parted_by_an_empty_line():
    article, finding = find("one two\n", "two")
    shown = load_renderer("lint", "full")(report_of(article, finding, finding), color=False)
    assert shown.count("warning[") == 2
    assert "kbtool rule TST001\n\nwarning[" in shown
    assert "help:" not in shown


def test_gutter_is_as_wide_as_the_line_number():
    shown = show("full", "\n" * 99 + "x here\n", "here").splitlines()
    assert shown[1:5] == ["   --> a.md:100:3", "    |", "100 | x here", "    |   ^^^^"]


@pytest.mark.parametrize(
    ("text", "marked", "line", "marks"),
    [
        ("ask here\n", "here", "ask here", "    ^^^^"),
        ("ask here", "here", "ask here", "    ^^^^"),
        ("こんにちは here\n", "here", "こんにちは here", "           ^^^^"),
        ("ask 世界 now\n", "世界", "ask 世界 now", "    ^^^^"),
        ("cafe\u0301 here\n", "here", "cafe\u0301 here", "     ^^^^"),
        ("a\there\n", "here", "a    here", "     ^^^^"),
        ("ask\ther\te\n", "her\te", "ask    her    e", "       ^^^^^^^^"),
        ("ask here \n", "here ", "ask here", "    ^^^^^"),
        ("\u202eask here\n", "here", "\\u{202e}ask here", "            ^^^^"),
        ("ask \x1b[31mhere\n", "here", "ask \\u{1b}[31mhere", "              ^^^^"),
        ("ask here\u2028now\n", "here", "ask here\\u{2028}now", "    ^^^^"),
        ("ask here\r\nnow\r\n", "here", "ask here", "    ^^^^"),
    ],
)
def test_marks_stand_below_the_text_they_mark(text, marked, line, marks):
    assert rows(text, marked) == (line, marks)


def test_finding_without_any_text_is_marked_by_one_sign():
    article = parse("ask\n")
    finding = stamp(Hit(Span(4, 4), "nothing there"), ActiveRule(RULE, Options()), article.source)
    shown = load_renderer("lint", "full")(report_of(article, finding), color=False)
    assert shown.splitlines()[3:5] == ["2 | ", "  | ^"]


@pytest.mark.parametrize(
    ("marked", "marks"),
    [
        ("two\nthree", "    ^^^ … (2 lines)"),
        ("two\nthree\nfour", "    ^^^ … (3 lines)"),
        ("two\n", "    ^^^"),
        ("three\nfour\n", "^^^^^ … (2 lines)"),
    ],
)
def test_finding_over_several_lines_shows_the_first_and_counts_them(marked, marks):
    assert rows("one two\nthree\nfour\nfive\n", marked)[1] == marks


@pytest.mark.parametrize("before", [0, 10, 29, 30, 31, 500, 10_000])
@pytest.mark.parametrize("after", [0, 1, 80, 10_000])
def test_long_line_is_cut_around_the_place(before, after):
    text = "b" * before + "HERE" + "a" * after
    line, marks = rows(text, "HERE")
    assert len(line) <= 98
    assert line[len(marks) - 4 : len(marks)] == "HERE"
    assert marks.strip() == "^^^^"
    if len(text) > 98:
        assert "…" in line
    else:
        assert line == text


def test_mark_longer_than_the_shown_line_ends_with_it():
    line, marks = rows("x" * 500, "x" * 500)
    assert line == "x" * 96 + "…"
    assert marks == "^" * 96


def test_concise_format_is_one_line_for_each_finding():
    assert show("concise", "ask here\n", "here", message="bad\n\tthing") == (
        "a.md:1:5: warning TST001 test-thing: bad thing\n"
    )


@pytest.mark.parametrize(("safe", "end"), [(True, "bad thing [*]\n"), (False, "bad thing\n")])
def test_concise_format_marks_what_a_safe_fix_mends(safe, end):
    edit = Edit((Change(Span(4, 8), "there"),), safe=safe)
    assert show("concise", "ask here\n", "here", edit=edit).endswith(end)


@pytest.mark.parametrize("name", sorted(FORMATS["lint"]))
def test_no_format_lets_control_characters_through(name):
    shown = show(
        name,
        "ask \x1b]0;title\x07 here\u202e\n",
        "here",
        path="a\x1b[2J\n\tb.md",
        message="bad \x1b[31m\x9bthing",
        help="say \x1b[0m where",
    )
    assert "\x1b" not in shown
    assert "\x07" not in shown


@pytest.mark.parametrize("name", ["full", "concise"])
def test_path_with_a_line_end_does_not_forge_another_line(name):
    shown = show(name, "ask here\n", "here", path="a.md\nerror: b.md")
    assert "a.md\\u{a}error: b.md:1:5" in shown


@pytest.mark.parametrize("name", ["full", "concise"])
def test_colours_change_nothing_but_colours(name):
    colored = show(name, "ask here\n", "here", help="Say where", color=True)
    plain = show(name, "ask here\n", "here", help="Say where")
    assert "\x1b[33" in colored
    for code in ("33;1", "33", "34", "1", "0"):
        colored = colored.replace(f"\x1b[{code}m", "")
    assert colored == plain


def test_json_gives_lines_columns_offsets_and_the_fix():
    edit = Edit((Change(Span(4, 8), "there"),), safe=True)
    document = json.loads(show("json", "é\naskhere\n", "here", edit=edit, help="Say where"))
    assert "kbtool" in document.pop("versions")
    assert document == {
        "schema": "kbtool.lint/1",
        "complete": True,
        "findings": [
            {
                "path": "a.md",
                "line": 2,
                "column": 4,
                "end_line": 2,
                "end_column": 8,
                "start": 5,
                "end": 9,
                "code": "TST001",
                "rule": "test-thing",
                "severity": "warning",
                "message": "bad thing",
                "help": "Say where",
                "fix": {"safe": True, "changes": [{"start": 4, "end": 8, "text": "there"}]},
            }
        ],
        "summary": {
            "articles_checked": 1,
            "articles_with_findings": 1,
            "skipped": [],
            "files_not_checked": 0,
            "error": 0,
            "warning": 1,
            "info": 0,
            "suppressed": 0,
            "baselined": 0,
            "fixed": 0,
        },
    }


def test_json_says_null_where_there_is_neither_advice_nor_fix():
    finding = json.loads(show("json", "here\n", "here"))["findings"][0]
    assert finding["help"] is None
    assert finding["fix"] is None


@pytest.mark.parametrize("name", sorted(FORMATS["lint"]))
def test_no_finding_is_rendered_as_nothing_wrong(name):
    shown = load_renderer("lint", name)(report_of(parse("x")), color=False)
    assert "TST001" not in shown.replace('"id": "TST001"', "")
    if name in ("full", "concise", "grouped", "jsonl", "github"):
        assert shown == ""
    elif name in ("junit", "checkstyle"):
        assert "<failure" not in shown
        assert "<error" not in shown
    else:
        assert json.loads(shown) is not None
