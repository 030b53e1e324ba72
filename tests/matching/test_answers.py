"""What a bot would answer."""

from datetime import date

import numpy as np
import pytest

from kbtool.matching import answer_questions
from kbtool.matching.answers import decide
from kbtool.model import Decision, KnowledgeBase, Question
from kbtool.testing import parse

TEXTS = {
    "refunds.md": "# Get a refund\n\nAsk us for a refund in the app.\n",
    "mood.md": "# How are you\n\nWe are doing well.\n",
    "cards.md": "# Order a card\n\n## In the app\n\nOrder the card in the app.\n",
}
KB = KnowledgeBase.of([parse(text, path) for path, text in TEXTS.items()], date(2026, 1, 1))


def answer(text, kb=KB):
    (found,) = answer_questions(kb, [Question("1", text)])
    return found


@pytest.mark.parametrize(
    ("text", "article"),
    [("I want a refund", "refunds"), ("how are you", "mood"), ("ordering cards", "cards")],
)
def test_the_best_article_comes_first_even_by_function_words_alone(text, article):
    assert answer(text).candidates[0].match.article == article


def test_the_passage_that_would_be_quoted_has_its_headings():
    assert answer("order a card in the app").candidates[0].match.passage == (
        "Order a card",
        "In the app",
    )


def test_probabilities_of_all_articles_and_of_a_gap_make_one():
    found = answer("refund for my card")
    total = found.gap_probability + sum(one.probability for one in found.candidates)
    assert total == pytest.approx(1, abs=1e-4)


@pytest.mark.parametrize("text", ["???", "qqqqqq"])
def test_what_shares_nothing_with_any_article_is_handed_over(text):
    found = answer(text)
    assert found.decision is Decision.HANDOFF
    assert found.gap_probability == pytest.approx(1, abs=0.05)


def test_without_articles_everything_is_handed_over():
    found = answer("refund", KnowledgeBase.of([], date(2026, 1, 1)))
    assert (found.candidates, found.decision) == ((), Decision.HANDOFF)


def test_two_articles_that_fit_alike_are_asked_about():
    twins = {f"{name}.md": f"# Refund {name}\n\nGet a refund.\n" for name in ("north", "south")}
    kb = KnowledgeBase.of([parse(text, path) for path, text in twins.items()], date(2026, 1, 1))
    assert answer("refund", kb).decision is Decision.CLARIFY


@pytest.mark.parametrize(
    ("probabilities", "gap", "decision"),
    [
        ([0.7, 0.1], 0.2, Decision.ANSWER),
        ([0.35, 0.1], 0.3, Decision.ANSWER),
        ([0.35, 0.25], 0.3, Decision.CLARIFY),
        ([0.25, 0.1], 0.4, Decision.CLARIFY),
        ([0.1, 0.1], 0.4, Decision.HANDOFF),
        ([0.3, 0.15], 0.55, Decision.HANDOFF),
    ],
)
def test_a_bot_names_no_article_that_is_too_unlikely(probabilities, gap, decision):
    assert decide(np.array(probabilities), gap) is decision
