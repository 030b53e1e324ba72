"""Which kinds of fact a passage holds."""

import pytest

from kbtool.language.held_facts import find_held_facts, held_by_blocks
from kbtool.language.held_forms import FORMS
from kbtool.model import Fact
from kbtool.testing import parse


@pytest.mark.parametrize(
    ("locale", "text", "fact", "words"),
    [
        ("en", "Refunds arrive within 3 business days.", Fact.DURATION, "within 3 business days"),
        ("en", "Transfers are instant.", Fact.DURATION, "instant"),
        ("en", "We send it the same day.", Fact.DURATION, "the same day"),
        ("en", "It costs £5.", Fact.AMOUNT, "£5"),
        ("en", "Delivery is free of charge.", Fact.AMOUNT, "free of charge"),
        ("en", "You can have up to five cards.", Fact.LIMIT, "up to five cards"),
        ("en", "There is no limit.", Fact.LIMIT, "no limit"),
        ("en", "We are here on Mondays.", Fact.TIME, "Mondays"),
        ("en", "We open at 8 am.", Fact.TIME, "8 am"),
        ("en", "Go to Profile > Limits.", Fact.PLACE, "Go to Profile > Limits"),
        ("en", "Look in the settings.", Fact.PLACE, "in the settings"),
        ("en", "You must be aged 18 or over.", Fact.PERSON, "aged 18"),
        ("en", "That is not possible.", Fact.ANSWER, "not possible"),
        ("en", "Select the card.", Fact.STEPS, "Select"),
        ("en", "It failed because the card expired.", Fact.CAUSE, "because"),
        ("de", "Das dauert höchstens zwei Tage.", Fact.DURATION, "höchstens zwei Tage"),
        ("de", "Der Versand ist kostenlos.", Fact.AMOUNT, "kostenlos"),
        ("fr", "La livraison est gratuite.", Fact.AMOUNT, "gratuite"),
        ("fr", "Cela prend trois jours.", Fact.DURATION, "trois jours"),
        ("es", "El envío es gratis.", Fact.AMOUNT, "gratis"),
        ("es", "Tarda tres días.", Fact.DURATION, "tres días"),
    ],
)
def test_a_fact_is_found_with_the_words_that_hold_it(locale, text, fact, words):
    held = [text[start:end] for own, start, end in find_held_facts(text, locale) if own is fact]
    assert words in held


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Delivery is quick.", Fact.DURATION),
        ("You will hear from us soon.", Fact.DURATION),
        ("A fee applies.", Fact.AMOUNT),
        ("Feel free to ask.", Fact.AMOUNT),
        ("There is a limit.", Fact.LIMIT),
        ("Limits depend on the plan.", Fact.LIMIT),
        ("It depends.", Fact.TIME),
        ("Fees apply.", Fact.PERSON),
        ("Fees apply.", Fact.PLACE),
        ("Fees apply.", Fact.CAUSE),
        ("Fees apply.", Fact.STEPS),
    ],
)
def test_words_about_a_fact_do_not_hold_it(text, fact):
    assert fact not in {own for own, _, _ in find_held_facts(text)}


def test_numbered_items_are_steps_in_any_language():
    article = parse("1. Paina nappia.\n2. Odota.\n", "a.md")
    assert held_by_blocks(article.blocks, "fi") == {Fact.STEPS}


def test_every_language_knows_every_kind():
    for forms in FORMS.values():
        assert set(forms) == set(Fact)
