"""What parts of the page are made of."""

from datetime import date

import pytest
from full_report import fill, make_kb, make_meta
from health_parts import make_article, make_finding
from msgspec.structs import replace

from kbtool.health import Criterion
from kbtool.health.documentable import coverage_of_texts
from kbtool.model import Confusable, Match, Need, Severity
from kbtool.render.html.page import render as render_html
from kbtool.render.html.page_view import Limits, build_view
from kbtool.render.html.pictures.calibration import show_calibration
from kbtool.render.html.pictures.confusion import draw_confusion
from kbtool.render.html.pictures.pareto import draw_costs
from kbtool.render.html.pictures.spark import draw_spark
from kbtool.render.html.pictures.weeks import draw_weeks
from kbtool.render.views.articles import count_met, sort_criteria
from kbtool.render.views.changes import compare, find_movement
from kbtool.render.views.facets import find_places
from kbtool.render.views.filters import make_filters, values_of
from kbtool.render.views.gaps import GapViewer, split_gaps
from kbtool.render.views.headline import say_headline, write_headline
from kbtool.render.views.library import make_library
from kbtool.render.views.marking import mark
from kbtool.render.views.meta import Release
from kbtool.render.views.periods import divide_time
from kbtool.render.views.quotes import Quoter
from kbtool.render.views.sharing import divide_coverage, sort_by_hands

TEXT = "How do I change my card?"
PLACES = find_places(make_kb(TEXT))


@pytest.fixture
def full(build):
    return fill(build(TEXT, gaps=5, questions=14), TEXT)


@pytest.fixture
def viewer(full):
    return GapViewer(full, make_library(make_kb(TEXT)), Quoter.of(full, 200), 100, PLACES)


@pytest.mark.parametrize(
    ("text", "has", "lacks", "expected"),
    [
        ("reset my code", ["code"], ["reset"], "<lacks:reset> my <has:code>"),
        ("Cards, cards", ["card"], [], "<has:Cards>, <has:cards>"),
        ("card", ["car"], [], "card"),  # too short to be a form of it
        ("code", ["code"], ["code"], "<has:code>"),
        ("<b>&", ["b"], [], "<<has:b>>&"),
        ("nothing", [], [], "nothing"),
        ("", ["a"], [], ""),
    ],
)
def test_words_are_marked_and_the_text_stays(text, has, lacks, expected):
    runs = mark(text, has, lacks)
    assert "".join(run.text for run in runs) == text
    told = (f"<{run.kind}:{run.text}>" if run.kind else run.text for run in runs)
    assert "".join(told) == expected


def test_a_shelf_holds_what_the_front_matter_says_of_use():
    shelf = make_library(make_kb("a")).shelf("a")
    assert (shelf.section, shelf.owner, shelf.views, shelf.votes) == (
        "cards",
        "Card team",
        4200,
        100,
    )
    assert shelf.helpful.value == 0.8
    assert 0.7 < shelf.helpful.low < 0.8 < shelf.helpful.high < 0.9


def test_an_excerpt_is_the_text_under_the_heading_that_holds_most_words():
    library = make_library(make_kb("a"))
    said = library.excerpt("a", ("Get a new one",), ["order"], 200)
    assert said == "Order the new card in the app. It comes within 5 days."
    assert library.excerpt("a", (), ["tap"], 200) == "Tap Cards."
    assert library.excerpt("gone", (), ["tap"], 200) == ""
    assert make_library(None).excerpt("a", (), ["tap"], 200) == ""


def test_a_gap_shows_the_passages_near_it_and_what_to_write(viewer, full):
    view = viewer.view(1, full.gaps.gaps[0])
    assert [passage.name for passage in view.passages] == ["Nearest", "Next nearest"]
    assert "".join(run.text for run in view.passages[0].text).startswith("Order the new card")
    assert len(view.quotes.edge) == 3
    assert view.facets.section == "cards"
    assert view.facets.channels == (TEXT, "chat")


def test_the_keeper_of_the_nearest_article_is_asked_where_it_is_to_be_changed(viewer, full):
    write, improve = full.gaps.gaps[:2]
    unnoted = GapViewer(replace(full, notes={}), viewer.library, viewer.quoter, 5, PLACES)
    assert (unnoted.view(1, write).owner, unnoted.view(2, improve).owner) == ("", "Card team")
    assert viewer.view(1, write).owner == TEXT  # whom the note names


def test_dismissed_gaps_stand_apart_and_stay_unanswered(full):
    open_gaps, dismissed = split_gaps(full)
    assert (len(open_gaps), len(dismissed)) == (4, 1)
    assert full.coverage == replace(full, notes={}).coverage


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


def test_filters_offer_what_differs(viewer, full):
    views = [viewer.view(rank, gap) for rank, gap in enumerate(full.gaps.gaps, 1)]
    filters = {one.key: one for one in make_filters(views)}
    assert list(filters) == ["action", "channel"]
    channel = filters["channel"]
    assert channel.numbers(values_of(views[0], "channel")) == "0 1"


def test_change_is_told_with_its_doubt(full):
    delta = compare(full)
    told = "+10.0 points (+1.0 to +19.0), more than chance"
    assert (delta.coverage, delta.text_coverage) == (told, told)
    assert (delta.gaps, delta.ready) == ("2 down, −2 by regrouping", "ready: 3 down")
    assert delta.cost == "+$0 (+$0 to +$0), more than chance".replace("+$0", "$0")
    assert compare(replace(full, changes=None)).coverage == ""


def test_articles_that_were_not_checked_then_are_not_called_more(full):
    before = replace(full.changes.before, bands={})
    unchecked = replace(full, changes=replace(full.changes, before=before))
    assert "not comparable" in compare(unchecked).ready


def test_groups_that_move_are_told_apart(full):
    moving = find_movement(full, {full.gaps.gaps[0].id: 1})
    assert [len(part.first) for part in (moving.new, moving.rising, moving.falling)] == [2, 1, 1]
    assert [item.rank for item in moving.new.first] == [1, 0]


def test_a_spark_says_its_figures(full):
    spark = draw_spark(full.gaps.gaps[0].cluster.trend)
    assert spark.text == "new: people 1, 0, 3, 2"
    assert [bar.height for bar in spark.bars] == [6, 1, 18, 12]
    assert draw_spark(None) is None
    days = (date(2026, 8, 1), date(2026, 10, 31))
    told = draw_spark(full.gaps.gaps[0].cluster.trend, days).text
    assert told == "new: people 1, 0, 3, 2, in 4 equal parts of 1 Aug – 31 Oct 2026"


def test_questions_are_sorted_by_who_can_help(full):
    hands = {one.name: one for one in sort_by_hands(full)}
    assert [one.groups for one in hands.values()] == [1, 2, 3]  # the answered group is an article's
    assert hands["A bot can answer"].people == 14
    assert sum(one.share for one in hands.values()) == pytest.approx(1)


def test_coverage_of_what_a_text_can_answer_leaves_the_rest_out(full):
    # Two groups without an answer and one with: the other three want a person.
    assert coverage_of_texts(full).value == pytest.approx(1 / 3)
    plain = tuple(replace(c, need=Need.ARTICLE) for c in full.gaps.clusters)
    assert coverage_of_texts(replace(full, gaps=replace(full.gaps, clusters=plain))) is None


def test_coverage_is_divided_by_what_questions_differ_in(full):
    parts = divide_coverage(full, make_library(make_kb(TEXT)))
    assert [part.title for part in parts] == ["Channel"]
    assert {row.name: row.questions for row in parts[0].rows} == {TEXT: 42, "chat": 42}
    assert sum(row.questions for row in parts[0].rows) == len(full.questions)


def test_headlines_name_askings_where_the_log_counts_them(full, enough):
    questions = tuple(replace(question, weight=3.0) for question in full.questions)
    counted = replace(full, questions=questions)
    for say in (say_headline, lambda health: "".join(p.text for p in write_headline(health))):
        assert f"{len(questions)} questions, {3 * len(questions)} askings" in say(counted)
        assert "of askings" in say(counted)
        assert "asking" not in say(full)
    assert counted.gap_share == full.gap_share


def test_parts_of_the_coverage_add_up_with_what_has_no_article_near(full):
    seen = [replace(m, best=None) if at % 4 == 0 else m for at, m in enumerate(full.gaps.matches)]
    channels = ("chat", "mail", "")
    questions = tuple(
        replace(q, channel=channels[at % 3], weight=2.0) for at, q in enumerate(full.questions)
    )
    health = replace(full, questions=questions, gaps=replace(full.gaps, matches=tuple(seen)))
    (part,) = divide_coverage(health, make_library(make_kb(TEXT)))
    assert [row.name for row in part.rows] == ["chat", "mail", "no channel given"]
    assert sum(row.questions for row in part.rows) == 2 * len(questions)


def test_what_has_no_article_near_is_a_row_of_the_sections(full):
    shelves = {"a": "cards", "b": "money"}
    library = make_library(make_kb(TEXT))
    seen = []
    for at, match in enumerate(full.gaps.matches):
        best = Match(("a", "b")[at % 2], "T", (), 0.5) if at % 3 else None
        seen.append(replace(match, best=best))

    class Shelves:
        def shelf(self, name):
            return replace(library.shelf(TEXT), section=shelves[name])

    health = replace(full, gaps=replace(full.gaps, matches=tuple(seen)))
    part = divide_coverage(health, Shelves())[0]
    assert part.title == "Section of the nearest article"
    assert [row.name for row in part.rows][-1] == "no article found by its words"
    assert sum(row.questions for row in part.rows) == len(full.questions)


def test_weeks_hold_every_question_and_mark_releases(full):
    weeks = draw_weeks(divide_time(full, make_meta(TEXT).releases))
    assert weeks.periods.days == 7
    assert sum(window.period.total for window in weeks.windows) == len(full.questions)
    assert [marker.numbers for marker in weeks.markers] == ["1, 2"]
    assert weeks.periods.cut_short
    outside = draw_weeks(divide_time(full, [Release(date(2020, 1, 1), "old")]))
    assert (outside.markers, outside.periods.releases) == ((), ())


def test_two_weeks_are_too_short_for_a_picture_of_time(build):
    assert divide_time(build()) is None
    assert divide_time(build(dated=False)) is None


def test_the_grid_of_confusable_articles_is_the_same_from_both_sides():
    def pair(one, other, askers):
        return Confusable((one, other), (one, other), (), askers, ((), ()))

    grid = draw_confusion([pair("a", "b", 8), pair("a", "c", 2)])
    assert grid.titles == ("a", "b", "c")
    places = {(cell.x, cell.y): cell.askers for cell in grid.cells}
    assert {(y, x): askers for (x, y), askers in places.items()} == places
    assert [cell.strength for cell in grid.cells] == [4, 4, 1, 1]
    assert draw_confusion([pair("a", "b", 8)]) is None


def test_errors_are_shown_at_the_threshold_in_use(full, build):
    shown = show_calibration(full)
    assert shown.cut == pytest.approx(30)
    assert [row.threshold for row in shown.rows if row.used] == [0.3]
    assert "20% of groups are called gaps" in shown.text
    assert show_calibration(build(TEXT)) is None


def test_money_has_a_picture_only_where_it_is_known(full, build):
    assert draw_costs(full.gaps.gaps, "$").bars[0].figure == "$94"
    assert draw_costs(build().gaps.gaps, "$") is None


def test_what_is_not_met_comes_first():
    criteria = [Criterion(f"R0{n}", "", a, "") for n, a in enumerate(("yes", "not measured", "no"))]
    assert [one.answer for one in sort_criteria(criteria)] == ["no", "not measured", "yes"]
    met = count_met(criteria)
    assert (met.yes, met.measured, met.unknown) == (1, 2, 1)
    assert count_met([]) is None


def test_bands_are_told_apart_from_criteria_where_there_are_any(full, meta):
    told = "a ready article may miss some"
    assert told in render_html(full, meta=meta)
    bare = tuple(replace(article, criteria=()) for article in full.articles)
    assert told not in render_html(replace(full, articles=bare), meta=meta)
