"""Texts that were made to break parsers: work grows with the text, and no word is dropped."""

import sys

import pytest

from kbtool.linter import build_knowledge_base, lint
from kbtool.model import Source
from kbtool.parse import parse_html, parse_markdown
from kbtool.render import load_renderer
from kbtool.rule import Selection, configure
from kbtool.rules import all_rules
from kbtool.runner.values import LintReport
from kbtool.testing import TODAY, parse

# Written from what is known to have broken parsers, each as a text of some n parts.
PATHOLOGICAL = {
    "strong in emphasis": lambda n: "*a **a " * n + "b" + " a** a*" * n,
    "ends of emphasis without a beginning": lambda n: "a_ " * n,
    "beginnings of emphasis without an end": lambda n: "_a " * n,
    "marks that do not match": lambda n: "*a_ " * n,
    "two kinds of marks, one after the other": lambda n: "*a " * n + "_a*_ " * n,
    "marks of which three make none": lambda n: "a**b" + "c* " * n,
    "marks alone": lambda n: "*" * n,
    "struck out or not": lambda n: "~~a ~" * n,
    "ends of links": lambda n: "a]" * n,
    "beginnings of links": lambda n: "[a" * n,
    "links and emphasis that cross": lambda n: "[ a_" * n,
    "brackets and parentheses": lambda n: "[ (](" * n,
    "images in images": lambda n: "![[]()" * n,
    "brackets in brackets": lambda n: "[" * n + "a" + "]" * n,
    "addresses without an end": lambda n: "[a](b" * n,
    "addresses in angles without an end": lambda n: "[a](<b" * n,
    "titles without an end": lambda n: "[a](b '" * n,
    "code of every length": lambda n: "".join("e" + "`" * size for size in range(n // 10)),
    "comments without an end": lambda n: "</" + "<!--" * n,
    "comments on their own": lambda n: "<!-- " * n,
    "instructions without an end": lambda n: "a <?" * n,
    "declarations without an end": lambda n: "a <!A " * n,
    "sections of CDATA without an end": lambda n: "a <![CDATA[" * n,
    "tags without an end": lambda n: "<a b='" * n,
    "elements": lambda n: "<div>" * n,
    "comments of ours": lambda n: "<!-- kbtool-ignore" * n,
    "quotes in quotes": lambda n: "> " * n + "a",
    "lists in lists": lambda n: "".join("  " * depth + "* a\n" for depth in range(n // 20)),
    "empty lines in deep lists": lambda n: "- " * 80 + "x" + "\n" * n,
    "emphasis in deep quotes": lambda n: ">" * 90 + "a*" * n,
    "one reference, often": lambda n: "[f]: u\n\n" + "[f] " * n,
    "many references": lambda n: "".join(f"[{number}]: u\n" for number in range(n)),
    "references to nothing": lambda n: "[r] " * n,
    "NUL": lambda n: "a\0" * n,
    "entities": lambda n: "&" * n,
    "addresses": lambda n: "http://a." * n,
    "headings": lambda n: "# a\n" * n,
    "rules": lambda n: "---\n" * n,
    "a line below": lambda n: "a\n" * n + "===\n",
    "blanks": lambda n: " " * n + "a" + "\t" * n,
}


def count_steps(text):
    """Calls of functions, of Python's own too, while a text is read."""
    steps = 0

    def count(_frame, event, _argument):
        nonlocal steps
        steps += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        parse_markdown(Source("a.md", text))
    finally:
        sys.setprofile(None)
    return steps


@pytest.mark.parametrize("name", PATHOLOGICAL)
def test_work_grows_with_the_text_alone(name):
    make = PATHOLOGICAL[name]
    count_steps("Loads *what* is loaded [once](a).\n")
    once, twice, fourfold = (count_steps(make(n)) for n in (200, 400, 800))
    assert twice <= 2.5 * once + 500
    assert fourfold <= 2.5 * twice + 500


@pytest.mark.parametrize(
    "text",
    [
        "*a **a " * 20_000 + "b" + " a** a*" * 20_000,
        "*" * 20_000 + "a" + "*" * 20_000,
        "[" * 20_000 + "a" + "](b)" * 20_000,
        "![" * 5_000 + "a" + "](b)" * 5_000,
        "<b>" * 20_000 + "a" + "</b>" * 20_000,
    ],
    ids=["strong in emphasis", "stars", "links", "images", "elements"],
)
def test_marks_nested_twenty_thousand_deep_are_read(text):
    article = parse(text)
    assert not [problem for problem in article.problems if problem.kind != "nesting"]
    assert "a" in article.blocks[0].prose.text or "a" in (image.alt for image in article.images)


@pytest.mark.parametrize("depth", [10, 11, 15, 60])
@pytest.mark.parametrize("mark", ["- ", "1. ", "> "])
def test_no_word_is_dropped_however_deep_lists_are(depth, mark):
    marks = "".join(mark * level + f"word{level}\n\n" for level in range(1, depth + 1))
    article = parse(marks + mark * depth + "deepest\n")
    words = {word for block in article.blocks for word in block.prose.text.split()}
    assert article.problems == ()
    assert words == {"deepest", *(f"word{level}" for level in range(1, depth + 1))}


def test_short_rows_of_a_wide_table_make_no_more_cells_than_the_parser_allows():
    def blocks(size):
        row = "|" + "x|" * size + "\n|" + "-|" * size + "\n"
        return len(parse(row + "|last|\n" * size).blocks)

    assert blocks(100) >= 200
    assert blocks(1_000) < 100_000, "a table of 1,000 columns and rows would have a million cells"


def test_one_line_of_megabytes_is_read_and_shown_in_part():
    article = parse("Simply wait. " * 150_000)
    assert len(article.blocks[0].prose.text) > 1_900_000
    report = linted(parse("word " * 40_000 + "see [here](b.md) " + "word " * 40_000), "LNK001")
    shown = load_renderer("lint", "full")(report, color=False)
    assert "[here](b.md)" in shown
    assert max(map(len, shown.splitlines())) < 200


SEPARATORS = ["\u2028", "\u2029", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=ascii)
@pytest.mark.parametrize("separator", SEPARATORS, ids=ascii)
def test_lines_end_where_editors_end_them(separator, end):
    markdown = f"# Title{end}{end}one{separator}two{end}{end}See [here](b.md).{end}"
    page = f"<p>one{separator}two</p>{end}{end}{end}{end}<p>See <a href='b.md'>here</a>.</p>"
    for article in (parse(markdown), parse_html(Source("a.html", page))):
        (found,) = linted(article, "LNK001").findings
        assert found.line == 5


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JaVaScRiPt:x", "vbscript:x", "file:///etc/passwd", "data:text/html,x"],
)
def test_links_of_every_scheme_are_links(address):
    article = parse(f"See [the fees]({address}).\n\n[again]: {address}\n\nSee [again].\n")
    assert [link.href for link in article.links] == [address, address]


def test_entities_that_a_page_declares_are_not_expanded():
    declared = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    page = f'<!DOCTYPE html [<!ENTITY e0 "lol">{declared}]><p>Pay &e9; now.</p>'
    article = parse_html(Source("a.html", page))
    assert "Pay &e9; now." in " ".join(block.prose.text for block in article.blocks)
    assert sum(len(block.prose.text) for block in article.blocks) < len(page)


@pytest.mark.parametrize(
    ("text", "deceives"),
    [
        ("Pay \u202enow\u202c.", True),
        ("Pay \u2066now\u2069.", True),
        ("Pay\u200b now.", True),
        ("Pay\u2060 now.", True),
        ("Pay \U000e0061now.", True),
        ("می\u200cخواهم", False),
        ("क्\u200dष", False),
        ("👩\u200d👩\u200d👧", False),
    ],
    ids=ascii,
)
def test_characters_that_deceive_are_found_and_joiners_of_a_language_are_not(text, deceives):
    found = linted(parse(f"# Pay\n\n{text}\n"), "HYG001").findings
    assert bool(found) == deceives


def linted(article, code):
    rules = configure(all_rules(), Selection(select=[code]))
    result = lint(build_knowledge_base([article], rules, TODAY), [article], rules)
    assert not result.faults
    return LintReport(
        result.findings, (), {article.path: article.source}, tuple(rule.rule for rule in rules)
    )
