"""The threshold in use among others: a slider with scripts, a table without."""

import json

import pytest
from full_report import fill, make_meta
from msgspec.structs import replace

from kbtool.model import Cut
from kbtool.render import load_renderer
from kbtool.render.html.page import render as render_html
from kbtool.render.html.pictures.thresholds import draw_thresholds

pytestmark = pytest.mark.usefixtures("enough")  # shares, not the numbers of little data

TEXT = "How do I change my card?"


@pytest.fixture
def full(build):
    return fill(build(TEXT, gaps=5, questions=14), TEXT)


def with_cuts(health, *cuts):
    scores = replace(health.gaps.scores, cuts=cuts)
    return replace(health, gaps=replace(health.gaps, scores=scores))


def test_a_threshold_is_told_with_what_it_gives_and_how_far_to_trust_it(full):
    cuts = (
        Cut(0.3, 3, 1, 2, 0.55, 0.49), Cut(0.4, 0, 4, 1, None, 0.0), Cut(0.5, 0, 0, 0, None, None),
    )  # fmt: skip
    shown = draw_thresholds(with_cuts(full, *cuts))
    first, *others = [choice.text for choice in shown.choices]
    assert first == (
        "2 gaps, 75% of questions answered. Of 10 gaps it notices at least 4 (recall 49% or more); "
        "of 10 that it calls gaps at least 5 are (precision 55% or more)."
    )
    assert others == [
        "1 gap, 0% of questions answered. Of 10 gaps it notices at least 0 (recall 0% or more).",
        "0 gaps, – of questions answered.",
    ]
    assert [choice.used for choice in shown.choices] == [True, False, False]


def test_columns_stand_at_their_scores_and_answers_below_the_rest(full):
    columns = draw_thresholds(full).columns
    assert len(columns) == 20
    for column in columns:
        assert column.low * 100 < column.x < column.x + column.width < column.high * 100
        assert column.y <= column.y_answered


def test_without_scores_or_trial_the_page_claims_none(full, read):
    bare = replace(full, gaps=replace(full.gaps, scores=None))
    assert "Where the line is drawn" not in read(render_html(bare, meta=make_meta(TEXT))).text
    untried = with_cuts(full, Cut(0.3, 3, 1, 2, None, None))
    text = read(render_html(untried, meta=make_meta(TEXT))).text
    assert "Where the line is drawn" in text
    assert "Precision" not in text


def test_json_holds_the_same_figures(full):
    written = json.loads(load_renderer("report", "json")(full, make_meta(TEXT)))["scores"]
    assert written["cuts"][5] == {
        "threshold": 0.3, "answered": 14, "open": 6, "gaps": 6, "precision": 0.6, "recall": 0.3,
    }  # fmt: skip
    assert written["bins"][2] == {"low": 0.1, "high": 0.15, "answered": 2, "open": 18}


def test_the_keyboard_slides_along_the_thresholds(visit):
    page = visit("thresholds", TEXT).page
    slider, told = page.locator("#try-threshold"), page.locator(".trying output")
    assert told.inner_text().startswith("0.30 (in use): 6 gaps, 70% of questions answered.")
    line = page.locator(".scores .tried")
    assert line.get_attribute("visibility") == "hidden"
    slider.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function(
        "own => own.textContent.startsWith('0.35: 7 gaps, 65%')", arg=told.element_handle()
    )
    assert slider.get_attribute("aria-valuetext") == "0.35"
    assert (line.get_attribute("visibility"), line.get_attribute("x1")) == ("visible", "35%")
    page.keyboard.press("End")
    page.wait_for_function(
        "own => own.textContent.startsWith('0.95: 19 gaps')", arg=told.element_handle()
    )


def test_without_scripts_the_thresholds_are_read_in_a_table(visit):
    page = visit("thresholds", TEXT, script=False).page
    assert page.locator(".trying").is_hidden()
    assert page.locator(".said").inner_text().startswith("0.30 (in use): 6 gaps")
    page.locator(".cuts summary").click()
    assert page.locator(".cuts tbody tr").count() == 19
    used = page.locator(".cuts tbody tr", has_text="in use").locator("td")
    assert used.all_inner_texts() == ["14", "6", "60%", "30%"]


def test_paper_tells_the_threshold_in_use(visit):
    page = visit("thresholds", TEXT).page
    page.emulate_media(media="print")
    assert page.locator(".trying").is_hidden()
    assert page.locator(".said").is_visible()
