"""Which kind of fact a question asks for."""

import pytest

from kbtool.language.asked_forms import FORMS
from kbtool.language.asked_types import asks_whether, find_asked_type
from kbtool.model import Fact

ASKED = {
    "en": [
        ("How long does a refund take?", Fact.DURATION),
        ("When will my parcel arrive?", Fact.DURATION),
        ("Within how many working days do you answer?", Fact.DURATION),
        ("How much is express delivery?", Fact.AMOUNT),
        ("Is there a fee for top-ups?", Fact.AMOUNT),
        ("If I return it, will I be charged?", Fact.AMOUNT),
        ("How many devices can I add?", Fact.LIMIT),
        ("What is the maximum upload size?", Fact.LIMIT),
        ("How much can I withdraw a day?", Fact.LIMIT),
        ("What time do you open?", Fact.TIME),
        ("Do you know when the offer ends? When does it end?", Fact.TIME),
        ("Where do I find my invoice?", Fact.PLACE),
        ("Which countries do you deliver to?", Fact.PLACE),
        ("Who can open an account?", Fact.PERSON),
        ("How old must my daughter be?", Fact.PERSON),
        ("Can I change the size of my order?", Fact.ANSWER),
        ("My order is late. Do you deliver on Sundays?", Fact.ANSWER),
        ("How do I reset the router?", Fact.STEPS),
        ("Please tell me how to cancel.", Fact.STEPS),
        ("Why was my order cancelled?", Fact.CAUSE),
        ("What is the reason for the delay?", Fact.CAUSE),
        ("Why is it so slow, and how long will it take?", Fact.CAUSE),
    ],
    "de": [
        ("Wie lange dauert die Lieferung?", Fact.DURATION),
        ("Was kostet ein neuer Filter?", Fact.AMOUNT),
        ("Wie viele Geräte kann ich anmelden?", Fact.LIMIT),
        ("Bis wann muss ich kündigen?", Fact.TIME),
        ("Wo finde ich die Seriennummer?", Fact.PLACE),
        ("Wer darf ein Konto eröffnen?", Fact.PERSON),
        ("Kann ich die Größe tauschen?", Fact.ANSWER),
        ("Wie kann ich das Gerät zurücksetzen?", Fact.STEPS),
        ("Warum blinkt die Lampe?", Fact.CAUSE),
    ],
    "fr": [
        ("Combien de temps prend la livraison ?", Fact.DURATION),
        ("Combien coûte un filtre ?", Fact.AMOUNT),
        ("Combien de comptes puis-je avoir ?", Fact.LIMIT),
        ("À quelle heure ouvrez-vous ?", Fact.TIME),
        ("Où puis-je trouver ma facture ?", Fact.PLACE),
        ("Qui peut s'inscrire ?", Fact.PERSON),
        ("Puis-je changer de taille ?", Fact.ANSWER),
        ("Comment réinitialiser l'appareil ?", Fact.STEPS),
        ("Pourquoi la lampe clignote ?", Fact.CAUSE),
    ],
    "es": [
        ("¿Cuánto tarda el envío?", Fact.DURATION),
        ("¿Cuánto cuesta un filtro?", Fact.AMOUNT),
        ("¿Cuántas cuentas puedo tener?", Fact.LIMIT),
        ("¿A qué hora abren?", Fact.TIME),
        ("¿Dónde está mi factura?", Fact.PLACE),
        ("¿Quién puede abrir una cuenta?", Fact.PERSON),
        ("¿Puedo cambiar la talla?", Fact.ANSWER),
        ("¿Cómo puedo reiniciar el aparato?", Fact.STEPS),
        ("¿Por qué parpadea la luz?", Fact.CAUSE),
    ],
}


@pytest.mark.parametrize(
    ("locale", "text", "fact"),
    [(locale, *pair) for locale, pairs in ASKED.items() for pair in pairs],
)
def test_a_question_asks_for_a_kind_of_fact(locale, text, fact):
    assert find_asked_type(text, locale) is fact


@pytest.mark.parametrize(
    "text",
    [
        "",
        "My order has not arrived.",
        "Can you help me?",
        "Could someone look into this please?",
        "Where is my money?",
        "How do you decide on prices?",
        "How long ago did you ship it.",
        "What happens to my data?",
        "Open it when you are at home.",
    ],
)
def test_a_text_that_asks_for_no_kind_of_fact_has_none(text):
    assert find_asked_type(text) is None


@pytest.mark.parametrize(
    ("text", "locale", "fact"),
    [
        ("how long refund?", "en", Fact.DURATION),
        ("Refund time", "en", Fact.DURATION),
        ("time to ship", "en", Fact.DURATION),
        ("price?", "en", Fact.AMOUNT),
        ("hi, price?", "en", Fact.AMOUNT),
        ("Thanks for the parcel. Next one: shipping costs?", "en", None),
        ("Thanks for the parcel. Shipping costs?", "en", Fact.AMOUNT),
        ("max upload size", "en", Fact.LIMIT),
        ("daily limit for guests", "en", Fact.LIMIT),
        ("how big may files be", "en", Fact.LIMIT),
        ("renewal date", "en", Fact.TIME),
        ("where invoice", "en", Fact.PLACE),
        ("eligible?", "en", Fact.PERSON),
        ("reason declined", "en", Fact.CAUSE),
        ("how cancel", "en", Fact.STEPS),
        ("setup guide", "en", Fact.STEPS),
        ("export possible?", "en", Fact.ANSWER),
        ("Lieferzeit Österreich", "de", Fact.DURATION),
        ("Kosten?", "de", Fact.AMOUNT),
        ("délai de livraison", "fr", Fact.DURATION),
        ("tarif ?", "fr", Fact.AMOUNT),
        ("tiempo de entrega", "es", Fact.DURATION),
        ("límite diario", "es", Fact.LIMIT),
        ("price?", "fi", None),
        *(
            (text, "en", None)
            for text in (
                "refund", "wrong price", "limit reached", "max users reached", "first time",
                "increase limit", "where refund?", "when i open it", "fees too high", "hello",
                "the price you charged us was not what your page says", "What is supported?",
            )
        ),
    ],
)  # fmt: skip
def test_a_few_words_ask_for_what_they_name(text, locale, fact):
    assert find_asked_type(text, locale) is fact


def test_the_sentence_with_a_question_mark_decides():
    assert find_asked_type("I know how to order. Is there a fee?") is Fact.AMOUNT


def test_a_language_without_forms_has_no_kinds():
    assert find_asked_type("How long does it take?", "fi") is None
    assert find_asked_type("How long does it take?", "en-GB") is Fact.DURATION


def test_every_language_knows_every_kind():
    for forms in FORMS.values():
        assert {form.asks for form in forms} >= set(Fact)


WHETHER = {
    "en": (
        "Is there a fee for exchanging currencies?", "Are there any extra hidden fees?",
        "If I need to exchange it, is there an extra charge?", "Will I be charged for top-ups?",
        "Do you charge for exchanges?", "Does it cost anything to exchange?", "Is delivery free?",
        "Please tell me if there is a fee.", "Is there a limit for top-ups?",
        "Tell me if there are any limits?",
        "How can I tell if there is a limit?", "Are there limits to how many cards I can have?",
    ),
    "de": ("Gibt es eine Gebühr?", "Fallen Kosten an?", "Ist das kostenlos?", "Gibt es ein Limit?"),
    "fr": ("Y a-t-il des frais ?", "Est-ce gratuit ?", "Y a-t-il une limite ?"),
    "es": ("¿Hay alguna comisión?", "¿Es gratis?", "¿Hay un límite?"),
}  # fmt: skip
HOW_MUCH = {
    "en": (
        "What is the exchange fee?", "How much do you charge?", "What will I be charged?",
        "What do you charge for cards?", "If I exchange it, what will the fee be?", "price?",
        "Is there a fee? If so how much is it?", "Is there a fee, and how much is it?",
        "What is the limit?", "Tell me what the limit is.", "How many cards can I have?",
        "I'd like to know the limits.", "Is there a limit, and what is it?",
        "Will it arrive?",
    ),
    "de": ("Wie hoch ist die Gebühr?", "Was kostet das?", "Wie hoch ist das Limit?",
           "Gibt es eine Gebühr? Wie hoch ist die Gebühr?", "Kann ich das?"),
    "fr": ("Quels sont les frais ?", "Y a-t-il des frais ? Combien ?", "Quelle est la limite ?"),
    "es": ("¿Cuál es la comisión?", "¿Hay comisión? ¿Cuánto es?", "¿Cuál es el límite?"),
    "fi": ("Is there a fee?",),
}  # fmt: skip


@pytest.mark.parametrize(
    ("locale", "text", "only_whether"),
    [
        *((locale, text, True) for locale, texts in WHETHER.items() for text in texts),
        *((locale, text, False) for locale, texts in HOW_MUCH.items() for text in texts),
    ],
)
def test_who_asks_whether_there_is_a_fee_does_not_ask_how_much(locale, text, only_whether):
    assert asks_whether(text, locale) is only_whether
