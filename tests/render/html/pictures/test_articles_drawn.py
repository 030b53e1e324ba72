"""Articles as a bar of bands and as dots."""

from msgspec.structs import replace

from kbtool.render.html.pictures.bands import draw_bands
from kbtool.render.html.pictures.scatter import draw_scatter


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
