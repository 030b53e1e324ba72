"""Who waits for an article to be filled in counts for it, once and apart."""

from measured import TODAY, make_report
from msgspec.structs import replace

from kbtool.health import Basis, assess, judge_readiness
from kbtool.linter import lint
from kbtool.model import Action, KnowledgeBase, Match, Question, QuestionMatch
from kbtool.rule import configure
from kbtool.rules import all_rules
from kbtool.testing import parse

TODO = "# Close your account\n\nTap Close. TODO: how long.\n"


def look_at(texts, people, found):
    """Health of articles and of a question of each person with what it found."""
    kb = KnowledgeBase.of([parse(text, path) for path, text in texts.items()], TODAY)
    questions = [Question(str(at), "x", requester=name) for at, name in enumerate(people)]
    best = Match("x", "X", (), 0.9)
    matches = tuple(
        QuestionMatch(str(at), best, what == "answered", "", what == "waits")
        for at, what in enumerate(found)
    )
    rules = configure(all_rules())
    result, report = lint(kb, kb.articles, rules), replace(make_report(), matches=matches)
    health = assess(kb, result.findings, report, questions)
    return judge_readiness(health, kb, Basis(rules, words={}))


def test_people_who_wait_are_counted_once_and_listed_apart():
    health = look_at({"x.md": TODO}, "aabc", ["answered", "waits", "waits", "left"])
    (one,) = health.articles
    assert (one.demand, one.waiting) == (2, 2)
    assert (one.questions, one.waiting_questions) == (("0",), ("1", "2"))
    (advice,) = health.gaps.advice
    assert (advice.action, advice.questions) == (Action.READINESS, ("0", "1", "2"))
    assert advice.why.startswith("2 people ask what it answers or would answer if it were filled")


def test_customers_words_are_not_judged_by_who_waits():
    (one,) = look_at({"x.md": TODO}, "abcd", ["waits"] * 4).articles
    assert one.demand == 4
    assert {found.id: found.answer for found in one.criteria}["R26"] == "not measured"


def test_of_two_articles_with_an_id_the_unfilled_one_is_waited_for():
    texts = {"a/x.md": "# X\n\nDone.\n", "b/x.md": TODO}
    health = look_at(texts, "a", ["waits"])
    assert {one.path: one.waiting for one in health.articles} == {"a/x.md": 0, "b/x.md": 1}


def test_of_two_unfilled_articles_with_an_id_nobody_waits_for_both():
    health = look_at({"a/x.md": TODO, "b/x.md": TODO}, "a", ["waits"])
    assert {one.path: one.waiting for one in health.articles} == {"a/x.md": 1, "b/x.md": 0}
