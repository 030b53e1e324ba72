"""Links and images of each kind, and the anchors that links lead to."""

import pytest

from kbtool.model import IMAGE
from kbtool.testing import parse


def cut(article, span):
    return article.source.slice(span)


REF = "\n\n[r]: /ref 'title'\n"
LINKS = [
    ("[a](x)", "inline", "x", "a", "a"),
    ("[**a** b](x 'title')", "inline", "x", "a b", "a** b"),
    ("[a](<x y>)", "inline", "x y", "a", "a"),
    ("[a](x?b=1&amp;c=%20)", "inline", "x?b=1&c=%20", "a", "a"),
    ("[a]()", "inline", "", "a", "a"),
    ("[](x)", "inline", "x", "", ""),
    ("[a](javascript:alert)", "inline", "javascript:alert", "a", "a"),
    ("[![alt](i.png)](x)", "inline", "x", "alt", "![alt](i.png)"),
    ("[`code`](x)", "inline", "x", "code", "code"),
    ("[a][r]" + REF, "reference", "/ref", "a", "a"),
    ("[r][]" + REF, "reference", "/ref", "r", "r"),
    ("[R]" + REF, "reference", "/ref", "R", "R"),
    ("<https://a.b/c>", "autolink", "https://a.b/c", "https://a.b/c", "https://a.b/c"),
    ("<me@a.b>", "autolink", "mailto:me@a.b", "me@a.b", "me@a.b"),
    ("see https://a.b/c.", "bare", "https://a.b/c", "https://a.b/c", "https://a.b/c"),
    ("(www.a.b)", "bare", "www.a.b", "www.a.b", "www.a.b"),
    ("<a href='x'>a</a>", "html", "x", "a", "a"),
    ("<a href=x>a <b>b</b></a>", "html", "x", "a b", "a <b>b"),
    ("<A HREF='x&amp;y'>a</A>", "html", "x&y", "a", "a"),
    ("<a href=x aria-label='more about a'>a</a>", "html", "x", "more about a", "a"),
    ("<p><a href=x><img src=i alt=b></a></p>", "html", "x", "b", "<img src=i alt=b>"),
    ("<div><a href=x></a></div>", "html", "x", "", ""),
]


@pytest.mark.parametrize(("text", "kind", "href", "shown", "marked"), LINKS)
def test_link_of_each_kind_has_an_address_and_a_text(text, kind, href, shown, marked):
    article = parse(text)
    (link,) = article.links
    assert (link.kind, link.href, link.text) == (kind, href, shown)
    assert cut(article, link.text_span) == marked
    assert link.block is not None


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("see [a](x) now", "[a](x)"),
        ("see [a][r] now" + REF, "[a][r]"),
        ("see <https://a.b> now", "<https://a.b>"),
        ("see https://a.b now", "https://a.b"),
        ("see <a href=x>a</a> now", "<a href=x>a</a>"),
        ("see <a href=x>a", "<a href=x>a"),
    ],
)
def test_link_covers_its_markup(text, whole):
    article = parse(text)
    assert [cut(article, link.span) for link in article.links] == [whole]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("[<a href=y>a](x) b", [("[<a href=y>a](x)", "a"), ("<a href=y>a](x) b", "a b")]),
        ("<a href=y>[a</a> b](x)", [("<a href=y>[a</a>", "a"), ("[a</a> b](x)", "a b")]),
        ("<a href=y>[a](x)</a>", [("<a href=y>[a](x)</a>", "a"), ("[a](x)", "a")]),
        ("</a>[a](x)</a>", [("[a](x)", "a")]),
    ],
)
def test_links_that_cross_end_where_they_say(text, links):
    article = parse(text)
    assert [(cut(article, link.span), link.text) for link in article.links] == links


@pytest.mark.parametrize(
    "text",
    ["`https://a.b`", "    https://a.b", "[a]", "[a] (x)", "\\[a](x)", "me@a.b", "<a name=x>b</a>"],
)
def test_text_that_only_looks_like_a_link_is_none(text):
    assert parse(text).links == ()


IMAGES = [
    ("![alt](x.png)", "x.png", "alt", False, "alt"),
    ("![](x.png)", "x.png", "", False, ""),
    ("![a *b* `c`](x 'title')", "x", "a b c", False, "a *b* `c`"),
    ("![a][r]" + REF, "/ref", "a", False, "a"),
    ("text <img src=x.png> text", "x.png", None, True, ""),
    ("<img src=x alt>", "x", "", True, ""),
    ("<img src=x alt=''>", "x", "", True, ""),
    ("<img src='x' alt='a &amp; b' title='alt'>", "x", "a & b", True, "a &amp; b"),
    ('<p><IMG ALT="one\ntwo" SRC=x></p>', "x", "one\ntwo", True, "one\ntwo"),
    ("> <div>\n> <img src=x\n> alt=a></div>", "x", "a", True, "a"),
    ("<img alt=b>", "", "b", True, "b"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "src", "alt", "is_tag", "marked"), IMAGES)
def test_image_has_a_source_and_an_alternative_text(text, src, alt, is_tag, marked):
    article = parse(text)
    (image,) = article.images
    assert (image.src, image.alt, image.html) == (src, alt, is_tag)
    assert cut(article, image.alt_span) == marked
    assert image.span.start <= image.alt_span.start <= image.alt_span.end <= image.span.end
    assert sum(block.prose.text.count(IMAGE) for block in article.blocks) == 1


@pytest.mark.parametrize(
    ("text", "in_link", "hidden"),
    [
        ("![a](x)", False, False),
        ("[![a](x)](y)", True, False),
        ("<a href=y><img src=x></a>", True, False),
        ("<img src=x aria-hidden=true>", False, True),
        ("<img src=x role=presentation>", False, True),
        ("<img src=x role='none'>", False, True),
        ("<img src=x role=img aria-hidden=false>", False, False),
    ],
)
def test_image_knows_whether_it_is_a_link_and_whether_it_is_hidden(text, in_link, hidden):
    (image,) = parse(text).images
    assert (image.in_link, image.hidden) == (in_link, hidden)


@pytest.mark.parametrize(
    ("text", "anchors"),
    [
        ("# Get a Refund!\n", ["get-a-refund"]),
        ("# Ünï *co* `de` (x_y)\n", ["ünï-co-de-x_y"]),
        ("# A\n\n# A\n\n## A\n", ["a", "a-1", "a-2"]),
        ("# A\n\n# A 1\n\n# A\n", ["a", "a-1", "a-2"]),
        ("# A {#mine}\n\n# A\n", ["mine", "a"]),
        ("# A {#mine} ##\n", ["mine"]),
        ("# A { #mine }\n", ["a--mine-"]),
        ("A {#mine}\n===\n", ["mine"]),
        ("<h2 id='mine'>A</h2>\n", ["mine"]),
        ("<h2>A b</h2>\n", ["a-b"]),
    ],
)
def test_heading_gets_the_anchor_that_pages_give_it(text, anchors):
    article = parse(text)
    assert [heading.anchor for heading in article.headings] == anchors
    assert set(anchors) <= article.anchors


def test_ids_and_names_of_tags_are_anchors():
    text = "<a name=one></a>\n\ntext <span id='two'>x</span>\n\n<div id=three>y</div>\n"
    assert parse(text).anchors == {"one", "two", "three"}


def test_explicit_id_is_no_part_of_the_heading():
    (heading,) = parse("## Get *it* {#mine}\n").headings
    assert (heading.text, heading.level, heading.anchor) == ("Get it", 2, "mine")
