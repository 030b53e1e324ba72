"""Whatever is handed to the command line: a message, an exit code, never a traceback."""

import json
import os
import subprocess
import sys

import pytest

from kbtool.model import Hit, Severity, Span
from kbtool.rule import Options, Rule

VAGUE = "# Get a refund\n\nAsk for it [here](refunds.md).\n"
LNK = ("lint", "--select", "LNK001")


@pytest.mark.parametrize("command", ["lint", "readability"])
@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "the file is empty. Write the article or delete the file"),
        (b"a\0b", "a binary file, not text. Exclude it in kbtool.toml"),
        (b"caf\xe9", "is not UTF-8 text (byte 3). Save it as UTF-8"),
        (b"\xff\xfea\0", "is UTF-16, not UTF-8. Save it as UTF-8"),
        (b"a" * 5_000_001, "too large: 5,000,001 bytes, the limit is 5,000,000. Split the article"),
    ],
)
def test_unusable_article_is_reported_with_what_to_do(command, content, reason, kbtool, write):
    write({"bad.md": content, "good.md": VAGUE})
    ran = kbtool(command, "bad.md", "good.md")
    assert ran.code == 2
    assert f"error: bad.md: {reason}" in ran.err
    assert "good.md" in ran.out, "the rest goes on"


def test_limit_of_the_configuration_is_kept(kbtool, write):
    write({"a.md": VAGUE, "kbtool.toml": "max-file-bytes = 10\n"})
    ran = kbtool(*LNK, "a.md")
    assert ran.code == 2
    assert "the limit is 10. Split the article, or raise max-file-bytes" in ran.err


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("missing.md", "no such file or folder. Check the path"),
        ("x" * 5_000 + ".md", "cannot be read: File name too long. Check the path"),
        ("a.md/b.md", "no such file or folder. Check the path"),
    ],
)
def test_path_that_does_not_exist_is_reported(path, reason, kbtool, write):
    write({"a.md": VAGUE})
    ran = kbtool(*LNK, path)
    assert (ran.code, ran.err) == (
        2,
        f"error: {path}: {reason}\nkbtool: no articles were checked\n",
    )


def test_missing_folder_of_the_configuration_is_reported(kbtool, write):
    write({"a.md": VAGUE, "kbtool.toml": 'articles = ["a.md", "docs", "nul\\u0000"]\n'})
    ran = kbtool(*LNK)
    assert ran.code == 2
    assert "error: docs: no such file or folder" in ran.err
    assert "error: nul\\u{0}: no such file or folder" in ran.err
    assert "LNK001" in ran.out


def test_deeply_nested_article_is_an_error_finding(kbtool, write):
    write({"a.md": "> " * 10_000 + "text\n\nSee [here](x.md).\n"})
    ran = kbtool("lint", "--select", "HYG004,LNK001", "--format", "json", "a.md")
    assert ran.code == 1
    codes = [finding["code"] for finding in json.loads(ran.out)["findings"]]
    assert codes == ["HYG004", "LNK001"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_named_pipe_does_not_block(folder):
    os.mkfifo(folder / "a.md")
    os.mkfifo(folder / "kbtool.toml")
    done = subprocess.run(
        [sys.executable, "-m", "kbtool", *LNK, "a.md"],
        capture_output=True,
        timeout=60,
        check=False,
        cwd=folder,
    )
    assert done.returncode == 2
    assert b"error: a.md: not a regular file" in done.stderr


def test_names_of_files_may_hold_any_bytes(process, write, folder):
    names = [b"new\nline.md", b"caf\xe9.md", b"esc\x1b[31m.md", b"-x.md", b" .md", b"tab\t.md"]
    for name in names:
        try:
            (folder / os.fsdecode(name)).write_text(VAGUE)
        except OSError:
            pytest.skip("this file system does not take such names")
    done = process(*LNK, ".")
    assert done.returncode == 1
    assert done.stderr == b""
    assert sorted(line.split(b":")[0] for line in done.stdout.splitlines()[:-1]) == [
        b" .md",
        b"-x.md",
        b"caf\\udce9.md",
        b"esc\\u{1b}[31m.md",
        b"new\\u{a}line.md",
        b"tab\\u{9}.md",
    ]


def raising(article, kb, options):
    yield Hit(Span(0, 1), "found before the fall")
    raise ValueError("half-way \x1b[2J through")


def find_start(article, kb, options):
    yield Hit(Span(0, 1), "beginning")


BROKEN = Rule("TST001", "broken-rule", Severity.INFO, Options, "Breaks.", raising)
WHOLE = Rule("TST002", "whole-rule", Severity.INFO, Options, "Works.", find_start)


def test_rule_that_raises_is_an_internal_error_and_the_rest_goes_on(kbtool, write, only_rules):
    only_rules(BROKEN, WHOLE)
    write({"a.md": VAGUE, "b.md": VAGUE})
    ran = kbtool("lint", ".")
    assert ran.code == 3
    start = "internal error: rule broken-rule on a.md: ValueError: half-way \\u{1b}[2J through"
    assert ran.err.startswith(start)
    assert ran.out.count("TST001") == 2
    assert ran.out.count("TST002") == 2


def test_fault_of_kbtool_itself_is_told_apart_from_findings(kbtool, write, monkeypatch):
    def fail(*_args, **_keywords):
        raise ZeroDivisionError("a fault of ours")

    monkeypatch.setattr("kbtool.cli.lint.run_lint", fail)
    write({"a.md": VAGUE})
    ran = kbtool(*LNK, "a.md")
    assert (ran.code, ran.out) == (3, "")
    assert "internal error: ZeroDivisionError: a fault of ours" in ran.err
    assert "Traceback" not in ran.err


def test_traceback_is_shown_to_those_who_ask_for_it(kbtool, write, monkeypatch):
    def fail(*_args, **_keywords):
        raise ZeroDivisionError("a fault of ours")

    monkeypatch.setattr("kbtool.cli.lint.run_lint", fail)
    monkeypatch.setenv("KBTOOL_TRACEBACK", "1")
    write({"a.md": VAGUE})
    with pytest.raises(ZeroDivisionError):
        kbtool(*LNK, "a.md")


@pytest.mark.parametrize("arguments", [["--nonsense"], ["nonsense"], ["lint", "--nonsense"]])
def test_wrong_use_is_answered_with_help(arguments, kbtool):
    ran = kbtool(*arguments)
    assert ran.code == 2
    assert "nonsense" in ran.err
    assert "--help" in ran.err or "-h" in ran.err


@pytest.mark.parametrize("command", ["lint", "rule", "gaps", "report", "readability", "init"])
def test_every_command_explains_itself(command, kbtool):
    for option in ("-h", "--help"):
        ran = kbtool(command, option)
        assert (ran.code, ran.err) == (0, "")
        assert f"Usage: kbtool {command}" in ran.out
    assert f"  {command} " in kbtool("--help").out
