"""Whatever the HTML is: reading never raises, takes linear time, and each part is in its place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from parse_laws import check_article

from kbtool.model import Source
from kbtool.parse import parse_html
from kbtool.parse.tags import read_events

FRAGMENTS = [
    "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<a href='x'>", "</a>", "<ul>", "<li>",
    "</ul>", "<ol>", "</li>", "<table>", "<tr>", "<td>", "<th colspan=2>", "</table>", "<h2 id=i>",
    "</h2>", "<h1>", "<pre>", "</pre>", "<code>", "</code>", "<blockquote>", "</blockquote>",
    "<br>", "<img>", "<img src=x alt='a b'>", "<span hidden>", "</span>", "<svg>", "</svg>",
    "<script>", "</script>", "<title>", "</title>", "<!--", "-->", "<!-- c -->", "<!x>", "<?x>",
    "</>", "<main>", "<nav>", "</nav>", "<html>", "<p data-kbtool-ignore='x, y'>", "<video>",
    "&amp;", "&nbsp", "&#65;", "&#0;", "&#99999999999;", "&copyx", " ", "  ", "\n", "\r\n", "\t",
    "\u00a0", "<", ">", "&", "'", '"', "=", "text", "a b", "http://x.y/z.", "me@example.com",
    "\0", "é", "<a<b<c", "<a b='", "<!doctype html>", "---\nlang: x\n---\n",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=3), max_size=30).map("".join)


TAGS = st.sampled_from(
    "<p> </p> <b> </b> <div> <li> <ul> </ul> <td> <table> </table> <h2> </h2> <pre> </a> "
    "<a/href=x> <br>".split()
)


@settings(deadline=None, max_examples=300)
@given(TEXTS)
def test_every_part_of_any_html_is_where_it_says(text):
    check_article(parse_html(Source("a.html", text)))


@settings(deadline=None, max_examples=100)
@given(st.lists(TAGS | st.sampled_from(["one", "two", "x1"]).map(" {} ".format), max_size=30))
def test_no_word_is_lost_however_tags_are_nested(parts):
    article = parse_html(Source("a.html", "".join(parts)))
    seen = [block.prose.text for block in article.blocks]
    seen += [code.text for code in article.code if not code.inline]
    words = [part.strip() for part in parts if part.strip() and "<" not in part]
    assert sorted(" ".join(seen).split()) == sorted(words)


HOSTILE = {
    "divs": lambda n: "<div>" * n + "x",
    "marks": lambda n: "<b><i>" * n + "x" + "</b>" * n,
    "closing tags": lambda n: "<div>" * n + "</p></li></td></b>" * n,
    "lists": lambda n: "<ul><li>x" * n,
    "tables": lambda n: "<table><tr><td>x" * n,
    "links": lambda n: "<a href=x>y" * n,
    "codes": lambda n: "<code>y" * n,
    "open tags": lambda n: "<a<b" * n,
    "open quotes": lambda n: "<a b='" * n + '<a b="' * n,
    "attributes": lambda n: "<a " + "b='c' " * n + ">x",
    "comments": lambda n: "<!--" * n,
    "declarations": lambda n: "<?" * n + "<!" * n,
    "entities": lambda n: "&amp;" * n + "&" * n,
    "spaces": lambda n: "a" + " " * n + "b" + " \n" * n,
    "raw": lambda n: "<iframe>" * n + "<title>" * n,
    "templates": lambda n: "<template>" * n + "x",
    "ignored": lambda n: "<p data-kbtool-ignore=x>y" * n,
    "headings": lambda n: "<h2>x" * n,
}


def count_steps(text):
    """Calls of Python functions while a text is read: a measure that no other process disturbs."""
    import sys  # noqa: PLC0415 - for this measure alone

    steps = 0

    def count(_frame, event, _argument):
        nonlocal steps
        steps += event == "call"

    sys.setprofile(count)
    try:
        parse_html(Source("a.html", text))
    finally:
        sys.setprofile(None)
    return steps


@pytest.mark.parametrize("name", HOSTILE)
def test_steps_grow_in_proportion_to_the_text(name):
    few, more = (count_steps(HOSTILE[name](n)) for n in (200, 800))
    assert more < few * 4.5 + 500


@pytest.mark.parametrize("name", HOSTILE)
def test_twenty_thousand_of_anything_are_read(name):
    check = parse_html(Source("a.html", HOSTILE[name](20_000)))
    assert check.sections


def test_events_cover_the_text_without_a_gap():
    text = "a<b c='>'>d<!-- e --><script>f</b></script>g<br/>h<"
    events = list(read_events(text))
    assert [event.start for event in events] == [0, *(event.end for event in events[:-1])]
    assert events[-1].end == len(text)
