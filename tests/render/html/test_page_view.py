"""The page as a whole: its figures, its first screen."""

from full_report import make_meta
from health_parts import make_article, make_finding
from msgspec.structs import replace

from kbtool.model import Severity
from kbtool.render.html.page import render as render_html
from kbtool.render.html.page_view import Limits, build_view

TEXT = "How do I change my card?"


def test_dismissing_a_gap_changes_no_figure_on_top(full):
    limits = Limits(10, 10, 5, 10, 10, 5, 5, 100, 5)
    view = build_view(full, limits, make_meta(TEXT))
    assert (len(view.gaps), len(view.steps), len(view.dismissed)) == (4, 3, 1)
    undecided = build_view(replace(full, notes={}), limits, make_meta(TEXT))
    for figure in ("headline", "gap_people", "gap_rate", "cost", "delta"):
        assert getattr(view, figure) == getattr(undecided, figure)
    assert view.gap_people == 14  # each gap has the same people


def test_the_first_screen_and_the_picture_number_articles_to_mend_as_the_table_does(full):
    levels = ((Severity.ERROR, 9), (Severity.WARNING, 3), (Severity.INFO, 90))
    articles = tuple(make_article(TEXT, [make_finding(TEXT, one)], asked) for one, asked in levels)
    limits = Limits(10, 10, 5, 10, 10, 5, 5, 100, 5)
    view = build_view(replace(full, articles=articles), limits, make_meta(TEXT))
    assert view.fix_first == view.articles[:2]
    assert [dot.name for dot in reversed(view.scatter.dots)] == ["1", "2", ""]


def test_bands_are_told_apart_from_criteria_where_there_are_any(full, meta):
    told = "a ready article may miss some"
    assert told in render_html(full, meta=meta)
    bare = tuple(replace(article, criteria=()) for article in full.articles)
    assert told not in render_html(replace(full, articles=bare), meta=meta)
