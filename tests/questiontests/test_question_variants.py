"""Slips and other wordings: the same every time, small, and of the kind they say."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kbtool.questiontests.rewording import change_form, change_number, change_spelling
from kbtool.questiontests.robustness import CHANGES
from kbtool.questiontests.slips import drop_letter, drop_word, hit_neighbour, swap_letters

TEXT = "How do I cancel my payment?"


def differing(one, other):
    return [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]


def test_two_letters_side_by_side_are_swapped():
    first, second = differing(TEXT, swapped := swap_letters(TEXT))
    assert second == first + 1
    assert sorted(TEXT) == sorted(swapped)


def test_one_letter_is_left_out():
    shorter = drop_letter(TEXT)
    assert any(shorter == TEXT[:at] + TEXT[at + 1 :] for at in range(len(TEXT)))
    assert len(shorter.split()) == len(TEXT.split())


def test_one_letter_becomes_its_neighbour_on_the_keyboard():
    (at,) = differing(TEXT, other := hit_neighbour(TEXT))
    rows = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
    assert any(pair in row or pair[::-1] in row for row in rows for pair in [TEXT[at] + other[at]])


def test_one_word_is_left_out_but_never_the_longest():
    kept = drop_word(TEXT).split()
    assert len(kept) == len(TEXT.split()) - 1
    assert "payment?" in kept


@pytest.mark.parametrize("change", [swap_letters, drop_letter, hit_neighbour])
def test_short_words_and_placeholders_keep_their_letters(change):
    assert change("Is it at an ATM?") is None
    assert change("<email> is my own") is None
    assert "<email>" in change("refund to <email>")


@pytest.mark.parametrize(
    ("change", "text", "other"),
    [
        (change_spelling, "I don't recognise this colour", "I don't recognize this colour"),
        (change_spelling, "Canceled twice", "Cancelled twice"),
        (change_spelling, "I paid you", None),
        (change_spelling, "greyhound", None),
        (change_form, "I'm locked out", "I am locked out"),
        (change_form, "Where’s my card", "Where is my card"),
        (change_form, "It is late", "It's late"),
        (change_form, "I cannot pay", "I can't pay"),
        (change_form, "Why can't I pay", "Why cannot I pay"),
        (change_form, "the claim is open", None),
        (change_number, "Where is my card?", "Where is my cards?"),
        (change_number, "delete my cards now", "delete my card now"),
        (change_number, "a new company", "a new companies"),
        (change_number, "send the box to me", "send the boxes to me"),
        (change_number, "the card payment failed", None),
        (change_number, "what is this about", None),
    ],
)
def test_wording_changes_where_english_has_two(change, text, other):
    assert change(text) == other


@given(st.text(max_size=60))
@settings(max_examples=300, deadline=None)
def test_a_variant_of_any_text_is_another_text_or_none(text):
    for _, change in CHANGES:
        changed = change(text)
        assert changed is None or changed != text
        assert change(text) == changed


@pytest.mark.parametrize("hash_seed", ["0", "1"])
def test_variants_are_the_same_in_every_process(hash_seed):
    code = (
        "from kbtool.questiontests.robustness import CHANGES\n"
        f"print([change({TEXT!r}) for _, change in CHANGES])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONHASHSEED": hash_seed, "PATH": ""},
        cwd=".",
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == str([change(TEXT) for _, change in CHANGES])
