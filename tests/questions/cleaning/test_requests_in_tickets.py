"""Invented tickets of a few sentences, short and long, and what comes first once they are read."""

from __future__ import annotations

import pytest

from kbtool.questions.cleaning import clean_question

# The ticket, and the beginning it has then.
ASKED_LAST = [
    (
        ("My order went to the old flat. How do I change the address?"),
        "How do I change the address?",
    ),
    (
        ("The blue lamp blinks twice. What does the blue lamp mean?"),
        "What does the blue lamp mean?",
    ),
    (
        ("We moved in May. I want to change the delivery address."),
        "I want to change the delivery",
    ),
    (
        ("My bike was stolen on Monday! Can I insure a used bike?"),
        "Can I insure a used bike?",
    ),
    ("I have a problem. The garden pump doesn't start.", "The garden pump doesn't start."),
    (
        ("Order 7 came late. It rained. Please send an invoice with tax."),
        "Please send an invoice",
    ),
    (
        (
            "I bought the large tent last week and it came on Friday as promised. The poles "
            "are fine, the bag is too. Is there a way to return the tent without the bag?"
        ),
        "Is there a way to return the tent",
    ),
    (
        (
            "My daughter plays the flute in your school. She has done so for a year. Which "
            "lessons are free in summer? We would rather come on Tuesdays."
        ),
        "Which lessons are free in summer?",
    ),
    (
        (
            "I have kept bees for ten years and have bought all my frames from you. The "
            "last ones are too wide for my hives, by a finger at least. I have measured "
            "them more than once and so has my neighbour. How can I exchange the frames for "
            "narrow ones? They are unused."
        ),
        "How can I exchange the frames",
    ),
    (
        ("Meine Lampe flackert. Wie kann ich den Dimmer einstellen?"),
        "Wie kann ich den Dimmer",
    ),
    (
        ("Das Paket ist da. Ich möchte den Tisch zurückgeben."),
        "Ich möchte den Tisch zurückgeben.",
    ),
    ("Wir sind umgezogen. Wo finde ich den neuen Zählerstand?", "Wo finde ich den neuen"),
    (
        (
            "Seit drei Jahren beziehe ich Ihre Gemüsekiste und war immer zufrieden. In der "
            "letzten Woche lagen nur Rüben darin. Auch die Woche davor war es nicht viel "
            "anders. Kann ich einzelne Sorten von der Lieferung ausschließen? Rüben mag bei "
            "uns niemand."
        ),
        "Kann ich einzelne Sorten",
    ),
    (
        ("Ma lampe clignote. Comment régler la lumière du salon ?"),
        "Comment régler la lumière",
    ),
    (
        ("Nous avons déménagé. Je voudrais changer l'adresse de livraison."),
        "Je voudrais changer",
    ),
    (
        (
            "Mon fils a reçu un vélo pour son anniversaire et il en est ravi. La selle est "
            "trop haute. Quelle selle convient à un enfant de huit ans ?"
        ),
        "Quelle selle convient",
    ),
    (
        ("Mi lámpara parpadea. ¿Cómo ajusto la luz del salón?"),
        "¿Cómo ajusto la luz del salón?",
    ),
    (
        ("Nos hemos mudado. Quiero cambiar la dirección de entrega."),
        "Quiero cambiar la dirección",
    ),
    (
        (
            "Compré una tienda grande la semana pasada y llegó el viernes. La bolsa está "
            "rota. ¿Puedo devolver la bolsa sin la tienda?"
        ),
        "¿Puedo devolver la bolsa",
    ),
]
STAYS = [
    "How do I change the address? My order went to the old flat.",
    "How do I wash the tent? Can I iron the tent afterwards?",
    "The lamp blinks twice. Why?",
    "The lamp blinks twice. What is that?",
    "I lost the key of the shed. What can I do?",
    "The tent has a hole. Can you fix it?",
    "You say that returns are free. But how do I print the label at home?",
    "The tent is wet. The bag is dry.",
    "Der Tisch wackelt. Was kann ich tun?",
    "Sie liefern am Montag. Und wann holen Sie alte Möbel ab?",
    "La selle est trop haute. Pourquoi ?",
    "La bolsa está rota. ¿Qué hago?",
    "It costs 3.50 a day. It was 2.50 before.",
]


@pytest.mark.parametrize(("ticket", "beginning"), ASKED_LAST)
def test_what_is_asked_comes_first(ticket, beginning):
    cleaned = clean_question(ticket)
    assert cleaned.text.startswith(beginning)
    assert sorted(cleaned.text.split()) == sorted(ticket.split())
    assert "requests put first" in cleaned.steps


@pytest.mark.parametrize("ticket", STAYS)
def test_what_leans_on_the_sentences_before_stays(ticket):
    assert clean_question(ticket).text == ticket
