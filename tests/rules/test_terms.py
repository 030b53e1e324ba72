"""A rule is asked about an article only where its terms stand in it, and that loses nothing."""

from pathlib import Path

import pytest

from kbtool.linter import RuleSet
from kbtool.model import KnowledgeBase
from kbtool.rule import ActiveRule, set_options
from kbtool.rules import all_rules
from kbtool.testing import TODAY, parse, read_cases

TERMED = [rule for rule in all_rules() if rule.terms]
TEXTS = [
    (path, text)
    for fixture in sorted(Path(__file__).parent.glob("*/*.txt"))
    for case in read_cases(fixture)
    for path, text in {"article.md": case.text, **case.others}.items()
]
ARTICLES = [parse(text, path) for path, text in TEXTS]


def hits_of(rule, options, article):
    """Everything that a rule sees in one article, asked without a look at its terms."""
    if not rule.speaks(article.locale):
        return []
    found = list(rule.check(article, KnowledgeBase((), TODAY), options)) if rule.check else []
    facts = rule.survey(article, options) if rule.survey else None
    return [*found, *([facts] if facts is not None else [])]


@pytest.mark.parametrize("rule", TERMED, ids=lambda rule: rule.name)
def test_no_article_without_a_term_has_anything_to_find(rule):
    options = rule.options()
    missed = [
        article.source.text
        for article in ARTICLES
        if rule.terms(options).isdisjoint(article.running.terms) and hits_of(rule, options, article)
    ]
    assert missed == []


@pytest.mark.parametrize("rule", TERMED, ids=lambda rule: rule.name)
def test_a_rule_is_needed_exactly_where_one_of_its_terms_stands(rule):
    active = ActiveRule(rule, set_options(rule, {}))
    for article in ARTICLES:
        needed = list(RuleSet.of([active]).for_locale("en").needed(article))
        assert bool(needed) == bool(active.terms & article.running.terms)


def test_rules_come_in_their_order_whatever_calls_for_them():
    rules = [ActiveRule(rule, rule.options()) for rule in all_rules()]
    article = parse("Please make a decision prior to clicking on the image below.\n", "a.md")
    needed = list(RuleSet(rules).for_locale("en").needed(article))
    assert [a.rule.code for a in needed] == sorted(a.rule.code for a in needed)
    assert len(needed) < len(rules)


def test_a_set_of_a_set_is_the_same_one():
    rules = RuleSet(ActiveRule(rule, rule.options()) for rule in all_rules())
    assert RuleSet.of(rules) is rules
