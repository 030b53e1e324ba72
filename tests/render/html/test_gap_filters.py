"""Gaps filtered by section and language of those who asked: each choice shows its own gaps."""

import pytest
from browsing import open_page
from full_report import fill, make_meta
from msgspec.structs import replace

from kbtool.model import Interval
from kbtool.render.html.page import render as render_html

TEXT = "How do I change my card?"


@pytest.fixture
def page(browser, build, pages):
    """Two gaps near articles of two sections, each asked in its own language."""
    health = fill(build(TEXT, gaps=5, questions=14), TEXT)
    gaps = [replace(gap, contacts=Interval(7.0, 1.0, 9.0)) for gap in health.gaps.gaps]
    other = gaps[1].cluster
    gaps[1] = replace(gaps[1], cluster=replace(other, nearest=replace(other.nearest, article="b")))
    german = set(other.questions)
    questions = tuple(
        replace(question, locale="de" if question.id in german else "en")
        for question in health.questions
    )
    clusters = tuple(
        gaps[1].cluster if cluster.id == gaps[1].id else cluster for cluster in health.gaps.clusters
    )
    report = replace(health.gaps, gaps=tuple(gaps), clusters=clusters)
    path = pages / "filtered.html"
    page = render_html(replace(health, gaps=report, questions=questions), meta=make_meta(TEXT))
    path.write_text(page, encoding="utf-8")
    opened = open_page(browser, path)
    yield opened.page
    opened.page.context.close()


@pytest.mark.parametrize(
    ("label", "few", "many"), [("Section", "pay", "cards"), ("Language", "de", "en")]
)
def test_gaps_are_filtered_by_section_and_language(label, few, many, page):
    tools = page.locator(".tools[data-for=gaps-table]")
    rows = page.locator("#gaps-table > tbody:visible")
    assert rows.count() == 4
    tools.get_by_label(label).select_option(label=few)
    assert rows.count() == 1
    tools.get_by_label(label).select_option(label=many)
    assert rows.count() == 3
    tools.get_by_label(label).select_option(label="all")
    assert rows.count() == 4


WORDS_OF_THE_PAGE = (
    "issue", "tracker", "cost", "contact", "self-service", "effort", "outline", "dismiss",
    "nearest", "taken",
)  # fmt: skip


@pytest.mark.parametrize("word", WORDS_OF_THE_PAGE)
def test_words_of_the_page_itself_find_no_gap(word, page):
    rows = page.locator("#gaps-table > tbody:visible")
    assert word in (rows.first.text_content() or "").casefold()
    page.get_by_label("Filter").first.fill(word)
    assert rows.count() == 0


@pytest.mark.parametrize(
    ("words", "found"),
    [("my card", 4), ("CHANGE card 13", 4), ("g1-0", 1), ("improve the article", 1), ("chat", 4),
     ("Order the new card in the app", 4), ("likely", 4), ("planned", 1)],
)  # fmt: skip
def test_gaps_are_found_by_words_of_customers_and_articles_ids_and_verdicts(words, found, page):
    page.get_by_label("Filter").first.fill(words)
    assert page.locator("#gaps-table > tbody:visible").count() == found


@pytest.mark.parametrize(("word", "found"), [("finding", 0), ("line 3", 0), ("blocked", 1)])
def test_articles_are_found_by_no_word_of_the_page_itself(word, found, page):
    row = page.locator("#articles-table > tbody").first
    assert word in " ".join((row.text_content() or "").split())
    page.locator(".tools[data-for=articles-table]").get_by_label("Filter").fill(word)
    assert page.locator("#articles-table > tbody:visible").count() == found
