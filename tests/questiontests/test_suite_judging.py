"""What passes, what fails, and that no question helps itself."""

from datetime import date

import pytest

from kbtool.matching import GapOptions, answer_questions
from kbtool.model import Decision, KnowledgeBase, Question
from kbtool.questiontests.judging import Bench, judge
from kbtool.questiontests.naming import resolve_cases
from kbtool.questiontests.values import Case, Fault, Kind
from kbtool.testing import parse

TEXTS = {
    "kb/refunds.md": "# Get a refund\n\nAsk us for a refund in the app.\n",
    "kb/cards.md": "# Order a card\n\n## In the app\n\nOrder the card in the app.\n\n"
    "## By phone\n\nCall us to order by phone.\n",
    "kb/pin.md": "# Change your PIN\n\nChange the PIN at a machine.\n",
}
KB = KnowledgeBase.of([parse(text, path) for path, text in TEXTS.items()], date(2026, 1, 1))


def bench(log=(), teachers=()):
    return Bench(KB, tuple(log), tuple(teachers), GapOptions())


def run(case, **given):
    (result,) = judge(bench(**given), [case])
    return result


def asks(question, article, **given):
    return Case(Kind.ASKS, question, article, **given)


@pytest.mark.parametrize(
    ("case", "fault"),
    [
        (asks("I want a refund", "refunds"), Fault.NONE),
        (asks("Hello! I want a refund", "refunds"), Fault.NONE),
        (asks("I want a refund", "cards"), Fault.NOT_FOUND),
        (asks("refund for a card that I order", "refunds", within=3), Fault.NONE),
        (asks("qqqq", "cards"), Fault.NOT_FOUND),
        (asks("???", "cards"), Fault.NOT_FOUND),
        (asks("order a card by phone", "cards", passage=("By phone",)), Fault.NONE),
        (asks("order a card by phone", "cards", passage=("by  PHONE",)), Fault.NONE),
        (asks("order a card by phone", "cards", passage=("In the app",)), Fault.OTHER_PASSAGE),
        (asks("order a card", "cards", passage=("Order a card", "In the app")), Fault.NONE),
        (asks("change the PIN at a machine", "pin", answered=True), Fault.NONE),
        (asks("refund for a card that I order", "refunds", answered=True), Fault.NOT_FOUND),
        (
            asks("order some strange thing that nobody sells here today", "cards", answered=True),
            Fault.NOT_ANSWERED,
        ),
        (asks("order some strange thing that nobody sells here today", "cards"), Fault.NONE),
        (Case(Kind.MUST_NOT_ANSWER, "change the PIN", "pin"), Fault.ANSWERED),
        (Case(Kind.MUST_NOT_ANSWER, "change the PIN", "cards"), Fault.NONE),
        (Case(Kind.MUST_NOT_ANSWER, "change the PIN"), Fault.ANSWERED),
        (Case(Kind.MUST_NOT_ANSWER, "qqqq"), Fault.NONE),
        (Case(Kind.HANDOFF, "change the PIN"), Fault.NOT_HANDED_OVER),
        (Case(Kind.HANDOFF, "qqqq"), Fault.NONE),
        (Case(Kind.HANDOFF, "???"), Fault.NONE),
    ],
)
def test_a_test_fails_for_what_its_question_finds(case, fault):
    assert run(case).fault is fault


def test_a_result_says_what_was_found_instead_where_the_right_one_stands_and_what_lacks():
    result = run(asks("refund of my card", "cards"))
    assert result.found.article == "refunds"
    assert (result.place, result.expected.article) == (2, "cards")
    assert result.expected.missing == ("refund",)
    assert 0 < result.probability <= 1 - result.gap_probability + 1e-6


def test_questions_are_judged_as_by_match():
    log = [Question(str(at), text) for at, text in enumerate(["close my account", "refund now"])]
    result = run(asks("order a card", "cards"), log=log)
    (answer, *_) = answer_questions(KB, [Question("x", "order a card"), *log], GapOptions())
    assert result.decision is answer.decision
    assert result.probability == answer.candidates[0].probability
    assert result.gap_probability == answer.gap_probability


LOST = "where has my parcel gone"


@pytest.mark.parametrize("resolved", ["Where has my parcel gone?", LOST])
@pytest.mark.parametrize("place", ["log", "teachers"])
def test_a_question_that_agents_resolved_does_not_teach_itself(place, resolved):
    solved = [Question("1", resolved, resolved_by=("pin",))]
    case = asks(LOST, "pin")
    assert not run(case, **{place: solved}).passed
    assert run(case, **{place: solved}) == run(case)


def test_other_questions_that_agents_resolved_do_teach():
    solved = [
        Question(str(at), text, resolved_by=("pin",))
        for at, text in enumerate(["my parcel has gone", "parcel gone where", "the parcel is gone"])
    ]
    assert not run(asks(LOST, "pin")).passed
    assert run(asks(LOST, "pin"), teachers=solved).passed
    assert run(asks(LOST, "pin"), log=solved).passed


def test_another_text_in_place_of_a_question_is_not_taught_by_the_question():
    solved = (Question("1", LOST, resolved_by=("pin",)),)
    (result,) = judge(bench(teachers=solved), [asks(LOST, "pin")], ["where has my parcel gon"])
    assert not result.passed


def test_the_order_of_tests_and_of_the_log_changes_nothing():
    cases = [
        asks("I want a refund", "refunds"),
        asks("refund please", "refunds"),
        asks("order by phone", "cards"),
        Case(Kind.HANDOFF, "close my account"),
        Case(Kind.HANDOFF, "sell my account"),
    ]
    log = [Question(str(at), f"how do I change {at} cards") for at in range(5)]
    forth = judge(bench(log=log), cases)
    back = judge(bench(log=log[::-1]), cases[::-1])
    assert forth == back[::-1]


def test_questions_of_one_article_do_not_help_one_another():
    odd = asks("machine for numbers", "pin")
    alone = run(odd)
    (first, _) = judge(bench(), [odd, asks("change the numbers of my PIN", "pin")])
    assert first == alone


@pytest.mark.parametrize("name", ["cards", "kb/cards.md", "../kb/cards.md"])
def test_an_article_goes_by_its_id_or_a_path_from_the_file_or_from_here(name):
    (case,), problems = resolve_cases([asks("w", name, path="tests/a.yaml")], KB)
    assert (case.article, problems) == ("cards", ())


@pytest.mark.parametrize(
    ("case", "message", "remedy"),
    [
        (asks("w", "card"), "no article is called `card`", "Did you mean `cards`?"),
        (asks("w", "kb/none.md"), "no article is called", "Name its id"),
        (
            asks("w", "cards", passage=("By phon",)),
            "`cards` has no passage `By phon`",
            "Did you mean `By phone`?",
        ),
        (asks("w", "cards", passage=("By phone", "In the app")), "has no passage", "In the app"),
    ],
)
def test_what_names_nothing_that_is_there_is_told_with_the_nearest(case, message, remedy):
    (resolved,), (problem,) = resolve_cases([case], KB)
    assert message in problem.message
    assert remedy in problem.remedy
    assert (message in resolved.problem, remedy in resolved.problem) == (True, True)
    assert run(resolved).fault is Fault.UNKNOWN


@pytest.mark.parametrize("name", ["reset", "kb/drafts/reset.md", "../kb/drafts/reset.md"])
def test_a_draft_in_a_test_is_told_to_be_one(name):
    case = asks("w", name, path="tests/a.yaml", line=3)
    _, (problem,) = resolve_cases([case], KB, {"reset": "kb/drafts/reset.md"})
    assert str(problem).startswith(f"tests/a.yaml:3: `{name}` is a draft (kb/drafts/reset.md)")
    assert "draft: true" in problem.remedy


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("resett", "`reset`, which is a draft and answers nobody"),
        ("kb/refund.md", "`refunds`"),
        ("Change your pin", "`pin`"),
    ],
)
def test_a_slip_is_told_with_the_article_that_its_id_file_or_title_is_like(name, meant):
    _, (problem,) = resolve_cases([asks("w", name)], KB, {"reset": "kb/drafts/reset.md"})
    assert problem.remedy == f"Did you mean {meant}?"


def test_an_article_that_has_the_id_of_a_draft_is_the_one_that_is_meant():
    (case,), problems = resolve_cases([asks("w", "pin")], KB, {"pin": "kb/drafts/pin.md"})
    assert (case.article, problems) == ("pin", ())


def test_a_test_that_an_article_must_not_answer_fails_where_there_is_no_such_article():
    case = Case(Kind.MUST_NOT_ANSWER, "change the PIN", "card")
    (resolved,), _ = resolve_cases([case], KB)
    assert (run(case).fault, run(resolved).fault) == (Fault.NONE, Fault.UNKNOWN)


def test_a_passage_that_is_gone_leaves_the_test_its_article():
    (case,), _ = resolve_cases([asks("w", "kb/cards.md", passage=("By fax",))], KB)
    assert case.article == "cards"


def test_one_slip_for_several_questions_is_told_once():
    cases = [asks(text, "card", path="a.yaml", line=at) for at, text in enumerate("vw", 3)]
    _, problems = resolve_cases(cases, KB)
    assert [problem.line for problem in problems] == [3]


def test_without_articles_everything_must_be_handed_over():
    empty = Bench(KnowledgeBase.of([], date(2026, 1, 1)), (), (), GapOptions())
    cases = [Case(Kind.HANDOFF, "refund"), Case(Kind.MUST_NOT_ANSWER, "refund")]
    results = judge(empty, cases)
    assert [result.passed for result in results] == [True, True]
    assert results[0].decision is Decision.HANDOFF
