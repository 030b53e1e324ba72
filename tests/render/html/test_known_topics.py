"""Questions about topics that the run before had, and about new ones: page, JSON, terminal."""

import json

import pytest
from full_report import fill, make_meta
from msgspec.structs import replace

from kbtool.render import load_renderer
from kbtool.render.html.page import render as render_html

pytestmark = pytest.mark.usefixtures("enough")  # shares, not the numbers of little data

TEXT = "How do I change my card?"


@pytest.fixture
def full(build):
    return fill(build(TEXT, gaps=5, questions=14), TEXT)


def test_the_page_tells_known_topics_from_new_ones(full, read):
    text = " ".join(read(render_html(full, meta=make_meta(TEXT))).text.split())
    assert (
        "Of 100 questions of this run, 60% are about topics that the run of 1 Jul 2026 had, "
        "10% about 2 new topics, and 30% are in no group."
    ) in text
    assert "10% of questions in new topics" in text


def test_questions_without_a_word_are_named_apart(full, read):
    familiar = replace(full.changes.familiar, wordless=2)
    wordless = replace(full, changes=replace(full.changes, familiar=familiar))
    text = " ".join(read(render_html(wordless, meta=make_meta(TEXT))).text.split())
    assert "Of 100 questions of this run (beside 2 without a word to match), 60% are" in text


def test_nothing_is_told_where_nothing_is_known(full, read):
    bare = replace(full, changes=replace(full.changes, familiar=None))
    text = read(render_html(bare, meta=make_meta(TEXT))).text
    assert "new topic" not in text


def test_json_holds_the_numbers(full):
    written = json.loads(load_renderer("report", "json")(full, make_meta(TEXT)))
    assert written["changes"]["familiar"] == {
        "known": 60, "new": 10, "alone": 30, "new_topics": 2, "wordless": 0,
    }  # fmt: skip


@pytest.mark.parametrize("exact", [False, True])
def test_intervals_of_runs_that_share_questions_are_told_as_wide(exact, full, read):
    changed = replace(full, changes=replace(full.changes, exact=exact))
    text = read(render_html(changed, meta=make_meta(TEXT))).text
    assert ("both runs hold make the intervals wider" in text) is not exact
