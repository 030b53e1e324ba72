"""What parts an HTML article has, whole pages and bodies of help desks alike."""

import pytest

from kbtool.model import Source
from kbtool.parse import parse_html

PAGE = (
    "<!doctype html><html lang='de-AT'><head><title>T &amp; U</title></head><body>{}</body></html>"
)


def read(text, path="docs/how-to.html"):
    return parse_html(Source(path, text))


def shape(text):
    return [(block.kind, block.prose.text) for block in read(text).blocks]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("<p>one\n   two</p>three<div>four</div>", ["one two", "three", "four"]),
        ("a<b>b</b>c<i> d </i> e", ["abc d e"]),
        ("<p>one<p>two<div>three", ["one", "two", "three"]),
        ("one<br>two<br><br>three", ["one two", "three"]),
        ("<p>a &lt;b&gt; &amp;&nbsp;c</p><p>&nbsp;</p>", ["a <b> &\u00a0c"]),
        ("super<wbr>cali", ["supercali"]),
        ("<p title='no'>yes <!-- no --> yes<script>no</script></p>", ["yes yes"]),
        ("<style>no</style><template><p>no</template><noscript>no</noscript>yes", ["yes"]),
        ("<p hidden>no</p><div aria-hidden='true'>no<div>no</div></div>yes", ["yes"]),
        ("<details><summary>Q?</summary>A</details>", ["Q?", "A"]),
        ("a <svg><title>no</title></svg>b", ["a b"]),
        ("<b><p>one</b>two</p>", ["onetwo"]),
        ("<a<b<c", ["<a<b<c"]),
        ("1 < 2 & 3 > 2", ["1 < 2 & 3 > 2"]),
        ("x <a href='y>z", ["x z"]),
    ],
)
def test_paragraphs_are_what_a_reader_sees(text, blocks):
    assert [text for _, text in shape(text)] == blocks


def test_headings_have_real_ids_only():
    article = read("<h1>Top</h1><h2 id=h_01>One</h2>x<h3><a name=two></a>Two</h3><h2></h2>")
    assert [(h.level, h.text, h.anchor) for h in article.headings] == [
        (1, "Top", ""), (2, "One", "h_01"), (3, "Two", "two"), (2, "", ""),
    ]  # fmt: skip
    assert article.anchors == {"h_01", "two"}
    assert [section.path for section in article.sections][2] == ("Top", "One")
    assert article.title.text == "Top"


def test_lists_nest_and_end_with_their_tags():
    article = read("<ul><li>a<ol><li>b</ol>c<li><p>d<p>e</ul>f")
    parts = [
        (p.ordered, p.depth, [[b.prose.text for b in i.blocks] for i in p.items])
        for p in article.lists
    ]
    assert parts == [(False, 1, [["a", "c"], ["d", "e"]]), (True, 2, [["b"]])]
    assert [b.kind for b in article.blocks] == ["item"] * 5 + ["paragraph"]
    assert article.source.slice(article.lists[1].span) == "<ol><li>b</ol>"


@pytest.mark.parametrize(
    ("text", "header", "rows", "merged"),
    [
        ("<table><tr><th>a<th>b<tr><td>c<td></table>", ["a", "b"], [["c", ""]], 0),
        ("<table><thead><tr><td>a</thead><tr><td>b</table>", ["a"], [["b"]], 0),
        ("<table><tr><td>a<tr><td>b</table>", [], [["a"], ["b"]], 0),
        ("<table><tr><th>a<td>b<tr><th>c<td>d</table>", [], [["a", "b"], ["c", "d"]], 0),
        ("<table><tr><td colspan=2><p>a<p>b<tr><td>c<td>d</table>", [], [["a"], ["c", "d"]], 1),
        ("<table><td>a<td><ul><li>b</ul></table>", [], [["a", "b"]], 0),
    ],
)
def test_tables_have_rows_of_one_block_a_cell(text, header, rows, merged):
    (table,) = read(text).tables
    assert [cell.prose.text for cell in table.header] == header
    assert [[cell.prose.text for cell in row] for row in table.rows] == rows
    assert table.merged == merged


def test_table_inside_a_cell_is_one_of_its_own():
    article = read("<table><tr><td>a<table><tr><td>b</table>c<td>d</table>e")
    assert [len(table.rows[0]) for table in article.tables] == [2, 1]
    assert [kind for kind, _ in shape("<table role=presentation><td>a</table>")] == ["paragraph"]


def test_code_links_images_and_comments():
    code = "<pre><code class='language-py'>a &lt;\n b</code></pre>"
    link = "<p>See <code>c d</code>, <a href='x?a=1&amp;b'><b>e</b> f</a>"
    article = read(code + link + "<img src=s alt='&quot;'><!-- g --></p><iframe src=q></iframe>")
    assert [(c.text, c.info, c.inline) for c in article.code] == [
        ("a <\n b", "py", False),
        ("c d", "", True),
    ]
    assert [(link.href, link.text, link.kind) for link in article.links] == [
        ("x?a=1&b", "e f", "html")
    ]
    assert [(image.src, image.alt) for image in article.images] == [("s", '"')]
    assert [comment.text for comment in article.comments] == ["g"]
    assert article.sections[0].other == 2


def test_link_around_blocks_is_one_link():
    (link,) = read("<a href=x><div><b>One</b></div><p>two</p></a>").links
    assert (link.text, link.href) == ("One", "x")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (
            "<header>no</header><nav>no</nav><main>yes<nav>no</nav><aside>too</aside></main>",
            "yes too",
        ),
        ("<div>yes</div><nav>no</nav><footer>no</footer>", "yes"),
        ("<header><h1>yes</h1></header><aside>too</aside>", "yes too"),
        ("<header>yes</header><footer>too</footer>", "yes too"),
        (
            """<a href='#m'>no</a><div role=banner>no</div>
            <table><tr><td><main id=m>yes <b>too</main>
            </table><ul><li>no</ul><div role=contentinfo>no</div>""",
            "yes too",
        ),
        ("<div>no</div><div role=main>yes<div role=search>no</div></div>no", "yes"),
        (
            """<main><div role=navigation>no</div><aside>no</aside><article><h1>yes</h1><aside>too
            </aside></article><footer>no</footer></main>""",
            "yes too",
        ),
        ("<main><aside>yes</aside><article>too</article></main>", "yes too"),
        ("<main>yes</main>and<main>too</main>", "yes and too"),
        ("<main hidden>no</main>no", "no"),
        ("one<main></main>two", "one two"),
        ("no<main><ul><li>yes<div hidden>no</main>no", "yes"),
    ],
)
def test_site_around_the_article_is_left_out_of_whole_pages(body, words):
    assert " ".join(text for _, text in shape(PAGE.format(body))) == words


def test_fragment_keeps_everything():
    assert len(shape("<header>one</header><nav>two</nav><main>three</main>")) == 3


def test_page_names_its_title_and_language():
    article = read(PAGE.format("<p>x"))
    assert (article.title.text, article.title.origin) == ("T & U", "page")
    assert article.source.slice(article.title.span) == "T &amp; U"
    assert (article.locale, article.id) == ("de-AT", "how-to")
    assert read("---\nlang: fr\nid: 7\n---\n" + PAGE.format("")).locale == "fr"
