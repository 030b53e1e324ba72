"""How a set of rules is chosen and set, and how a rule's page is read."""

from typing import Annotated

import msgspec
import pytest

from kbtool.errors import ConfigError
from kbtool.model import Severity
from kbtool.rule import Options, Page, Rule, Selection, configure, find_rules, set_options


class Limits(Options, frozen=True):
    max_words: Annotated[int, msgspec.Meta(ge=1, le=99, description="Words.")] = 20
    words: Annotated[tuple[str, ...], msgspec.Meta(description="Words.")] = ("a",)


def make_rule(code, name, options=Options, **parts):
    return Rule(code, name, Severity.WARNING, options, "A rule.", None, **parts)


RULES = (
    make_rule("LNK001", "vague-link"),
    make_rule("LNK002", "lost-link", Limits),
    make_rule("CLR001", "long-sentence", Limits),
    make_rule("CLR010", "rare-word", default=False),
)


def chosen(**parts):
    return [active.rule.code for active in configure(RULES, Selection(**parts))]


@pytest.mark.parametrize(
    ("selection", "codes"),
    [
        ({}, ["CLR001", "LNK001", "LNK002"]),
        ({"select": []}, []),
        ({"select": ["ALL"]}, ["CLR001", "CLR010", "LNK001", "LNK002"]),
        ({"select": ["all"]}, ["CLR001", "CLR010", "LNK001", "LNK002"]),
        ({"select": ["LNK"]}, ["LNK001", "LNK002"]),
        ({"select": ["lnk002"]}, ["LNK002"]),
        ({"select": ["C"]}, ["CLR001", "CLR010"]),
        ({"select": ["CLR0"]}, ["CLR001", "CLR010"]),
        ({"select": ["CLR01"]}, ["CLR010"]),
        ({"select": ["rare-word", " Vague-Link "]}, ["CLR010", "LNK001"]),
        ({"extend_select": ["CLR010"]}, ["CLR001", "CLR010", "LNK001", "LNK002"]),
        ({"select": ["LNK001"], "extend_select": ["rare-word"]}, ["CLR010", "LNK001"]),
        ({"ignore": ["LNK"]}, ["CLR001"]),
        ({"select": ["ALL"], "ignore": ["ALL"]}, []),
        ({"select": ["LNK001"], "ignore": ["LNK001"]}, []),
        ({"extend_select": ["LNK001"], "ignore": ["LNK"]}, ["CLR001"]),
    ],
)
def test_selection_switches_rules_on_and_off(selection, codes):
    assert chosen(**selection) == codes


@pytest.mark.parametrize("place", ["select", "extend_select", "ignore"])
@pytest.mark.parametrize(
    ("entry", "hint"),
    [
        ("vague-lnk", "Did you mean `vague-link`?"),
        ("LNK01", "Did you mean `LNK001`?"),
        ("zzz", "`kbtool rule` lists all rules"),
        ("", "`kbtool rule` lists all rules"),
        ("  ", "`kbtool rule` lists all rules"),
    ],
)
def test_entry_that_fits_no_rule_is_refused_with_the_nearest_one(place, entry, hint):
    with pytest.raises(ConfigError) as caught:
        chosen(**{place: [entry]})
    assert caught.value.message == f"no rule is called `{entry}`"
    assert caught.value.remedy == hint


def test_severity_is_set_for_rules_and_families():
    severity = {"LNK": "info", "vague-link": "error"}
    active = configure(RULES, Selection(severity=severity))
    assert {a.rule.code: a.severity for a in active} == {
        "CLR001": None,
        "LNK001": Severity.ERROR,
        "LNK002": Severity.INFO,
    }


@pytest.mark.parametrize("name", ["CLR001", "clr001", "long-sentence"])
def test_options_are_set_by_code_or_name_and_the_rest_keeps_its_default(name):
    active = configure(RULES, Selection(options={name: {"max-words": 30}}))
    options = {a.rule.code: a.options for a in active}
    assert options["CLR001"] == Limits(max_words=30)
    assert options["LNK002"] == Limits()


@pytest.mark.parametrize("name", ["CLR", "ALL", "C", ""])
def test_options_belong_to_one_rule(name):
    with pytest.raises(ConfigError, match="no rule is called"):
        configure(RULES, Selection(options={name: {}}))


@pytest.mark.parametrize(
    ("table", "message", "remedy"),
    [
        ({"max_words": 1}, "has no option `max_words`", "Did you mean `max-words`?"),
        ({"zzz": 1}, "has no option `zzz`", "It knows: max-words, words"),
        ({"max-words": 0}, "Expected `int` >= 1", "`kbtool rule LNK002` shows its options"),
        ({"max-words": "9"}, "Expected `int`, got `str`", "`kbtool rule LNK002` shows its options"),
        ({"words": "a"}, "Expected `array`, got `str`", "`kbtool rule LNK002` shows its options"),
    ],
)
def test_option_that_a_rule_does_not_take_is_refused(table, message, remedy):
    with pytest.raises(ConfigError) as caught:
        set_options(RULES[1], table)
    assert "rule `lost-link`" in caught.value.message
    assert message in caught.value.message
    assert caught.value.remedy == remedy


def test_rule_without_options_says_so():
    with pytest.raises(ConfigError) as caught:
        set_options(RULES[0], {"x": 1})
    assert caught.value.remedy == "It knows: -"


def test_options_cannot_be_changed_later():
    with pytest.raises(AttributeError):
        Limits().max_words = 3


def test_whole_code_comes_before_the_start_of_another():
    assert [rule.code for rule in find_rules(RULES, "CLR001")] == ["CLR001"]


DOC = """Links that say nothing.

People scan a page
for links.

    An indented line belongs to its paragraph.

Source: WCAG 2.2.

Bad:
    See [here](a.md).

    - and `here`

Good:
    See [refunds](a.md).

Not flagged: names.
"""


def test_page_has_a_summary_paragraphs_and_two_examples():
    page = Page.of(DOC)
    assert page.summary == "Links that say nothing."
    assert page.why == (
        "People scan a page for links.",
        "An indented line belongs to its paragraph.",
        "Source: WCAG 2.2.",
        "Not flagged: names.",
    )
    assert page.bad == "See [here](a.md).\n\n- and `here`\n"
    assert page.good == "See [refunds](a.md).\n"


@pytest.mark.parametrize("doc", ["One line.", "\n\nOne line.\n"])
def test_page_of_one_line_has_nothing_but_a_summary(doc):
    page = Page.of(doc)
    assert (page.summary, page.why, page.bad, page.good) == ("One line.", (), "", "")


def test_family_is_the_start_of_the_code():
    assert RULES[0].family == "LNK"
