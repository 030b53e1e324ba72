"""Names of people who are greeted, in replies of agents and in questions to them."""

from __future__ import annotations

import json

import pytest

from kbtool.questions.cleaning import clean_question
from kbtool.questions.cleaning.greetings import strip_greetings
from kbtool.questions.masking import mask_text

# What is greeted in the first text was masked in the second.
MASKED = [
    ("Hi Anna, you can reset it", "Hi <name>, you can reset it"),
    ("Hi Anna you can reset it", "Hi <name> you can reset it"),
    ("Hi Anna You can reset it", "Hi <name> You can reset it"),
    ("Hi Anna Berg - you can", "Hi <name> - you can"),
    ("Hi Will, please open it", "Hi <name>, please open it"),
    ("hi anna, how do I pay", "hi <name>, how do I pay"),
    ("Hello, Anna here.", "Hello, <name> here."),
    ("Case updated Hi Anna, thanks", "Case updated Hi <name>, thanks"),
    ("Dear Mrs Berg To change it", "Dear Mrs <name> To change it"),
    ("Thank you for waiting, Anna.", "Thank you for waiting, <name>."),
    ("Thanks Anna!", "Thanks <name>!"),
    ("Hallo Frau Berg, Sie können", "Hallo Frau <name>, Sie können"),
    ("Sehr geehrter Herr Dr. von Thun, bitte", "Sehr geehrter Herr Dr. <name>, bitte"),
    ("Bonjour Mme Dupont Vous pouvez", "Bonjour Mme <name> Vous pouvez"),
    ("Hola Ana: para cambiarlo", "Hola <name>: para cambiarlo"),
    ("Cara Giulia, grazie", "Cara <name>, grazie"),
    ("Prezado João, para mudar", "Prezado <name>, para mudar"),
    ("Geachte heer Jansen, u kunt", "Geachte heer <name>, u kunt"),
    ("Dzień dobry Pani Kowalska, proszę", "Dzień dobry Pani <name>, proszę"),
]
STAYS = [
    *("Hello World program fails", "Hello World!", "Hi Team, how do I pay", "hi all, my card"),
    *("Hi Zendesk Support, how do I pay", "Dear Customer, your order", "Hi res images"),
    *(
        "Dear Sir or Madam, I cannot pay",
        "Bonjour Madame, vous pouvez",
        "Liebe Grüße",
        "Thank God!",
    ),
    *("HELLO MY CARD IS LOST", "Hi, Windows crashes", "hello kitty skin", "too dear Amazon"),
    *(
        "Hello, My name",
        "Hello Recently my app",
        "Liebes Support-Team, ich",
        "Good day mate, how",
        "Hi Will you support it?",
        "Gracias Zoom no funciona",
    ),
]


@pytest.mark.parametrize(("text", "masked"), MASKED)
def test_who_is_greeted_is_masked(text, masked):
    assert mask_text(text).text == masked


@pytest.mark.parametrize("text", STAYS)
def test_what_is_greeted_and_no_person_stays(text):
    assert mask_text(text).text == text


@pytest.mark.parametrize(
    "greeting",
    [
        *("Hi Anna ", "Hi <name>, ", "Hi <name> ", "Dear Mrs <name>, ", "Dear Mrs <name> "),
        *("Hallo Frau Berg ", "Thanks <name>! ", "Good morning <name>! "),
    ],
)
def test_greetings_with_a_name_are_taken_off(greeting):
    assert strip_greetings(f"{greeting}how do I pay?") == "how do I pay?"


def test_a_name_that_ends_its_line_ends_there_in_a_question():
    text = "I cannot pay.\nHi Anna\nOpen Settings and choose Pay."
    masked = mask_text(clean_question(text).text).text
    assert masked == "I cannot pay. Hi <name>, Open Settings and choose Pay."


@pytest.mark.parametrize("reply", ["Hi Anna\n\nOpen Settings.", "<p>Hi Anna</p><p>Open Settings."])
def test_no_reply_of_an_agent_keeps_the_name_that_it_greets(read_log, reply):
    row = {"text": "How do I pay?", "agent_reply": reply}
    (asked,) = read_log(json.dumps(row), "log.jsonl").questions
    assert asked.agent_reply == "Hi <name>, Open Settings."
