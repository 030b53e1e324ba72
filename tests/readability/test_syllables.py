"""Syllables: what CMUdict lists, and what the spelling says of the rest."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kbtool.readability
from kbtool.readability import count_syllables
from kbtool.readability.dictionary import look_up
from kbtool.readability.syllables import count_by_rule, count_unlisted
from kbtool.readability.words import plain_word

DATA = Path(kbtool.readability.__file__).with_name("data") / "cmudict.txt"


@pytest.fixture(scope="module")
def listed():
    """Syllables by word, of all words in the data file."""
    entries = {}
    for line in DATA.read_text(encoding="ascii").splitlines():
        start, _, rest = line.partition(" ")
        for entry in rest.split(" "):
            tail, count = re.fullmatch(r"([a-z']*)=(\d{1,2})", entry).groups()
            entries[start + tail] = int(count)
    return entries


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("a", 1),
        ("I", 1),
        ("the", 1),
        ("idea", 3),
        ("video", 3),
        ("queue", 1),
        ("every", 3),
        ("Settings", 2),
        ("don't", 1),
        ("couldn’t", 2),
        ("e-mail", 2),
        ("café", 2),
        ("hmm", 1),
        ("antidisestablishmentarianism", 12),
    ],
)
def test_a_listed_word_has_the_syllables_of_its_first_pronunciation(word, expected):
    assert count_syllables(word) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("dropdown", 2),
        ("whitelist", 2),
        ("bootloader", 3),
        ("sign-in", 2),
        ("two-factor", 3),
        ("reauthenticate", 5),
        ("provider's", 3),
        ("message's", 3),
        ("webhook'll", 3),
        ("PGP", 3),
        ("https", 5),
        ("https'", 5),
        ("executable", 5),
        ("resetting", 3),
        ("configurable", 5),
        ("mp3", 2),
    ],
)
def test_an_unlisted_word_is_counted_by_its_parts_or_its_spelling(word, expected):
    assert look_up(plain_word(word)) is None
    assert count_syllables(word) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("table", 2),
        ("opened", 2),
        ("needed", 2),
        ("boxes", 2),
        ("files", 1),
        ("safely", 2),
        ("basically", 3),
        ("opaque", 2),
        ("audio", 3),
        ("nation", 2),
        ("player", 2),
        ("video", 3),
        ("going", 2),
        ("tourism", 3),
        ("xyz", 1),
    ],
)
def test_the_rule_knows_silent_vowels_and_vowels_that_part(word, expected):
    assert count_by_rule(word) == expected


@pytest.mark.parametrize(("word", "expected"), [("2024", 1), ("5", 1), ("", 0), ("—", 0), ("_", 0)])
def test_a_number_counts_one_and_a_mark_none(word, expected):
    assert count_syllables(word) == expected


@given(st.text())
def test_whatever_holds_a_letter_or_digit_has_a_syllable(text):
    assert (count_syllables(text) >= 1) == bool(plain_word(text))


@given(st.text(alphabet="abelnstuy'’-2é", max_size=12))
def test_a_word_and_its_plain_form_have_the_same_syllables(word):
    assert (
        count_syllables(word) == count_syllables(plain_word(word)) == count_syllables(word.upper())
    )


@pytest.mark.parametrize("word", ["aeiou" * 50_000, "'s" * 50_000, "\U0001f600" * 50_000, "ß" * 9])
def test_a_hostile_word_is_counted_all_the_same(word):
    assert count_syllables(word) >= 0


def test_each_entry_of_the_dictionary_is_a_plain_word_and_found(listed):
    assert len(listed) > 120_000
    assert all(plain_word(word) == word and look_up(word) == listed[word] for word in listed)


def test_nine_of_ten_listed_words_would_be_exact_if_they_were_not_listed(listed):
    words = [word for word in listed if word.isalpha()][::10]
    exact = sum(count_unlisted(word) == listed[word] for word in words)
    assert exact / len(words) > 0.9


@pytest.mark.parametrize("word", ["", "zzzz", "vi1", "v1", "été", "vi deo", "\ud800"])
def test_what_is_not_listed_is_none(word):
    assert look_up(word) is None
