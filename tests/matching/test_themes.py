"""Sides of a topic inside a large group."""

import numpy as np
import pytest

from kbtool.matching.clusters.places import Places
from kbtool.matching.judging.themes import Splitter
from kbtool.matching.text.asked import gather
from kbtool.matching.text.tokens import Tokenizer
from kbtool.model import Fact, Question

TOKENIZER = Tokenizer("en")
LONG = [f"How long does a {thing} take?" for thing in "refund transfer top-up payment".split()]
MUCH = [f"What is the fee of a {thing}?" for thing in "refund transfer top-up payment".split()]
STEPS = [f"How do I make a {thing}?" for thing in "refund transfer top-up payment".split()]
CAN = [f"Can I make a {thing}?" for thing in "refund transfer top-up payment".split()]


def split(texts, sides=None, people=()):
    """Themes of texts; ``sides`` puts each in one of several directions, else all lie together."""
    questions = [
        Question(f"q{n}", text, requester=people[n] if people else "")
        for n, text in enumerate(texts)
    ]
    asked, _ = gather(questions, TOKENIZER)
    places = np.zeros((len(asked), 4), dtype=np.float32)
    for row, wording in enumerate(asked):
        number = int(wording.questions[0].id[1:])
        places[row, sides[number] if sides else 0] = 1.0
    # Rows of other groups stand before: a group takes its own from the log's.
    embedding = np.vstack([np.full((3, 4), 0.5, dtype=np.float32), places])
    return Splitter(Places(embedding), 0.4, TOKENIZER, "en").split(range(3, 3 + len(asked)), asked)


def test_wordings_that_lie_apart_are_themes_the_largest_first():
    themes = split([*LONG[:3], *MUCH, "Opening hours?"], [0, 0, 0, 1, 1, 1, 1, 2])
    assert [sorted(theme.questions) for theme in themes] == [
        ["q3", "q4", "q5", "q6"],
        ["q0", "q1", "q2"],
    ]
    assert [theme.asks for theme in themes] == [Fact.AMOUNT, Fact.DURATION]
    assert themes[0].label in MUCH


def test_where_all_lie_together_the_kind_of_fact_makes_a_theme():
    themes = split([*LONG, *MUCH])
    assert {theme.asks for theme in themes} == {Fact.AMOUNT, Fact.DURATION}
    assert {len(theme.questions) for theme in themes} == {4}


@pytest.mark.parametrize(
    "texts",
    [
        [*LONG, *(text.upper() + " please" for text in LONG)],  # all ask for one fact
        [*STEPS, *CAN],  # who asks whether wants to know how
        [*LONG[:3], *MUCH],  # few people
        [*LONG, *STEPS, *MUCH[:2]][2:],  # two are no theme
    ],
    ids=["one fact", "how and whether", "few", "two"],
)
def test_a_group_about_one_thing_has_no_themes(texts):
    themes = split(texts)
    assert themes == () or all(len(theme.questions) >= 3 for theme in themes)
    assert len(themes) != 1
    if len(texts) < 8 or set(texts) == {*STEPS, *CAN}:
        assert themes == ()


def test_one_person_who_asks_often_makes_no_theme():
    people = ["a", "a", "a", "a", *"bcdefghi"]
    texts = [*LONG, *MUCH, *(text + " today" for text in MUCH)]
    assert split(texts, [0] * 4 + [1] * 8, people) == ()
    assert split(texts, [0] * 4 + [1] * 8, list("abcdefghijkl")) != ()
