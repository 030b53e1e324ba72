"""The sentence that asks, put first."""

from __future__ import annotations

import pytest

from kbtool.questions.cleaning.request import find_request, put_request_first

STORY = (
    "We moved to another town at the end of last month and have painted all the rooms. "
    "The new flat is brighter than the old one. My order was sent to the old flat all the same. "
)
ABOUT = "Our neighbours were so kind as to take the parcel in and to keep it for a few days."

REQUESTS = [
    "How do I change the delivery address?",
    "Can I change the delivery address of an order?",
    "Is there a way to change the delivery address?",
    "Tell me how to change the delivery address.",
    "I want to change the delivery address.",
    "Please change the delivery address of my order.",
    "I'm trying to change the delivery address.",
    "How to change the delivery address.",
    "Wie kann ich die Lieferadresse ändern?",
    "Gibt es einen Weg, die Lieferadresse zu ändern?",
    "Ich möchte die Lieferadresse ändern.",
    "Comment changer l'adresse de livraison ?",
    "Je voudrais changer l'adresse de livraison.",
    "¿Cómo cambio la dirección de entrega?",
    "Quiero cambiar la dirección de entrega.",
]


@pytest.mark.parametrize("request_", REQUESTS)
def test_the_request_is_put_first(request_):
    assert put_request_first(STORY + request_ + " " + ABOUT) == f"{request_} {STORY}{ABOUT}"


@pytest.mark.parametrize("failure", ["The address form doesn't work.", "Das Formular geht nicht."])
def test_what_does_not_work_goes_before_an_opening_that_says_nothing(failure):
    text = f"I have a problem. {STORY}{failure} {ABOUT}"
    assert put_request_first(text).startswith(failure)


def test_a_question_how_goes_before_other_questions():
    text = f"{STORY}Did the parcel leave the warehouse? {REQUESTS[0]}"
    assert put_request_first(text).startswith(REQUESTS[0])


@pytest.mark.parametrize(
    "empty", ["Any ideas?", "Why?", "Can anyone help me with this?", "What now?"]
)
def test_a_question_that_says_nothing_stays_in_its_place(empty):
    text = f"{STORY}{ABOUT} {empty}"
    assert put_request_first(text) == text


def test_a_short_text_whose_request_goes_on_from_before_stays_as_it_is():
    text = "My order was sent to the old flat. But how do I change the address?"
    assert put_request_first(text) == text


def test_a_text_that_begins_with_its_request_stays_as_it_is():
    text = f"{REQUESTS[0]} {STORY}{REQUESTS[1]}"
    assert put_request_first(text) == text


def test_a_request_without_a_stop_gets_one():
    text = f"{STORY}\n\nHow to change the delivery address\n\n{ABOUT}"
    assert put_request_first(text).startswith("How to change the delivery address. We moved")


def test_a_line_that_a_mail_program_broke_is_read_as_one():
    text = f"{STORY}\nHow do I change the delivery address of an order that has been\nsent already?"
    start, end = find_request(text)
    assert text[start:end].split()[-2:] == ["sent", "already?"]


def test_texts_without_a_request_have_none():
    assert find_request(STORY) is None
    assert find_request("") is None
