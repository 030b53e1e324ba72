"""The picture of gaps from report to report: where its parts stand, and when it is there."""

from datetime import date
from itertools import pairwise

import pytest
from browsing import open_page
from full_report import fill, make_meta
from msgspec.structs import replace
from small_flow import make_flow

from kbtool.render.html.page import render as render_html
from kbtool.render.html.pictures.flow import draw_flow
from kbtool.render.views.flow import view_flow
from kbtool.render.views.meta import Release

MANY = ((12, 14, 3, 2), (0, 9, 0, 4), None, (5, 5, 1, 1)) * 7
RELEASES = (
    Release(date(2026, 8, 1), "before all"),
    Release(date(2026, 8, 15), "on the day"),
    Release(date(2026, 8, 9), "the day after"),
    Release(date(2026, 8, 16), "at the break"),
    Release(date(2027, 8, 1), "after all"),
)


@pytest.fixture
def view(build):
    def make(flow, releases=()):
        return view_flow(replace(build(), flow=flow), releases)

    return make


def test_new_gaps_go_up_closed_ones_down_and_a_break_has_neither_column_nor_line(view):
    picture = draw_flow(view(make_flow()))
    assert [(bar.kind, bar.number) for bar in picture.bars] == [
        *(("new", 1), ("closed", 2)),
        *(("new", 3), ("moved", 2), ("moved", 1)),
        *(("closed", 4), ("moved", 1), ("moved", 2)),
    ]
    for bar in picture.bars:
        assert bar.height == pytest.approx(picture.bars[0].height * bar.number)
        assert bar.y in (pytest.approx(picture.zero), pytest.approx(picture.zero - bar.height))
    assert all(bar.y < picture.zero for bar in picture.bars if bar.kind == "new")
    assert all(bar.y == picture.zero for bar in picture.bars if bar.kind == "closed")
    joined = [(one.number, other.number) for one, other in picture.joined]
    assert joined == [(12, 11), (11, 15), (20, 15)]
    assert picture.breaks == (60.0,)


def test_share_is_drawn_with_its_bounds_where_it_is_known_and_rests_on_enough(view):
    flow = make_flow()
    shares = draw_flow(view(flow)).shares
    assert len(shares.ranges) == 4, "the first run did not record it"
    assert (shares.low, shares.high) == (0.5, 0.7)
    assert all(one.high < one.y < one.low == shares.base for one in shares.ranges)
    assert draw_flow(view(make_flow(questions=20))).shares is None
    assert [row.covered for row in view(make_flow(questions=20)).rows] == [None] * 5


def test_runs_without_a_change_have_no_column_and_no_length_of_nothing(view):
    picture = draw_flow(view(make_flow(steps=((0, 0, 0, 0),) * 3)))
    assert picture.bars == ()
    assert [dot.number for dot in picture.dots] == [12] * 4


def test_releases_stand_before_the_first_report_that_knows_them(view):
    shown = view(make_flow(), RELEASES)
    assert [one.name for one in shown.releases] == ["the day after", "on the day", "at the break"]
    assert [(one.x, one.numbers) for one in draw_flow(shown).markers] == [(40, "1, 2"), (60, "3")]
    assert view(make_flow(weeks=-1), RELEASES).releases == (), "days that go back have no place"


@pytest.mark.parametrize("runs", [1, 3, 6, 12, 26])
def test_days_never_run_into_each_other_on_a_narrow_screen(runs, view):
    picture = draw_flow(view(make_flow(steps=((1, 1, 0, 0),) * runs)))
    room = {"start": (0, 28), "middle": (-14, 14), "end": (-28, 0)}
    spans = sorted(
        (tick.at + room[tick.anchor][0], tick.at + room[tick.anchor][1]) for tick in picture.ticks
    )
    assert spans[0][0] >= 0
    assert spans[-1][1] <= 100
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert picture.ticks[0].x == picture.dots[-1].x, "the last report has its day"


def test_page_says_how_to_get_the_picture_where_there_is_none(build, meta, read):
    def show(flow):
        return read(render_html(replace(build(dated=False), flow=flow), meta=meta))

    first = show(make_flow(steps=()))
    assert "The next report on other articles or questions begins to show" in first.text
    assert "#moving" in first.values("href")
    broken = show(make_flow(steps=(None,)))
    assert "No two runs in a row can be compared." in broken.text
    for page in (first, broken):
        assert "flow" not in [one.attributes.get("class") for one in page.all("svg")]
    assert "report to report" not in show(None).text


def test_table_tells_what_the_picture_shows(build, meta, read):
    page = read(render_html(replace(build(), flow=make_flow("a <b>", earlier=9)), meta=meta))
    assert "9 earlier reports not shown" in page.text
    assert "hard to compare: a <b>" in page.text
    rows = [" ".join(one.text.split()) for one in page.all("tr")]
    assert "15 Aug 2026 110+3+2 −1 1560% (50–70)" in rows
    names = [
        one.attributes["aria-label"] for one in page.all("svg") if "aria-label" in one.attributes
    ]
    assert any(
        name.startswith("Gaps of 5 reports, 1 Aug – 29 Aug 2026: 12 gaps in the first, 15")
        for name in names
    )


@pytest.mark.parametrize("width", [375, 768, 1280])
def test_many_reports_fit_on_any_screen(width, browser, build, pages):
    text = "How do I change my card?"
    health = replace(fill(build(text, gaps=5, questions=14), text), flow=make_flow(steps=MANY[:26]))
    path = pages / "flow.html"
    path.write_text(render_html(health, meta=make_meta(text)), encoding="utf-8")
    opened = open_page(browser, path, width=width)
    page = opened.page
    page.evaluate("document.querySelector('figure:has(.flow) details').open = true")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    out = page.evaluate("""() => {
      const svg = document.querySelector('svg.flow').getBoundingClientRect();
      const texts = [...document.querySelectorAll('svg.flow text')].map((one) =>
        [one.textContent, one.getBoundingClientRect()]).filter(([, box]) => box.width);
      return texts.filter(([, box]) => box.left < svg.left - 2 || box.right > svg.right + 2)
        .map(([text]) => text);
    }""")
    assert out == []
    shown = page.locator("svg.flow .open").evaluate_all(
        "all => all.filter((one) => getComputedStyle(one).display !== 'none').length"
    )
    assert shown == (27 if width == 1280 else 2)
    page.context.close()
