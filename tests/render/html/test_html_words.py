import re
from datetime import date

import pytest
from msgspec.structs import replace

from kbtool.health import Health
from kbtool.model import Action, GapReport, Interval
from kbtool.render import wording
from kbtool.render.html.page import render as render_html
from kbtool.render.html.pictures.bands import draw_bands
from kbtool.render.html.pictures.pareto import draw_people
from kbtool.render.html.pictures.scatter import draw_scatter
from kbtool.render.views.headline import write_headline
from kbtool.render.views.visible import clip, make_visible


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (wording.count(1512), "1,512"),
        (wording.count(1, "question"), "1 question"),
        (wording.count(0, "question"), "0 questions"),
        (wording.count(2, "person", "people"), "2 people"),
        (wording.percent(0.705), "70%"),
        (wording.percent_bounds(Interval(0.7, 0.691, 0.738)), "69–74"),
        (wording.rate(0.0), "0"),
        (wording.rate(0.94), "0.9"),
        (wording.rate(0.96), "1"),
        (wording.rate(9.6), "10"),
        (wording.rate(1234.5), "1,234"),
        (wording.rate_bounds(Interval(12.0, 0.3, 17.4)), "0.3–17"),
        (wording.day(date(2026, 8, 1)), "1 Aug 2026"),
        (wording.period(date(2026, 8, 1), date(2026, 10, 31)), "1 Aug – 31 Oct 2026"),
        (wording.period(date(2025, 12, 1), date(2026, 1, 31)), "1 Dec 2025 – 31 Jan 2026"),
        (wording.period(date(2026, 8, 1), date(2026, 8, 1)), "1 Aug 2026"),
        (wording.age(None), "no date"),
        (wording.age(1), "1 day"),
        (wording.age(59), "59 days"),
        (wording.age(60), "2 months"),
        (wording.age(729), "24 months"),
        (wording.age(913), "2.5 years"),
        (wording.share(0.26), "about a quarter"),
        (wording.share(0.29), "29%"),
        (wording.share(0.51), "about half"),
        (wording.share(1.0), "all"),
        (wording.share(0.0), "0%"),
        (wording.listing(()), ""),
        (wording.listing(("a",)), "a"),
        (wording.listing(("a", "b", "c")), "a, b and c"),
    ],
)
def test_figures_read_as_people_write_them(written, expected):
    assert written == expected


@pytest.mark.parametrize("action", list(Action))
def test_every_action_has_a_short_name(action):
    assert len(wording.short_action(action)) <= 10


@pytest.mark.parametrize(
    ("text", "length", "expected"),
    [
        ("short", 5, "short"),
        (" two \n words ", 20, "two words"),
        ("How do I get my card back", 18, "How do I get my…"),
        ("Donaudampfschifffahrt", 10, "Donaudamp…"),
        ("", 5, ""),
    ],
)
def test_clipped_text_fits_and_ends_between_words_where_it_can(text, length, expected):
    assert clip(text, length) == expected
    assert len(expected) <= length


def test_visible_text_stays_as_it_is():
    text = "Zürich\tשלום\nline 日本語 🙂"
    assert make_visible(text) == text


def test_line_ends_become_line_feeds():
    assert make_visible("a\r\nb\rc") == "a\nb\nc"


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


def test_the_pareto_line_lies_below_four_fifths_of_the_people(build):
    gaps = build(gaps=4).gaps.gaps
    askers = (60, 25, 10, 5)  # 60, 85 ... of 100: two gaps reach 80%
    sized = [
        replace(gap, cluster=replace(gap.cluster, askers=number))
        for gap, number in zip(gaps, askers, strict=True)
    ]
    pareto = draw_people(sized)
    assert pareto.major == 2
    assert [bar.major for bar in pareto.bars] == [True, True, False, False]
    assert [bar.width for bar in pareto.bars] == pytest.approx([100, 25 / 0.6, 10 / 0.6, 5 / 0.6])
    assert pareto.bars[1].y + 26 < pareto.cut < pareto.bars[2].y
    assert "2 gaps of 4 hold 80%" in pareto.text


def test_a_pareto_picture_of_nothing_is_empty():
    pareto = draw_people([])
    assert (pareto.bars, pareto.rests, pareto.cut) == ((), (), None)


def test_a_long_tail_is_gathered_above_and_below_the_line(build):
    pareto = draw_people(build(gaps=20).gaps.gaps)  # sixteen of twenty equal gaps hold 80%
    assert len(pareto.bars) == 12
    rests = [(row.label, row.figure, row.running) for row in pareto.rests]
    assert rests == [("4 further gaps", "20%", "80%"), ("4 further gaps", "20%", "100%")]
    assert pareto.rests[0].y + 26 < pareto.cut < pareto.rests[1].y
    assert pareto.reached == 13
    assert "16 gaps of 20 hold 80%" in pareto.text


@pytest.mark.parametrize(
    ("askers", "bars", "rests", "sentence"),
    [
        ((4,), 1, 0, "There is no other gap."),
        ((4, 4, 4), 3, 0, "It takes all 3 gaps to reach 80%."),
        ((99, 1), 2, 0, "1 gap of 2 holds 80%."),
        ((4,) * 13, 13, 0, "11 gaps of 13 hold 80%."),
        ((100,) * 12 + (1,) * 3, 12, 1, "10 gaps of 15 hold 80%."),
        ((100,) * 12 + (60,) * 5, 12, 1, "12 gaps of 17 hold 80%."),
        ((10,) * 40, 12, 2, "32 gaps of 40 hold 80%."),
        ((10,) * 12 + (1000,) * 3, 12, 1, "3 gaps of 15 hold 80%."),
    ],
)
def test_where_four_fifths_are_reached_is_always_told(build, askers, bars, rests, sentence):
    gaps = build(gaps=len(askers)).gaps.gaps
    sized = [
        replace(gap, cluster=replace(gap.cluster, askers=number))
        for gap, number in zip(gaps, askers, strict=True)
    ]
    pareto = draw_people(sized)
    assert (len(pareto.bars), len(pareto.rests), pareto.sentence) == (bars, rests, sentence)
    rows = [*pareto.bars, *pareto.rests]
    if pareto.cut is None:
        assert all(row.major for row in rows)
    else:
        assert rows[pareto.reached - 1].y + 26 < pareto.cut < rows[pareto.reached].y
    assert rows[-1].running == "100%"
    assert rows[-1].y + 26 <= pareto.height


def test_bands_fill_their_bar(build):
    health = build()
    article = health.articles[0]
    ready = replace(article, band="ready")
    parts = draw_bands(replace(health, articles=(article, ready, ready, ready)))
    assert [(part.band, part.number, part.x, part.width) for part in parts] == [
        ("blocked", 1, 0.0, 25.0),
        ("ready", 3, 25.0, 75.0),
    ]


def test_dots_lie_inside_the_picture_and_alike_articles_share_one(build):
    article = build().articles[0]
    articles = [replace(article, demand=demand) for demand in (100, 25, 25, 0)]
    scatter = draw_scatter(articles)
    assert [dot.name for dot in scatter.dots] == ["4", "2", "1"]
    assert [dot.x for dot in scatter.dots] == [4.0, 49.0, 94.0]  # square roots: 0, half, 1
    assert scatter.ticks == ((4.0, 0), (49.0, 25), (94.0, 100))
    assert draw_scatter([]).dots == ()


def test_names_of_dots_that_touch_stand_on_different_sides(build):
    article = build().articles[0]
    articles = [replace(article, demand=demand) for demand in (100, 99, 10)]
    assert [dot.name_left for dot in draw_scatter(articles).dots] == [False, True, False]


def test_the_table_of_articles_holds_the_seriousness_that_the_scatter_shows(build, read, meta):
    health = build()
    one = health.articles[0]
    articles = (one, replace(one, path="b.md", findings=()), replace(one, path="c.md", demand=99))
    page = read(render_html(replace(health, articles=articles), meta=meta))
    cells = [cell for cell in page.all("td") if cell.attributes.get("data-label") == "Seriousness"]
    assert [cell.attributes["data-value"] for cell in cells] == ["10", "0", "10"]
    assert [cell.text for cell in cells] == ["10", "0", "10"]
    assert "Neither scale is even" in page.text


def test_a_meter_tells_its_interval_in_words_and_draws_it_as_no_fill(build, read, meta):
    page = read(render_html(build(), meta=meta))
    meters = [
        svg.attributes["aria-label"]
        for svg in page.all("svg")
        if svg.attributes.get("class") == "meter" and "nswer" in svg.attributes["aria-label"]
    ]
    assert meters
    assert all(re.search(r"\d+%.*, 95% interval \d+–\d+ per cent$", label) for label in meters)
    assert all(one.tag == "line" for one in page.elements if one.attributes.get("class") == "range")


@pytest.mark.parametrize("bare", [False, True])
def test_commands_name_articles_where_no_configuration_does(bare, build, meta):
    page = render_html(build("Where is my card?"), meta=replace(meta, bare=bare))
    assert (" --articles … --questions …</code>" in page) is bare
