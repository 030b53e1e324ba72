"""How the page lies on screens of any width, light and dark."""

import pytest
from browsing import NOTICE

WIDTHS = [360, 900, 1600]

OVERLAPS = """() => {
  const clash = [];
  for (const svg of document.querySelectorAll("svg")) {
    const boxes = [...svg.querySelectorAll("text")]
      .filter((text) => getComputedStyle(text).display !== "none" && text.getClientRects().length)
      .map((text) => [text.textContent, text.getBoundingClientRect()]);
    boxes.forEach(([one, a], at) => boxes.slice(at + 1).forEach(([other, b]) => {
      const apart = a.right <= b.left + 1 || b.right <= a.left + 1
        || a.bottom <= b.top + 3 || b.bottom <= a.top + 3;
      if (!apart) clash.push(`${one} | ${other}`);
    }));
  }
  return clash;
}"""

PLAIN = "How do I change my card?"
LONG = "Donaudampfschifffahrtsgesellschaftskapitän" * 6

AXE = pytest.importorskip("axe_playwright_python.sync_playwright", reason=f"{NOTICE}no axe")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["full", "bare", "long"])
def test_nothing_reaches_beyond_the_side_of_the_screen(name, width, visit):
    texts = {"long": LONG}
    page = visit(name, texts.get(name, PLAIN), width=width).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [320, 375, 768, 1280])
def test_the_whole_menu_is_seen(width, visit):
    links = visit("full", width=width).page.locator("nav a")
    assert links.count() == 7
    edges = links.evaluate_all("own => own.map(link => link.getBoundingClientRect().right)")
    assert max(edges) <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_no_label_of_a_picture_lies_on_another(width, visit):
    page = visit("full", width=width).page
    assert page.evaluate(OVERLAPS) == []


def test_the_check_for_labels_sees_labels_that_overlap(visit):
    page = visit("full").page
    twice = "text => text.parentNode.append(text.cloneNode(true))"
    page.locator(".weeks text").first.evaluate(twice)
    assert page.evaluate(OVERLAPS) != []


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["full", "bare"])
def test_axe_finds_nothing_that_keeps_anybody_out(name, scheme, width, visit):
    page = visit(name, width=width, scheme=scheme).page
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    found = AXE.Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize(("width", "height"), [(390, 760), (768, 900), (1280, 720), (1920, 900)])
def test_the_first_screen_is_enough_to_act(width, height, visit):
    page = visit("full", width=width).page
    assert page.locator(".tile").count() == 5
    assert page.locator(".steps a[href^='#gap-']").count() == 3
    for part in ("h1", ".tile >> nth=4", ".steps li >> nth=2"):
        box = page.locator(part).bounding_box()
        assert box["y"] + box["height"] <= height, part


@pytest.mark.parametrize("width", [390, 1280])
def test_changes_of_all_figures_are_told_at_any_width(width, visit):
    told = visit("full", width=width).page.locator(".moved")
    names = [line.partition(":")[0] for line in told.locator("li").all_inner_texts()]
    assert names == [
        "All questions", "Those that a text can answer", "Gaps", "People in gaps", "Cost",
        "Articles ready",
    ]  # fmt: skip


@pytest.mark.parametrize("width", [390, 1280])
def test_a_page_of_many_gaps_is_small_and_whole(width, visit, pages):
    opened = visit("tail", gaps=130, width=width)
    assert (pages / "tail.html").stat().st_size < 3_000_000
    assert opened.complaints == []
    page = opened.page
    assert page.locator("#gaps-table tbody").count() == 10
    assert page.locator("[id^='gap-']").count() == 100
    assert page.get_by_text("29 further gaps left out").count() == 1
    assert page.locator(".by-people .cut").count() == 1
    assert page.locator(".by-people .rest").count() == 2
    assert page.evaluate(OVERLAPS) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_text("90 further gaps", exact=True).click()
    assert page.locator("#gap-100 .why").is_visible()


@pytest.mark.parametrize("width", [375, 768, 1280, 1920])
def test_no_figure_on_top_stands_alone_on_a_row(width, visit):
    tops = (
        visit("full", width=width)
        .page.locator(".tile")
        .evaluate_all("tiles => tiles.map(tile => Math.round(tile.getBoundingClientRect().top))")
    )
    assert all(tops.count(top) > 1 for top in tops)
