"""HTML to Markdown: what it becomes, and that it stays the same article."""

import pytest

from kbtool.articles.conversion.converting import convert
from kbtool.articles.records import Record

HEAD = "---\nid: '1'\ntitle: 'T'\n---\n\n"


def markdown(html):
    """Markdown of a body; None where it has to stay HTML."""
    record = Record("1", "en", html, "html", {"id": "1", "title": "T"})
    text = convert(record)
    return text if text is None else text.removeprefix(HEAD).removesuffix("\n")


CASES = [
    ("paragraphs", "<p>One.</p><p>Two<br>three.</p>", "One.\n\nTwo\\\nthree."),
    ("bare text and two breaks", "One.<br><br>Two.", "One.\n\nTwo."),
    ("heading", "<h2>Pay &amp; go</h2><p>x</p>", "## Pay & go\n\nx"),
    ("heading with an anchor", '<h2 id="h_1">A</h2><p>x</p>', '<a id="h_1"></a>\n\n## A\n\nx'),
    ("emphasis", "<p><b>Bold </b>and <i>it</i>.</p>", "**Bold** and *it*."),
    ("bold by style", '<p><span style="font-weight: 700">B</span></p>', "**B**"),
    ("emphasis in a word", "<p><b>ab:</b>c</p>", "<strong>ab:</strong>c"),
    ("nested emphasis of one kind", "<p><b>a <strong>b</strong></b></p>", "**a b**"),
    ("code", "<p>Run <code>a`b</code>.</p>", "Run ``a`b``."),
    ("keys", "<p>Press <kbd>F5</kbd>.</p>", "Press <kbd>F5</kbd>."),
    ("link with anchor", '<p><a href="/a?b=1&amp;c=2#d">x</a></p>', "[x](/a?b=1&c=2#d)"),
    ("link with spaces", '<p><a href="a b(c)">x</a></p>', "[x](<a b(c)>)"),
    ("link with a title", '<p><a href="u" title="A &quot;t&quot;">x</a></p>', '[x](u "A \\"t\\"")'),
    ("place to link to", '<p><a name="x"></a>Text</p>', '<a id="x"></a>Text'),
    ("image", '<p><img src="a.png" alt="A [b]"></p>', "![A \\[b\\]](a.png)"),
    ("image of decoration", '<p>x<img src="a.png" alt=""></p>', 'x<img src="a.png" alt="">'),
    ("image without a text", '<p>x<img src="a.png"></p>', 'x<img src="a.png">'),
    ("image with a size", '<p>x <img src="a" alt="b" width="9"></p>',
     'x <img src="a" alt="b" width="9">'),
    ("steps", '<ol start="3"><li>One</li><li><p>Two</p><p>More</p></li></ol>',
     "3. One\n\n4. Two\n\n   More"),
    ("nested lists", "<ul><li>a<ol><li>b<ul><li>c</li></ul></li></ol></li><li>d</li></ul>",
     "- a\n  1. b\n     - c\n- d"),
    ("two lists in a row", "<ul><li>a</li></ul><ul><li>b</li></ul>", "- a\n\n* b"),
    ("code in a step", '<ol><li>Run<pre class="language-sh">a\n\nb</pre></li></ol>',
     "1. Run\n\n   ```sh\n   a\n\n   b\n   ```"),
    ("code with a fence", "<pre>```\nx\n```</pre>", "````\n```\nx\n```\n````"),
    ("quote", "<blockquote><p>a</p><ul><li>b</li></ul></blockquote>", "> a\n>\n> - b"),
    ("callout", '<div class="callout"><h3>Note</h3><p>a <b>b</b></p></div><p>c</p>',
     '<div class="callout">\n\n### Note\n\na **b**\n\n</div>\n\nc'),
    ("details", "<details><summary>More</summary><p>a</p></details>",
     "<details><summary>More</summary>\n\na\n\n</details>"),
    ("table", "<table><thead><tr><th>a<th>b|c<tbody><tr><td><p>1</p><td>2<br>3</table>",
     "| a | b\\|c |\n| --- | --- |\n| 1 | 2<br>3 |"),
    ("table without a header", "<table><tr><td>a</td></tr>\n\n<tr><td>b</td></tr></table>",
     "<table><tr><td>a</td></tr>\n<tr><td>b</td></tr></table>"),
    ("table with merged cells", '<table><tr><th colspan="2">a</th></tr></table>',
     '<table><tr><th colspan="2">a</th></tr></table>'),
    ("video", '<p>a</p><iframe src="https://v.example/1"></iframe>',
     'a\n\n<iframe src="https://v.example/1"></iframe>'),
    ("comment", "<p>a</p><!-- kbtool-ignore LNK001 -->\n<p>b</p>",
     "a\n\n<!-- kbtool-ignore LNK001 -->\n\nb"),
    ("signs that mean nothing", "<p># 1. * [a] _b_ `c` &lt;d&gt; a_b ~</p>",
     "\\# 1. \\* \\[a\\] \\_b\\_ \\`c\\` \\<d\\> a_b \\~"),
    ("line that looks like a step", "<p>1. a<br>- b<br>+ c</p>", "1\\. a\\\n\\- b\\\n\\+ c"),
    ("entity that is text", "<p>&amp;lt; &amp;copy; A&amp;B</p>", "&amp;lt; &amp;copy; A&amp;B"),
    ("no-break space", "<p>5&nbsp;kg</p>", "5&nbsp;kg"),
    ("heading like an anchor", "<h2>A {#b}</h2><p>x</p>", "## A &#123;#b}\n\nx"),
    ("definitions", "<dl><dt>a</dt><dd>b</dd></dl>", "<dl><dt>a</dt><dd>b</dd></dl>"),
]  # fmt: skip


@pytest.mark.parametrize(("html", "wanted"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_html_becomes_markdown_that_says_the_same(html, wanted):
    assert markdown(html) == wanted


@pytest.mark.parametrize(
    "html",
    [
        "<h2>a<p>b</p></h2>",
        '<p data-kbtool-ignore="LNK001">a <a href="x">here</a></p>',
        '<ol><li value="7">a</li></ol>',
        "<table><tr><td><pre>a\n\nb</pre></td></tr></table>",
        "<div>" * 100 + "a",
        '<p><a href="x" onclick="y()">a</a></p>',
    ],
)
def test_what_markdown_cannot_say_stays_html(html):
    assert markdown(html) is None


BREAKING = ["<b>", "</b>", "<p>", "<ul><li>", "<td>", "</table>", "<a href=x>", "<!--", "<pre>",
            "|", "\\", "`", "*", "_", "[", "](", "<br>", "&nbsp;", "\n\n", "    ", "# ", "1. ",
            "<h2>",
            "{#", "<div class=a>", "\0", "\r", "\u2028"]  # fmt: skip


@pytest.mark.parametrize("first", BREAKING, ids=repr)
@pytest.mark.parametrize("second", BREAKING, ids=repr)
def test_broken_html_is_the_same_article_or_stays_html(first, second):
    # convert() compares both readings itself; what is tested here is that it always comes back.
    for html in (f"<p>a {first}b{second} c</p>", f"{first}a{second}"):
        text = markdown(html)
        assert text is None or isinstance(text, str)


@pytest.mark.parametrize(
    "piece",
    [
        "<b>",
        "<div>",
        "<b>a</b>",
        "<br>",
        "<b> <i></i>",
        "<ul><li>a",
        "*_[]",
        "<code>`",
        "<p>a",
        "<td>",
    ],
)
def test_bodies_of_a_hundred_thousand_characters_come_back(piece):
    html = piece * (60_000 // len(piece))
    text = markdown(html)
    assert text is None or text
