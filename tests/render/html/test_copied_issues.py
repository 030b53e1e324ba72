"""A gap copied from the page: the text of the CSV for GitHub, by mouse and by keyboard."""

import csv
import io

import pytest
from full_report import fill, make_meta

from kbtool.render import load_renderer
from kbtool.render.html.page import render as render_html

TEXT = "How do I change *my* card?"
FIELD = "#gap-1 textarea"


@pytest.fixture
def full(build):
    return fill(build(TEXT, gaps=5, questions=14), TEXT)


@pytest.fixture
def issues(full):
    """Title and body of each issue, as the table for GitHub has them."""
    table = load_renderer("report", "github")(full, make_meta(TEXT))
    return [(row["title"], row["body"]) for row in csv.DictReader(io.StringIO(table))]


def visit_first(visit, **view):
    page = visit("issues", TEXT, **view).page
    page.locator("#gap-1").scroll_into_view_if_needed()
    return page


def test_each_card_holds_the_issue_that_the_table_for_github_has(full, issues, read):
    page = read(render_html(full, meta=make_meta(TEXT)))
    shown = [field.text for field in page.all("textarea")]
    titles = [title.replace("*", "\\*") for title, _ in issues]
    assert shown == [f"# {t}\n\n{body}" for t, (_, body) in zip(titles, issues, strict=True)]
    assert len(shown) == 4


def test_the_keyboard_copies_an_issue_and_the_page_says_so(issues, visit):
    page = visit_first(visit)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("#gap-1 .copy button").focus()
    page.keyboard.press("Enter")
    told = page.locator("#gap-1 .copy output")
    page.wait_for_function("own => own.textContent === 'Copied'", arg=told.element_handle())
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator(FIELD).input_value()
    assert issues[0][1] in copied


@pytest.mark.parametrize("allowed", [True, False])
def test_where_the_clipboard_is_closed_the_text_is_shown_and_marked(allowed, visit):
    page = visit_first(visit)
    page.evaluate(
        "allowed => { navigator.clipboard.writeText = () => Promise.reject(new Error('closed'));"
        " document.execCommand = () => allowed; }",
        allowed,
    )
    page.locator("#gap-1 .copy button").click()
    page.locator(FIELD).wait_for()
    marked = page.evaluate(
        "() => { const own = document.activeElement;"
        " return own.value.slice(own.selectionStart, own.selectionEnd); }"
    )
    assert marked == page.locator(FIELD).input_value()
    told = "Copied" if allowed else "Not allowed here"
    page.locator("#gap-1 .copy output", has_text=told).wait_for()


def test_without_scripts_there_is_no_button_and_the_text_stands_there(visit):
    page = visit_first(visit, script=False)
    assert page.locator(".copy:visible").count() == 0
    page.locator("#gap-1 summary", has_text="As an issue").click()
    assert page.locator(FIELD).is_visible()


def test_words_that_only_the_issue_has_find_nothing(visit):
    page = visit_first(visit)
    assert "Rank: 1 of 4" in page.locator(FIELD).input_value()
    page.locator(".tools input").first.fill("rank:")
    page.locator(".tools output", has_text="0 of 4 shown").first.wait_for()


def test_paper_shows_no_issue(visit):
    page = visit_first(visit)
    page.emulate_media(media="print")
    assert page.locator(".copy:visible, textarea:visible").count() == 0
