"""Gaps filtered by section and language of those who asked: each choice shows its own gaps."""

import pytest
from browsing import open_page
from full_report import fill, make_meta
from msgspec.structs import replace

from kbtool.render.html import render_html

TEXT = "How do I change my card?"


@pytest.fixture
def page(browser, build, pages):
    """Two gaps near articles of two sections, each asked in its own language."""
    health = fill(build(TEXT, gaps=5, questions=14), TEXT)
    gaps = list(health.gaps.gaps)
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
