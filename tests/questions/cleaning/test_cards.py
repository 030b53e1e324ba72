"""Contact data below a message without a closing phrase; all people are invented."""

from __future__ import annotations

from time import process_time

import pytest

from kbtool.questions.cleaning import clean_question

ASKED = "My invoice shows the old address. How do I change it?"
CARDS = [
    "Ann Smith\nHead of Sales\nExample Ltd.\nBell Street 12\n12345 Berlin\nTel.: +49 30 123456",
    "Ann Smith\nExample Ltd.\nPhone: (202) 555-0143 | Fax: (202) 555-0144\nann@example.com",
    "Max Muster\nGeschäftsführer\nMuster GmbH & Co. KG\nMusterweg 3 · Telefon 030 / 123 456",
    "Jean Dupont\nDirecteur commercial\nSociété Exemple SARL\nTél. : 01 23 45 67 89",
    "Ana López\nEjemplo S.L.\nTeléfono: 91 123 45 67\n\nana@ejemplo.es",
    "Dr. Ann van Dyke, MBA\n[phone]\n[email]",
    "Ann Smith | Head of Sales | Example Ltd. | +49 30 1234567 | www.example.com",
]


@pytest.mark.parametrize("card", CARDS)
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("\n\n", ""),
        ("\n", ""),
        ("\n\nSent from my iPhone\n\n", ""),
        ("\nSent from my iPhone\n", ""),
        ("\n\n", "\n\nSent from my iPhone"),
        ("\n\nThanks\n\n", "\n"),
    ],
)
def test_a_card_below_a_message_goes(card, before, after):
    assert clean_question(f"{ASKED}{before}{card}{after}").text == ASKED


STAYS = [
    "The export stops.\nError Twelve\nWindows 11\nVersion 5.1\nwww.example.com",
    "Please change my address to\nAnn Smith\n12 Bell Street\nLondon\n+44 20 1234 5678",
    "I cannot log in. My data:\n\nAnn Smith\nann@example.com\n+44 20 1234 5678",
    "Send the parcel to\n\nAnn Smith\n12 Bell Street\n+44 20 1234 5678",
    "The wrong server is set.\nIncoming Server\nOutgoing Server\nIMAP\nIMAP\na@example.com",
    "Two people are missing.\n\nAnn Smith\nann@example.com\nShe cannot see the team's folder",
    "Hello\n\nAnn Smith\n+44 20 1234 5678",
    "Calls fail.\n\nAnn Smith\n+44 20 1234 5678\nWhy does her line stay busy all day long?",
]


@pytest.mark.parametrize("text", STAYS)
def test_what_a_message_is_about_is_no_card(text):
    last = text.split()[-1]
    assert last in clean_question(text).text


@pytest.mark.parametrize("piece", ["Ann Smith\n", "+49 30 ", "a@", "Tel ", "Ann ", "\n", " | "])
def test_time_grows_with_the_text_alone(piece):
    start = process_time()
    clean_question("How do I pay?\n\nAnn Smith\n" + piece * (200_000 // len(piece)))
    assert process_time() - start < 10
