"""Every rule against its fixture and its page, and laws that all rules keep."""

from pathlib import Path

import msgspec
import pytest

from kbtool.fixer import apply_edits
from kbtool.rules import all_rules
from kbtool.testing import Case, check_case, check_rule, edits, fix_text, read_cases

HERE = Path(__file__).parent
RULES = {rule.code: rule for rule in all_rules()}
CHECKED = [rule for rule in all_rules() if rule.module]


def fixture_path(rule):
    return HERE / rule.family.lower() / f"{rule.code.lower()}_{rule.name.replace('-', '_')}.txt"


def all_cases():
    for rule in CHECKED:
        if fixture_path(rule).exists():
            for case in read_cases(fixture_path(rule)):
                yield pytest.param(rule, case, id=f"{rule.name}: {case.title}")


CASES = list(all_cases())


def split_page_example(text):
    first, *others = text.split("\n@@ ")
    return first + "\n", dict(other.split("\n", 1) for other in others)


def page_options(rule):
    """Options of the case "options of the page", for rules that find nothing until they are set."""
    titled = {case.title: case.options for case in read_cases(fixture_path(rule))}
    return titled.get("options of the page", {})


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_fixture_case_gives_exactly_its_findings(rule, case):
    check_case(rule, case)


@pytest.mark.parametrize("rule", CHECKED, ids=lambda rule: rule.name)
def test_module_rule_and_fixture_share_one_stem(rule):
    stem = f"{rule.code.lower()}_{rule.name.replace('-', '_')}"
    module = f"kbtool.rules.{rule.family.lower()}.{stem}"
    assert rule.module == module
    assert fixture_path(rule).exists()


def test_every_fixture_belongs_to_a_rule():
    fixtures = {path.stem for path in HERE.glob("*/*.txt")}
    assert fixtures == {fixture_path(rule).stem for rule in CHECKED}


@pytest.mark.parametrize("rule", CHECKED, ids=lambda rule: rule.name)
def test_fixture_holds_a_finding_and_a_text_without_one(rule):
    found = [bool(case.expected) for case in read_cases(fixture_path(rule))]
    assert any(found)
    assert not all(found)


@pytest.mark.parametrize("rule", CHECKED, ids=lambda rule: rule.name)
def test_page_example_is_found_when_bad_and_silent_when_good(rule):
    page = rule.page
    bad, bad_others = split_page_example(page.bad)
    good, good_others = split_page_example(page.good)
    options = page_options(rule)
    assert check_rule(rule, bad, options, bad_others)
    assert check_rule(rule, good, options, good_others) == []


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)
def test_page_says_why_and_from_which_source(rule):
    assert rule.page.summary.endswith(".")
    assert rule.page.why
    assert any(part.startswith("Source:") for part in rule.page.why)
    assert rule.page.bad
    assert rule.page.good


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)
def test_every_option_is_described(rule):
    schema = msgspec.json.schema(rule.options)["$defs"][rule.options.__name__]
    for name, about in schema["properties"].items():
        assert about.get("description"), f"{rule.name}: {name}"


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_line_ends_of_two_characters_change_no_finding(rule, case):
    unix = check_rule(rule, case.text, case.options, case.others)
    windows = check_rule(rule, case.text.replace("\n", "\r\n"), case.options, case.others)
    assert [(f.line, f.column, f.message) for f in windows] == [
        (f.line, f.column, f.message) for f in unix
    ]


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_byte_order_mark_changes_no_finding(rule, case):
    plain = check_rule(rule, case.text, case.options, case.others)
    marked = check_rule(rule, "\ufeff" + case.text, case.options, case.others)
    assert [(f.line, f.column, f.message) for f in marked] == [
        (f.line, f.column, f.message) for f in plain
    ]


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_every_finding_lies_inside_the_text_even_in_a_block_quote(rule, case):
    quoted = "".join(f"> {line}" for line in case.text.splitlines(keepends=True))
    for text in (case.text, quoted):
        for finding in check_rule(rule, text, case.options, case.others):
            assert 0 <= finding.span.start <= finding.span.end <= len(text)
            assert finding.message
            assert not finding.message.endswith(".")
            assert finding.message[0] == finding.message[0].lower() or finding.message[0] in '`“"'


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_fixes_applied_twice_change_nothing_more(rule, case):
    fixed = fix_text(rule, case)
    again = Case(case.title, fixed, (), case.options, case.others)
    assert fix_text(rule, again) == fixed


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_fix_is_as_bold_as_the_rule_says(rule, case):
    findings = check_rule(rule, case.text, case.options, case.others)
    carried = {edit.safe for edit in edits(findings)}
    allowed = {"none": set(), "safe": {True}, "mixed": {True, False}, "unsafe": {False}}[rule.fix]
    assert carried <= allowed


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_fix_touches_only_the_changed_spans(rule, case):
    findings = check_rule(rule, case.text, case.options, case.others)
    for edit in edits(findings):
        fixed = apply_edits(case.text, [edit])
        first, last = edit.changes[0].span.start, edit.changes[-1].span.end
        assert fixed.startswith(case.text[:first])
        assert fixed.endswith(case.text[last:])
