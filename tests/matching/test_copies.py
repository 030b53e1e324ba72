"""Articles that say the same twice, and those that are alike because what they are about is."""

from __future__ import annotations

import pytest

from kbtool.matching.faults.copies import find_copies
from kbtool.testing import parse

HOLD = """# Suspend your membership

A break stops all lessons until a day that you choose. You keep your credits and your notes.

1. Open **Profile > Membership**.
2. Tap **Take a break**.
3. Choose the day on which lessons should start again, at most ten weeks from now.
4. Tap **Done**.

The teacher is told at once, and nobody has to be asked for it.
"""
PAUSE = (
    HOLD.replace("Suspend your membership", "Put lessons on hold")
    .replace("A break", "A hold")
    .replace("your credits and your notes", "credits and notes")
    .replace("teacher", "tutor")
)


def titled(text, title):
    return "# " + title + text[text.index("\n") :]


def find(*texts):
    return find_copies([parse(text, f"a{at}.md") for at, text in enumerate(texts)])


def test_an_article_with_a_few_words_replaced_is_a_copy():
    (copy,) = find(HOLD, PAUSE, "# Something else\n\nNothing of it stands anywhere.\n")
    assert set(copy.articles) == {"a0", "a1"}
    assert set(copy.titles) == {"Suspend your membership", "Put lessons on hold"}
    assert 0.66 < copy.share < 1


def test_an_article_that_stands_in_a_longer_one_is_a_copy_of_it():
    rest = " ".join(f"Word{at} has nothing to do with the other article at all." for at in range(9))
    (copy,) = find(f"{PAUSE}\n{rest}\n", HOLD)
    assert copy.articles == ("a1", "a0")


@pytest.mark.parametrize(
    "titles",
    [
        ("Update the driver on Lumo Alpha", "Update the driver on Lumo Beta"),
        ("Fix error E-104", "Fix error E-105"),
        ("Set it up with goOne", "Set it up with goTwo"),
        ("Call set_pen", "Call get_pen"),
    ],
)
def test_the_same_steps_for_two_things_with_names_are_no_copies(titles):
    texts = [
        f"{titled(HOLD, title)}\nThis is about the {title.split()[-1]} that you have.\n"
        for title in titles
    ]
    assert not find(*texts)


def test_a_title_in_capitals_names_nothing_that_the_text_writes_small():
    assert find(titled(HOLD, "Take A Break"), titled(PAUSE, "Hold Lessons For Weeks"))


def test_what_many_articles_have_in_common_makes_no_copies():
    assert not find(*(titled(HOLD, f"Lesson about {name}") for name in "abcdef"))


def test_too_few_words_make_no_copy():
    short = "A break stops all lessons until a day that you choose, and no longer.\n"
    assert not find(f"# One\n\n{short}", f"# Two\n\n{short}")
    assert not find("# One\n", "# Two\n\nA b.\n")
    assert not find()


def test_articles_in_two_languages_are_no_copies():
    assert not find(HOLD, f"---\nlocale: de\n---\n{PAUSE}")
