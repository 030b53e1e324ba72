"""Names on lines of their own: in fields of forms, and before another line."""

from __future__ import annotations

import pytest

from kbtool.questions.cleaning import clean_question
from kbtool.questions.masking.masker import mask_text

MASKED = [
    ("My name is Anna Berg\nHow do I pay?", "My name is <name>. How do I pay?"),
    ("My name is Anna Berg\r\nHow do I pay?", "My name is <name>. How do I pay?"),
    ("My name is Anna Berg<br>How do I pay?", "My name is <name>. How do I pay?"),
    ("Mein Name ist Anna Berg \nWie zahle ich?", "Mein Name ist <name>. Wie zahle ich?"),
    ("Full name: Anna Berg\nHow do I pay?", "Full name: <name>. How do I pay?"),
    ("Name: Anna Berg\nhow do I pay?", "Name: <name>. how do I pay?"),
    ("How do I pay\nName: Anna Berg", "How do I pay. Name: <name>"),
    ("First name: Anna\nLast name: Berg\nWhy?", "First name: <name>. Last name: <name>. Why?"),
    ("Vorname: Anna\nNachname: Berg\nWarum?", "Vorname: <name>. Nachname: <name>. Warum?"),
    ("Customer name: Anna van Berg\nWhy?", "Customer name: <name>. Why?"),
    ("Account holder: Anna Berg\nWhy?", "Account holder: <name>. Why?"),
]
STAYS = [
    *(
        "Name: must be unique\nWhy?",
        "File name: report.pdf\nWhy?",
        "File name: Annual Report\nWhy?",
    ),
    *("User name: field is empty\nWhy?", "First name: Required\nWhy?", "Name: Production\nWhy?"),
    *("Account holder: who is that?\nWhy?", "Last name: Is it shown?\nWhy?", "Name:\nWhy Me?"),
]


@pytest.mark.parametrize(("text", "masked"), MASKED)
def test_names_end_with_their_line(text, masked):
    assert mask_text(clean_question(text).text).text == masked


@pytest.mark.parametrize("text", STAYS)
def test_fields_without_a_name_stay(text):
    assert mask_text(clean_question(text).text).text == " ".join(text.split())


def test_a_name_in_text_of_many_lines_ends_with_its_line():
    assert mask_text("Name: Anna Berg\nHow do I pay?").text == "Name: <name>\nHow do I pay?"
