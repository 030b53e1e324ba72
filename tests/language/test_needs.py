"""What a question shows that its writer needs."""

import time

import pytest

from kbtool.language.needs import find_need
from kbtool.model import Need


@pytest.mark.parametrize(
    ("locale", "text", "need"),
    [
        ("en", "Let me talk to a real person", Need.PERSON),
        ("en", "This is unacceptable, nobody answers", Need.PERSON),
        ("en", "I want to make a complaint", Need.PERSON),
        ("en", "Which user agent does it send?", Need.ARTICLE),
        ("en", "Please refund the order", Need.ACTION),
        ("en", "Could you unlock it for me", Need.ACTION),
        ("en", "Cancel my booking", Need.ACTION),
        ("en", "I want my money back", Need.ACTION),
        ("en", "How can I cancel my booking?", Need.ARTICLE),
        ("en", "Please tell me how to cancel my booking", Need.ARTICLE),
        ("en", "Where is my parcel", Need.ACCOUNT),
        ("en", "My transfer has not arrived yet", Need.ACCOUNT),
        ("en", "I was charged twice", Need.ACCOUNT),
        ("en", "I don’t recognise this payment", Need.ACCOUNT),
        ("en", "The app crashes when I scan a page", Need.PRODUCT),
        ("en", "The printer doesn't work", Need.PRODUCT),
        ("en", "I get error 502 when I save", Need.PRODUCT),
        ("en", "What does the error message on the card mean?", Need.ARTICLE),
        ("en", "Are there any plans to support tablets?", Need.PRODUCT),
        ("en", "How long does delivery take?", Need.QUICK),
        ("en", "Can I pay by invoice?", Need.QUICK),
        ("en", "Where can I find the menu?", Need.QUICK),
        ("en", "Explain exchange rates", Need.ARTICLE),
        ("en", "How do I change the address?", Need.ARTICLE),
        ("de", "Ich möchte mit einem Mitarbeiter sprechen", Need.PERSON),
        ("de", "Ich will einen Menschen sprechen", Need.PERSON),
        ("de", "Bitte die Bestellung stornieren", Need.ACTION),
        ("de", "Meine Überweisung ist nicht angekommen", Need.ACCOUNT),
        ("de", "Die App stürzt ab", Need.PRODUCT),
        ("de", "Wie lange dauert die Lieferung?", Need.QUICK),
        ("de-AT", "Wie kann ich die Adresse ändern?", Need.ARTICLE),
        ("fr", "Je veux parler à un conseiller", Need.PERSON),
        ("fr", "Pouvez-vous annuler la commande", Need.ACTION),
        ("fr", "Mon virement est toujours en attente", Need.ACCOUNT),
        ("fr", "L’application ne fonctionne pas", Need.PRODUCT),
        ("fr", "Combien de temps prend la livraison ?", Need.QUICK),
        ("es", "Quiero hablar con un agente", Need.PERSON),
        ("es", "Quiero un reembolso", Need.ACTION),
        ("es", "Mi pago fue rechazado", Need.ACCOUNT),
        ("es", "La aplicación no funciona", Need.PRODUCT),
        ("es", "¿Cuánto tarda el envío?", Need.QUICK),
        ("ja", "カードを凍結したい", Need.ARTICLE),
        ("en", "", Need.ARTICLE),
    ],
)
def test_words_show_what_somebody_needs(locale, text, need):
    assert find_need(text, locale) is need


def test_a_long_text_is_not_what_a_short_answer_is_for():
    story = "We run a small shop in the old town and sell tea to people who like it. " * 3
    assert find_need(f"Can I pay by invoice? {story}") is Need.ARTICLE


@pytest.mark.parametrize("unit", ["my ", "why my i ", "please ", "my card ", "no ", "i never "])
def test_hostile_text_costs_no_more_than_its_beginning(unit):
    started = time.process_time()
    for locale in ("en", "de", "fr", "es"):
        find_need(unit * 100_000, locale)
    assert time.process_time() - started < 30  # a pattern that is not linear takes hours
