"""Formats, colours and streams of the command line."""

import json
import os
import subprocess
import sys

import pytest

VAGUE = "# Get a refund\n\nAsk for it [here](refunds.md).\n"
LNK = ("lint", "--select", "LNK001")


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("full", "error[LNK001 vague-link-text]: link text"),
        ("concise", "a.md:3:13: error LNK001 vague-link-text: link text"),
        ("json", '{\n  "schema": "kbtool.lint/1",'),
    ],
)
def test_each_format_begins_as_its_readers_expect(name, start, kbtool, write):
    write({"a.md": VAGUE})
    assert kbtool(*LNK, "--format", name, "a.md").out.startswith(start)


def test_unknown_format_is_refused_with_the_known_ones(kbtool, write):
    write({"a.md": VAGUE})
    ran = kbtool(*LNK, "--format", "xml", "a.md")
    assert ran.code == 2
    assert "concise" in ran.err
    assert "full" in ran.err
    assert "json" in ran.err


def test_json_holds_findings_and_every_count_of_the_run(kbtool, write):
    silenced = "See <!-- kbtool: ignore LNK001 --> [here](x.md).\n"
    write({"a.md": VAGUE, "b.md": silenced, "c.md": b"\xff"})
    ran = kbtool(*LNK, "--format", "json", ".")
    document = json.loads(ran.out)
    assert [finding["path"] for finding in document["findings"]] == ["a.md"]
    expected = {
        "articles_checked": 2,
        "articles_with_findings": 1,
        "skipped": [{"path": "c.md", "reason": "is not UTF-8 text (byte 0)", "fault": True}],
        "files_not_checked": 0,
        "error": 1,
        "warning": 0,
        "info": 0,
        "suppressed": 1,
        "fixed": 0,
    }
    assert {name: document["summary"][name] for name in expected} == expected


def test_json_keeps_letters_and_stays_one_document_where_nothing_was_checked(kbtool, write):
    write({"é漢.md": VAGUE})
    assert '"path": "é漢.md"' in kbtool(*LNK, "--format", "json", ".").out
    empty = kbtool(*LNK, "--format", "json", "missing.md")
    assert json.loads(empty.out)["summary"]["articles_checked"] == 0


@pytest.mark.parametrize(
    ("options", "environment", "colored"),
    [
        ([], {}, False),
        (["--color", "always"], {}, True),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ([], {"NO_COLOR": "", "FORCE_COLOR": "1"}, True),
    ],
)
def test_colours_follow_the_option_then_the_environment(
    options, environment, colored, kbtool, write, monkeypatch
):
    write({"a.md": VAGUE})
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    for command in ([*LNK, "a.md"], ["rule", "LNK001"], ["rule"]):
        assert ("\x1b[" in kbtool(*command, *options).out) == colored


def test_output_is_full_and_coloured_on_a_terminal(write, folder):
    write({"a.md": VAGUE})
    ours, theirs = pytest.importorskip("pty").openpty()
    environment = {name: v for name, v in os.environ.items() if name not in ("NO_COLOR", "TERM")}
    subprocess.run(
        [sys.executable, "-m", "kbtool", *LNK, "a.md"],
        stdout=theirs,
        stdin=subprocess.DEVNULL,
        check=False,
        cwd=folder,
        env=environment | {"TERM": "xterm"},
    )
    os.close(theirs)
    shown = os.read(ours, 10_000).decode()
    os.close(ours)
    assert shown.startswith("\x1b[31;1merror[LNK001 vague-link-text]\x1b[0m: ")


HOSTILE = (
    "# Ti\x1b]0;owned\x07tle\n\nAsk \x1b[2J [here](re\x1bfunds.md) for \u202eit\u2066 now.\x9b31m\n"
)


@pytest.mark.parametrize("name", ["full", "concise", "json"])
def test_articles_cannot_steer_the_terminal(name, process, write):
    write({"a.md": HOSTILE, "esc\x1b[31m\nx.md": HOSTILE, "bad\x1b]0;x\x07.md": "\0"})
    done = process("lint", "--select", "ALL", "--format", name, ".")
    assert b"esc" in done.stdout
    assert b"bad" in done.stderr
    for stream in (done.stdout, done.stderr):
        assert b"\x1b" not in stream
        assert b"\x07" not in stream
        if name != "json":
            assert "\u202e" not in stream.decode("utf-8")


def test_text_that_the_terminal_cannot_show_is_spelt_out(process, write):
    write({"é.md": "See 漢 [here](x.md).\n"})
    done = process(*LNK, "--format", "full", ".", PYTHONIOENCODING="latin-1")
    assert done.returncode == 1
    assert b"\xe9.md:1:8" in done.stdout
    assert b"See \\u6f22 [here](x.md)." in done.stdout
