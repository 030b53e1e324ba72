"""Articles that are made to stop a parser, lose text or forge places."""

from __future__ import annotations

import json

import pytest

from kbtool.articles.reading import parse_file
from kbtool.articles.values import Skipped

LARGE = 4_000
MARKDOWN = {
    "strong in emphasis": "*a **a " * LARGE,
    "closers": "a_ " * LARGE,
    "openers": "*a_ " * LARGE,
    "openers of links": "[a" * LARGE,
    "links and brackets": "[ (](" * LARGE,
    "images": "![[]()" * LARGE,
    "brackets": "[" * LARGE + "a" + "]" * LARGE,
    "quotes": "> " * LARGE + "a",
    "backticks": "".join(f"e{'`' * n}" for n in range(200)),
    "unclosed links": "[a](<b" * LARGE,
    "unclosed addresses": "[a](b" * LARGE,
    "comments": "<!--" * LARGE,
    "stars": "*" * 20_000,
    "a table of narrow rows": "|a|b|\n|-|-|\n" + "|a\n" * LARGE,
    "references": "[a]: u\n" * LARGE + "[a]" * LARGE,
}
HTML = {
    "divisions": "<div>" * 20_000 + "last words" + "</div>" * 20_000,
    "misnested": "<b><p>" * LARGE + "last words",
    "entities of a document type": '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><p>'
    + "&c;" * LARGE
    + " last words</p>",
    "unclosed tags": "<a href='" * LARGE,
}


@pytest.mark.parametrize("text", MARKDOWN.values(), ids=MARKDOWN)
def test_hostile_markdown_is_read_or_refused_with_a_reason(text):
    parts = parse_file(f"# Pay\n\n{text}\n".encode(), "a.md")
    assert len(parts) == 1
    assert not isinstance(parts[0], Skipped) or parts[0].reason


@pytest.mark.parametrize("text", HTML.values(), ids=HTML)
def test_hostile_html_is_read_or_refused_with_a_reason(text):
    (part,) = parse_file(f"<h1>Pay</h1>{text}".encode(), "a.html")
    if isinstance(part, Skipped):
        assert part.reason
    else:
        assert "bbbbbbbb" not in part.source.text.replace('"bbbb"', "")


@pytest.mark.parametrize(
    "sign", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e"]
)
def test_only_line_feeds_and_returns_end_lines(sign):
    (part,) = parse_file(f"# Pay\n\nOne{sign}two.\n\n## Again\n".encode(), "a.md")
    assert part.source.position(part.source.text.index("## Again"))[0] == 5


def test_a_line_of_megabytes_is_read_or_refused_with_a_reason():
    (part,) = parse_file(b"# Pay\n\n" + b"word " * 900_000, "a.md", "en", 5_000_000)
    assert not isinstance(part, Skipped) or part.reason


MANY = 1_000_000  # parts: in memory a hundred times as large as their text
PARTS = {
    "items.md": "- a\n",
    "paragraphs.md": "a\n\n",
    "emphasis.md": "*a* ",
    "quotes.md": "> " * 90 + "a\n\n",
    "cells.md": "|a",
    "entities.md": "&lt;",
    "escapes.md": "\\*",
    "elements.html": "<p>a",
    "returns.md": "a\r",
}


@pytest.mark.parametrize("name", PARTS)
def test_more_parts_than_fit_into_memory_are_refused_before_they_are_made(name):
    text = PARTS[name] * MANY
    (part,) = parse_file(f"# Pay\n\n{text[:4_900_000]}".encode(), name)
    assert isinstance(part, Skipped)
    assert "signs of markup, the limit is 300,000" in part.reason
    assert (part.remedy, part.fault) == ("Split the article", True)


def test_more_parts_than_fit_into_memory_are_refused_in_exports_too():
    record = {"id": 1, "title": "Pay", "body": "<p>a" * MANY}
    content = json.dumps({"articles": [record, {"id": 2, "title": "Stop", "body": "<p>b</p>"}]})
    parts = parse_file(content.encode(), "export.json")
    assert sorted(isinstance(part, Skipped) for part in parts) == [False, True]
