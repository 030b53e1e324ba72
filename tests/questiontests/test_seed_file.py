"""Seeds as YAML: new files, and lines added to files that people wrote."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kbtool.errors import InputError
from kbtool.questiontests.reading import read_text
from kbtool.questiontests.seed_file import append_seeds, write_seeds
from kbtool.questiontests.seeding import Seed
from kbtool.questiontests.values import Kind

SEEDS = (
    Seed(Kind.ASKS, "How do I pay?", "pay", 24, links=9),
    Seed(Kind.ASKS, "Pay: how # why", "pay", 1),
    Seed(Kind.HANDOFF, "close it", "", 1_000),
)
OLD = """\
# mine
handoff: [I am angry] # always

tests:
- article: cards   # the new ones
  asks:
  - Order a card # mine too

# the end
within: 3
"""


def cases(text):
    suite = read_text(text, "t.yaml")
    assert suite.problems == ()
    return suite.cases


def test_a_new_file_holds_the_seeds_marked_and_says_how_each_was_chosen():
    text = write_seeds(SEEDS, "7 logged questions", 3)
    found = [(case.kind, case.question, case.article, case.seeded) for case in cases(text)]
    assert found == [(seed.kind, seed.question, seed.article, True) for seed in SEEDS]
    assert "      - How do I pay? # 24 people, agents\n" in text
    assert '      - "Pay: how # why" # 1 person\n' in text
    assert "      - close it # 1,000 people\n" in text
    assert "from 7 logged questions" in text
    assert "groups of fewer than 3 people are not here" in text


def test_questions_that_a_bot_answers_stand_apart_and_say_so():
    seeds = [
        Seed(Kind.ASKS, "How do I pay?", "pay", 9, answered=True),
        Seed(Kind.ASKS, "Pay later", "pay", 9),
    ]
    found = [(case.article, case.answered) for case in cases(write_seeds(seeds, "a log", 3))]
    assert found == [("pay", True), ("pay", False)]


@given(st.text(min_size=1, max_size=60).filter(lambda text: any(map(str.isalnum, text))))
@settings(max_examples=300, deadline=None)
def test_whatever_a_question_holds_it_is_read_again_as_it_was(text):
    text = " ".join(text.encode("utf-8", "ignore").decode().split()) + " x"
    seed = Seed(Kind.ASKS, text, f"{text}.id", 3)
    (case,) = cases(write_seeds([seed], "a log", 3))
    assert (case.question, case.article) == (seed.question, seed.article)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_tests_are_added_behind_the_others_and_nothing_else_changes(end):
    old = OLD.replace("\n", end)
    new = append_seeds(old, SEEDS, "t.yaml")
    assert [case.question for case in cases(new)] == [
        "I am angry", "Order a card", "How do I pay?", "Pay: how # why", "close it",
    ]  # fmt: skip
    lines = iter(new.split(end))
    assert all(line in lines for line in old.split(end)), "the old lines, in their order"
    assert new.count("\r\n") == (new.count("\n") if end == "\r\n" else 0)


@pytest.mark.parametrize(
    "old",
    [
        "",
        "# nothing yet",
        "handoff: [x y]",
        "handoff:\n- x y\ntests:\n",
        "tests:\nhandoff:\n  - x y\n",
        "tests: # none\n",
        "tests:\n     - article: a\n       asks:\n        - >\n          one\n          two\n\n\n",
        "tests:\n- article: a\n  asks:\n  - one\n    two\n  - 'three\n\n    four'\nhandoff: [x]\n",
    ],
)
def test_tests_can_be_added_to_any_file_of_lines(old):
    new = append_seeds(old, SEEDS, "t.yaml")
    assert {case.key for case in cases(old)} <= {case.key for case in cases(new)}
    assert len(cases(new)) == len(cases(old)) + len(SEEDS)


@pytest.mark.parametrize("old", ["tests: []\n", "{handoff: [x y]}\n", "tests: [{handoff: [x]}]\n"])
def test_a_file_without_lines_to_add_to_is_left_alone(old):
    with pytest.raises(InputError, match="no place for further tests"):
        append_seeds(old, SEEDS, "t.yaml")
