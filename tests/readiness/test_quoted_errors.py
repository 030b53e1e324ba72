"""A heading quotes an error where one error stands before its colon and a message behind it."""

import pytest
from measured import PATH, measure

HEADS = [
    ("en", "Error: card was not found", "yes"),
    ("en", "Fix error 12: the bank did not answer", "yes"),
    ("en", "Error message: we do not know what you mean", "yes"),
    ("en", "Error messages: what they mean and how to react", "no"),
    ("en", "Troubleshooting login errors: a guide for new users", "no"),
    ("en", "Login error: how to get rid of it", "no"),
    ("en", "Login error: a guide for new users", "no"),
    ("en", "Error handling: the rules that we follow", "no"),
    ("en", "Before you pay: the error of many people", "no"),
    ("de", "Fehler: Karte wurde nicht gefunden", "yes"),
    ("de", "Fehlermeldungen: so gehen Sie damit um", "no"),
    ("de", "Fehler: was Sie tun sollten", "no"),
    ("fr", "Erreur : carte non trouvée ici", "yes"),
    ("fr", "Erreurs : le guide de tous", "no"),
    ("fr", "Erreur : comment la faire disparaître", "no"),
    ("es", "Error: la tarjeta no existe", "yes"),
    ("es", "Errores: la tarjeta no existe", "no"),
    ("es", "Error: qué hacer con la tarjeta", "no"),
]


def measure_quotes(text):
    (article,) = measure({PATH: text}).articles
    return next(one for one in article.criteria if one.id == "R22")


@pytest.mark.parametrize(("locale", "head", "answer"), HEADS)
def test_a_heading_quotes_an_error_only_with_its_message(locale, head, answer):
    text = f"---\nlocale: {locale}\n---\n\n# {head}\n\nWrite to us.\n"
    found = measure_quotes(text)
    assert found.answer == answer, found.evidence


def test_any_heading_may_quote_the_error():
    text = "# Card errors\n\nWrite to us.\n\n## Error: card was not found\n\nWrite to us.\n"
    assert "“Error: card was not found”" in measure_quotes(text).evidence
