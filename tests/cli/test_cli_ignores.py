"""``--add-ignores``: afterwards nothing is found, and nothing else has changed."""

import re

import pytest

ARTICLE = """---
title: Overview
---

You simply wait.

- Click [here](b.md).
- You simply wait.

> You simply wait,
> and you just wait.

| a | b |
| --- | --- |
| simply wait | c |

```
code
```
"""
RULES = ("lint", "--select", "TON001,LNK001,FND002,LNK003,HYG003", "--fail-on", "info")
COMMENT = re.compile(r"<!-- kbtool: [^>]*-->(?:\r?\n){0,2}")


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_everything_is_silenced_and_only_comments_are_new(newline, write, kbtool, folder):
    text = ARTICLE.replace("\n", newline)
    write({"a.md": text})
    assert kbtool(*RULES, "a.md").code == 1
    assert "Silenced 8 findings in 1 article." in kbtool(*RULES, "--add-ignores", "a.md").out
    ran = kbtool(*RULES, "a.md")
    assert (ran.code, ran.out) == (0, "Nothing found in 1 article; 8 suppressed.\n")
    after = (folder / "a.md").read_bytes().decode()
    assert COMMENT.sub("", after) == text
    assert "ignore-file FND002 -->" in after
    assert after.count("ignore-next TON001 -->") + after.count("LNK003, TON001 -->") >= 2


def test_reason_stands_in_each_comment(write, kbtool, folder):
    write({"a.md": "You simply wait.\n"})
    kbtool(*RULES, "--add-ignores", "--reason", "to be rewritten", "a.md")
    after = (folder / "a.md").read_text()
    assert after == "<!-- kbtool: ignore-next TON001 -- to be rewritten -->\nYou simply wait.\n"


def test_comments_are_shown_before_they_are_written(write, kbtool, folder):
    write({"a.md": "You simply wait.\n"})
    ran = kbtool(*RULES, "--add-ignores", "--diff", "a.md")
    assert "+<!-- kbtool: ignore-next TON001 -->" in ran.out
    assert (folder / "a.md").read_text() == "You simply wait.\n"


def test_html_gets_comments_inside_its_elements(write, kbtool, folder):
    page = "<!doctype html>\n<title>Overview</title><p>Wait</p><p>You simply wait.</p>"
    write({"a.html": page})
    assert kbtool(*RULES, "--add-ignores", "a.html").code == 0
    assert kbtool(*RULES, "a.html").code == 0
    after = (folder / "a.html").read_text()
    assert "<p><!-- kbtool: ignore-next TON001 -->You simply" in after
    assert COMMENT.sub("", after) == page


def test_reason_cannot_end_the_comment(write, kbtool):
    write({"a.md": "You simply wait.\n"})
    ran = kbtool(*RULES, "--add-ignores", "--reason", "no --> comment", "a.md")
    assert ran.code == 2
    assert "--reason" in ran.err


def test_what_could_not_be_read_is_told(write, kbtool, folder):
    write({"a.md": "You simply wait.\n"})
    (folder / "b.md").write_bytes(b"\x00\x01\x02" * 99)
    ran = kbtool(*RULES, "--add-ignores", ".")
    assert (ran.code, "error: b.md: " in ran.err) == (2, True)
    assert "Silenced 1 finding in 1 article." in ran.out
