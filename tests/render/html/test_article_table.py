"""The table of articles: what its columns hold, and what it is sorted and filtered by."""

import pytest
from browsing import open_page
from shelved_page import ARTICLES, make_shelved

from kbtool.render.html.page import render as render_html

TITLES = list(ARTICLES)

# column: titles from the highest value down, and what the cells say for the first article
COLUMNS = {
    "People": ([2, 0, 1, 3], "9"),
    "Errors": ([0], "1"),
    "Warnings": ([1, 3], "0"),
    "Notes": ([2], "0"),
    "Seriousness": ([0], "10"),
    "Criteria": ([1, 2, 0, 3], "1 of 4"),
    "Views": ([2, 0, 1, 3], "4,200"),
    "Helpful": ([0, 1, 3, 2], "80% 71–87, 100 votes"),
    "Reviewed": ([0, 1, 3, 2], "13 months"),
}


@pytest.fixture
def shelved(build, pages):
    """File of the page."""
    path = pages / "shelved.html"
    if not path.exists():
        health, meta = make_shelved(build("How do I change my card?", gaps=5, questions=14))
        path.write_text(render_html(health, meta=meta), encoding="utf-8")
    return path


@pytest.fixture
def page(browser, shelved):
    opened = open_page(browser, shelved)
    yield opened.page
    opened.page.context.close()


def table_of(read, path):
    """Heads of the table of articles, and the cells of the first row, by what they are."""
    source = path.read_text(encoding="utf-8")
    table = source[source.index('<table id="articles-table"') :]
    table = read(table[: table.index("</table>") + len("</table>")])
    heads = [" ".join(cell.text.split()) for cell in table.all("th") if "scope" in cell.attributes]
    cells = {}
    for cell in table.all("td"):
        if label := cell.attributes.get("data-label"):
            cells.setdefault(label, " ".join(cell.text.split()))
    return heads, cells


def test_the_table_names_and_holds_what_tells_articles_apart(shelved, read):
    heads, cells = table_of(read, shelved)
    for name, (_, said) in COLUMNS.items():
        assert name in heads
        assert cells[name] == said, name
    assert cells["Band"] == "blocked"


@pytest.mark.parametrize("name", COLUMNS)
def test_a_click_on_its_head_sorts_by_a_column(name, page):
    best = [TITLES[at] for at in COLUMNS[name][0]]
    header = page.locator("#articles-table th", has_text=name)
    assert header.count() == 1
    for order in ("descending", "ascending"):
        header.locator("button").click()
        assert header.get_attribute("aria-sort") == order
        titles = page.locator("#articles-table tbody th > bdi").all_inner_texts()
        assert sorted(titles) == sorted(TITLES)
        found = titles if order == "descending" else titles[::-1]
        tied = len(best) < len(TITLES)  # those without a value stand in any order
        assert (set if tied and len(best) > 1 else list)(found[: len(best)]) == (
            set if tied and len(best) > 1 else list
        )(best)


@pytest.mark.parametrize(
    ("key", "label", "choice", "left"),
    [
        ("band", "Band", "blocked", [0]),
        ("band", "Band", "risky", [1, 3]),
        ("section", "Section", "Payments", [2]),
        ("section", "Section", "Cards", [0, 1, 3]),
        ("locale", "Language", "de", [3]),
    ],
)
def test_articles_are_filtered_by_band_section_and_language(key, label, choice, left, page):
    tools = page.locator(".tools[data-for=articles-table]")
    chosen = tools.get_by_label(label)
    assert chosen.get_attribute("data-key") == key
    chosen.select_option(label=choice)
    rows = page.locator("#articles-table tbody:visible th > bdi")
    assert rows.all_inner_texts() == [TITLES[at] for at in left]
    assert tools.locator("output").inner_text() == f"{len(left)} of 4 shown"
    chosen.select_option(label="all")
    assert rows.count() == 4


def test_two_filters_of_articles_count_together(page):
    tools = page.locator(".tools[data-for=articles-table]")
    tools.get_by_label("Section").select_option(label="Cards")
    tools.get_by_label("Language").select_option(label="en")
    tools.get_by_label("Filter").fill("order")
    rows = page.locator("#articles-table tbody:visible th > bdi")
    assert rows.all_inner_texts() == ["Order a card"]


def test_one_language_and_one_section_make_no_filter(build, read, meta):
    page = read(render_html(build(), meta=meta))
    tools = [one for one in page.elements if one.attributes.get("data-for") == "articles-table"]
    assert tools
    assert "Section" not in tools[0].text
    assert "Language" not in tools[0].text
