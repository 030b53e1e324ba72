"""Configurations that extend others, and what says where a value comes from."""

import json

import pytest

BASE = """\
[lint]
extend-select = ["LNK002"]
ignore = ["TON"]
fail-on = "warning"
severity = { LNK001 = "info" }

[lint.rules.sentence-too-long]
warn-above = 5
info-above = 4

[[overrides]]
files = ["a.md"]
severity = { LNK001 = "warning" }

[[rule]]
code = "ACME001"
name = "own-name"
kind = "forbid"
phrases = ["Foobank"]
"""
ARTICLE = "# Ask us\n\nSee [here](mailto:x@y.z).\n\nOne two three four five six, Foobank.\n"


@pytest.fixture
def extended(write):
    """A project whose configuration extends another."""
    write({"kbtool.toml": 'extend = ["shared/base.toml"]\narticles = ["a.md", "b.md"]\n'})
    write({"shared/base.toml": BASE, "a.md": ARTICLE, "b.md": ARTICLE})


def severities(ran):
    return {(f["path"], f["code"]): f["severity"] for f in json.loads(ran.out)["findings"]}


@pytest.mark.usefixtures("extended")
def test_all_that_a_shared_file_says_counts(kbtool):
    ran = kbtool("lint", "--format", "json")
    found = severities(ran)
    assert found["b.md", "LNK001"] == "info"
    assert found["a.md", "LNK001"] == "warning"
    assert ("b.md", "CLR001") in found
    assert ("b.md", "ACME001") in found
    assert ran.code == 1, "fail-on comes from there too"


@pytest.mark.usefixtures("extended")
def test_own_file_counts_more_and_lists_add_up(kbtool, write):
    own = 'extend = ["shared/base.toml"]\narticles = ["b.md"]\n[lint]\nignore = ["ACME001"]\n'
    write({"kbtool.toml": f'{own}severity = {{ LNK001 = "error" }}\nfail-on = "never"\n'})
    ran = kbtool("lint", "--format", "json")
    assert severities(ran)["b.md", "LNK001"] == "error"
    assert ("b.md", "ACME001") not in severities(ran)
    assert ran.code == 0


@pytest.mark.usefixtures("extended")
def test_own_selection_takes_the_place_of_the_shared_one(kbtool, write):
    own = 'extend = ["shared/base.toml"]\narticles = ["b.md"]\n[lint]\nselect = ["LNK"]\n'
    write({"kbtool.toml": own})
    assert {code for _, code in severities(kbtool("lint", "--format", "json"))} == {"LNK001"}


@pytest.mark.usefixtures("extended")
def test_change_of_the_shared_file_is_seen_past_the_cache(kbtool, write):
    kbtool("lint")
    write({"shared/base.toml": BASE.replace("Foobank", "two three")})
    columns = [f["column"] for f in json.loads(kbtool("lint", "--format", "json").out)["findings"]]
    assert 5 in columns


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"kbtool.toml": 'extend = ["x.toml"]'}, "kbtool.toml:1: `x.toml` is no file"),
        ({"kbtool.toml": '\nextend = ["kbtool.toml"]'}, "kbtool.toml:2: `kbtool.toml` extends its"),
        (
            {"kbtool.toml": 'extend = ["b.toml"]', "b.toml": 'extend = ["kbtool.toml"]'},
            "b.toml:1: `kbtool.toml` extends itself",
        ),
        (
            {"kbtool.toml": 'extend = ["b.toml"]', "b.toml": '\narticles = ["a"]'},
            "b.toml:2: `articles` cannot stand in a file that others extend",
        ),
        (
            {"kbtool.toml": 'extend = ["b.toml"]', "b.toml": "[lint]\nselekt = []"},
            "b.toml:2: unknown key `lint.selekt`. Did you mean `select`?",
        ),
        (
            {"kbtool.toml": 'extend = ["b.toml"]', "b.toml": '[lint]\nignore = ["LNX001"]'},
            "b.toml:2: no rule is called `LNX001`",
        ),
        (
            {"kbtool.toml": 'extend = ["b.toml"]', "b.toml": "[lint.rules.LNK001]\nx = 1"},
            "b.toml:2: unknown key `lint.rules.LNK001.x`",
        ),
        (
            {"kbtool.toml": 'extend = ["b.toml"]', "b.toml": '[[rule]]\ncode = "A"'},
            "b.toml:1: [[rule]]: no `kind` is named",
        ),
        (
            {"kbtool.toml": 'extend = ["nowhere_x:base.toml"]'},
            "kbtool.toml:1: no package `nowhere_x` is installed",
        ),
        (
            {"kbtool.toml": 'extend = ["click:base.toml"]'},
            "kbtool.toml:1: package `click` holds no `base.toml`",
        ),
    ],
)
def test_mistake_names_the_file_it_stands_in(kbtool, write, files, message):
    write(files | {"a.md": ARTICLE})
    ran = kbtool("lint", "a.md")
    assert ran.code == 2
    assert message in ran.err


def test_file_of_a_package_is_found_without_running_its_code(kbtool, write, tmp_path, monkeypatch):
    package = tmp_path / "site" / "acme_style"
    package.mkdir(parents=True)
    package.joinpath("__init__.py").write_text("raise RuntimeError('was run')")
    package.joinpath("base.toml").write_text('[lint]\nselect = ["LNK001"]\n')
    monkeypatch.syspath_prepend(str(package.parent))
    write({"kbtool.toml": 'extend = ["acme_style:base.toml"]\n', "a.md": ARTICLE})
    assert list(severities(kbtool("lint", "a.md", "--format", "json"))) == [("a.md", "LNK001")]


def test_two_files_that_extend_a_third_count_it_once(kbtool, write):
    write({"kbtool.toml": 'extend = ["b.toml", "c.toml"]\n', "a.md": ARTICLE, "d.toml": BASE})
    write({"b.toml": 'extend = ["d.toml"]\n', "c.toml": 'extend = ["d.toml"]\n'})
    assert ("a.md", "ACME001") in severities(kbtool("lint", "a.md", "--format", "json"))


@pytest.mark.usefixtures("extended")
def test_show_names_the_file_and_line_of_each_value(kbtool):
    shown = {
        line.split("  ")[0]: line.split()[-1]
        for line in kbtool("config", "--show").out.splitlines()[2:]
    }
    assert shown['lint.fail-on = "warning"'] == "base.toml:4"
    assert shown["lint.rules.sentence-too-long.warn-above = 5"] == "base.toml:8"
    assert shown['articles = ["a.md","b.md"]'] == "kbtool.toml:2"
    assert shown['locale = "en"'] == "default"


@pytest.mark.usefixtures("extended")
def test_show_for_an_article_says_why_each_rule_is_on_or_off(kbtool):
    def rules(path):
        lines = kbtool("config", "--show", "--for", path).out.partition("# rules for")[2]
        return {line.split()[0]: " ".join(line.split()[2:]) for line in lines.splitlines()[2:]}

    assert rules("b.md")["LNK001"] == "info default, severity base.toml:5"
    assert rules("a.md")["LNK001"] == "warning default, severity base.toml:13"
    assert rules("a.md")["TON001"] == "off base.toml:3"
    assert rules("a.md")["ACME001"] == "warning base.toml:15"
    assert rules("a.md")["STR013"] == "off default"


def test_config_alone_says_what_it_needs(kbtool):
    ran = kbtool("config")
    assert (ran.code, "kbtool config --show" in ran.err) == (2, True)


@pytest.mark.usefixtures("extended")
def test_show_holds_overrides_and_knows_articles_of_exports(kbtool, write):
    own = 'extend = ["shared/base.toml"]\narticles = ["kb.json"]\n\n[[overrides]]\n'
    write({"kbtool.toml": f'{own}articles = ["7"]\nignore = ["LNK001"]\n', "kb.json": "{}"})
    shown = kbtool("config", "--show", "--for", "kb.json#7").out
    assert 'overrides[1].files = ["a.md"]' in shown
    assert 'overrides[2].ignore = ["LNK001"]' in shown
    states = [line.split() for line in shown.splitlines() if line.startswith("LNK001")]
    assert states == [["LNK001", "vague-link-text", "off", "kbtool.toml:6"]]
    missing = kbtool("config", "--show", "--for", "nowhere.md")
    assert (missing.code, "nowhere.md is not there" in missing.err) == (2, True)
