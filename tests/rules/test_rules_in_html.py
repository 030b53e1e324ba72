"""Every rule says of an article in HTML what it says of the same article in Markdown."""

import html
import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from kbtool.linter import build_knowledge_base, lint
from kbtool.model import Source
from kbtool.parse import parse_html
from kbtool.parse.front_matter import read_front_matter
from kbtool.rule import ActiveRule, set_options
from kbtool.rules import all_rules
from kbtool.testing import TODAY, parse, read_cases

HERE = Path(__file__).parent
MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
SIGNS = re.compile(r"!\[|\]\([^)]*\)|[*_`#>\[\]|]|^\s*[-+]\s|^\s*\d+[.)]\s", re.MULTILINE)

OF_MARKDOWN_ALONE = {
    "IMG001": "Markdown cannot leave an alternative text out, nor mark an image as decoration",
    "IMG004": "an image has no words to compare",
    "HYG001": "entities and addresses are written in other ways",
    "HYG004": "HTML within Markdown is all HTML here",
    "LNK001": "an image has no words to compare",
    "LNK002": "an address that is no link in Markdown is text in HTML, and the other way round",
    "LNK003": "as above",
    "LNK004": "headings have no anchors of their own in HTML, only ids",
    "LNK005": "lines are counted otherwise",
    "LNK008": "brackets are text in HTML",
    "LNK009": "an address that is no link in Markdown is text in HTML",
    "MET005": "front matter that never ends is text in HTML",
    "STR001": "as above",
    "STR007": "lines are counted otherwise",
    "STR015": "the alternative text of an image is no text in HTML",
    "CLR007": "only Markdown has footnotes that explain acronyms",
}
"""Rules of which some cases differ, and why; of all others none does."""


def to_html(text):
    """The same article in HTML, its front matter as it is."""
    end = read_front_matter(text).front_matter.span.end
    return text[:end] + MARKDOWN.render(text[end:])


def find(rule, article, others, options):
    """Marked words and message of each finding."""
    active = ActiveRule(rule, set_options(rule, options))
    kb = build_knowledge_base([article, *others], [active], TODAY)
    result = lint(kb, [article], [active])
    assert result.faults == ()
    return [
        (words(article.source.slice(finding.span)), finding.message) for finding in result.findings
    ]


def words(text):
    """Words of a piece of source, without its markup."""
    plain = html.unescape(re.sub(r"<[^>]*>", " ", text))
    return " ".join(re.findall(r"\w+", SIGNS.sub(" ", plain)))


def all_cases():
    for rule in all_rules():
        stem = f"{rule.code.lower()}_{rule.name.replace('-', '_')}"
        path = HERE / rule.family.lower() / f"{stem}.txt"
        if rule.default and rule.module and rule.code not in OF_MARKDOWN_ALONE:
            for case in read_cases(path):
                yield pytest.param(rule, case, id=f"{rule.name}: {case.title}")


@pytest.mark.parametrize(("rule", "case"), list(all_cases()))
def test_findings_are_the_same_in_html(rule, case):
    others = [parse(text, path) for path, text in case.others.items()]
    markdown = find(rule, parse(case.text), others, case.options)
    article = parse_html(Source("article.html", to_html(case.text)))
    assert find(rule, article, others, case.options) == markdown


@pytest.mark.parametrize("code", OF_MARKDOWN_ALONE)
def test_rules_that_differ_find_much_of_it_all_the_same(code):
    (rule,) = (rule for rule in all_rules() if rule.code == code)
    stem = f"{code.lower()}_{rule.name.replace('-', '_')}"
    same = []
    for case in read_cases(HERE / rule.family.lower() / f"{stem}.txt"):
        others = [parse(text, path) for path, text in case.others.items()]
        article = parse_html(Source("article.html", to_html(case.text)))
        found = find(rule, article, others, case.options)
        same.append(found == find(rule, parse(case.text), others, case.options))
    assert sum(same) >= len(same) / 3
    assert not all(same), "take it off the list"


@pytest.mark.parametrize(
    ("code", "text", "marked"),
    [
        ("LNK001", "<p>See <a href='b'>click&nbsp;<b>he</b>re</a>.</p>", "click&nbsp;<b>he</b>re"),
        ("CLR004", "<p>In&#32;<em>order</em> to pay&hellip;</p>", "In&#32;<em>order</em> to"),
        ("CLR011", "<p>Pay the <b>the</b> fee &amp; go.</p>", "the <b>the"),
        ("TON001", "<p>It&#8217;s easy: <i>simply</i> pay.</p>", "simply"),
        ("UIT001", "<li>Click <span>on</span> <b>R&amp;D</b></li>", "Click <span>on"),
        ("LNK001", "<a\n  href='x'\n>here</a>", "here"),
    ],
)
def test_places_are_exact_through_entities_and_tags(code, text, marked):
    (rule,) = (rule for rule in all_rules() if rule.code == code)
    article = parse_html(Source("article.html", text))
    kb = build_knowledge_base([article], [], TODAY)
    spans = [hit.span for hit in rule.check(article, kb, rule.options())]
    assert [article.source.slice(span) for span in spans] == [marked]


PAGE = """\
<!doctype html><html lang="en"><head><title>Pay a bill</title></head><body>
<header><a href="/">here</a></header>
<nav><ul><li><a href="/b">more</a></li></ul></nav>
<main><h1>Pay a bill</h1><p>See <a href="/c">here</a>.</p></main>
<aside><a href="/d">more</a></aside>
<footer><a href="/e">here</a><script>var a = '<a href="x">here</a>';</script></footer>
</body></html>
"""


def test_what_frames_a_page_is_no_part_of_its_article():
    (rule,) = (rule for rule in all_rules() if rule.code == "LNK001")
    article = parse_html(Source("page.html", PAGE))
    kb = build_knowledge_base([article], [], TODAY)
    hits = list(rule.check(article, kb, rule.options()))
    assert [article.source.position(hit.span.start).line for hit in hits] == [4]
