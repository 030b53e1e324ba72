"""`kbtool test --robustness`: what still passes with slips and in other words."""

import json

import pytest

from kbtool.model import Decision
from kbtool.questiontests.values import Case, Fault, Kind, Outcome, Robustness, Variant
from kbtool.render.questiontests.text import render

SUITE = """\
tests:
  - article: refunds
    asks: [how do I get a refund]
  - article: cards
    asks: [order a card, my money back please]
    must_not_answer: [how can I refund]
handoff: [close my account]
"""


@pytest.fixture
def suite(help_centre, write):
    write({"kbtool-tests.yaml": SUITE})


@pytest.mark.usefixtures("suite")
def test_variants_of_tests_that_ask_and_pass_are_counted(kbtool):
    result = json.loads(kbtool("test", "--robustness", "--format", "json").out)
    robustness = result["robustness"]
    variants = robustness["variants"]
    assert {v["question"] for v in variants} == {"how do I get a refund", "order a card"}
    assert {v["kind"] for v in variants} == {"asks"}
    held = [variant["passed"] for variant in variants]
    assert robustness["score"] == pytest.approx(sum(held) / len(held), abs=1e-4)
    assert {v["change"] for v in variants} >= {"two letters swapped", "a word left out"}


@pytest.mark.usefixtures("suite")
def test_the_score_is_a_sentence(kbtool):
    assert "with slips and in other words" in kbtool("test", "--robustness").out


def variant(case, change, text, found, fault, decision=Decision.ANSWER):
    return Variant(case, change, text, found, fault, decision)


@pytest.mark.parametrize(
    ("fault", "decision", "said"),
    [
        (Fault.NOT_ANSWERED, Decision.HANDOFF, "finds `cards`, but a bot would hand it over"),
        (Fault.NOT_ANSWERED, Decision.CLARIFY, "finds `cards`, but a bot would ask back"),
        (Fault.OTHER_PASSAGE, Decision.ANSWER, "finds `cards`, but at another passage"),
    ],
)
def test_the_right_article_is_said_to_fail_for_what_a_bot_would_do(fault, decision, said):
    case = Case(Kind.ASKS, "where is my card", "cards", answered=True, path="a.yaml", line=2)
    one = variant(case, "a wrong key", "where is my csrd", "cards", fault, decision)
    shown = render(Outcome((), 1.0, robustness=Robustness((one,)))).splitlines()
    assert f"  “where is my csrd” (a wrong key) {said}" in shown


def test_what_flips_is_listed_up_to_a_few():
    case = Case(Kind.ASKS, "where is my card", "cards", path="a.yaml", line=2)
    wrong, right = Fault.NOT_FOUND, Fault.NONE
    found = variant(case, "a letter left out", "where is my crd", "refunds", wrong)
    none = variant(case, "a wrong key", "where is my xx", "", wrong)
    held = variant(case, "two letters swapped", "where is my cadr", "cards", right)
    outcome = Outcome((), 1.0, robustness=Robustness((found, none, held)))
    assert render(outcome).splitlines()[2:5] == [
        "Robustness: 33%; with slips and in other words 1 of 3 questions still pass.",
        "  “where is my crd” (a letter left out) finds `refunds`",
        "  “where is my xx” (a wrong key) finds nothing",
    ]
    many = Outcome((), 1.0, robustness=Robustness((found,) * 12))
    assert "  … and 2 more; --format json has all" in render(many).splitlines()


def test_where_nothing_passes_there_is_no_score(kbtool, help_centre, write):
    write({"kbtool-tests.yaml": "handoff: [how do I get a refund]\n"})
    ran = kbtool("test", "--robustness")
    assert "no test passes that could be asked in other words" in ran.out
    result = json.loads(kbtool("test", "--robustness", "--format", "json").out)
    assert result["robustness"] == {"score": None, "variants": []}


@pytest.mark.usefixtures("suite")
def test_robustness_changes_no_gate(kbtool):
    assert kbtool("test", "--robustness", "--min-pass-rate", "0.6").code == 0
    assert "Robustness" not in kbtool("test").out
