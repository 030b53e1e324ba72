"""Every word that a reader of the page sees is a word of the article, and no other."""

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from kbtool.testing import parse

RENDERER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def words_of_page(text):
    """Words of the rendered page, sorted: tags and comments are not seen."""
    page = re.sub(r"<!--.*?-->", " ", RENDERER.render(text), flags=re.DOTALL)
    return sorted(re.findall(r"\w+", html.unescape(re.sub(r"</?[A-Za-z][^>]*>", " ", page))))


def words_of_article(text):
    """Words of all prose and code, sorted."""
    article = parse(text)
    prose = [block.prose.text for block in article.blocks]
    code = [code.text for code in article.code if not code.inline]
    return sorted(re.findall(r"\w+", " ".join(prose + code)))


TEXTS = [
    "one *two* **three** _four_ __five__ ~~six~~ `seven eight` ***nine***\n",
    "# One\n\n## Two ##\n\nThree\n===\n\nFour\n---\n\nfive\n",
    "- one\n- two\n  - three\n\n    four\n\n1. five\n   1. six\n3) seven\n",
    "| one | two |\n|---|:-:|\n| three | `four` |\n| five |\n| six | seven | eight |\n",
    "one | two\n--|--\nthree | four \\| five\n\nsix\n",
    "[one](x) [two][r] [r] <http://three.four> http://five.six ![alt](y)\n\n[r]: /seven 'eight'\n",
    "> one\n> two\n>\n> > three\nfour\n",
    "one\\\ntwo  \nthree\nfour<br>five<br/>six\n",
    "&amp; &copy; &#65; &#x42; &nope; one &lt;two&gt; \\*three\\* a&b\n",
    "```py\none two\n```\n\n    three four\n\n~~~\nfive\n",
    "one <span class='x'>two</span> <kbd>three</kbd> <b>four</b> <!-- five --> six\n",
    "<p>one <b>two</b></p>\n<p>three</p>\n",
    "<div>one</div><div>two\n\n**three**\n\n</div>\n",
    "<details>\n<summary>one</summary>\n\ntwo\n\n</details>\n\nthree\n",
    "<h2 id='x'>one</h2>two three\n",
    "<ul><li>one<li>two</ul>\n<ol>\n<li>three</li>\n</ol>\n",
    "<table><tr><th>one</th></tr><tr><td>two</td><td>three</td></tr></table>\n",
    "<div><svg/>one <svg><path d='x'/></svg>two <math />three</div>\n",
    "<!-- one -->\ntwo\n\n<!-- three\n\nfour --> five\n\nsix\n",
    "<div title='one'>two &amp; &eacute;t&eacute; < three > four</div>\n",
    "<p\nclass='x'>one</p>\n<iframe src='x'></iframe>two<video></video>\n",
    "a < b > c <d e\n\n<notatag\n\nf <3 g\n",
    "* * *\n\none\n\n---\ntwo\n",
    "- [ ] one\n- [x] two\n-\n- three\n",
    "1986\\. one\n\n2. two\n",
    "\tone\n\n- two\n\n\tthree\n",
    "one\u00a0two\u2028three\u200bfour \u3000five 漢字 é e\u0301\n",
    "{{ one }} {% two %} %three% ${four}\n",
]  # fmt: skip


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=ascii)
def test_no_word_of_the_page_is_lost_or_made_up(text, ending):
    assert words_of_article(text.replace("\n", ending)) == words_of_page(text)
    assert words_of_page(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<script>one</script>\ntwo\n", ["two"]),
        ("<style>\none\n</style>\ntwo\n", ["two"]),
        ("<textarea>one\ntwo</textarea>\nthree\n", ["three"]),
        ("<p>one <script>two</script> three</p>\n", ["one", "three"]),
        ("<div><template>one</template>two</div>\n", ["two"]),
        ("<div><svg><text>one</text></svg>two</div>\n", ["two"]),
        ("# One {#two}\n", ["One"]),
        ("---\ntitle: one\n---\n\ntwo\n", ["two"]),
        ("![one](two 'three')\n", []),
        ("<img alt='one' src=two>\n\nthree\n", ["three"]),
        ("[//]: # (one)\n\ntwo\n", ["two"]),
    ],
)
def test_words_that_are_no_prose_are_left_out(text, words):
    assert words_of_article(text) == sorted(words)


WORDS = st.sampled_from(["card", "refund", "é", "42", "a_b", "x-y", "pin.", "(fee)", "it's"])
SPACES = st.sampled_from([" ", "\n", "  \n", "\\\n", " \t"])
FRAMES = ["{}", "*{}*", "**{}**", "~~{}~~", "`{}`", "[{}](u)", "_{}_", "<b>{}</b>", "&quot;{}"]
INLINE = st.builds(str.format, st.sampled_from(FRAMES), WORDS)
LINES = st.lists(st.tuples(INLINE, SPACES), min_size=1, max_size=6).map(
    lambda parts: "".join(word + space for word, space in parts).strip(" \t\n\\")
)
STARTS = ["", "# ", "> ", "- ", "1. ", "- - ", "> 1. ", "    ", "|", "<p>", "<div>", "```\n"]
BLOCKS = st.builds(str.__add__, st.sampled_from(STARTS), LINES)
DOCUMENTS = st.lists(BLOCKS, max_size=6).map("\n\n".join) | st.lists(BLOCKS, max_size=6).map(
    "\n".join
)


@settings(deadline=None, max_examples=100)
@given(DOCUMENTS)
def test_no_word_is_lost_however_blocks_are_put_together(text):
    assert words_of_article(text) == words_of_page(text)
