"""Patterns that would run for years end their rule, whatever kind it is of."""

import pytest

from kbtool.linter import build_knowledge_base, lint
from kbtool.rule import ActiveRule, set_options
from kbtool.testing import TODAY, parse

EVIL = "re:(?:a+)+$"
LONG = "a" * 3_000 + "b"
ARTICLE = f"# {LONG}\n\n{LONG} [x](x{LONG})\n"


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        ("forbid", {"phrases": [EVIL]}),
        ("forbid", {"phrases": [LONG[1:]], "exceptions": [EVIL, "re:b+"]}),
        ("prefer", {"replacements": {EVIL: "a"}}),
        ("count", {"phrases": [EVIL], "max": 1}),
        ("consistent", {"either": {EVIL: "b"}}),
        ("require_if", {"if": [EVIL], "then": ["b"]}),
        ("require_if", {"if": ["x"], "then_links": [EVIL]}),
        ("require_heading", {"headings": [EVIL]}),
        ("require_heading", {"headings": ["b"], "when": [EVIL]}),
    ],
)
def test_rule_with_an_evil_pattern_ends_and_says_so(build, monkeypatch, kind, keys):
    monkeypatch.setattr("kbtool.language.user_patterns.SECONDS", 0.05)
    rule = build(kind, **keys)
    active = [ActiveRule(rule, set_options(rule, {}))]
    article = parse(ARTICLE)
    result = lint(build_knowledge_base([article], active, TODAY), [article], active)
    assert result.findings == ()
    if "exceptions" not in keys:  # those are not asked where no phrase stands
        assert [fault.stopped for fault in result.faults] == [True]
        assert "takes too long" in result.faults[0].error
