"""What parts an article has: sections, lists, tables, code, comments, titles."""

import pytest

from kbtool.model import Source
from kbtool.parse import parse_markdown
from kbtool.testing import parse


def cut(article, span):
    return article.source.slice(span)


def outline(text):
    return [(" > ".join(s.path), len(s.blocks), s.other) for s in parse(text).sections]


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        ("", [("", 0, 0)]),
        ("Intro\n\n# A\n\none\n\ntwo\n", [("", 1, 0), ("A", 2, 0)]),
        (
            "# A\n\n## B\n\n### C\n\n## D\n\n# E\n",
            [
                ("", 0, 0), ("A", 0, 0), ("A > B", 0, 0), ("A > B > C", 0, 0), ("A > D", 0, 0),
                ("E", 0, 0),
            ],
        ),
        ("### A\n\n## B\n\n#### C\n", [("", 0, 0), ("A", 0, 0), ("B", 0, 0), ("B > C", 0, 0)]),
        ("A\n===\n\nB\n---\ntext\n", [("", 0, 0), ("A", 0, 0), ("A > B", 1, 0)]),
        ("# A\n\n```\ncode\n```\n", [("", 0, 0), ("A", 0, 1)]),
        ("# A\n\n![x](y)\n", [("", 0, 0), ("A", 1, 0)]),
        ("# A\n\n<iframe src=x></iframe>\n", [("", 0, 0), ("A", 0, 1)]),
        ("# A\n\n- one\n- two\n", [("", 0, 0), ("A", 2, 0)]),
        ("# A\n\n| a |\n|---|\n| b |\n", [("", 0, 0), ("A", 2, 0)]),
        ("# A\n\n<!-- c -->\n", [("", 0, 0), ("A", 0, 0)]),
        ("<h1>A</h1>\n\none\n\n<h2>B</h2>\n", [("", 0, 0), ("A", 1, 0), ("A > B", 0, 0)]),
        ("> # A\n>\n> one\n\ntwo\n", [("", 0, 0), ("A", 2, 0)]),
        ("#\n\none\n", [("", 0, 0), ("", 1, 0)]),
        ("#A\n\n####### B\n", [("", 2, 0)]),
        ("<div>a <h2 id=i>\n", [("", 1, 0), ("", 0, 0)]),
    ],
)  # fmt: skip
def test_sections_follow_the_headings(text, sections):
    assert outline(text) == sections


def test_section_without_anything_under_its_heading_is_empty():
    assert [s.is_empty for s in parse("# A\n\n# B\n\none\n\n# C\n\n    code\n").sections] == [
        True, True, False, False,
    ]  # fmt: skip


def shape(blocks):
    return [(b.kind, b.prose.text) for b in blocks]


def test_blocks_come_in_order_and_know_where_they_stand():
    text = "one\n\n# two\n\n1. three\n\n   - four\n\n> five\n\n| six |\n|---|\n| seven |\n"
    article = parse(text)
    assert shape(article.blocks) == [
        ("paragraph", "one"), ("heading", "two"), ("item", "three"), ("item", "four"),
        ("paragraph", "five"), ("cell", "six"), ("cell", "seven"),
    ]  # fmt: skip
    where = {b.prose.text: (b.section, b.ordered, b.depth, b.quoted) for b in article.blocks}
    assert where["one"] == (0, False, 0, False)
    assert where["three"] == (1, True, 1, False)
    assert where["four"] == (1, False, 2, False)
    assert where["five"] == (1, False, 0, True)
    assert [cut(article, b.span) for b in article.blocks] == [b.prose.text for b in article.blocks]


def lists(text):
    article = parse(text)
    found = []
    for part in article.lists:
        texts = [" / ".join(block.prose.text for block in item.blocks) for item in part.items]
        markers = [cut(article, item.marker) for item in part.items]
        found.append((part.ordered, part.depth, list(zip(markers, texts, strict=True))))
    return found


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("- a\n- b\n", [(False, 1, [("-", "a"), ("-", "b")])]),
        ("* a\n+ b\n", [(False, 1, [("*", "a")]), (False, 1, [("+", "b")])]),
        ("1. a\n2. b\n", [(True, 1, [("1.", "a"), ("2.", "b")])]),
        ("7) a\n", [(True, 1, [("7)", "a")])]),
        ("- a\n\n  more\n- b\n", [(False, 1, [("-", "a / more"), ("-", "b")])]),
        ("- a\n  - b\n- c\n", [(False, 1, [("-", "a"), ("-", "c")]), (False, 2, [("-", "b")])]),
        (
            "1. a\n   - b\n     1. c\n",
            [(True, 1, [("1.", "a")]), (False, 2, [("-", "b")]), (True, 3, [("1.", "c")])],
        ),
        ("> - a\n", [(False, 1, [("-", "a")])]),
        ("-\n- a\n", [(False, 1, [("-", ""), ("-", "a")])]),
        ("- ```\n  code\n  ```\n", [(False, 1, [("-", "")])]),
        ("  12. a\r\n  13. b\r\n", [(True, 1, [("12.", "a"), ("13.", "b")])]),
    ],
)  # fmt: skip
def test_lists_hold_their_items_and_those_of_inner_lists_are_apart(text, parts):
    assert lists(text) == parts


def test_table_has_a_header_and_rows_of_cells():
    article = parse("# T\n\n| a | *b* |\n|---|:-:|\n| c | d |\n| e |\n\nafter\n")
    (table,) = article.tables
    assert [cell.prose.text for cell in table.header] == ["a", "b"]
    assert [[cell.prose.text for cell in row] for row in table.rows] == [["c", "d"], ["e"]]
    assert table.section == 1
    assert cut(article, table.span) == "| a | *b* |\n|---|:-:|\n| c | d |\n| e |"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("```py title\na\n\nb\n```\n", [("a\n\nb\n", "py title", False)]),
        ("~~~\na\n~~~\n", [("a\n", "", False)]),
        ("    a\n", [("a\n", "", False)]),
        ("- ```\n  a\n  ```\n", [("a\n", "", False)]),
        ("x `a` y ``b ` c``\n", [("a", "", True), ("b ` c", "", True)]),
        ("```\nnever closed\n", [("never closed\n", "", False)]),
    ],
)
def test_code_is_kept_apart_from_prose(text, code):
    assert [(c.text, c.info, c.inline) for c in parse(text).code] == code


@pytest.mark.parametrize(
    ("text", "comments"),
    [
        ("<!-- a -->\n", ["a"]),
        ("x <!-- a --> y <!--b-->\n", ["a", "b"]),
        ("<!--\na\n\nb\n-->\n", ["a\n\nb"]),
        ("- <!-- a -->\n", ["a"]),
        ("<div><!-- a --></div>\n", ["a"]),
        ("<!-- a\n", ["a"]),
        ("`<!-- a -->`\n", []),
        ("    <!-- a -->\n", []),
        ("<?php a ?>\n\n<!DOCTYPE a>\n", []),
    ],
)
def test_comments_are_kept_and_are_no_prose(text, comments):
    article = parse(text)
    assert [comment.text for comment in article.comments] == comments
    assert "a" not in "".join(b.prose.text for b in article.blocks) or not comments


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        (
            "<details open>\n<summary>Q?</summary>\n\nA\n</details>\n",
            [("paragraph", "Q?"), ("paragraph", "A")],
        ),
        ("<p>a</p><p>b</p>\n", [("paragraph", "a"), ("paragraph", "b")]),
        ("<ul>\n<li>a</li>\n<li>b\n</ul>\n", [("item", "a"), ("item", "b")]),
        ("<div>a <h2 id=i></div>\n", [("paragraph", "a"), ("heading", "")]),
        ("<h2>T</h2>\nafter\n", [("heading", "T"), ("paragraph", "after")]),
        ("<div>a &amp; b&nbsp;&eacute; &#x1F389;</div>\n", [("paragraph", "a & b\u00a0é 🎉")]),
        ("<script>\nlet a\n</script>\n\nb\n", [("paragraph", "b")]),
        ("<div>a<script>b</script>c</div>\n", [("paragraph", "ac")]),
        ("<div>\n  a\n  <b>b</b>\n</div>\n", [("paragraph", "a b")]),
    ],
)  # fmt: skip
def test_prose_of_embedded_html_is_prose(text, blocks):
    assert shape(parse(text).blocks) == blocks


@pytest.mark.parametrize(
    ("text", "title", "origin"),
    [
        ("---\ntitle: From above\n---\n\n# Below\n", "From above", "front-matter"),
        ("---\ntitle: 'It''s'\n---\n", "It's", "front-matter"),
        ("---\ntitle: >\n  two\n  lines\n---\n", "two lines", "front-matter"),
        ("---\ntitle: 404\n---\n", "404", "front-matter"),
        ("---\ntitle: ''\n---\n\n# Below\n", "Below", "heading"),
        ("---\ntitle: [a]\n---\n\n# Below\n", "Below", "heading"),
        ("## Second\n\n# *First* `one`\n", "First one", "heading"),
        ("<h1>Tag</h1>\n", "Tag", "heading"),
    ],
)
def test_title_is_that_of_the_front_matter_then_the_first_heading(text, title, origin):
    found = parse(text).title
    assert (found.text, found.origin) == (title, origin)


@pytest.mark.parametrize("text", ["", "text\n", "## Second\n", "# \n", "---\ntitle:\n---\n"])
def test_article_without_a_title_has_none(text):
    assert parse(text).title is None


@pytest.mark.parametrize(
    ("front_matter", "identity", "locale"),
    [
        ("", "how-to", "en"),
        ("id: 0042", "0042", "en"),
        ("slug: mine\nlang: de", "mine", "de"),
        ("id: a\nslug: b\nlocale: en-GB\nlang: de", "a", "en-GB"),
        ("locale: no", "how-to", "no"),
        ("id:\nlocale:", "how-to", "en"),
    ],
)
def test_id_and_locale_come_from_the_front_matter_or_the_file(front_matter, identity, locale):
    article = parse(f"---\n{front_matter}\n---\n", "docs/how-to.md")
    assert (article.id, article.locale) == (identity, locale)


def test_locale_of_the_project_counts_where_an_article_names_none():
    assert parse_markdown(Source("a.md", "text"), "fr").locale == "fr"


def test_text_nested_too_deep_is_a_problem_that_covers_it():
    article = parse("before\n\n" + "> " * 250 + "deep\n")
    (problem,) = article.problems
    assert problem.kind == "nesting"
    assert cut(article, problem.span).endswith("deep")
    assert shape(article.blocks) == [("paragraph", "before")]
