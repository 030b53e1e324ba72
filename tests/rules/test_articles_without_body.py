"""Every rule on articles with nothing in them: exports hold such."""

from datetime import date

import pytest

from kbtool.linter import lint
from kbtool.model import KnowledgeBase
from kbtool.rule import Selection, configure
from kbtool.rules import all_rules
from kbtool.testing import parse


@pytest.mark.parametrize("text", ["", "---\ntitle: Nothing yet\n---\n", "# Nothing yet\n", "\n\n"])
@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_no_rule_raises_on_an_article_without_a_body(text, name):
    article = parse(text, name)
    kb = KnowledgeBase.of([article], date(2026, 1, 1))
    every = configure(all_rules(), Selection(select=["ALL"]))
    assert lint(kb, [article], every).faults == ()
