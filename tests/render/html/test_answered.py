"""The list of groups that an article answers: how surely, and what it lacks all the same."""

import re
from datetime import date

import pytest
from msgspec.structs import replace

from kbtool.model import (
    Action,
    Changes,
    ClosedGap,
    Fact,
    Interval,
    Match,
    QuestionMatch,
    Run,
    Unanswered,
)
from kbtool.render.html.page import render as render_html
from kbtool.render.views.answered import show_answered, show_doubtful
from kbtool.render.views.quotes import Quoter

pytestmark = pytest.mark.usefixtures("enough")  # shares, not the numbers of little data

LIMITS = Match("limits", "Top-up limits", ("Your limit",), 0.8, ("limit",), ("number",))
HALF = Interval(0.4, 0.2, 0.6)


@pytest.fixture
def show(build, meta):
    """The section as text, for an answered group with changes."""

    def render(action=Action.NONE, lacks=True, covered=HALF):
        health = build("What is my limit?", questions=4)
        group = replace(
            health.gaps.clusters[0], nearest=LIMITS, covered=covered, action=action, answered=True
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


@pytest.mark.parametrize(
    ("low", "doubtful"), [(0.2, True), (0.49, True), (0.5, False), (0.9, False)]
)
def test_answers_that_fewer_than_half_may_find_stand_apart(show, low, doubtful):
    apart, _, sure = show(covered=Interval(0.95, low, 1.0)).partition("Most of their questions")
    if doubtful:
        assert "Read these before you trust them" in apart
        assert f"95% ({100 * low:.0f}–100)" in apart
    else:
        assert "Read these before you trust them" not in apart
        assert f"95% ({100 * low:.0f}–100)" in apart + sure


def test_answers_in_doubt_come_by_the_people_at_stake(build):
    health = build("What is my limit?", questions=4)
    first = replace(health.gaps.clusters[0], nearest=LIMITS, answered=True)
    groups = tuple(
        replace(first, id=name, askers=askers, covered=Interval(share, 0.1, 0.9))
        for name, askers, share in (("few", 4, 0.1), ("many", 20, 0.8), ("most", 10, 0.2))
    )
    matches = tuple(QuestionMatch(group.id, LIMITS, True, group.id) for group in groups)
    gaps = replace(health.gaps, clusters=groups, gaps=(), matches=matches)
    health = replace(health, gaps=gaps)
    doubtful = show_doubtful(health, Quoter.of(health, 100), 2)
    assert [one.cluster.id for one in doubtful.first] == ["most", "many"]
    assert doubtful.hidden == 1


def test_groups_that_were_a_gap_in_the_run_before_come_last(build):
    health = build("What is my limit?", questions=4)
    first = replace(health.gaps.clusters[0], nearest=LIMITS, answered=True)
    groups = tuple(
        replace(first, id=name, askers=askers, covered=Interval(0.9, 0.8, 1.0))
        for name, askers in (("closed", 20), ("more", 10), ("few", 4))
    )
    matches = tuple(QuestionMatch(group.id, LIMITS, True, group.id) for group in groups)
    gaps = replace(health.gaps, clusters=groups, gaps=(), matches=matches)
    run = Run(1, date(2026, 11, 1), 4, None, 1, {}, {})
    changes = Changes(run, (), (ClosedGap("closed", "x", 20, "it is answered"),))

    def order(of):
        answered = show_answered(of, Quoter.of(of, 100), 3)
        return [one.cluster.id for one in answered.first]

    assert order(replace(health, gaps=gaps)) == ["closed", "more", "few"]
    assert order(replace(health, gaps=gaps, changes=changes)) == ["more", "few", "closed"]
