"""Lines of dashes between what a customer says, and above signatures."""

from __future__ import annotations

from time import process_time

import pytest

from kbtool.questions.cleaning import clean_question

PARTED = [
    ("The invoice shows the old address.\n--\nHow do I change it?", "change it?"),
    ("Two things.\n\n---\n\nThe app crashes.\n\n---\n\nMy card was refused.", "was refused."),
    ("Hi team,\n--\nThe export stops at 90 %.", "The export stops at 90 %."),
    ("The order came broken.\n--\nThe parcel was open on one side.", "open on one side."),
    ("Die Rechnung ist falsch.\n-- \nWie kann ich sie ändern lassen", "ändern lassen"),
    ("La facture est fausse.\n__\nJe voudrais une autre adresse.", "une autre adresse."),
    ("Hola:\n—\nNo puedo pagar la factura", "pagar la factura"),
    ("How do I pay?\n--\nI get the error on Mondays as well", "on Mondays as well"),
    (
        "How do I pay?\r\n--\r\nThe page with the prices stays blank after each login and each day",
        "day",
    ),
]


@pytest.mark.parametrize(("text", "kept"), PARTED)
def test_what_is_asked_or_told_below_dashes_stays(text, kept):
    assert kept in clean_question(text).text


@pytest.mark.parametrize("dashes", ["--", "-- ", "---", "__", "_____", "—", "  --", "----------"])
@pytest.mark.parametrize(
    "signature",
    [
        "Ann",
        "Ann Smith\nHead of Sales\nExample Ltd.\n+49 30 1234\nwww.example.com",
        "Ann Smith\nWe make the web faster.",
        "Ann Smith | Head of Sales | Example Ltd | Bell Street 12 | +49 30 1234 | www.example.com",
        "Gesendet von meinem Handy mit Beispielmail",
        "Ann\n\nThis e-mail is confidential and intended for the addressee alone. Delete it.",
    ],
)
def test_signatures_below_dashes_go(dashes, signature):
    for asked in ("How do I change my address?", "Please send me a new invoice"):
        assert clean_question(f"{asked}\n{dashes}\n{signature}").text == asked


def test_the_last_line_of_dashes_may_be_the_one_above_a_signature():
    text = "The export stops at 90 %.\n--\nThe import stops, too.\n--\nAnn Smith\nExample Ltd."
    assert clean_question(text).text == "The export stops at 90 %. The import stops, too."


@pytest.mark.parametrize("line", ["---", "___", "===", "***", "—", "~~~~", "--"])
def test_lines_of_signs_are_not_left_in_the_text(line):
    assert clean_question(f"Old address\n{line}\nnew prices").text == "Old address new prices"
    assert clean_question(line).text == line, "where nothing else is there, it is all that was said"


@pytest.mark.parametrize("piece", ["\n--\n", "\n-- \nAnn", "\n" + "-" * 59 + "x", "-", "\n \t"])
def test_time_grows_with_lines_of_dashes_alone(piece):
    start = process_time()
    clean_question("How do I pay" + piece * (200_000 // len(piece)))
    assert process_time() - start < 10
