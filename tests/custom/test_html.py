"""Rules of a configuration in articles of HTML: the same texts, at exact places."""

import pytest

from kbtool.linter import build_knowledge_base, lint
from kbtool.model import Source
from kbtool.parse import parse_html
from kbtool.rule import ActiveRule, set_options
from kbtool.testing import TODAY, describe

PAGE = """\
<h1>Foobank</h1>
<p>A <b>Foo</b>bank &amp; <a href="foobank">a Foobank</a></p>
<ol><li>Foobank</li></ol>
<blockquote><p>Foobank</p></blockquote>
<table><tr><td>Foobank</td></tr></table>
<p><img alt="x Foobank" src="foobank.png"><code>Foobank</code></p>
"""


@pytest.fixture
def find_in_html():
    """Places and texts of what a rule finds in a page."""

    def find_all(rule, text):
        article = parse_html(Source("a.html", text))
        active = [ActiveRule(rule, set_options(rule, {}))]
        result = lint(build_knowledge_base([article], active, TODAY), [article], active)
        return [describe(finding, text) for finding in result.findings]

    return find_all


@pytest.mark.parametrize(
    ("scope", "places"),
    [
        ("title", ["1:5 Foobank"]),
        ("heading", ["1:5 Foobank"]),
        ("paragraph", ["2:9 Foo</b>bank", "2:47 Foobank"]),
        ("link", ["2:47 Foobank"]),
        ("step", ["3:9 Foobank"]),
        ("quote", ["4:16 Foobank"]),
        ("table", ["5:16 Foobank"]),
        ("alt", ["6:16 Foobank"]),
    ],
)
def test_forbid_looks_at_its_scope_alone(build, find_in_html, scope, places):
    assert find_in_html(build("forbid", phrases=["foobank"], scope=[scope]), PAGE) == places


@pytest.mark.parametrize(
    ("kind", "keys", "places"),
    [
        ("prefer", {"replacements": {"foobank": "bank"}, "scope": ["step"]}, ["3:9 Foobank"]),
        ("count", {"max": 2, "per": "paragraph"}, None),
        ("count", {"phrases": ["foobank"], "max": 3}, ["1:5 Foobank"]),
        ("consistent", {"either": {"a": "foobank"}, "scope": ["quote"]}, []),
        ("consistent", {"either": {"foobank": "a"}, "scope": ["paragraph"]}, ["2:4 A", "2:45 a"]),
        ("require_if", {"if": ["foobank"], "then": ["money"]}, ["1:5 Foobank"]),
        ("require_if", {"if": ["foobank"], "then_links": ["foobank"]}, []),
        ("require_heading", {"headings": ["Fees"]}, ["1:5 Foobank"]),
        ("require_meta", {"key": "owner"}, ["1:5 Foobank"]),
    ],
)
def test_each_kind_finds_its_places(build, find_in_html, kind, keys, places):
    found = find_in_html(build(kind, **keys), PAGE)
    if places is None:  # a whole paragraph, markup and all
        places = [f"2:4 {PAGE.splitlines()[1][3:-8]}"]
    assert found == places
