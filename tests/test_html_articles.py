"""HTML files as articles: which are read, how they link, and what silences rules in them."""

from pathlib import Path

import pytest

from kbtool.articles import find_linked_files, load_articles
from kbtool.linter import lint
from kbtool.model import KnowledgeBase, Source
from kbtool.parse import parse_html, parse_markdown
from kbtool.rule import Selection, configure
from kbtool.rules import all_rules
from kbtool.testing import TODAY

PAGE = "<!doctype html><html><head>{}<title>Order a card</title></head><body>{}</body></html>"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def findings(articles, *codes):
    rules = configure(all_rules(), Selection(select=codes))
    result = lint(KnowledgeBase.of(articles, TODAY), articles, rules)
    assert not result.faults
    return [(f.path, f.line, f.column, f.code) for f in result.findings]


def test_html_files_are_articles(folder):
    Path("a.html").write_text(PAGE.format("", "<p>One"), encoding="utf-8")
    Path("b.HTM").write_text("<p>Two</p>", encoding="utf-8")
    loaded = load_articles([Path()])
    assert [article.path for article in loaded.articles] == ["a.html", "b.HTM"]
    assert loaded.skipped == ()


@pytest.mark.parametrize(
    ("head", "reason", "fault"),
    [
        ('<meta charset="iso-8859-1">', "is iso-8859-1 by its own account, not UTF-8", True),
        ("<meta http-equiv='Content-Type' content='text/html; charset=windows-1252'>",
         "is windows-1252 by its own account, not UTF-8", True),
        ('<meta name="generator" content="kbtool">', "a report that kbtool wrote", False),
    ],
)  # fmt: skip
def test_pages_that_are_not_read_say_why(folder, head, reason, fault):
    Path("a.html").write_text(PAGE.format(head, "x"), encoding="utf-8")
    (skip,) = load_articles([Path()]).skipped
    assert (skip.path, skip.reason, skip.fault) == ("a.html", reason, fault)


@pytest.mark.parametrize("name", ["UTF-8", "utf8", "us-ascii"])
def test_charsets_that_utf_8_covers_are_read(folder, name):
    Path("a.html").write_text(PAGE.format(f"<meta charset={name}>", "x"), encoding="utf-8")
    assert len(load_articles([Path()]).articles) == 1


def test_links_between_pages_resolve(folder):
    Path("a.html").write_text("<h1>A</h1><a href='b.html#x'>See b</a> <a href=no.html>c</a>")
    Path("b.html").write_text("<h1>B</h1><p id=x>x <a href='a.html#y'>See a</a>")
    loaded = load_articles([Path()])
    assert find_linked_files(loaded) == frozenset()
    assert findings(loaded.articles, "LNK003", "LNK004") == [
        ("a.html", 1, 40, "LNK003"),
        ("b.html", 1, 21, "LNK004"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>You <b>simply</b> wait.</p>", ["TON001"]),
        ("<p data-kbtool-ignore='TON001'>Simply wait.</p><p>Simply wait.</p>", ["TON001"]),
        ("<div data-kbtool-ignore='other, minimiser'><p>Simply</p><p>simply</p></div>", ["HYG003"]),
        ("<p>You <span data-kbtool-ignore=ton001>simply</span> wait.</p>", []),
        ("<p data-kbtool-ignore='TON001'>Wait.</p>", ["HYG003"]),
        ("<p data-kbtool-ignore>Wait.</p>", ["HYG003"]),
        ("<div data-kbtool-ignore=TON001>Simply wait <b data-kbtool-ignore=TON001>x</b></div>",
         ["HYG003"]),
        ("<!-- kbtool: ignore-next TON001 --><p>Simply wait.</p>", []),
    ],
)  # fmt: skip
@pytest.mark.parametrize("parse", [parse_html, parse_markdown])
def test_attribute_silences_rules_in_its_element(text, expected, parse):
    article = parse(Source("a.html", text))
    assert [code for *_, code in findings([article], "TON001", "HYG003")] == expected


def test_attribute_reaches_over_markdown_between_its_tags():
    text = "<div data-kbtool-ignore='TON001'>\n\nSimply wait.\n\n</div>\n\nSimply wait.\n"
    assert findings([parse_markdown(Source("a.md", text))], "TON001", "HYG003") == [
        ("a.md", 7, 1, "TON001")
    ]


def test_markdown_inside_html_cells_and_items_belongs_to_them():
    text = (
        "<table>\n<tr><td>\n\none\n\n</td><td>two</td></tr>\n</table>\n\n> <ul><li>three\n\nfour\n"
    )
    article = parse_markdown(Source("a.md", text))
    assert [(block.kind, block.prose.text) for block in article.blocks] == [
        ("cell", "one"), ("cell", "two"), ("item", "three"), ("paragraph", "four"),
    ]  # fmt: skip
    assert [[b.prose.text for b in row] for row in article.tables[0].rows] == [["one", "two"]]


def test_hidden_element_hides_markdown_in_it():
    text = "<div hidden>\n\n- no [no](x)\n\n</div>\n\nyes\n"
    article = parse_markdown(Source("a.md", text))
    assert [block.prose.text for block in article.blocks] == ["yes"]
    assert article.links == article.lists == ()
