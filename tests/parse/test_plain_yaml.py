"""The quick reader of front matter says what a YAML parser says, or leaves the text to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbtool.parse.full_yaml import read_yaml
from kbtool.parse.plain_yaml import MOST_CHARACTERS, MOST_PARTS, read_plain

KEYS = ["title", "id", "ms.date", "yes", "null", "a-b", "_x", "\u00e9t\u00e9", "1", "a b", "-", "?"]
PIECES = [
    "word", "no", "null", "~", "12", "0x1f", "1_000", "2026-01-02", "12:30", "http://x.y/z", ".",
    "\u00fc", "\u2028", "\x85", "\xa0", "\ufeff", "\u200b", "\x07", "\U0001f600", "%",
    "@", "`", "a\tb",
    "'", '"', "\\", "#", " #", ":", ": ", "-", "- ", ",", "[", "]", "{", "}", "&", "*", "!",
    "|", ">", "=", "<<", "...", "---", " ", "  ", "\t", "\n", "\r\n", "\n  ", "?", "? ",
]  # fmt: skip
VALUES = st.lists(st.sampled_from(PIECES), max_size=6).map("".join)
QUOTED = st.tuples(st.sampled_from("\"'"), VALUES).map(lambda pair: pair[0] + pair[1] + pair[0])
LISTS = st.lists(st.sampled_from(PIECES[:8]) | VALUES | QUOTED, max_size=4).map(
    lambda items: f"[{', '.join(items)}]"
)
LINES = st.tuples(
    st.sampled_from(KEYS) | VALUES,
    st.sampled_from([": ", ":", ":  ", " : ", ":\t", ": \t"]),
    VALUES | QUOTED | LISTS,
    st.sampled_from(["\n", "\r\n", "\r", " \n", "\n\n", ""]),
).map("".join)


@given(st.lists(LINES, max_size=4).map("".join))
def test_what_is_read_plainly_is_what_the_parser_reads(block):
    entries = read_plain(block, 4)
    if entries is not None:
        assert (entries, ()) == read_yaml(block, 4)


@pytest.mark.parametrize(
    "block",
    [
        "title: Get a refund\nreviewed: 2026-01-02\n",
        "title: 'Get: a # refund'\r\nid: \"12\"  \r\nurl: https://example.com/a#b\r\n",
        "title: \u00dcber uns\nempty: ''\n",
        "tags: [a, \"b: c\", 'd, e', 12, no, 2026-01-02, f g ]\nnone: []\nid: [ 12 ]  \n",
    ],
)
def test_common_front_matter_needs_no_parser(block):
    assert (read_plain(block, 0), ()) == read_yaml(block, 0)


@pytest.mark.parametrize(
    "block",
    [
        "tags: [a, [b]]\n",
        "tags: [a: b]\n",
        "a: [b,]\n",
        "a: [b\n  ]\n",
        "a: b\n  c\n",
        "a: 1\na: 2\n",
        "a:\n",
        "- a\n",
        "a: b: c\n",
        "a: &x b\n",
    ],
)
def test_all_else_is_left_to_the_parser(block):
    assert read_plain(block, 0) is None


def test_long_front_matter_is_left_to_the_parser_and_its_limits():
    assert read_plain("title: a\n" + "b: c\n" * MOST_CHARACTERS, 0) is None
    assert read_plain(f"tags: [{'a, ' * MOST_PARTS}a]\n", 0) is None
