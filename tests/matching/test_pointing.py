"""A question for a figure is answered with the passage of its article that gives it."""

from datetime import date

import pytest

from kbtool.matching import Bot, answer_questions
from kbtool.matching.faults.holdings import Holdings
from kbtool.matching.faults.pointing import Pointer
from kbtool.model import KnowledgeBase, Question
from kbtool.testing import parse

TEXT = """# Order a card

You can have three cards, each in 5 days.

## Order in the app

1. Open the app and tap **Order a card**.
2. Wait until the card is grey.

![A card](card.png)

## What a card costs

The app shows what you pay. A card costs £4.

## When you can order

Order by 18:00 on Monday.
"""
ARTICLE = parse(TEXT, "card.md")
KB = KnowledgeBase.of([ARTICLE], date(2026, 1, 1))


@pytest.mark.parametrize(
    ("text", "line", "found"),
    [
        ("How much is a card?", 1, 4),
        ("How much is a card?", 4, 4),
        ("until when can I order a card", 1, 5),
        ("until when can I order a card", 5, 5),
        ("How long does a card take?", 1, 1),  # no heading asks that
        ("How do I order a card?", 4, 4),  # no figure
        ("How much is a grey card?", 2, 2),  # where it is from says more of the question
    ],
)
def test_the_section_whose_heading_asks_for_the_figure_is_pointed_out(text, line, found):
    assert Pointer([ARTICLE], Holdings()).find_line(text, 0, line) == found


def test_what_the_title_asks_its_opening_gives():
    opening = "# How long cards take\n\nFive days.\n\n## How long it takes abroad\n\n9 days.\n"
    article = parse(opening, "card.md")
    assert Pointer([article], Holdings()).find_line("How long does a card take?", 0, 0) == 0


def test_a_bot_quotes_what_is_pointed_out(monkeypatch):
    monkeypatch.setattr(Pointer, "find_line", lambda *_: 5)
    reply = Bot(KB).reply("order a card in the app")
    assert reply.quotes[0].text == "Order by 18:00 on Monday."
    assert reply.answer.candidates[0].match.passage[-1] == "When you can order"


def test_answers_to_a_log_are_what_is_pointed_out(monkeypatch):
    monkeypatch.setattr(Pointer, "find_line", lambda *_: 5)
    (answer,) = answer_questions(KB, [Question("1", "order a card in the app")])
    assert answer.candidates[0].match.passage[-1] == "When you can order"
