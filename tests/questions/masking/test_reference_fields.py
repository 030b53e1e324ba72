"""Numbers of orders behind a colon or by their form, and e-mail addresses with blanks in them."""

from __future__ import annotations

import pytest

from kbtool.questions.masking import mask_text

MASKED = [
    ("Order: 10023", "Order: <reference>"),
    ("Order no 10023", "Order no <reference>"),
    ("Bestellnummer 10023", "Bestellnummer <reference>"),
    ("Rechnung 2024-0017", "Rechnung <reference>"),
    ("commande n° 10023", "commande n° <reference>"),
    ("mon numéro de commande est le FR2299183", "mon numéro de commande est le <reference>"),
    ("an order (#4471-20398) and", "an order (<reference>) and"),
    ("tracking says 1Z999AA10123456784 came", "tracking says <reference> came"),
    ("numero de guia MX88120394", "numero de guia <reference>"),
    ("anna . berg [at] example [dot] com", "<email>"),
    ("anna dot berg at example dot com", "<email>"),
    ("anna (dot) berg (at) example (dot) com", "<email>"),
]
STAYS = [
    *("Order 2 pizzas", "error 10023", "in order: 1, 2", "in order: 10023 rows", "Order: 1250 EUR"),
    *("Payment: 1299 $", "Account: 5000 contacts", "Order: 2024", "meet me at home . com"),
]


@pytest.mark.parametrize(("text", "masked"), MASKED)
def test_references_and_spelt_addresses_are_masked(text, masked):
    assert mask_text(text).text == masked


@pytest.mark.parametrize("text", STAYS)
def test_what_counts_or_is_no_address_stays(text):
    assert mask_text(text).text == text
