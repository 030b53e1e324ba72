"""Rules about structure in articles that are HTML files."""

from datetime import date

import pytest

from kbtool.linter import build_knowledge_base, lint
from kbtool.model import Source
from kbtool.parse import parse_html
from kbtool.rule import Selection, configure
from kbtool.rules import all_rules

PAGE = "<!doctype html><html><head><title>Cards</title></head><body>{}</body></html>"


def found(code, body, **options):
    """Marked text of each finding of a rule in a page, and its message."""
    article = parse_html(Source("a.html", PAGE.format(body)))
    rules = configure(all_rules(), Selection(select=[code], options={code: options}))
    result = lint(build_knowledge_base([article], rules, date(2026, 11, 22)), [article], rules)
    assert not result.faults
    return [(article.source.slice(f.span), f.message) for f in result.findings]


@pytest.mark.parametrize(
    ("code", "options", "body", "marked", "said"),
    [
        ("STR004", {}, "<h1>Cards</h1><h5>Fees</h5>", "Fees", "level 5"),
        ("STR007", {}, "<h1>Cards</h1><h2>Fees</h2>a<h2>Fees</h2>b", "Fees", "line 1"),
        ("STR009", {"shortest": 0}, "<h1>Cards</h1><ul><li>One</ul>", "Cards", "first list"),
        ("STR009", {"shortest": 0}, "<h2>Fees</h2><p>None.</p>", "Cards", "first heading"),
        ("STR011", {"words": 3}, "<h1>Cards</h1><p>You can freeze them.</p>", "Cards", "4 words"),
        ("STR013", {"words": 3}, "<p>You can freeze them.</p>", "Cards", "no heading"),
        ("STR016", {"info": 1}, "<ol><li>Open the app.<li>Tap the card.</ol>", "Open the app.",
         "2 steps"),
        ("STR017", {"words": 2}, "<ol><li>Open it, enter a limit, and save the form.</ol>",
         "Open it, enter a limit, and save the form.", "open, enter, save"),
        ("STR020", {}, "<table><tr><td>a<td>b<tr><td>c<td>d</table>", "a", "no header"),
        ("STR021", {}, "<h1>Cards</h1><h2>Order a bag</h2><h2>Close the branch</h2>",
         "Close the branch", "tasks of their own"),
        ("HYG001", {}, "<p>A re\u200bfund", "\u200b", "U+200B"),
    ],
)  # fmt: skip
def test_rule_finds_it_in_a_page(code, options, body, marked, said):
    ((text, message),) = found(code, body, **options)
    assert text == marked
    assert said in message


@pytest.mark.parametrize(
    ("code", "body"),
    [
        ("STR007", "<h1>Cards</h1><h2>Fees</h2><h3>Card</h3><h2>Limits</h2><h3>Card</h3>"),
        ("STR009", "<h1>Cards</h1><p>With a card you can pay in every shop.<h2>Fees</h2>"),
        ("STR020", "<table><tr><th>a<td>b<tr><th>c<td>d</table>"),
        ("STR020", "<table><tr><th>a<th>b<tr><td>c<td><input><tr><td>c<td><svg></svg></table>"),
        ("HYG001", "<!-- a\u200bb --><p>caf\u00e9&nbsp;&nbsp;x</p>"),
    ],
)
def test_rule_leaves_it_alone_in_a_page(code, body):
    assert found(code, body) == []


def test_safe_fix_touches_nothing_but_the_character():
    article = parse_html(Source("a.html", "<p>A re\u200bfund <b>\u200bx</b></p>"))
    rules = configure(all_rules(), Selection(select=["HYG001"]))
    result = lint(build_knowledge_base([article], rules, date(2026, 11, 22)), [article], rules)
    assert [bool(f.edit) for f in result.findings] == [True, False]
