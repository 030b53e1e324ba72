"""The page as a reader meets it: in Chromium, with and without scripts, by mouse and keyboard."""

import pytest

HOSTILE = (
    "</script><script>alert(1)</script>",
    "</style><style>body{display:none}</style><img src=x onerror=alert(1)>",
    "'\"><svg onload=alert(1)><a href=javascript:alert(1)>",
    "<iframe src=https://example.org></iframe>&lt;b&gt;",
)


def shown(page):
    return page.locator("main").inner_text()


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_strangers_stays_text_and_nothing_is_asked_for(text, visit):
    opened = visit(f"hostile-{HOSTILE.index(text)}", text)
    assert opened.requests == [opened.page.url]
    assert opened.complaints == []
    assert opened.page.locator("script").count() == 1
    assert opened.page.locator("img, iframe, a:not([href^='#'])").count() == 0
    assert " ".join(text.split()) in shown(opened.page)


def test_bidirectional_controls_and_other_unseen_characters_are_made_visible(visit):
    opened = visit("unseen", "pay \u202eelif\u2066 now\x07")
    text = shown(opened.page)
    assert "pay ⟨U+202E⟩elif⟨U+2066⟩ now␇" in text
    assert not set("\u202e\u2066\x07") & set(text)


@pytest.mark.parametrize("name", ["full", "bare"])
def test_a_page_without_scripts_shows_the_same_and_hides_what_would_not_work(name, visit):
    with_script = visit(name).page
    without = visit(name, script=False).page
    assert without.locator(".tools:visible").count() == 0
    heads = [page.locator("h1, h2, h3").all_inner_texts() for page in (with_script, without)]
    assert heads[0] == heads[1]
    assert len(heads[0]) >= 4


def test_the_picture_of_topics_changes_from_people_to_money_without_scripts(visit):
    page = visit("full", script=False).page
    people, money = page.locator(".by-people"), page.locator(".by-money")
    assert (people.is_visible(), money.is_visible()) == (True, False)
    page.locator("#by-money").check()
    assert (people.is_visible(), money.is_visible()) == (False, True)


def test_the_keyboard_changes_the_picture_of_topics(visit):
    page = visit("full").page
    page.locator("#by-people").focus()
    page.keyboard.press("ArrowRight")
    page.locator(".by-money").wait_for()
    assert page.locator(".by-people").is_hidden()
    page.keyboard.press("Tab")
    assert page.locator(":focus").evaluate("own => !!own.closest('.by-money')")


def test_pictures_of_time_and_of_confusion_say_what_they_show(visit):
    page = visit("full", script=False).page
    weeks = page.locator("figure:has(.weeks)")
    assert weeks.locator("text.release").text_content() == "1, 2"
    assert weeks.locator(".releases li").count() == 2
    grid = page.locator("figure.confusion")
    assert grid.locator("svg").get_attribute("aria-label").startswith("Grid of ")
    assert grid.locator("li").count() == grid.locator("rect.self").count() == 3


def test_every_picture_has_its_figures_as_a_table(visit):
    page = visit("full", script=False).page
    for picture in (".by-people", "figure:has(.weeks)", "figure:has(.errors)"):
        figure = page.locator(picture)
        figure.locator("summary").click()
        assert figure.locator("table tbody tr").count() >= 3
        assert figure.locator("table").is_visible()


def test_the_table_of_gaps_is_filtered_by_what_to_do_and_by_words(visit):
    page = visit("full").page
    rows = page.locator("#gaps-table tbody:visible")
    assert rows.count() == 4  # of five gaps one is dismissed
    page.locator("select[data-key=action]").select_option(label="improve the article")
    assert rows.count() == 1
    assert "improve the article" in rows.inner_text()
    assert page.locator(".tools output").first.inner_text() == "1 of 4 shown"
    page.locator("select[data-key=action]").select_option(label="all")
    page.locator(".tools input").first.fill("no such word")
    assert rows.count() == 0


def test_the_table_of_gaps_is_filtered_by_channel(visit):
    page = visit("full").page
    chat = page.locator("select[data-key=channel]")
    assert chat.locator("option").all_inner_texts() == ["all", "How do I change my card?", "chat"]


def test_the_keyboard_alone_reaches_the_report_and_sorts_a_table(visit):
    page = visit("full").page
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    assert skip.evaluate("link => link === document.activeElement")
    assert skip.bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    page.wait_for_url("**#main")  # the browser goes there after the key, not with it
    header = page.locator("#gaps-table th", has_text="Cost a month")
    header.locator("button").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("own => own.ariaSort === 'descending'", arg=header.element_handle())
    values = page.locator("#gaps-table td[data-label='Cost a month']").evaluate_all(
        "cells => cells.map(cell => Number(cell.dataset.value))"
    )
    assert values == sorted(values, reverse=True)
    assert len(set(values)) > 1


def test_whatever_has_the_focus_shows_it(visit):
    page = visit("full").page
    seen = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        tag, outline = page.evaluate(
            "() => { const own = document.activeElement;"
            " return [own.tagName, getComputedStyle(own).outlineStyle]; }"
        )
        assert outline != "none", tag
        seen.add(tag)
    assert {"A", "SUMMARY", "BUTTON", "SELECT", "INPUT"} <= seen


MANY = 16  # gaps, of which one is dismissed and the first ten stand open


def test_a_link_to_a_gap_unfolds_it(visit):
    page = visit("many", gaps=MANY).page
    assert page.locator("#gap-13").is_hidden()
    # The row stands in a list of the others, and what lies behind it is folded once more.
    page.evaluate("location.hash = '#gap-13'")
    page.locator("details.rest[open] #gap-13 .under > td > details[open]").wait_for()


def test_whoever_sorts_or_filters_means_the_folded_rows_too(visit):
    page = visit("many", gaps=MANY).page
    rows = page.locator("#gaps-table > tbody:visible")
    assert rows.count() == 10
    page.locator("#gaps-table th", has_text="#").locator("button").click()
    page.locator("#gaps-table > tbody:nth-of-type(1)#gap-15").wait_for()
    assert rows.count() == 15
    assert page.locator("#gaps-table + details.rest").count() == 0


def test_what_is_folded_opens_without_scripts(visit):
    page = visit("many", gaps=MANY, script=False).page
    assert page.locator("#gap-15").is_hidden()
    page.locator("#gaps-table + details.rest > summary").click()
    page.locator("#gap-15").wait_for()


@pytest.mark.parametrize("script", [True, False])
def test_paper_shows_all_gaps_and_the_evidence_of_the_first(script, visit):
    page = visit("many", gaps=MANY, script=script).page
    page.emulate_media(media="print")
    page.locator("#gap-15").wait_for()
    page.locator("#gap-10 .evidence").wait_for()
    assert page.locator("#gap-11 .evidence").is_hidden()


def test_the_page_prints_on_paper_without_what_only_works_on_a_screen(visit):
    page = visit("full", scheme="dark").page
    assert page.pdf().startswith(b"%PDF")
    page.emulate_media(media="print")
    assert page.locator("nav:visible, .tools:visible, .skip:visible").count() == 0
    background = page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
    assert background == "rgb(255, 255, 255)"
