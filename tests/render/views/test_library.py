"""What is said of articles besides their health."""

from full_report import make_kb

from kbtool.render.views.library import make_library


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
