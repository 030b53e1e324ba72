"""Which questions of a log become tests."""

from datetime import date

import pytest
from msgspec.structs import replace

from kbtool.model import (
    Action,
    Calibration,
    Cluster,
    Decision,
    Fact,
    GapReport,
    Interval,
    KnowledgeBase,
    Match,
    Question,
    QuestionMatch,
)
from kbtool.questiontests.doubting import Doubt, Doubter
from kbtool.questiontests.seeding import Seed, find_seeds, find_unsure, keep_most
from kbtool.questiontests.values import Case, Fault, Kind, Result
from kbtool.testing import parse

# The words of all questions below, so that no article lacks what a question is about.
WORDS = (
    "tell order card where one some other thing entirely it broke question number all see reset pin"
)
KB = KnowledgeBase.of(
    [parse(f"# {name}\n\n{WORDS}.\n", f"{name}.md") for name in ("cards", "pin")],
    date(2026, 1, 1),
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


def choose(*groups, per_article=3, known=(), calibration=ENOUGH, kb=KB, unfit=None):
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
    doubter = Doubter(kb, report, questions, unfit or {})
    return find_seeds(report, questions, kb, per_article, doubter, known)


def seeds(*groups, **given):
    found = choose(*groups, **given).seeds
    return [(seed.kind.value, seed.article, seed.question, seed.links) for seed in found]


def test_agents_links_count_more_than_what_kbtool_finds():
    linked = group("a", "tell me the number", "see the number", links=["", "pin"], article="cards")
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
        group("a", "order one card", "some other thing entirely", people=20),
        group("b", "tell me the number", people=30),
        group("c", "it broke", links=["cards"], people=3),
    ]
    texts = [row[2] for row in seeds(*groups)]
    assert texts == ["it broke", "tell me the number", "order one card"]
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
    groups = [group("a", "order a card"), group("b", "tell me the number"), group("c", "it broke")]
    known = [Case(Kind.ASKS, "Order a card!", "cards"), Case(Kind.HANDOFF, "it broke")]
    assert [row[2] for row in seeds(*groups, known=known)] == ["tell me the number"]
    assert seeds(*groups, known=known, per_article=1) == []


def test_the_order_of_groups_changes_nothing():
    groups = [group(name, f"ask about {name * 3}", people=5) for name in "abcd"]
    assert seeds(*groups) == seeds(*groups[::-1])


def test_too_little_data_gives_no_seed_but_what_agents_linked():
    own, linked = group("a", "order a card"), group("b", "reset a pin", links=("pin",))
    assert len(seeds(own, linked)) == 2
    assert seeds(own, linked, calibration=None) == [("asks", "pin", "reset a pin", 1)]


def doubts(*groups, **given):
    return dict(choose(*groups, **given).doubts)


def test_a_group_whose_questions_find_different_articles_gives_none():
    questions, cluster, matches = group("a", "order a card", "reset a pin", "tell me the number")
    other = replace(matches[0].best, article="pin")
    mixed = [matches[0], *(replace(one, best=other) for one in matches[1:])]
    assert doubts((questions, cluster, mixed)) == {Doubt.MIXED: 1}
    assert seeds((questions, cluster, mixed)) == []


@pytest.mark.parametrize("links", [(), ("cards",)])
def test_an_article_that_may_be_wrong_gives_none(links):
    own = group("a", "order a card", links=links)
    assert doubts(own, unfit={"cards": Doubt.OVERDUE}) == {Doubt.OVERDUE: 1}
    assert len(seeds(own, unfit={"pin": Doubt.OVERDUE})) == 1


def about(text):
    return KnowledgeBase.of([parse(text, "cards.md")], date(2026, 1, 1))


def test_a_question_of_another_year_than_the_article_is_none():
    fees = about("# Card fees 2022\n\nA card costs $5 in 2022 and $6 in 2023.\n")
    for text, doubt in (("card fees 2026", True), ("card fees", True), ("card fees 2022", False)):
        assert (Doubt.YEAR in doubts(group("a", text), kb=fees)) is doubt
    assert Doubt.YEAR in doubts(group("a", "card fees 2026"), kb=about("# Card fees\n\nNone.\n"))


def test_a_question_whose_fact_the_article_lacks_is_none():
    text = "How long does a card take?"
    without, given = "We send the card.", "We send the card within 3 days."
    assert doubts(group("a", text), kb=about(f"# Get a card\n\n{without}\n")) == {Doubt.FACT: 1}
    assert doubts(group("a", text), kb=about(f"# Get a card\n\n{given}\n")) == {}


def test_a_question_that_the_article_shares_half_of_its_words_with_is_none_but_for_agents():
    odd = "a card for nurses"
    assert doubts(group("a", odd)) == {Doubt.WORDS: 1}
    assert doubts(group("a", odd, links=("cards",))) == {}
    assert doubts(group("a", "order one card question for nurses")) == {}


def test_a_misspelt_wording_is_none_and_nobody_is_handed_over_in_it():
    assert doubts(group("a", "reset some thnig", "order a card")) == {Doubt.MISSPELT: 1}
    handed = group("b", "order some thnig", "order one thing", action=Action.HANDOFF)
    assert [row[2] for row in seeds(handed)] == ["order one thing"]


def test_wordings_about_the_same_are_one_test_whatever_stands_around():
    assert len(seeds(group("a", "Where can I see my card number?", "card number"))) == 1


def result(seed, decision=Decision.ANSWER, probability=0.9, lacks=None):
    return Result(seed.case, Fault.NONE, decision, 1, None, None, probability, 0.1, lacks=lacks)


def test_what_a_bot_is_not_sure_of_is_no_test_unless_agents_vouch_for_it():
    own = Seed(Kind.ASKS, "order a card", "cards", 9)
    linked = Seed(Kind.ASKS, "card gone", "cards", 9, links=3)
    for changes in ({"probability": 0.6}, {"decision": Decision.CLARIFY}):
        results = [result(one, **changes) for one in (own, linked)]
        assert find_unsure([own, linked], results) == {own.case: Doubt.UNSURE}
    lacking = [result(one, lacks=Fact.AMOUNT) for one in (own, linked)]
    assert set(find_unsure([own, linked], lacking).values()) == {Doubt.FACT}
    assert find_unsure([own, linked], [result(own), result(linked)]) == {}


def test_an_article_keeps_no_more_than_its_number_with_known_tests_counted():
    found = [Seed(Kind.ASKS, text, "cards", 9) for text in "abc"]
    assert keep_most(found, 2) == tuple(found[:2])
    assert keep_most(found, 2, [Case(Kind.ASKS, "d", "cards")]) == tuple(found[:1])
