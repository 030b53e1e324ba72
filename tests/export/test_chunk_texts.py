"""How markup reads as plain text."""

import pytest

from kbtool.export import ChunkOptions, chunk_article, count_unread_images
from kbtool.model import Source
from kbtool.parse import parse_html
from kbtool.testing import parse

CASES = {
    "links and marks as text": ("See **[Fees](fees.md)** and `PIN`.", "See Fees and PIN."),
    "a line break inside a paragraph": ("one\ntwo  \nthree", "one two three"),
    "steps by number": ("1. Open\n1. Tap\n", "1. Open\n2. Tap"),
    "steps that go on": ("4. Open\n5. Tap\n", "4. Open\n5. Tap"),
    "a list in a step": ("1. Tap\n   - this\n   - that\n", "1. Tap\n   - this\n   - that"),
    "a second paragraph of a step": ("1. Tap\n\n   Wait.\n2. Go\n", "1. Tap\n   Wait.\n2. Go"),
    "an image in a sentence": ("Tap ![gear](g.png) now.", "Tap gear now."),
    "an image that touches words": ("Tap![gear](g.png)now", "Tap gear now"),
    "an image alone": ("![The settings page](s.png)", "[Image: The settings page]"),
    "an image without text": ("Tap ![](g.png) now.", "Tap now."),
    "code": ("Run:\n\n```sh\nls -l\n```\n", "Run:\n\n```sh\nls -l\n```"),
    "code with a fence inside": ("~~~\n```\n~~~\n", "````\n```\n````"),
    "code in a step": ("1. Run\n\n   ```\n   ls\n   ```\n", "1. Run\n```\nls\n```"),
    "a note": ("> [!WARNING]\n> Never do it.\n", "Warning: Never do it."),
    "a table": (
        "| Plan | Fee |\n|---|---|\n| Free | 0 |\n| Pro | 9 |\n",
        "Plan: Free | Fee: 0\nPlan: Pro | Fee: 9",
    ),
    "a table whose first column names the rows": (
        "| | Free | Pro |\n|---|---|---|\n| Fee | 0 | |\n| Cards | | 2 |\n",
        "Fee | Free: 0\nCards | Pro: 2",
    ),
    "a table with an empty column": (
        "| Plan | Fee | By |\n|---|---|---|\n| Free | | day |\n",
        "Plan | Fee | By\nFree |  | day",
    ),
    "a table of images": (
        "| Board | Front |\n|---|---|\n| UNO | ![Front of UNO](u.png) |\n",
        "Board: UNO | Front: [Image: Front of UNO]",
    ),
    "attributes of another dialect": ("[Fees](f.md){.button #fees} and {x}.", "Fees and {x}."),
    "attributes and footnotes as code": ("Use `{.a}` or `[^b]`.", "Use {.a} or [^b]."),
    "a footnote": ("Free[^1]\n\n[^1]: For a year.\n", "Free[1]\n\n[1] For a year."),
    "what is no footnote": ("All but [^A].", "All but [^A]."),
    "a comment": ("one\n\n<!-- two -->\n\nthree", "one\n\nthree"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_markdown_reads_as_plain_text(text, expected):
    (chunk,) = chunk_article(parse(text))
    assert chunk.text == expected


HTML = {
    "steps that begin elsewhere": ("<ol start='3'><li>a<li>b</ol>", "3. a\n4. b"),
    "several paragraphs in a cell": (
        "<table><tr><th>A<th>B<tr><td><p>x<p>y<ul><li>z</ul><td>w</table>",
        "A: x y; z | B: w",
    ),
    "cells that span rows": (
        "<table><tr><th>A<th>B<tr><td rowspan=2>x<td>y<tr><td>z</table>",
        "A | B\nx | y\nz",
    ),
    "code": ("<p>Run</p><pre class='language-sh'>ls &amp;</pre>", "Run\n\n```sh\nls &\n```"),
    "decoration": ("<p>a <img src=x alt=''> b", "a b"),
}


@pytest.mark.parametrize(("text", "expected"), HTML.values(), ids=HTML)
def test_html_reads_as_plain_text(text, expected):
    (chunk,) = chunk_article(parse_html(Source("a.html", text), "en"))
    assert chunk.text == expected


def test_images_of_which_a_bot_learns_nothing_are_counted():
    article = parse('![](a.png) ![b](b.png) <img src=c> <img src=d alt=""> <img src=e alt=" ">')
    assert count_unread_images(article) == 3


ABOUT = """---
id: refunds
title: Get a refund
url: https://help.example/refunds
tags: [money, card]
keywords: card, cash back
updated_at: 2026-03-04
locale: en-GB
---
You get it back within a week.
"""


def test_a_chunk_says_where_it_comes_from():
    (chunk,) = chunk_article(parse(ABOUT))
    assert (chunk.article, chunk.title, chunk.heading_path) == ("refunds", "Get a refund", ())
    assert chunk.url == "https://help.example/refunds"
    assert chunk.labels == ("money", "card", "cash back")
    assert (chunk.updated_at, chunk.locale, chunk.words) == ("2026-03-04", "en-GB", 7)
    assert chunk.id.startswith("refunds-")
    assert chunk.id.endswith("-1")


def test_an_article_without_text_gives_no_chunk():
    assert chunk_article(parse("# Only a title\n")) == []


def sentences(words):
    """Text of a number of words, four a sentence."""
    return " ".join(["one two three four."] * (words // 4))


def shapes(text, **sizes):
    chunks = chunk_article(parse(text), ChunkOptions(**sizes))
    return [
        (" > ".join(chunk.heading_path), chunk.text.count("one"), chunk.text) for chunk in chunks
    ]


def test_long_sections_are_cut_evenly_between_paragraphs():
    text = "# T\n\n" + "\n\n".join([sentences(20)] * 6)
    chunks = chunk_article(parse(text), ChunkOptions(max_words=110))
    assert [chunk.words for chunk in chunks] == [60, 60], "not 100 and 20"


def test_long_paragraphs_are_cut_between_sentences():
    chunks = chunk_article(parse(sentences(40)), ChunkOptions(max_words=25))
    assert [chunk.words for chunk in chunks] == [20, 20]


def test_what_announces_steps_stays_with_the_first():
    text = f"{sentences(16)}\n\nDo this:\n\n1. First\n2. Second\n"
    first, second = chunk_article(parse(text), ChunkOptions(max_words=18, min_words=0))
    assert "Do this" not in first.text
    assert second.text.startswith("Do this:\n\n1. First")


def test_sections_become_chunks_with_their_headings():
    text = f"# T\n\n{sentences(20)}\n\n## A\n\n{sentences(20)}\n\n### B\n\n{sentences(20)}\n"
    assert [heads for heads, *_ in shapes(text)] == ["", "A", "A > B"]


def test_a_tiny_section_joins_the_one_before_it_below_its_heading():
    text = f"# T\n\n## A\n\n{sentences(20)}\n\n## B\n\nAsk us.\n\n## C\n\n{sentences(20)}\n"
    assert [heads for heads, *_ in shapes(text)] == ["A", "C"]
    assert shapes(text)[0][2].endswith("four.\n\nB\nAsk us.")


def test_a_tiny_section_that_finds_no_room_stands_below_its_own_heading():
    text = f"## A\n\n{sentences(40)}\n\n## B\n\nAsk us.\n\n## C\n\nOr call.\n"
    first, second = shapes(text, max_words=41)
    assert first[::2] == ("A", sentences(40))
    assert second[::2] == ("B", "Ask us.\n\nC\nOr call.")


def test_many_tiny_sections_below_one_parent_share_its_heading():
    text = "## A\n\n" + "".join(f"### B{n}\n\n{sentences(8)}\n\n" for n in range(10))
    chunks = chunk_article(parse(text), ChunkOptions(max_words=50))
    assert [chunk.heading_path for chunk in chunks] == [("A",), ("A",)]
    assert [chunk.words for chunk in chunks] == [45, 45]


def test_tiny_sections_join_what_their_parent_says():
    text = f"## A\n\nCall us.\n\n### B\n\n{sentences(12)}\n\n### C\n\nBy night.\n"
    text += f"\n## D\n\n{sentences(20)}\n"
    first, second = shapes(text, min_words=16)
    assert first[::2] == ("A", f"Call us.\n\nB\n{sentences(12)}\n\nC\nBy night.")
    assert second[0] == "D"


def test_a_tiny_opening_joins_the_first_section():
    text = f"For all plans.\n\n## A\n\n{sentences(20)}\n"
    ((heads, _, written),) = shapes(text)
    assert heads == "A"
    assert written.startswith("For all plans.\n\none two")


def test_a_tiny_opening_without_room_stands_alone():
    text = f"For all plans.\n\n## A\n\n{sentences(40)}\n"
    first, second = chunk_article(parse(text), ChunkOptions(max_words=42))
    assert (first.text, first.heading_path) == ("For all plans.", ())
    assert second.heading_path == ("A",)
    assert second.id.endswith("-1")


def test_a_heading_stands_again_where_other_headings_came_before_it():
    text = f"## A\n\nAsk us.\n\n## B\n\n{sentences(20)}\n"
    ((heads, _, written),) = shapes(text)
    assert heads == "B"
    assert written == f"A\nAsk us.\n\nB\n{sentences(20)}"


def test_headings_with_nothing_below_are_known_from_the_path_alone():
    text = f"## A\n\n### B\n\n{sentences(20)}\n\n## Empty\n"
    assert [heads for heads, *_ in shapes(text)] == ["A > B"]


def test_a_heading_that_repeats_the_title_is_no_part_of_the_path():
    text = f"---\ntitle: Get a refund\n---\n# Get a Refund\n\n## A\n\n{sentences(20)}\n"
    assert [heads for heads, *_ in shapes(text)] == ["A"]


def test_headings_and_titles_read_as_plain_text():
    text = f"# Get a ![green](g.png) **refund**\n\n## By `card` {{.new}}\n\n{sentences(20)}\n"
    (chunk,) = chunk_article(parse(text))
    assert (chunk.title, chunk.heading_path) == ("Get a green refund", ("By card",))


def test_equal_headings_have_ids_of_their_own():
    text = f"## A\n\n{sentences(20)}\n\n## A\n\n{sentences(24)}\n"
    first, second = chunk_article(parse(text))
    assert first.heading_path == second.heading_path
    assert first.id != second.id
    alone = chunk_article(parse(f"## A\n\n{sentences(600)}\n\n## A\n\n{sentences(24)}\n"))
    assert alone[-1].id == second.id, "the first growing to two chunks changes nothing"
