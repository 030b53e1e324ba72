"""What fuzzing feeds to readers: pieces that they look for, joined at random, and any bytes.

Bytes that mean something to a reader come up far too seldom among all bytes, so most inputs are
made of pieces of the format, some whole, some broken, some of another format.
"""

from __future__ import annotations

from hypothesis import strategies as st

MARKDOWN = [
    "# ", "## ", "> ", "- ", "1. ", "* ", "\t", "  ", "    ", "\n", "\n\n", "\r\n", "\r", "|",
    "|---|---|\n", "| a | b |\n", "\\|", "**", "*", "_", "`", "```\n", "~~", "[", "]", "(", ")",
    "](x)", "](../a.md#b)", "![", "[a]: http://q\n", "[a]", "<http://a.b>", "---\n", "===\n",
    "- [ ] ", "&amp;", "&#x110000;", "\\", "{#id}", "{{ x }}", "http://x.y/z.", "me@example.com",
    "Click here", "Note: ", "e.g. ", "v1.2.3 ", "12,50 ", "Please ", "is done by us. ",
    "2026-02-30", "<!-- kbtool-ignore ", "<!-- kbtool-ignore-next-line: tone -->\n", "-->",
    "TODO", "lorem ipsum",
]  # fmt: skip
HTML = [
    "<p>", "</p>", "<b>", "</b>", "<i", "<a href='", "'>", '">', "</a>", "<h2 id=i>", "</h2>",
    "<ul>", "<li>", "</ul>", "<ol start=3>", "<table>", "<tr>", "<td>", "<th colspan=2>",
    "</table>", "<pre>", "<code>", "</code>", "<img src=x alt=", "<br>", "<hr/>", "<!--", "-->",
    "<div hidden>", "<div aria-hidden=true>", "</div>", "<script>", "</script>", "<style>",
    "<svg>", "<math>", "<template>", "<details><summary>", "<iframe src=x>", "<video>",
    "<!DOCTYPE html>", "<html lang=", "<head><title>", "<body>", "<meta charset=utf-8>",
    "<textarea>", "<select><option>", "&lt;", "&nbsp;", "&#0;", "&#xD800;", "&copy", "<![CDATA[",
    "]]>", "<?php", "<p data-kbtool-ignore=",
]  # fmt: skip
YAML = [
    "title: ", "id: ", "locale: ", "labels: ", "reviewed: ", "2024-02-30", "[", "]", "{", "}",
    "&a ", "*a", "<<: ", "- ", "|\n", ">-\n", "'", '"', "#", "!!python/object:x ", "!!int ",
    "? ", ": ", "\n", "\n  ", "~", "NO", "010", "1.10", ".inf", "\t", "%YAML 1.1\n", "...\n",
    "---\n",
]  # fmt: skip
JSON = [
    "{", "}", "[", "]", ",", ":", '"', '"id":', '"title":"T"', '"body":"<p>x"', '"text":"How?"',
    '"articles":[', '"conversations":[', '"comments":[', '"type":"article"',
    '"html_url":"http://a/b"', '"created_at":"2026-08-01T10:00:00Z"', '"created_at":1785500000',
    "null", "true", "NaN", "1e999", "-0", "9" * 40, '"\\ud800"', '"\\u0000"', "\n", '"id":1,',
    '"locale":"de",', '"draft":false,', '"sender":"user"', '"requester_id":7,',
    '"subject":"Re: x",', '"author_id":7', '"parts":{',
]  # fmt: skip
CSV = [
    '"', '""', ",", ";", "\t", "|", "\n", "\r\n", "\r", "id,text\n", "question;date\n",
    "sep=;\n", "text\n", "=1+1", "@x", "How do I pay?", "01.08.2026",
    "2026-08-01T10:00:00+99:00", "1e400", "a@b.example", "4111 1111 1111 1111", "<p>x</p>",
    "On Monday, A wrote:\n> x", "-- \nA", "{", "[",
]  # fmt: skip
TOML = [
    "[lint]\n", "[gaps]\n", "[[overrides]]\n", "[[rule]]\n", "[report]\n", "[privacy]\n",
    "select = ", "articles = ", "questions = ", "extend = ", "plugins = ", '["ALL"]', '["x"]',
    '"x"', "'x'", "3", "-1", "1e9", "true", "2026-11-22", "today = ", "kind = ", '"forbid"',
    "patterns = ", '["re:(a+)+$"]', "name = ", "message = ", "files = ", '["**"]',
    "rules.x.y = ", "min-askers = ", "\n", "{", "}", "[", "]", "#", '"""', "threshold = ", "inf",
    "preset = ", '"strict"',
]  # fmt: skip
SHEET = [
    '<row r="1">', '<row r="2">', '<row r="1048577">', '<row r="-3">', "<row>", "</row>",
    '<c r="A1" t="inlineStr"><is><t>', "</t></is></c>",
    '<row r="1"><c t="inlineStr"><is><t>question</t></is></c></row>', '<row r="999999999">',
    '<c r="B2" t="s"><v>0</v></c>', '<c t="s"><v>99</v></c>', '<c r="ZZZZ1"><v>1</v></c>',
    '<c t="d"><v>2026-08-01</v></c>', '<c t="b"><v>2</v></c>', '<c t="e"><v>#REF!</v></c>',
    '<c s="1"><v>46000.5</v></c>', '<c s="7"><v>1e400</v></c>', "<c><f>1+1</f><v>2</v></c>",
    "<c><v>", "</v></c>", '<dimension ref="A1:XFD1048576"/>', "<sheetData/>", "&amp;", "&x;",
    '<mergeCell ref="A1:B9"/>', "<is>", "</is>", "<!-- ", "-->", "<![CDATA[", "]]>", "question",
    "date",
]  # fmt: skip
TESTS = [
    "tests:\n", "- article: ", "  asks:\n", "  - ", "handoff: [", "must_not_answer:\n", "within: ",
    "passage: ", "seeded: true\n", "refunds\n",
]  # fmt: skip
GAPS = [
    '[gap."g1"]\n',
    "[gap.g2]\n",
    "[gap]\n",
    'status = "dismissed"\n',
    'reason = "x"\n',
    'owner = "Ann"\n',
]
ODD = [
    "\ufeff", "\x00", "é", "é", "👩\u200d👩\u200d👧", "\u2028", "\x0c", "\x85", "\xa0", "\u202e",
    "\u200b", "漢字", "วิธี", "İ", "ﬁ", "\x1b]52;c;x\x07", "\U000e0041", "\uffff", "a" * 300,
]  # fmt: skip
RAW = [
    b"\xff\xfe",
    b"\xfe\xff",
    b"\xef\xbb\xbf",
    b"\xe9",
    b"\xc3",
    b"\xed\xa0\x80",
    b"\x1f\x8b\x08",
]


def text_of(*pieces: list[str], most: int = 40) -> st.SearchStrategy[str]:
    """Texts made of pieces, odd characters and whatever else."""
    known = [piece for some in pieces for piece in some]
    parts = st.one_of(*6 * [st.sampled_from(known)], st.sampled_from(ODD), st.text(max_size=4))
    return st.lists(parts, max_size=most).map("".join)


def bytes_of(*pieces: list[str]) -> st.SearchStrategy[bytes]:
    """Bytes of such texts, some with bytes between that are no text."""
    raw = st.sampled_from(RAW) | st.binary(max_size=3)
    known = [piece.encode("utf-8", "surrogatepass") for some in pieces for piece in some]
    mixed = st.lists(st.sampled_from(known) | raw, max_size=40).map(b"".join)
    return text_of(*pieces).map(lambda text: text.encode("utf-8", "surrogatepass")) | mixed


WORDS = ["How do I reset my password?", "card", "the app says", "help", "Pay", "12", "€", "?", " "]
"""Of questions and articles."""

ARTICLES = text_of(MARKDOWN, HTML, WORDS)
PAGES = text_of(HTML, WORDS)
FRONT_MATTER = text_of(YAML, WORDS)
QUESTION_TESTS = text_of(YAML, TESTS, WORDS)
DECISIONS = text_of(TOML, GAPS)
CONFIGURATIONS = text_of(TOML)
EXPORTS = bytes_of(JSON, HTML, WORDS)
LOGS = bytes_of(CSV, JSON, WORDS)
SHEETS = text_of(SHEET, WORDS)
QUESTIONS = text_of(CSV, HTML, WORDS)
