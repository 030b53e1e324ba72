"""Laws of cleaning: it ends, it repeats itself, and it never takes all."""

from __future__ import annotations

import json
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kbtool.questions.cleaning import Cleaned, clean_question
from kbtool.questions.cleaning.question import STEPS, UNCOUNTED
from kbtool.questions.noise import find_noise

PIECES = [
    *("Hi, ", "Hello Ann,\n", "Re: ", "[#123] ", "> ", ">> old\n", "\n", "\n\n", " ", ". ", "? "),
    *("Thanks", "Thanks, Ann", "\nBest regards\nAnn", "Sent from my iPhone", "-- \n", "--"),
    *("On 3 Mar 2025 Ann wrote:", "-----Original Message-----", "From: a\nSent: b\nTo: c\n"),
    *("Subject: d\n", "How do I pay", "it doesn't work", "I want to change the address", "&lt;"),
    *("&amp;", "&#8203;", "<br>", "</p>", "<p>", "<blockquote>", "</blockquote>", "b>", "\u200b"),
    *("1. ", "2) ", "e.g. ", "The order was sent to the old flat at the end of last month. ", "é"),
    *("Am 3. schrieb x:", "Guten Tag ", "Any ideas", "This e-mail is confidential", "•", "…", "("),
]
TEXTS = st.text() | st.lists(st.sampled_from(PIECES), max_size=24).map("".join)


@settings(max_examples=400)
@given(text=TEXTS)
def test_a_clean_text_stays_as_it_is(text):
    cleaned = clean_question(text).text
    assert clean_question(cleaned).text == cleaned


@given(text=TEXTS, subject=TEXTS)
def test_a_text_with_its_subject_is_clean_as_well(text, subject):
    cleaned = clean_question(text, subject).text
    assert clean_question(cleaned).text == cleaned


@given(text=TEXTS)
def test_a_text_with_letters_keeps_some(text):
    letters = any(map(str.isalnum, clean_question(text.replace("<", "").replace("&", "")).text))
    assert letters == any(map(str.isalnum, text.replace("<", "").replace("&", "")))


@given(text=TEXTS)
def test_steps_are_those_that_are_declared_and_none_where_nothing_changed(text):
    cleaned = clean_question(text)
    assert set(cleaned.steps) <= {name for name, _ in STEPS} - UNCOUNTED
    assert cleaned.steps or cleaned.text == " ".join(text.split())


def test_what_takes_white_space_alone_off_is_not_counted():
    assert clean_question("<p>Where is my parcel?</p>").steps == ("markup",)


def test_all_steps_together():
    text = (
        "Hello team,\n\nwe moved last month and our parcel went to the old flat, which nobody "
        "lives in any longer, as our neighbours told us when we met them in the market.\n"
        "How do I change the delivery address?\n\nThanks\nAnn\n\n"
        "On Mon, 3 Mar 2025 at 10:00, Support wrote:\n> Your order\n> is on its way"
    )
    assert clean_question(text, "RE: Parcel 12 &amp; 13 [#123]") == Cleaned(
        "How do I change the delivery address? Parcel 12 & 13. we moved last month and our parcel "
        "went to the old flat, which nobody lives in any longer, as our neighbours told us when "
        "we met them in the market.",
        (
            "quoted messages",
            "signatures",
            "greetings and thanks",
            "subjects joined",
            "requests put first",
        ),
    )


@pytest.mark.parametrize("text", ["How do I pay?", "card", "what is the fee for a new card"])
def test_a_plain_question_is_handed_back_as_it_is(text):
    assert clean_question(text) == Cleaned(text)


@pytest.mark.parametrize("text", ["Hi, thanks!", "Thanks,\nAnn", "Hello", "> Hi"])
def test_a_text_of_courtesies_is_left_to_noise(text):
    assert find_noise(clean_question(text).text) or "Ann" in text


GROWING = [
    *("<p>", "<", "&", "<!--", "&amp;", "> a\n", ">\n>", "On 1 ", "On 1 wrote: ", " wrote:", "\n"),
    *(
        "From: ",
        "From: a\n",
        "From: a Sent: b ",
        "-- \n",
        "--",
        "-",
        "Re: ",
        "[#123] ",
        "Hi, ",
        " ",
    ),
    *(
        "Thanks. ",
        "Thanks, Ann. ",
        "Regards\n",
        "Sent from my iPhone. ",
        "This e-mail is ",
        "How do I? ",
    ),
    *(
        "<blockquote>",
        '<div class="gmail_quote">',
        "<div ",
        "a b. ",
        "1. ",
        "\u200b",
        "I want ",
        "&#38;",
    ),
    *(
        "Hi Hi ",
        "schrieb a ",
        "On 1 Ann schrieb",
        "Am 1 schrieb a\n",
        "please ",
        "\n \n",
        ". ",
        "a",
    ),
]


@pytest.mark.parametrize("piece", GROWING, ids=json.dumps)
def test_time_grows_with_the_text_alone(piece):
    """A third of a second at most when this was written; a square would take minutes."""
    text = "a " + piece * (300_000 // len(piece)) + " a</p>"
    start = process_time()
    clean_question(text)
    assert process_time() - start < 10


@pytest.mark.parametrize("mark", ["On 1 wrote:", "A 0 schrieb:", "-- Original Message -- "])
@pytest.mark.parametrize("times", [1, 3, 8, 40])
def test_marks_of_replies_to_replies_go_at_once(mark, times):
    assert clean_question(f"{mark * times}Where is my card?").text == "Where is my card?"
    subject = clean_question("Where is my card?", mark * times).text
    assert clean_question(subject).text == subject


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("How \x1b[31mdo\x1b[0m I pay?", "How do I pay?"),
        ("How do I \x1b]52;c;cGF5\x07pay?", "How do I pay?"),
        ("How do I pay? \x1b[", "How do I pay? ["),
    ],
)
def test_what_steers_a_terminal_leaves_no_words_behind(text, cleaned):
    assert clean_question(text).text == cleaned
