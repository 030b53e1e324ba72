"""What the whole of masking does with a text, whatever the kind."""

from __future__ import annotations

import pytest

from kbtool.matching.text.tokens import Tokenizer
from kbtool.questions.masking import KINDS, count_masked, cut_whole, drop_placeholders, mask_text

PLAIN = [
    "How do I reset the passcode?",
    "Paid 3 times 20.50 on 12 May 2026, version 10.2.1",
    "Wie kündige ich mein Abo zum 31.12.2026?",
    "",
]


@pytest.mark.parametrize("text", PLAIN)
def test_a_text_without_personal_data_comes_back_as_it_is(text):
    assert mask_text(text) == (text, {}, ())


def test_each_place_is_replaced_counted_and_told():
    masked = mask_text("Write to jo@example.com or al@example.org, card 4111 1111 1111 1111")
    assert masked.text == "Write to <email> or <email>, card <card>"
    assert masked.counts == {"email": 2, "card": 1}
    assert [(span.start, span.kind) for span in masked.spans] == [
        *((9, "email"), (27, "email"), (48, "card")),
    ]


def test_masking_twice_masks_no_more():
    once = mask_text("jo@example.com paid with 4111-1111-1111-1111").text
    assert mask_text(once) == (once, {}, ())


@pytest.mark.parametrize(
    "text", ["４１１１ １１１１ １１１１ １１１１", "٤١١١١١١١١١١١١١١١", "4111–1111–1111–1111"]
)
def test_digits_and_dashes_of_other_scripts_are_read(text):
    assert mask_text(f"Card {text}?").text == "Card <card>?"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_placeholder_gives_no_word_to_match_by(kind):
    doc = Tokenizer("en").doc(f"refund to <{kind.name}> please")
    assert [token.surface for token in doc.tokens] == ["refund", "to", "please"]
    assert drop_placeholders(f"<{kind.name}>") == " "


def test_what_only_looks_like_a_placeholder_stays():
    assert drop_placeholders("the <b> tag, a < b and c > d") == "the <b> tag, a < b and c > d"


def test_counts_are_told_in_words():
    counts = count_masked({"email": 12, "card": 1})
    assert counts == {"e-mail addresses": 12, "card number": 1}


@pytest.mark.parametrize(
    ("text", "most", "kept"),
    [
        ("where is my card", 16, "where is my card"),
        ("where is my card", 14, "where is my"),
        ("my card 4111 1111 1111 1111 is lost", 22, "my card"),
        ("write jo@example.com now", 12, "write"),
        ("x" * 500, 300, "x" * 300),
    ],
)
def test_a_cut_leaves_no_half_of_a_number(text, most, kept):
    assert cut_whole(text, most) == kept
