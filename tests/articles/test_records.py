"""Plain records, one a line: `{"id", "title", "body"}` with Markdown or HTML in them."""

import json

import pytest

from kbtool.articles import Skipped, parse_file
from kbtool.articles.markup import markup_of


def read(*records):
    content = "\n".join(json.dumps(record) for record in records).encode()
    parts = parse_file(content, "kb.jsonl")
    return [part for part in parts if not isinstance(part, Skipped)], [
        part for part in parts if isinstance(part, Skipped)
    ]


def read_one(**record):
    (article,), skipped = read({"id": "a", "title": "A"} | record)
    assert skipped == []
    return article


def test_markdown_body_has_headings_steps_and_links_with_exact_places():
    body = "Before you begin.\n\n## Ask for it\n\n1. Open **Refunds**.\n2. See [terms](terms.md).\n"
    article = read_one(body=body, locale="en-GB", labels=["refund"], updated_at="2026-01-02T03:04Z")
    assert (article.markup, article.locale) == ("markdown", "en-GB")
    assert [heading.text for heading in article.headings] == ["Ask for it"]
    assert [len(part.items) for part in article.lists] == [2]
    assert [(link.href, article.source.slice(link.text_span)) for link in article.links] == [
        ("terms.md", "terms")
    ]
    assert article.front_matter.values["tags"] == ["refund"]
    assert article.front_matter.values["updated_at"] == "2026-01-02T03:04:00Z"


@pytest.mark.parametrize(
    ("body", "markup"),
    [
        ("", "markdown"),
        ("Open the app.\n\nTap Refund.", "markdown"),
        ("Press <kbd>F5</kbd> twice.", "markdown"),
        ("# Refunds\n\nText with <br> in it.", "markdown"),
        ("<div>\n\n## Refunds\n\n- one\n- two\n\n</div>", "markdown"),
        ("<p>Open the app.</p>", "html"),
        ("Open the app.<br>Tap Refund.", "html"),
        ("<h2>Refunds</h2>\n<ul>\n<li>one</li>\n</ul>", "html"),
        ("<pre>\n# a comment\n</pre><p>x</p>", "html"),
        ("Write <div> before and </div> after it. " + "Then look at the page. " * 50, "markdown"),
        ("2 < 3 and a<b", "markdown"),
    ],
)
def test_markup_is_what_a_body_holds_more_of(body, markup):
    assert markup_of(body) == markup
    assert read_one(body=body).markup == markup


@pytest.mark.parametrize(
    ("named", "markup"),
    [("HTML", "html"), ("md", "markdown"), ("text/html", "html"), ("odd", "html"), (3, "html")],
)
def test_field_may_say_the_markup(named, markup):
    assert read_one(body="<p>## Text</p>", format=named).markup == markup


@pytest.mark.parametrize(
    "key",
    ["a", "0", "007", "1.0", "a b", "a#b", "../../etc/passwd", "x\ny", "---", "'", '"', "\\", "#",
     "no", "null", "~", "2026-01-01", "é", "\u200b", "😀'", "\U000e0041'", "{}", "[a]", 12, 0,
     " a ", "a\x85b"],
)  # fmt: skip
def test_id_of_an_article_is_exactly_the_one_given(key):
    assert read_one(id=key, body="Text.").id == str(key)


@pytest.mark.parametrize("body", ["", None, "  \n", 3, ["x"]])
def test_title_without_a_body_is_still_an_article(body):
    article = read_one(title="Get a refund", body=body)
    assert article.title.text == "Get a refund"
    assert article.blocks == ()


@pytest.mark.parametrize("record", [{"id": "b", "body": ""}, {"id": "", "title": "B"}, {"x": 1}])
def test_what_is_no_article_is_told(record):
    articles, skipped = read({"id": "a", "title": "A", "body": "Text."}, record)
    assert [article.id for article in articles] == ["a"]
    assert len(skipped) == 1


@pytest.mark.parametrize(
    "title",
    ["x\n---\nowner: me", "---", "a: b\r\nid: c", "\x00\x1b[31mred", "'\nid: c\n'", "\u2028id: c"],
)
def test_title_cannot_write_front_matter(title):
    article = read_one(title=title, body="Text.")
    assert (article.id, article.title.text) == ("a", " ".join(title.split()))
    assert set(article.front_matter.values) == {"id", "title"}
    assert article.problems == ()
    assert [block.prose.text for block in article.blocks] == ["Text."]


@pytest.mark.parametrize("size", [10_000, 1_000_000])
def test_title_beyond_measure_is_cut_and_says_so(size):
    article = read_one(title="a" * size, body="Text.")
    assert len(article.title.text) == 2_001
    assert article.title.text.endswith("…")


def test_further_fields_stay_if_they_are_lines_numbers_or_lists_of_them():
    further = {
        "owner": "Kim\nBerg",
        "redirect_from": ["/old", "/older"],
        "rank": 3,
        "related": [7, "8"],
    }
    dropped = {"blocks": [{"a": 1}], "rows": [["a"]], "many": ["a"] * 101, "score": 0.5}
    values = read_one(body="Text.", **further, **dropped).front_matter.values
    assert values == {"id": "a", "title": "A"} | further | {"owner": "Kim Berg"}


def test_fields_beyond_measure_leave_front_matter_that_can_be_read():
    lists = {f"list_{n}": ["\u200b" * 2_000] * 100 for n in range(12)}
    article = read_one(body="Text.", **lists)
    assert article.problems == ()
    assert set(article.front_matter.values) == {"id", "title", *lists}


def test_id_beyond_measure_is_refused_as_it_cannot_be_kept():
    articles, (skip,) = read({"id": "a" * 501, "title": "A", "body": "Text."})
    assert (articles, skip.fault) == ([], True)


def test_body_beyond_the_limit_is_a_fault_and_leaves_the_others():
    content = b'{"id":"a","title":"A","body":"Text."}\n{"id":"b","title":"B","body":"%s"}\n'
    parts = parse_file(content % (b"a" * 2_000), "kb.jsonl", max_bytes=1_000)
    assert [isinstance(part, Skipped) and part.fault for part in parts] == [False, True]
