"""The plain form of a word, which textstat must not change any further."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbtool.readability.engine import load_textstat
from kbtool.readability.words import plain_word


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Don’t", "don't"),
        ("DON'T", "don't"),
        ("sign-in", "signin"),
        ("users'", "users"),
        ("o'clock", "oclock"),
        ("(see", "see"),
        ("3.5.1", "351"),
        ("snake_case", "snakecase"),
        ("cafe\u0301", "café"),
        ("Größe", "größe"),
        ("…", ""),
        ("'", ""),
    ],
)
def test_a_plain_word_has_letters_digits_and_contractions_only(word, expected):
    assert plain_word(word) == expected


@given(st.text())
def test_a_plain_word_is_its_own_plain_form(text):
    assert plain_word(plain_word(text)) == plain_word(text)


@given(st.text())
def test_textstat_takes_a_plain_word_for_one_word(text):
    plain = plain_word(text)
    assert load_textstat()().lexicon_count(plain) == (1 if plain else 0)
