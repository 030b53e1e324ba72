"""Which fixes of repeated-word are made unasked."""

import pytest

from kbtool.rules.clr.clr011_repeated_word import RULE
from kbtool.testing import check_rule, edits


@pytest.mark.parametrize("word", ["the", "an", "of", "and", "your", "our", "my", "its"])
def test_a_word_that_never_stands_twice_is_cut_safely(word: str) -> None:
    assert [edit.safe for edit in edits(check_rule(RULE, f"We see {word} {word} card.\n"))] == [
        True
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Turn it on on your phone.",
        "Turn the lamp in the hall on on your phone.",
        "The will will be read.",
        "The options that you have have changed.",
        "The account you send money to to pay rent is closed.",
        "Find someone to look up to to learn.",
        "The one we rely on on Sundays is closed.",
        "What it is is a card.",
        "What the card is is a mystery.",
        "What you do do matters.",
        "The one you can can wait.",
        "What it consists of of course varies.",
        "They play The The today.",
        "It is very very late.",
        "He went in in a hurry.",
    ],
)
def test_a_sentence_that_may_be_right_is_never_changed_unasked(text: str) -> None:
    assert not [edit for edit in edits(check_rule(RULE, f"{text}\n")) if edit.safe]
