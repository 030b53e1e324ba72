"""Whatever the text is: parsing never raises, and every part is where it says it is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from parse_laws import check_laws

from kbtool.testing import parse

FRAGMENTS = [
    "# ", "## ", "> ", "- ", "1. ", "12) ", "* ", "\t", "  ", "    ", "\n", "\n\n", "\r\n", "\r",
    "|", "|---|---|", "| a | b |\n", "\\|", "**", "*", "_", "__", "`", "``", "~~", "[", "]", "(",
    ")", "](x)", "![", "[a]: http://q\n", "[a]", "<a href='x'>", "</a>", "<b>", "</b>",
    "<img src=x>",
    "<!-- c -->", "<!--", "-->", "<div>", "</div>", "<h2 id=i>", "</h2>", "<li>", "<pre>",
    "<details><summary>q</summary>", "&amp;", "&nbsp;", "&#x41;", "\\", "\\*", "{#id}", "{{ x }}",
    "text", "a b", "http://x.y/z.", "<http://a.b>", "me@example.com", "---", "===", "```\n", "  \n",
    "\ufeff", "\0", "é", "👩‍👩‍👧", "\u2028", "\u00a0", "'", '"', ".", "title: x\n",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=3), max_size=30).map("".join)


@settings(deadline=None, max_examples=300)
@given(TEXTS)
def test_every_part_of_any_text_is_where_it_says(text):
    check_laws(text)


@settings(deadline=None, max_examples=100)
@given(TEXTS)
def test_front_matter_before_it_changes_nothing(text):
    plain = check_laws("\n" + text)
    after = check_laws("---\ntitle: x\n---\n\n" + text)
    assert [b.prose.text for b in after.blocks] == [b.prose.text for b in plain.blocks]


@settings(deadline=None, max_examples=100)
@given(TEXTS)
def test_byte_order_mark_changes_no_position(text):
    plain = text.lstrip("\ufeff")
    assert check_laws("\ufeff" + plain).blocks == check_laws(plain).blocks


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=60) | st.lists(st.sampled_from(["a: ", "b:\n", "- ", "[", "{", "&x ", "*x",
       "|\n", ">\n", "'", '"', "#", "!!int ", "<<: ", "\t", "2024-02-30", "\n"]), max_size=20)
       .map("".join))  # fmt: skip
def test_any_front_matter_is_read_or_reported(block):
    article = check_laws(f"---\n{block}\n---\ntext\n")
    assert article.blocks or article.problems or block


def marked(text, span):
    return text[span.start : span.end]


@pytest.mark.parametrize(
    "text",
    [
        "See **the *new* card** now.\n",
        "> See **the *new* card** now.\n",
        "- item\n\n  See **the *new* card** now.\n",
        "1. > See **the\n   > *new* card** now.\n",
        "| x | See **the *new* card** now. |\n|---|---|\n",
        "# See **the *new* card** now. #\n",
        "See **the *new* card** now.\n===\n",
        "<p>See <b>the <i>new</i> card</b> now.</p>\n",
        "---\ntitle: T\n---\r\n\r\n> See **the *new* card** now.\r\n",
        "\tcode\n\n\u2028See **the *new* card** now.\n",
    ],
)
def test_words_behind_markup_are_marked_where_they_stand(text):
    for block in parse(text).blocks:
        for word in ("new", "card", "now."):
            at = block.prose.text.find(word)
            if at >= 0:
                assert marked(text, block.prose.span(at, at + len(word))) == word
    assert any("new" in block.prose.text for block in parse(text).blocks)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("a &amp; b\n", "&amp;"),
        ("a \\& b\n", "\\&"),
        ("| a & b \\| c |\n|---|\n", "&"),
        ("<p>a &#38; b</p>\n", "&#38;"),
    ],
)
def test_character_written_as_several_is_marked_whole(text, source):
    block = parse(text).blocks[0]
    at = block.prose.text.index("&")
    assert marked(text, block.prose.span(at, at + 1)) == source


def test_escaped_pipe_shifts_what_follows_it():
    text = "| a \\| code | b |\n|---|---|\n| one \\| two | `x \\| y` |\n"
    table = parse(text).tables[0]
    assert [cell.prose.text for cell in table.header] == ["a | code", "b"]
    first, second = table.rows[0]
    at = first.prose.text.index("two")
    assert marked(text, first.prose.span(at, at + 3)) == "two"
    assert second.prose.text == "x | y"


def test_soft_line_break_of_two_characters_is_marked_whole():
    text = "> one\r\n> two\r\n"
    prose = parse(text).blocks[0].prose
    assert marked(text, prose.span(3, 4)) == "\r\n"
    assert marked(text, prose.span(0, 7)) == "one\r\n> two"


@pytest.mark.parametrize("row", ["|x||z|", r"|x\|y||z|"])
def test_empty_cell_stands_between_its_pipes(row):
    article = parse(f"|a|b|c|\n|-|-|-|\n{row}\n")

    _, empty, _ = article.tables[0].rows[0]

    assert empty.span.start == empty.span.end == article.source.text.rindex("||") + 1


@pytest.mark.parametrize(
    "text",
    [
        "- a\n\tb",
        "- a\n\t\tb\r\n\t\tc",
        "1. a\n\tb *c*\n\t`d`",
        "> - a\n>\t\tb",
        "- |[a]: http://q\n\t|",
    ],
)
def test_a_tab_before_a_line_of_an_item_moves_no_position(text):
    article = check_laws(text)
    (block,) = article.blocks
    last = len(block.prose.text) - 1
    assert text[block.prose.span(last, last + 1).start] == block.prose.text[last]
