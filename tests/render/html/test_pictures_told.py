"""Every picture of the page, found by looking for them: each has a name and its data in text."""

import pytest
from browsing import open_page
from shelved_page import make_shelved

from kbtool.render.html.page import render as render_html

# A picture is hidden from screen readers and its data stand beside it as text; or it has a name,
# and a table in its figure, a table that it points to, or every figure of its name as text.
UNTOLD = """() => {
  const numbers = (text) => text.match(/\\d+/g) ?? [];
  const hasRows = (place) => (place?.querySelectorAll("tbody tr").length ?? 0) >= 2;
  const fault = (svg) => {
    const figure = svg.closest("figure");
    if (svg.getAttribute("aria-hidden") === "true") {
      const told = svg.parentElement.textContent;
      return !figure && numbers(told).length ? "" : "hidden, and no figures beside it";
    }
    const name = svg.getAttribute("aria-label") ?? "";
    if (svg.getAttribute("role") !== "img" || name.trim().length < 5) return "no name";
    const details = svg.getAttribute("aria-details");
    if (details) {
      return hasRows(document.getElementById(details)) ? "" : `no table at ${details}`;
    }
    if (figure) return hasRows(figure.querySelector("table")) ? "" : "no table in the figure";
    const host = svg.closest("td, li, p, .tile");
    const said = numbers(host?.textContent ?? "");
    return numbers(name).slice(0, 1).every((one) => said.includes(one)) ? "" : "no figures beside";
  };
  return [...document.querySelectorAll("svg")]
    .map((svg) => [svg.getAttribute("class"), fault(svg)])
    .filter(([, found]) => found);
}"""

KINDS = {"pareto", "weeks", "scatter", "errors", "meter", "stack", "spark", "grid", "flow"}


@pytest.fixture
def page(browser, build, pages, enough):
    path = pages / "pictures.html"
    if not path.exists():
        health, meta = make_shelved(build("How do I change my card?", gaps=5, questions=14))
        path.write_text(render_html(health, meta=meta), encoding="utf-8")
    opened = open_page(browser, path, script=True)
    yield opened.page
    opened.page.context.close()


def test_every_picture_has_a_name_and_its_data_in_a_table_or_in_text(page):
    kinds = page.locator("svg").evaluate_all("all => all.map(one => one.getAttribute('class'))")
    assert set(kinds) >= KINDS
    assert page.evaluate(UNTOLD) == []


@pytest.mark.parametrize(
    ("spoil", "kind"),
    [
        ("document.querySelector('svg.scatter').removeAttribute('aria-details')", "scatter"),
        ("document.querySelector('#confusable-pairs').remove()", "grid"),
        ("document.querySelector('svg.errors').closest('figure').querySelector('table').remove()",
         "errors"),
        ("document.querySelector('svg.weeks').removeAttribute('aria-label')", "weeks"),
        ("document.querySelector('svg.flow').closest('figure').querySelector('table').remove()",
         "flow"),
        ("document.querySelector('svg.stack').setAttribute('aria-label', '')", "stack"),
        ("document.querySelector('.trend .unseen').remove()", "spark"),
        ("document.querySelector('td svg.meter').parentElement.querySelector('.quiet').remove()",
         "meter"),
        ("document.body.append(document.querySelector('svg.weeks').cloneNode(true))", "weeks"),
    ],
)  # fmt: skip
def test_the_check_sees_a_picture_without_name_or_data(spoil, kind, page):
    page.evaluate(f"() => {{ {spoil}; }}")
    assert kind in {name for name, _ in page.evaluate(UNTOLD)}
