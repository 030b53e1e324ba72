"""What closing a gap takes."""

import pytest

from kbtool.matching.advice.efforts import estimate_effort, find_asked_facts
from kbtool.model import Action, Cluster, Fact, Interval, Need, Question, Theme

LONG = (Fact.DURATION, Fact.AMOUNT)


def cluster(action, themes=0, need=Need.ARTICLE):
    sides = tuple(Theme(str(at), (str(at),)) for at in range(themes))
    nothing = Interval(0, 0, 0)
    return Cluster("c", "c", (), 9, nothing, None, None, action, "", need=need, themes=sides)


@pytest.mark.parametrize(
    ("action", "themes", "need", "facts", "size", "why"),
    [
        (Action.WRITE, 0, Need.ARTICLE, (), "large", "a new article with 1 section"),
        (
            Action.WRITE, 3, Need.ARTICLE, LONG, "large",
            "a new article with 3 sections and 2 facts to fill in (how long, how much)",
        ),
        (
            Action.WRITE, 2, Need.ARTICLE, (Fact.STEPS, *LONG), "large",
            "a new article with 2 sections, the steps and 2 facts to fill in (how long, how much)",
        ),
        (
            Action.WRITE, 0, Need.ARTICLE, (Fact.STEPS,), "large",
            "a new article with 1 section and the steps",
        ),
        (
            Action.WRITE, 0, Need.QUICK, LONG[:1], "small",
            "a new article with 1 section and 1 fact to fill in (how long)",
        ),
        (
            Action.IMPROVE, 0, Need.ARTICLE, LONG[:1], "small",
            "1 section and 1 fact to fill in (how long) to add to an article that is there",
        ),
        (
            Action.IMPROVE, 4, Need.ARTICLE, (), "large",
            "4 sections to add to an article that is there",
        ),
        (
            Action.RETITLE, 4, Need.ARTICLE, LONG, "small",
            "a title and a few words to change in an article that is there",
        ),
        (
            Action.HANDOFF, 0, Need.PERSON, (), "none",
            "nothing to write, other hands have to act",
        ),
    ],
)  # fmt: skip
def test_effort_rests_on_action_themes_and_facts(action, themes, need, facts, size, why):
    assert estimate_effort(cluster(action, themes, need), facts) == (size, why)


@pytest.mark.parametrize("action", Action)
def test_every_action_says_what_there_is_to_do(action):
    assert estimate_effort(cluster(action), ()).why


def test_facts_are_those_that_a_tenth_of_the_people_ask_for():
    texts = ["How much is it?"] * 12 + ["How long does it take?"] * 9 + ["Where is the menu?"]
    texts += ["My order is late."] * 6
    asked = [Question(str(at), text) for at, text in enumerate(texts)]
    assert find_asked_facts(asked, "en") == (Fact.AMOUNT, Fact.DURATION)
    assert find_asked_facts([], "en") == ()


def test_who_asks_whether_a_thing_can_be_done_asks_for_the_steps():
    texts = ("How do I export it?", "Can I export it?")
    both = [Question(text, text) for text in texts]
    assert find_asked_facts(both, "en") == (Fact.STEPS,)
    assert find_asked_facts(both[1:], "en") == (Fact.ANSWER,)


def test_one_person_who_asks_often_counts_once():
    ann = [Question(str(at), "How much is it?", requester="ann") for at in range(30)]
    rest = [Question(f"r{at}", "Late again.", requester=f"r{at}") for at in range(20)]
    assert find_asked_facts([*ann, *rest], "en") == ()
