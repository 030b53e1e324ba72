"""Which questions of a log become tests."""

from datetime import date

import pytest
from msgspec.structs import replace

from kbtool.model import (
    Action,
    Calibration,
    Cluster,
    GapReport,
    Interval,
    KnowledgeBase,
    Match,
    Question,
    QuestionMatch,
)
from kbtool.questiontests.seeding import find_seeds
from kbtool.questiontests.values import Case, Kind
from kbtool.testing import parse

KB = KnowledgeBase.of(
    [parse(f"# {name}\n", f"{name}.md") for name in ("cards", "pin")], date(2026, 1, 1)
)
NEVER = Interval(0.0, 0.0, 1.0)


def group(name, *texts, links=(), people=9, action=Action.NONE, article="cards", score=0.9):
    """Questions of a cluster, the cluster and what the questions find."""
    questions = [Question(f"{name}{at}", text) for at, text in enumerate(texts)]
    for at, link in enumerate(links):
        questions[at] = replace(questions[at], resolved_by=(link,))
    match = Match(article, article, (), score)
    answered = action is Action.NONE
    ids = tuple(question.id for question in questions)
    cluster = Cluster(name, name, ids, people, NEVER, match, None, action, "", answered=answered)
    matches = [QuestionMatch(one, match, answered, name) for one in ids]
    return questions, cluster, matches


ENOUGH = Calibration(0.1, 0.1, 40)


def seeds(*groups, per_article=3, known=(), calibration=ENOUGH):
    questions = [question for group in groups for question in group[0]]
    report = GapReport(
        gaps=(),
        clusters=tuple(group[1] for group in groups),
        matches=tuple(match for group in groups for match in group[2]),
        coverage=NEVER,
        ungrouped=(),
        unmatchable=(),
        threshold=0.5,
        threshold_basis="",
        calibration=calibration,
    )
    found = find_seeds(report, questions, KB, per_article, known)
    return [(seed.kind.value, seed.article, seed.question, seed.links) for seed in found]


def test_agents_links_count_more_than_what_kbtool_finds():
    linked = group("a", "where is it", "see the number", links=["", "pin"], article="cards")
    assert seeds(linked) == [("asks", "pin", "see the number", 1)]


def test_of_a_group_without_links_the_first_question_is_taken_if_kbtool_is_sure():
    assert seeds(group("a", "order a card", "card order")) == [("asks", "cards", "order a card", 0)]
    assert seeds(group("a", "order a card", score=0.7)) == []
    assert seeds(group("a", "order a card", action=Action.WRITE)) == []


@pytest.mark.parametrize(
    "links", [["pin", "cards"], ["pin", "pin", "cards", "cards"], ["gone", "gone"]]
)
def test_agents_who_disagree_or_use_what_is_not_here_decide_nothing(links):
    texts = [f"question number {at} of all" for at in range(len(links))]
    found = seeds(group("a", *texts, links=links))
    assert [row for row in found if row[3]] == []


def test_groups_to_hand_over_give_one_handoff_each():
    handed = group("a", "close it", "shut it down", action=Action.HANDOFF)
    assert seeds(handed) == [("handoff", "", "close it", 0)]


def test_an_article_gets_its_share_from_several_groups_first_linked_then_large():
    groups = [
        group("a", "order one", "some other thing entirely", people=20),
        group("b", "where is it", people=30),
        group("c", "it broke", links=["cards"], people=3),
    ]
    texts = [row[2] for row in seeds(*groups)]
    assert texts == ["it broke", "where is it", "order one"]
    more = [row[2] for row in seeds(*groups, per_article=9)]
    assert more == [*texts, "some other thing entirely"]
    assert [row[2] for row in seeds(*groups, per_article=1)] == texts[:1]


def test_questions_that_say_the_same_are_one_test():
    twins = group("a", "How do I order a card?", "how do i order a CARD", "how do I order my card")
    assert len(seeds(twins)) == 1


def test_hidden_and_very_long_questions_are_never_taken():
    hidden = group("a", "", "x " * 200, "order a card")
    assert [row[2] for row in seeds(hidden)] == ["order a card"]


def test_known_tests_are_not_written_again_and_count():
    groups = [group("a", "order a card"), group("b", "where is it"), group("c", "it broke")]
    known = [Case(Kind.ASKS, "Order a card!", "cards"), Case(Kind.HANDOFF, "it broke")]
    assert [row[2] for row in seeds(*groups, known=known)] == ["where is it"]
    assert seeds(*groups, known=known, per_article=1) == []


def test_the_order_of_groups_changes_nothing():
    groups = [group(name, f"ask about {name * 3}", people=5) for name in "abcd"]
    assert seeds(*groups) == seeds(*groups[::-1])


def test_too_little_data_gives_no_seed_but_what_agents_linked():
    own, linked = group("a", "order a card"), group("b", "reset a pin", links=("pin",))
    assert len(seeds(own, linked)) == 2
    assert seeds(own, linked, calibration=None) == [("asks", "pin", "reset a pin", 1)]
