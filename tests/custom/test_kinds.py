"""Each kind of rule of a configuration: what it finds, where, and what it leaves alone."""

import pytest

from kbtool.fixer import apply_edits
from kbtool.linter import gather, survey_article
from kbtool.model import KnowledgeBase, Outline
from kbtool.rule import ActiveRule, set_options
from kbtool.testing import TODAY, check_rule, parse

ARTICLE = """\
---
title: Foobank and you
summary: All about Foobank
tags: [a, b]
---

Ask Foobank. See [Foobank](https://x.org/foobank) and `Foobank`.

## Foobank

1. Open Foobank.
- Or Foobank.

> Foobank said so.

| Foobank |
| --- |
| x |

![Foobank logo](f.png)
"""
SCOPES = {
    (): ["2:8", "7:5", "7:19", "9:4", "11:9", "12:6", "14:3", "16:3"],
    ("title",): ["2:8"],
    ("meta:summary",): ["3:20"],
    ("meta:tags",): [],
    ("meta:missing",): [],
    ("heading",): ["9:4"],
    ("paragraph",): ["7:5", "7:19"],
    ("item",): ["11:9", "12:6"],
    ("step",): ["11:9"],
    ("table",): ["16:3"],
    ("quote",): ["14:3"],
    ("link",): ["7:19"],
    ("alt",): ["20:3"],
    ("sentence",): ["7:5", "7:19", "9:4", "11:9", "12:6", "14:3", "16:3"],
    ("heading", "alt"): ["9:4", "20:3"],
}


@pytest.mark.parametrize(("scope", "places"), SCOPES.items(), ids="+".join)
def test_forbid_looks_at_its_scopes_alone(build, find, scope, places):
    rule = build("forbid", phrases=["foobank"], scope=list(scope))
    assert find(rule, ARTICLE) == [f"{place} Foobank" for place in places]


def test_forbid_knows_whole_words_patterns_exceptions_and_capitals(build, find):
    text = "Foobank, foobank, Foobanker, Foobank Arena and BarPay2.\n"
    keys = {"phrases": ["Foobank", r"re:\bBar\w+"], "exceptions": ["Foobank Arena"]}
    assert find(build("forbid", **keys), text) == ["1:1 Foobank", "1:10 foobank", "1:48 BarPay2"]
    assert find(build("forbid", case=True, **keys), text) == ["1:1 Foobank", "1:48 BarPay2"]


def test_forbid_finds_each_place_once_whichever_entries_and_scopes_bring_it(build, find):
    phrases = ["re:util", "utilise", r"re:utilis\w+"]
    rule = build("forbid", phrases=phrases, scope=["item", "step", "sentence"])
    assert find(rule, "1. We utilise it.\n") == ["1:7 utilise"]


def test_forbid_tells_entries_apart_that_differ_in_capitals_alone(build, find):
    rule = build("forbid", phrases=["Don't", "DON'T"], case=True)
    assert find(rule, "Don’t or DON'T or don't.\n") == ["1:1 Don’t", "1:10 DON'T"]


def test_title_is_looked_at_wherever_it_stands(build, find):
    rule = build("forbid", phrases=["foobank"], scope=["title"])
    assert find(rule, "# Foobank\n\nFoobank.\n") == ["1:3 Foobank"]
    assert find(build("forbid", phrases=["foobank"]), "# Foobank\n") == ["1:3 Foobank"]


def test_forbid_spans_lines_of_a_quote_and_carriage_returns(build, find):
    rule = build("forbid", phrases=["old name"])
    assert find(rule, "> The old\r\n> name is gone.\r\n") == ["1:7 old⏎> name"]


def test_message_and_help_are_filled_once_and_never_from_the_article(build):
    rule = build("forbid", phrases=["re:\\S+bank\\S*"], message="no {found}", help="not {found}")
    (finding,) = check_rule(rule, "A {right}bank{limit} here.\n")
    assert (finding.message, finding.help) == ("no {right}bank{limit}", "not {right}bank{limit}")


def fixed(rule, text):
    findings = check_rule(rule, text)
    return apply_edits(text, [finding.edit for finding in findings if finding.edit])


def test_prefer_offers_the_other_wording_and_keeps_capitals(build, find):
    rule = build("prefer", replacements={"utilise": "use", "prior to": ""})
    text = "Utilise it. To utilise\n*utilise* prior to noon.\n"
    assert [line.split()[0] for line in find(rule, text)] == ["1:1", "1:16", "2:2", "2:11"]
    assert fixed(rule, text) == "Use it. To use\n*use* noon.\n"
    assert not any(finding.edit.safe for finding in check_rule(rule, text))


def test_prefer_corrects_capitals_but_not_those_that_begin_a_sentence(build):
    rule = build("prefer", replacements={"email": "email", "github": "GitHub"})
    text = "Email us by Email or EMAIL. Github!\n"
    assert fixed(rule, text) == "Email us by email or EMAIL. GitHub!\n"


def test_prefer_writes_nothing_into_an_attribute_that_could_end_it(build):
    text = "![to utilise](a.png)\n"
    signs = build("prefer", replacements={"utilise": "use]"}, scope=["alt"])
    assert [finding.edit for finding in check_rule(signs, text)] == [None]
    assert fixed(build("prefer", replacements={"utilise": "use"}, scope=["alt"]), text) == (
        "![to use](a.png)\n"
    )


def test_prefer_with_a_pattern_fills_in_what_it_matched(build):
    rule = build("prefer", replacements={r"re:(\d+) pct\b": "$1%"}, fix=True)
    assert fixed(rule, "Some 5 pct of 10 pct.\n") == "Some 5% of 10%.\n"
    assert all(finding.edit.safe for finding in check_rule(rule, "Some 5 pct.\n"))


def test_prefer_finds_nothing_where_the_better_wording_stands(build, find):
    assert find(build("prefer", replacements={"re:(?i)email": "email"}), "An email.\n") == []


def test_prefer_writes_nothing_into_the_front_matter_that_could_end_a_value(build):
    text = "---\ntitle: Go to it\n---\nGo.\n"
    rule = build("prefer", replacements={"go": "a: b"}, scope=["title"])
    assert [finding.edit for finding in check_rule(rule, text)] == [None]
    assert fixed(build("prefer", replacements={"go": "run"}, scope=["title"]), text).startswith(
        "---\ntitle: Run to it\n"
    )


@pytest.mark.parametrize(
    ("keys", "places"),
    [
        ({"max": 3, "per": "heading"}, ["5:4 Four words are here"]),
        ({"max": 3, "per": "sentence"}, ["3:1 One two three four.", "5:4 Four words are here"]),
        ({"max": 8}, ["1:3 Title"]),
        ({"max": 11}, []),
        ({"min": 12}, ["1:3 Title"]),
        ({"min": 2, "per": "heading"}, ["1:3 Title"]),
        ({"min": 1, "phrases": ["two"], "per": "section"}, ["5:4 Four words are here"]),
        ({"max": 1, "phrases": ["two"], "per": "article"}, ["1:3 Title"]),
        ({"max": 2, "phrases": ["two"], "per": "article"}, []),
    ],
)
def test_count_compares_each_unit_with_its_limits(build, find, keys, places):
    text = "# Title\n\nOne two three four. Two.\n\n## Four words are here\n\nOk.\n"
    assert find(build("count", **keys), text) == places


def test_count_tells_the_number_and_the_limit(build):
    rule = build("count", max=1, per="heading", message="{count} of {limit}")
    assert [finding.message for finding in check_rule(rule, "# One two\n")] == ["2 of 1"]


def test_consistent_finds_the_rarer_way_and_of_equals_the_one_on_the_right(build, find):
    rule = build("consistent", either={"adviser": "advisor"})
    assert find(rule, "An adviser, an advisor.\n") == ["1:16 advisor"]
    assert find(rule, "An adviser, an advisor, two *advisor*.\n") == ["1:4 adviser"]
    assert find(rule, "An advisor, two advisor.\n") == []


def test_consistent_across_the_knowledge_base_counts_all_articles(build, find):
    rule = build("consistent", either={"adviser": "advisor"}, across="knowledge-base")
    others = {"b.md": "An advisor.\n", "c.md": "An advisor.\n"}
    assert find(rule, "An adviser.\n", others) == ["1:4 adviser"]
    alone = build("consistent", either={"adviser": "advisor"})
    assert find(alone, "An adviser.\n", others) == []


def test_consistent_counts_pairs_by_their_words_where_articles_have_other_pairs(build):
    rule = build("consistent", either={"adviser": "advisor"}, across="knowledge-base")
    other = set_options(rule, {"either": {"log-in": "login", "adviser": "advisor"}})
    first, second = parse("An adviser.\n"), parse("An advisor, an advisor, a login.\n", "b.md")
    here = ActiveRule(rule, set_options(rule, {}))
    there = ActiveRule(rule, other)
    surveys = [
        (Outline.of(one), survey_article(one, [active]))
        for one, active in ((first, here), (second, there))
    ]
    kb = gather(KnowledgeBase((), TODAY), surveys)
    (hit,) = rule.judge(Outline.of(first), kb, here.options)
    assert hit.message == '"adviser" in 1 and "advisor" in 2 places of the knowledge base'


IF = "# A\n\nA refund and a refund.\n\n## B\n\nSee [more](../refund-policy.md). Fees.\n"


@pytest.mark.parametrize(
    ("keys", "places"),
    [
        ({"if": ["B"], "then": ["fees"], "within": "section"}, []),
        ({"then": ["fees"]}, []),
        ({"then": ["charges"]}, ["3:3 refund"]),
        ({"then": ["fees"], "within": "section"}, ["3:3 refund"]),
        ({"then_links": ["refund-policy"]}, []),
        ({"then_links": ["re:policy\\.md$"]}, []),
        ({"then_links": ["terms"]}, ["3:3 refund"]),
        ({"then_links": ["refund-policy"], "within": "section"}, ["3:3 refund"]),
    ],
)
def test_require_if_finds_what_calls_for_something_that_is_missing(build, find, keys, places):
    assert find(build("require_if", **({"if": ["refund"]} | keys)), IF) == places


def test_require_if_looks_at_the_title_too(build, find):
    rule = build("require_if", **{"if": ["refund"], "then": ["fees"]})
    assert find(rule, "---\ntitle: Get a refund\n---\nAsk.\n") == ["2:14 refund"]


@pytest.mark.parametrize(
    ("keys", "count"),
    [
        ({"headings": ["Next steps"]}, 0),
        ({"headings": ["next  STEPS", "Fees"]}, 1),
        ({"headings": ["Limits", "Fees"]}, 2),
        ({"headings": ["Limits", "re:^Next"], "need": "any"}, 0),
        ({"headings": ["Limits", "Fees"], "need": "any"}, 1),
        ({"headings": ["Fees"], "when": ["refund"]}, 1),
        ({"headings": ["Fees"], "when": ["card"]}, 0),
        ({"headings": ["Fees"], "when": ["fund"]}, 0),
    ],
)
def test_require_heading_finds_articles_without_it_at_their_title(build, find, keys, count):
    text = "# Get a refund\n\nAsk.\n\n## Next steps\n\nWait.\n"
    assert find(build("require_heading", **keys), text) == ["1:3 Get a refund"] * count


@pytest.mark.parametrize(
    ("keys", "places"),
    [
        ({"key": "audience"}, ["2:8 A"]),
        ({"key": "audience", "required": False}, []),
        ({"key": "tags"}, []),
        ({"key": "tags", "values": ["a", "b"]}, []),
        ({"key": "tags", "values": ["a"]}, ["3:7 [a, b]"]),
        ({"key": "owner", "pattern": "[a-z]+@x"}, []),
        ({"key": "owner", "pattern": "[a-z]+"}, ["4:8 me@x"]),
        ({"key": "empty"}, ["5:1 empty"]),
    ],
)
def test_require_meta_finds_keys_that_are_missing_or_not_allowed(build, find, keys, places):
    text = "---\ntitle: A\ntags: [a, b]\nowner: me@x\nempty:\n---\nText.\n"
    assert find(build("require_meta", **keys), text) == places


def test_a_rule_may_be_for_some_languages_alone(build, find):
    rule = build("forbid", phrases=["bank"], languages=["de"])
    assert find(rule, "A bank.\n") == []
    assert find(rule, "---\nlocale: de\n---\nEine Bank.\n") == ["4:6 Bank"]
