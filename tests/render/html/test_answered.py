"""The list of groups that an article answers: how surely, and what it lacks all the same."""

import re

import pytest
from msgspec.structs import replace

from kbtool.model import Action, Fact, Interval, Match, Unanswered
from kbtool.render.html import render_html

LIMITS = Match("limits", "Top-up limits", ("Your limit",), 0.8, ("limit",), ("number",))


@pytest.fixture
def show(build, meta):
    """The section as text, for an answered group with changes."""

    def render(action=Action.NONE, lacks=True):
        health = build("What is my limit?", questions=4)
        group = replace(
            health.gaps.clusters[0], nearest=LIMITS, covered=Interval(0.4, 0.2, 0.6), action=action
        )
        asked = group.questions[:2] if lacks else ("another",)
        item = Unanswered("limits", "Top-up limits", (), Fact.LIMIT, asked, 2, 0.5)
        clusters = (group, *health.gaps.clusters[1:])
        gaps = replace(health.gaps, clusters=clusters, unanswered=(item,))
        page = render_html(replace(health, gaps=gaps), meta=meta)
        section = page[page.index('<h2 id="answered">') :].partition("</section>")[0]
        return " ".join(re.sub(r"<[^>]+>", " ", section).split())

    return render


def test_it_says_how_surely_each_is_answered_and_which_words_the_passage_lacks(show):
    text = show()
    assert "Top-up limits › Your limit 40% (20–60)" in text
    assert "Words that the passage lacks: number" in text


def test_it_advises_what_json_does_and_nothing_else(show):
    assert "40% (20–60) – What they ask" in show()
    assert "40% (20–60) show it where they look What they ask" in show(Action.SURFACE)


def test_a_fact_that_the_article_lacks_is_told_beside_it(show):
    assert "Gives no number , which 2 people ask it for." in show()
    assert "Gives no number" not in show(lacks=False)
