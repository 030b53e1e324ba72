"""Text on terminals: nothing in it can steer one, and widths are counted in cells."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kbtool.render.terminal import (
    clean,
    clean_path,
    count,
    display_width,
    one_line,
    paint,
    shorten,
)

STEERING = [chr(code) for code in (*range(9), *range(11, 32), *range(0x7F, 0xA0))]
DECEIVING = [
    "\u061c", "\u200e", "\u200f", "\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066",
    "\u2067", "\u2068", "\u2069", "\u2028", "\u2029", "\U000e0001", "\U000e0041", "\U000e007f",
]  # fmt: skip


@pytest.mark.parametrize("character", STEERING + DECEIVING, ids=ascii)
def test_character_that_steers_or_deceives_is_made_visible(character):
    assert clean(f"a{character}b") == f"a\\u{{{ord(character):x}}}b"


@pytest.mark.parametrize("text", ["", "a b", "é", "漢字", "👩‍👩‍👧", "a\nb\tc", "\u00a0", "\u200b"])
def test_ordinary_text_stays_as_it_is(text):
    assert clean(text) == text


@settings(deadline=None)
@given(st.text())
def test_clean_text_stays_clean(text):
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert not set(cleaned) & {*STEERING, *DECEIVING}


@settings(deadline=None)
@given(st.text(), st.text())
def test_clean_path_is_one_line_and_tells_files_apart(one, other):
    assert len(clean_path(one).splitlines()) <= 1
    if "\\" not in one + other:
        assert (clean_path(one) == clean_path(other)) == (one == other)


@settings(deadline=None)
@given(st.text())
def test_one_line_is_one_line(text):
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert line == line.strip()


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("abc", 3),
        ("漢字", 4),
        ("ｆｕｌｌ", 8),
        ("é", 1),
        ("e\u0301", 1),
        ("नि", 2),
        ("🎉", 2),
        ("a\u200bb", 2),
        ("한국", 4),
    ],
)
def test_width_is_counted_in_cells(text, width):
    assert display_width(text) == width


@pytest.mark.parametrize(
    ("text", "limit", "short"),
    [
        ("", 5, ""),
        ("one two", 7, "one two"),
        ("one two three", 9, "one two…"),
        ("one, two three", 7, "one…"),
        ("abcdefghij", 5, "abcd…"),
        ("a bcdefghij", 6, "a bcd…"),
    ],
)
def test_long_text_is_cut_at_a_word(text, limit, short):
    assert shorten(text, limit) == short


@settings(deadline=None)
@given(st.text(), st.integers(1, 50))
def test_shortened_text_fits(text, limit):
    assert len(shorten(text, limit)) <= limit


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        ((0, "article"), "0 articles"),
        ((1, "article"), "1 article"),
        ((1234, "article"), "1,234 articles"),
        ((1, "person asks", "people ask"), "1 person asks"),
        ((2, "person asks", "people ask"), "2 people ask"),
    ],
)
def test_number_is_shown_with_its_noun(arguments, text):
    assert count(*arguments) == text


def test_paint_sets_all_styles_at_once_and_ends_them():
    assert paint("x", "red", "bold", on=True) == "\x1b[31;1mx\x1b[0m"
    assert paint("x", "dim", on=True) == "\x1b[2mx\x1b[0m"


@pytest.mark.parametrize(("text", "on"), [("x", False), ("", True)])
def test_paint_leaves_text_alone_where_there_is_nothing_to_colour(text, on):
    assert paint(text, "red", on=on) == text
