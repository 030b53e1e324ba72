"""None"""

import re

import pytest
from msgspec.structs import replace

from kbtool.model import Action, Fact, Need, Theme
from kbtool.render.html.page import render as render_html


def test_the_table_of_articles_holds_the_seriousness_that_the_scatter_shows(build, read, meta):
    health = build()
    one = health.articles[0]
    articles = (one, replace(one, path="b.md", findings=()), replace(one, path="c.md", demand=99))
    page = read(render_html(replace(health, articles=articles), meta=meta))
    cells = [cell for cell in page.all("td") if cell.attributes.get("data-label") == "Seriousness"]
    assert [cell.attributes["data-value"] for cell in cells] == ["10", "0", "10"]
    assert [cell.text for cell in cells] == ["10", "0", "10"]
    assert "Neither scale is even" in page.text


@pytest.mark.usefixtures("enough")
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


ADVICE = (
    "Write about",
    "Words for its title",
    "Words that the nearest passage lacks",
    "kbtool outline",
)


@pytest.mark.parametrize("action", [Action.PRODUCT, Action.HANDOFF, Action.NONE, Action.WRITE])
def test_a_card_advises_to_write_where_there_is_something_to_write(action, build, read, meta):
    health = build()
    gap = health.gaps.gaps[0]
    theme = Theme("on a tablet", gap.cluster.questions[:1], Fact.TIME)
    told = {"action": action, "need": Need.ARTICLE, "words": ("tablet",), "themes": (theme,)}
    near = replace(gap.cluster.nearest, missing=("tablet",))
    gap = replace(gap, cluster=replace(gap.cluster, nearest=near, **told))
    health = replace(health, gaps=replace(health.gaps, gaps=(gap,)), notes={})
    page = read(render_html(health, meta=meta)).text
    writes = action is Action.WRITE
    assert [part in page for part in ADVICE] == [writes] * len(ADVICE)
    assert ("most ask when" in page) is writes
    assert (f"kbtool gaps --assign {gap.id} OWNER" in page) is not writes
