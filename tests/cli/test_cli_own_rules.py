"""Rules of a configuration: found, silenced, tested and refused as a user would see it."""

import json

import jsonschema
import pytest

RULE = """\
articles = ["articles"]

[[rule]]
code = "ACME001"
name = "competitor"
kind = "forbid"
phrases = ["Foobank"]
severity = "error"
why = "We do not name them."
examples-bad = ["Ask Foobank."]
examples-good = ["Ask your bank."]
"""
ARTICLE = """\
---
title: Move an account
---

You can move it from Foobank. [Contact us](mailto:a@b.c).
"""


@pytest.fixture
def project(write):
    """A project with one article and one rule of its own."""
    write({"kbtool.toml": RULE, "articles/a.md": ARTICLE})


def found(ran):
    return [(f["code"], f["line"], f["column"]) for f in json.loads(ran.out)["findings"]]


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    "arguments",
    [(), ("--select", "ACME"), ("--select", "competitor"), ("--preset", "minimal")],
)
def test_own_rule_runs_unless_others_are_selected(kbtool, arguments):
    ran = kbtool("lint", "--format", "json", *arguments)
    assert ("ACME001", 5, 22) in found(ran)
    assert ran.code == 1


@pytest.mark.usefixtures("project")
def test_own_rule_is_off_where_others_are_selected_or_it_is_ignored(kbtool):
    assert found(kbtool("lint", "--format", "json", "--select", "LNK")) == []
    assert found(kbtool("lint", "--format", "json", "--ignore", "ACME")) == []


@pytest.mark.usefixtures("project")
def test_own_rule_is_set_and_silenced_like_any_other(kbtool, write):
    write({"kbtool.toml": RULE + '\n[lint.severity]\ncompetitor = "info"\n'})
    assert kbtool("lint").code == 0
    silenced = ARTICLE.replace("You", "<!-- kbtool: ignore-next competitor -- old -->\nYou")
    write({"articles/a.md": silenced})
    assert found(kbtool("lint", "--format", "json")) == []
    assert found(kbtool("lint", "--format", "json", "--select", "LNK,HYG003")) == []


@pytest.mark.usefixtures("project")
def test_own_rule_has_options_that_another_table_sets(kbtool, write):
    options = '\n[lint.rules.competitor]\nphrases = ["move it"]\n'
    write({"kbtool.toml": RULE + options})
    assert ("ACME001", 5, 9) in found(kbtool("lint", "--format", "json"))
    page = kbtool("rule", "ACME001").out
    assert "[lint.rules.competitor]" in page
    assert 'phrases = ["Foobank"]' in page


def test_option_that_is_not_set_is_shown_as_toml_allows(kbtool, write):
    table = '[[rule]]\ncode = "AB1"\nname = "long"\nkind = "count"\nmax = 3\n'
    write({"kbtool.toml": table})
    page = kbtool("rule", "long").out
    assert "    max = 3\n" in page
    assert "    # min = …\n" in page


@pytest.mark.usefixtures("project")
def test_own_rule_has_other_options_for_some_articles(kbtool, write):
    table = '\n[[overrides]]\nfiles = ["b.md"]\nrules.ACME001.exceptions = ["from Foobank"]\n'
    write({"kbtool.toml": RULE + table, "articles/b.md": ARTICLE})
    own = kbtool("lint", "--format", "json", "--select", "ACME")
    assert [f["path"] for f in json.loads(own.out)["findings"]] == ["articles/a.md"]


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("option", "message"),
    [
        ("phrase = []", "unknown key `lint.rules.ACME001.phrase`. Did you mean `phrases`?"),
        ("phrases = []", "`lint.rules.ACME001.phrases`: expected `array` of length >= 1"),
        ("code = 'ACME002'", "unknown key `lint.rules.ACME001.code`"),
        ("scope = ['hedding']", "`hedding` is not a scope. Did you mean `heading`?"),
        ("phrases = ['re:(a']", "`(a` is not a valid pattern"),
    ],
)
def test_mistake_in_the_options_of_a_rule_names_its_line(kbtool, write, option, message):
    write({"kbtool.toml": f"{RULE}\n[lint.rules.ACME001]\n{option}\n"})
    ran = kbtool("lint")
    assert ran.code == 2
    assert f"kbtool.toml:{RULE.count(chr(10)) + 3}: " in ran.err
    assert message in ran.err


@pytest.mark.usefixtures("project")
def test_code_that_begins_like_a_family_is_not_of_it(kbtool, write):
    write({"kbtool.toml": RULE.replace("ACME001", "LNKX001")})
    assert found(kbtool("lint", "--format", "json", "--select", "links")) == []
    assert len(found(kbtool("lint", "--format", "json", "--select", "LNKX"))) == 1


@pytest.mark.usefixtures("project")
def test_changed_rule_is_looked_for_anew_whatever_the_cache_holds(kbtool, write):
    assert len(found(kbtool("lint", "--format", "json"))) == 1
    write({"kbtool.toml": RULE.replace("Foobank", "move it")})
    assert ("ACME001", 5, 9) in found(kbtool("lint", "--format", "json"))


@pytest.mark.usefixtures("project")
def test_own_rule_runs_in_several_processes(process, write):
    write({"articles/b.md": ARTICLE})
    ran = process("lint", "--format", "json", "--processes", "2", "--no-cache")
    places = [(f["path"], f["code"]) for f in json.loads(ran.stdout)["findings"]]
    assert ("articles/a.md", "ACME001") in places
    assert ("articles/b.md", "ACME001") in places


@pytest.mark.usefixtures("project")
def test_own_rule_is_described_in_sarif(kbtool):
    run = json.loads(kbtool("lint", "--format", "sarif").out)["runs"][0]
    assert "ACME001" in [rule["id"] for rule in run["tool"]["driver"]["rules"]]


@pytest.mark.usefixtures("project")
def test_own_rule_is_listed_and_has_a_page(kbtool):
    assert "ACME001  competitor" in kbtool("rule").out
    page = kbtool("rule", "competitor").out
    assert "We do not name them." in page
    assert "Ask Foobank." in page


def test_list_says_which_rules_are_on_here(kbtool, write):
    write({"kbtool.toml": '[lint]\nignore = ["LNK001"]\nseverity.LNK003 = "info"\n'})
    states = {line.split()[0]: line.split()[2] for line in kbtool("rule").out.splitlines()}
    assert (states["LNK001"], states["LNK003"]) == ("off", "info")


@pytest.mark.usefixtures("project")
def test_examples_that_hold_are_counted(kbtool):
    ran = kbtool("rule", "--test")
    assert (ran.code, ran.out) == (0, "2 examples, 0 failed.\n")


@pytest.mark.usefixtures("project")
def test_examples_that_fail_are_shown(kbtool, write):
    swapped = RULE.replace("bad", "x").replace("good", "bad").replace("-x", "-good")
    write({"kbtool.toml": swapped})
    ran = kbtool("rule", "--test")
    assert ran.code == 1
    assert 'ACME001 competitor: finds nothing in "Ask your bank."' in ran.out
    assert 'finds something in "Ask Foobank.", at 1:5' in ran.out
    assert "2 examples, 2 failed." in ran.out


@pytest.mark.usefixtures("project")
def test_examples_are_in_the_language_of_their_rule(kbtool, write):
    write({"kbtool.toml": RULE + 'languages = ["de"]\n'})
    assert kbtool("rule", "--test", "competitor").out == "2 examples, 0 failed.\n"


@pytest.mark.usefixtures("project")
def test_pattern_of_an_example_that_takes_too_long_is_named(kbtool, write):
    evil = RULE.replace('"Foobank"', '"re:(?:a+)+$"').replace("Ask Foobank", "a" * 5_000 + "b")
    write({"kbtool.toml": evil})
    ran = kbtool("rule", "--test")
    assert ran.code == 1
    assert "takes too long" in ran.out


@pytest.mark.usefixtures("project")
def test_only_own_rules_can_be_tested(kbtool):
    ran = kbtool("rule", "--test", "LNK001")
    assert ran.code == 2
    assert "`LNK001` is no rule of your configuration" in ran.err


@pytest.mark.usefixtures("project")
def test_rule_without_examples_is_named(kbtool, write):
    write({"kbtool.toml": RULE.partition("examples-good")[0]})
    assert "competitor: give each" in kbtool("rule", "--test").out


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("phrases", "phrase", 7, "unknown key `rule.phrase`. Did you mean `phrases`?"),
        ("forbid", "forbit", 3, "kind 'forbit' is none. Did you mean `forbid`?"),
        ('kind = "forbid"\n', "", 3, "no `kind` is named"),
        ('phrases = ["Foobank"]\n', "", 3, "`rule`: object missing required field `phrases`"),
        ("ACME001", "acme", 4, "`rule.code`: expected `str` matching regex"),
        ("ACME001", "LNK001", 3, "`LNK001` is the name of another rule"),
        ("ACME001", "LNK999", 3, "code `LNK999` begins like those of kbtool"),
        ("competitor", "links", 3, "`links` stands for several rules"),
        ("competitor", "bare-url", 3, "`bare-url` is the name of another rule"),
        ('"Foobank"', '"re:(a"', 3, "`(a` is not a valid pattern"),
        (
            "severity",
            'scope = ["hedding"]\nseverity',
            3,
            "`hedding` is not a scope. Did you mean `heading`?",
        ),
        ('"error"', '"eror"', 8, "`rule.severity`: 'eror' is not an allowed word"),
        ('["Foobank"]', "[]", 7, "`rule.phrases`: expected `array` of length >= 1"),
    ],
)
def test_mistake_in_a_rule_names_its_line_and_what_to_do(kbtool, write, old, new, line, message):
    write({"kbtool.toml": RULE.replace(old, new, 1), "articles/a.md": ARTICLE})
    ran = kbtool("lint")
    assert ran.code == 2
    assert f"kbtool.toml:{line}: " in ran.err
    assert message in ran.err


@pytest.mark.usefixtures("project")
def test_mistake_in_the_second_rule_names_its_own_line(kbtool, write):
    second = RULE.partition("\n")[2].replace("001", "002").replace("competitor", "other")
    write({"kbtool.toml": RULE + second.replace("phrases", "phrase")})
    assert "kbtool.toml:17: unknown key `rule.phrase`" in kbtool("lint").err


@pytest.mark.usefixtures("project")
def test_pattern_that_takes_too_long_stops_its_rule_alone(kbtool, write):
    evil = RULE.replace('"Foobank"', '"re:(?:a+)+$"')
    write({"kbtool.toml": evil, "articles/b.md": f"# A\n\n{'a' * 5_000}b\n"})
    ran = kbtool("lint", "--select", "ACME001,STR001")
    assert ran.code == 2
    assert "takes too long" in ran.err


@pytest.mark.usefixtures("project")
def test_schema_knows_the_options_of_own_rules(kbtool, write):
    schema = json.loads(kbtool("config", "--schema").out)
    for name in ("ACME001", "competitor"):
        jsonschema.validate({"lint": {"rules": {name: {"phrases": ["x"]}}}}, schema)
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({"lint": {"rules": {name: {"phrase": ["x"]}}}}, schema)
    jsonschema.validate({"lint": {"rules": {"ACME002": {"of-tomorrow": 1}}}}, schema)
    write({"kbtool.toml": RULE.replace("phrases", "phrase")})
    schema = json.loads(kbtool("config", "--schema").out)
    jsonschema.validate({"lint": {"rules": {"LNK001": {"phrases": ["x"]}}}}, schema)


def test_schema_knows_rules_of_each_kind(kbtool):
    schema = json.loads(kbtool("config", "--schema").out)
    table = {"code": "AB1", "name": "a", "kind": "count", "max": 3}
    jsonschema.validate({"rule": [table]}, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"rule": [table | {"phrase": ["x"]}]}, schema)
