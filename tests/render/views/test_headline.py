"""The first sentence of a report, on the page and as plain text."""

import re

import pytest
from msgspec.structs import replace

from kbtool.health import Health
from kbtool.model import GapReport, Interval
from kbtool.render.views.headline import say_headline, write_headline


def join(health):
    return "".join(part.text for part in write_headline(health))


def test_the_headline_says_what_was_read_what_is_covered_and_what_is_missing(build, enough):
    # one gap of three questions and one answered group of three: the gap is all of the rest
    assert join(build(questions=3)) == (
        "6 questions (1 Aug 2026): 70% (69–74) are answered by an article, "
        "3 of them without the fact asked for; "
        "1 gap makes up all of the rest."
    )
    assert join(build(gaps=2, dated=False)) == (
        "3 questions: 70% (69–74) are answered by an article, 1 of them without the fact asked "
        "for; 2 gaps make up all of the rest."
    )


def test_the_headline_copes_with_nothing_to_say(build, enough):
    nothing = GapReport((), (), (), Interval(0.0, 0.0, 1.0), (), (), 0.0, "")
    assert join(Health((), (), nothing, ())) == "No articles were found."
    assert join(replace(build(), questions=())) == (
        "No questions were read, so this page is about the articles alone. Of 1 article, 1 blocked."
    )
    assert join(build(gaps=0)).endswith("there is no gap.")


def test_headlines_name_askings_where_the_log_counts_them(full, enough):
    questions = tuple(replace(question, weight=3.0) for question in full.questions)
    counted = replace(full, questions=questions)
    for say in (say_headline, lambda health: "".join(p.text for p in write_headline(health))):
        assert f"{len(questions)} questions, {3 * len(questions)} askings" in say(counted)
        assert "of askings" in say(counted)
        assert "asking" not in say(full)
    assert counted.gap_share == full.gap_share


@pytest.mark.parametrize("gaps", [0, 1, 3])
def test_page_and_plain_text_name_the_same_figures(gaps, build, enough):
    health = build(gaps=gaps, dated=False)
    seen, plain = (re.findall(r"\d+", text) for text in (join(health), say_headline(health)))
    assert sorted(seen) == sorted(plain) != []
