"""Text of strangers made visible, and cut."""

import pytest

from kbtool.render.views.visible import clip, make_visible


@pytest.mark.parametrize(
    ("text", "length", "expected"),
    [
        ("short", 5, "short"),
        (" two \n words ", 20, "two words"),
        ("How do I get my card back", 18, "How do I get my…"),
        ("Donaudampfschifffahrt", 10, "Donaudamp…"),
        ("", 5, ""),
    ],
)
def test_clipped_text_fits_and_ends_between_words_where_it_can(text, length, expected):
    assert clip(text, length) == expected
    assert len(expected) <= length


def test_visible_text_stays_as_it_is():
    text = "Zürich\tשלום\nline 日本語 🙂"
    assert make_visible(text) == text


def test_line_ends_become_line_feeds():
    assert make_visible("a\r\nb\rc") == "a\nb\nc"
