"""Every rule says of an article in HTML what it says of the same article in Markdown."""

import html
import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from kbtool.fixer import apply_edits
from kbtool.linter import build_knowledge_base, lint
from kbtool.model import Source, Span
from kbtool.parse import parse_html, parse_markdown
from kbtool.parse.front_matter import read_front_matter
from kbtool.rule import ActiveRule, set_options
from kbtool.rules import all_rules
from kbtool.testing import TODAY, describe, edits, parse, read_cases

HERE = Path(__file__).parent
MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
MARKDOWN.validateLink = lambda _address: True  # a file or a script too is judged by the rules
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


def find_all(rule, article, others, options):
    """All findings of a rule in an article."""
    active = ActiveRule(rule, set_options(rule, options))
    kb = build_knowledge_base([article, *others], [active], TODAY)
    result = lint(kb, [article], [active])
    assert result.faults == ()
    return result.findings


def find(rule, article, others, options):
    """Marked words and message of each finding."""
    findings = find_all(rule, article, others, options)
    return [(words(article.source.slice(finding.span)), finding.message) for finding in findings]


def words(text):
    """Words of a piece of source, without its markup."""
    plain = html.unescape(re.sub(r"<[^>]*>", " ", text))
    return " ".join(re.findall(r"\w+", SIGNS.sub(" ", plain)))


def all_cases(without=()):
    for rule in all_rules():
        stem = f"{rule.code.lower()}_{rule.name.replace('-', '_')}"
        path = HERE / rule.family.lower() / f"{stem}.txt"
        if rule.default and rule.module and rule.code not in without:
            for case in read_cases(path):
                yield pytest.param(rule, case, id=f"{rule.name}: {case.title}")


@pytest.mark.parametrize(("rule", "case"), list(all_cases(OF_MARKDOWN_ALONE)))
def test_findings_are_the_same_in_html(rule, case):
    others = [parse(text, path) for path, text in case.others.items()]
    markdown = find(rule, parse(case.text), others, case.options)
    article = parse_html(Source("article.html", to_html(case.text)))
    assert find(rule, article, others, case.options) == markdown


def mend(rule, case, article, parse_as):
    """Text of each block after all fixes, and how many there were."""
    others = [parse(text, path) for path, text in case.others.items()]
    made = list(edits(find_all(rule, article, others, case.options)))
    text = apply_edits(article.source.text, made)
    return len(made), [block.prose.text for block in parse_as(Source("article", text)).blocks]


@pytest.mark.parametrize(("rule", "case"), list(all_cases(OF_MARKDOWN_ALONE)))
def test_fixes_are_the_same_in_html(rule, case):
    if rule.fix == "none":
        return
    in_markdown, texts = mend(rule, case, parse(case.text), parse_markdown)
    article = parse_html(Source("article.html", to_html(case.text)))
    in_html, html_texts = mend(rule, case, article, parse_html)
    if in_markdown == in_html:  # entities and tags may be in the way of a fix, or not
        assert html_texts == texts


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


SEEN_AS_WRITTEN = {
    "HYG001": "a character that is written as an entity is there on purpose",
    "CLR011": "words in different elements may rightly be the same",
    "UIT003": "an element around a label may set it apart, as bold does",
}
"""Rules for which it matters how a word is written, and why."""

PIECES = re.compile(
    r"""<!--.*?-->|<(pre|code|title)\b.*?</\1>|<(?:"[^"]*"|'[^']*'|[^>"'])*>|&#?\w+;|\w+|.""",
    re.DOTALL,
)


def disguise(text):
    """The same HTML with entities for letters and signs and with words in elements of their own.

    Returns it with the places at which a piece of the text begins, and ends, in it.
    """
    parts, starts, ends, length = [], {}, {}, 0
    for number, match in enumerate(PIECES.finditer(text)):
        piece = before = match[0]
        opening = closing = ""
        if piece[0] not in "<&" and piece.isprintable() and piece.strip():
            opening, closing = ("<span>", "</span>") if number % 3 == 0 else ("", "")
            before = f"&#{ord(piece[0])};{piece[1:]}" if number % 3 == 1 else piece
        grown = len(before) - len(piece)
        at = length + len(opening)
        for index in range(len(piece)):
            starts[match.start() + index] = at + index + grown * (index > 0)
            ends[match.start() + index + 1] = at + index + 1 + grown
        parts += opening, before, closing
        length = at + len(before) + len(closing)
    return "".join(parts), starts, ends


@pytest.mark.parametrize(("rule", "case"), list(all_cases(SEEN_AS_WRITTEN)))
def test_places_are_the_same_through_entities_and_elements(rule, case):
    others = [parse(text, path) for path, text in case.others.items()]
    text = to_html(case.text)
    end = read_front_matter(text).front_matter.span.end
    plain = find_all(rule, parse_html(Source("article.html", text)), others, case.options)
    changed, starts, ends = disguise(text[end:])
    article = parse_html(Source("article.html", text[:end] + changed))
    found = find_all(rule, article, others, case.options)

    def moved(span):
        if span.start < end:
            return span
        first = starts.get(span.start - end, len(changed)) + end
        return Span(first, ends[span.end - end] + end if span.end > span.start else first)

    moves = [without_tags(moved(finding.span), article) for finding in plain]
    assert [without_tags(finding.span, article) for finding in found] == moves


def without_tags(span, article):
    """Span without tags at its edges: what a whole line is marked for begins with them."""
    text = article.source.slice(span)
    inner = re.sub(r"^(<[^>]*>|\s)+", "", text)
    start = span.end - len(inner)
    return Span(start, start + len(re.sub(r"(<[^>]*>|\s)+$", "", inner)))


def html_cases():
    """Cases in HTML of rules whose cases in Markdown mean something else there."""
    for path in sorted((HERE / "html").glob("*.txt")):
        (rule,) = (r for r in all_rules() if path.stem.startswith(r.code.lower()))
        for case in read_cases(path):
            yield pytest.param(rule, case, id=f"{rule.name}: {case.title}")


@pytest.mark.parametrize(("rule", "case"), list(html_cases()))
def test_cases_in_html_have_these_places(rule, case):
    article = parse_html(Source("article.html", case.text))
    others = [parse_html(Source(path, text)) for path, text in case.others.items()]
    found = find_all(rule, article, others, case.options)
    assert [f"{describe(f, case.text)} | {f.message}" for f in found] == list(case.expected)


def test_rules_that_differ_have_cases_in_html():
    stems = {path.stem.partition("_")[0].upper() for path in (HERE / "html").glob("*.txt")}
    assert stems == OF_MARKDOWN_ALONE.keys() | SEEN_AS_WRITTEN.keys()


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
