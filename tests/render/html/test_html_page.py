import re
from base64 import b64encode
from datetime import date
from hashlib import sha256
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from kbtool.health import Health
from kbtool.model import GapReport, Interval
from kbtool.render.html.page import MAX_BYTES
from kbtool.render.html.page import render as render_html
from kbtool.render.views.meta import ReportMeta
from kbtool.render.views.visible import make_visible

NAUGHTY = [
    "</script><script>alert(1)</script>",
    "</style><style>body{display:none}</style>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    "<!-- --> ]]> <![CDATA[ <svg onload=alert(1)>",
    "&amp; &lt; &#60; &notit; & <",
    "abc\u202edef\u2066ghi\u200f",
    "nul\x00 bell\x07 escape\x1b del\x7f c1\x85",
    "surrogate \ud800 noncharacter \uffff",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 Zürich שלום 日本語",
    "https://example.org/?a=1&b=2#c",
]

NOTHING = GapReport((), (), (), Interval(0.0, 0.0, 1.0), (), (), 0.0, "none was needed")

SPARSE = {
    "nothing at all": lambda build: Health((), (), NOTHING, ()),
    "no questions": lambda build: replace(build(), gaps=NOTHING, questions=()),
    "no gaps": lambda build: build(gaps=0),
    "no dates": lambda build: build(dated=False),
    "nobody known": lambda build: build(known=False),
    "no articles": lambda build: replace(build(), articles=()),
    "no findings": lambda build: replace(
        build(), articles=(replace(build().articles[0], findings=(), band="ready"),)
    ),
    "bare article": lambda build: replace(
        build(),
        articles=(replace(build().articles[0], findings=(), questions=(), demand=0, age=None),),
    ),
    "all full": lambda build: build(gaps=40, questions=30),
}


@pytest.fixture(params=list(SPARSE))
def page(request, build, read, meta):
    return read(render_html(SPARSE[request.param](build), meta=meta))


@pytest.fixture(params=NAUGHTY)
def naughty(request):
    return request.param


def assert_sealed(page):
    """The page holds one script, its own, and nothing that a browser would fetch or run."""
    assert len(page.all("script")) == len(page.all("style")) == 1
    assert not page.all("img", "iframe", "object", "embed", "link", "base", "form", "foreignobject")
    names = {name for element in page.elements for name in element.attributes}
    assert not {name for name in names if name.startswith("on")}
    assert names.isdisjoint({"style", "src", "srcset", "xlink:href", "action", "formaction"})
    assert all(href.startswith("#") for href in page.values("href"))


def test_a_page_is_sealed(page):
    assert_sealed(page)


def test_ids_are_unique_and_links_lead_to_them(page):
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    targets = {href[1:] for href in page.values("href")}
    labels = {id_ for value in page.values("aria-labelledby") for id_ in value.split()}
    assert targets | labels | set(page.values("data-for")) <= set(ids)


def test_headings_come_in_order(page):
    levels = [int(element.tag[1]) for element in page.all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_picture_says_what_it_shows(page):
    for picture in page.all("svg"):
        assert picture.attributes["role"] == "img"
        assert picture.attributes["aria-label"].strip()


def test_every_table_names_itself_and_its_columns(page):
    assert len(page.all("caption")) == len(page.all("table"))
    assert all("scope" in header.attributes for header in page.all("th"))


def test_every_cell_of_a_column_that_sorts_has_a_value(build, meta):
    source = render_html(build(gaps=3), meta=meta)
    sortable = source.split('class="sortable">')[1:]
    assert len(sortable) == 2
    for table in sortable:
        head, *bodies = table.split("</table>")[0].split("<tbody")
        columns = ["data-sort" in part.split(">")[0] for part in head.split("<th ")[1:]]
        for body in bodies:
            row = body.split("</tr>")[0].replace("<th ", "<td ")
            assert columns == ["data-value" in cell.split(">")[0] for cell in row.split("<td ")[1:]]


def test_the_policy_allows_this_style_and_script_only(build, read, meta):
    page = read(render_html(build(), meta=meta))
    policy = next(
        element.attributes["content"]
        for element in page.all("meta")
        if element.attributes.get("http-equiv") == "Content-Security-Policy"
    )
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    for tag, rule in (("style", "style-src"), ("script", "script-src")):
        digest = b64encode(sha256(page.all(tag)[0].text.encode()).digest()).decode()
        assert rules.pop(rule) == f"'sha256-{digest}'"
    assert rules == {
        "default-src": "'none'",
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }


def test_naughty_text_shows_as_it_was_written(naughty, build, read, meta):
    page = read(render_html(build(naughty, questions=7), meta=meta))
    assert_sealed(page)
    shown = make_visible(naughty)
    quotes = [element.text for element in page.all("q")]
    # In its gap, in its group, under the article, and five where articles fall short: two
    # questions, what one article says, and both sides of a contradiction.
    assert quotes.count(shown) == 8
    assert page.text.count(shown) >= 20


def test_naughty_text_about_the_report_shows_as_it_was_written(naughty, build, read):
    meta = ReportMeta(naughty, date(2026, 1, 1), ((naughty, naughty),), (naughty,), (naughty,))
    page = read(render_html(build(), meta=meta))
    assert_sealed(page)
    assert page.text.count(make_visible(naughty)) >= 5


def is_free(text):
    """Whether a text is neither blank nor the code of a rule, which says how bad a finding is."""
    return bool(text.strip()) and not re.fullmatch(r"[A-Z]{3}[0-9]{3}", text)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=st.text(st.characters(), min_size=1, max_size=40).filter(is_free))
def test_text_never_changes_the_structure_of_a_page(text, build, read, meta):
    plain = read(render_html(build("export"), meta=meta))
    page = read(render_html(build(text), meta=meta))
    assert page.skeleton == plain.skeleton
    assert page.source.encode()


def test_no_text_can_hide_or_reorder_its_neighbours(build, meta):
    page = render_html(build("a\u202eb\u2067c\u061cd\x00e\x9ff\ud800"), meta=meta)
    assert "a⟨U+202E⟩b⟨U+2067⟩c⟨U+061C⟩d␀e\ufffdf\ufffd" in page
    assert not set("\u202e\u2067\u061c\x00\x9f\ud800") & set(page)


def test_who_asked_is_not_in_the_page(build, meta):
    assert "secret" not in render_html(build(questions=20), meta=meta)


def test_the_same_input_gives_the_same_page(build, meta):
    assert render_html(build(gaps=5), meta=meta) == render_html(build(gaps=5), meta=meta)


def test_all_questions_of_a_gap_are_in_the_page(build, read, meta):
    health = build(gaps=2, questions=60)
    page = read(render_html(health, meta=meta))
    quoted = {element.text for element in page.all("q")}
    ids = health.gaps.gaps[0].cluster.questions
    assert {health.question[id_].text for id_ in ids} <= quoted


def test_questions_worded_alike_are_shown_once_and_counted(build, read, meta):
    health = build(gaps=1, questions=4)
    alike = tuple(replace(question, text="Where IS it") for question in health.questions)
    page = read(render_html(replace(health, questions=alike), meta=meta))
    assert (
        page.text.count("and 3 worded alike") == 5
    )  # gap, group, article, and twice where they fall short


@pytest.mark.parametrize("text", ["long words " * 60, "\u202e" * 300, "<&\"'" * 90])
def test_a_page_stays_small_whatever_it_is_about(text, build, meta):
    health = build(text, gaps=60, questions=60)
    article = health.articles[0]
    articles = [
        replace(article, id=str(at), path=f"{at}.md", findings=article.findings * 30)
        for at in range(700)
    ]
    page = render_html(replace(health, articles=tuple(articles)), meta=meta)
    assert len(page.encode()) <= MAX_BYTES
    assert "left out to keep this page small" in page
