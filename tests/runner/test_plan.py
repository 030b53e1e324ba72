"""Which rules run where: presets, overrides, and what the command line says."""

import pickle
from pathlib import Path

import pytest
from small_project import found

from kbtool.config import load_project
from kbtool.errors import ConfigError
from kbtool.model import Severity
from kbtool.rule import FAMILIES
from kbtool.rules import all_rules
from kbtool.runner.choices import Choices
from kbtool.runner.drafting import Drafter
from kbtool.runner.plan import Plan, _files_of_program
from kbtool.runner.presets import PRESETS
from kbtool.testing import TODAY

INTERFACE = [rule.code for rule in all_rules() if rule.family == "UIT"]
OVERRIDES = """
[lint]
select = ["TON001", "LNK001"]
[[overrides]]
files = ["docs/b.md"]
ignore = ["LNK001"]
severity = { TON = "info" }
[[overrides]]
files = ["docs/deep/"]
articles = ["a"]
select = ["UIT"]
rules.UIT001.exceptions = ["on here"]
"""


@pytest.fixture
def plan(write):
    """Makes the plan of a configuration and what the command line says."""

    def make(settings, **choices):
        write({"kbtool.toml": settings})
        return Plan(load_project(Path()), Choices(**choices))

    return make


def codes(plan, path="docs/x.md", article="x"):
    return [active.rule.code for active in plan.rules_for(path, article)]


def test_overrides_change_rules_for_files_and_articles(plan):
    made = plan(OVERRIDES)
    assert codes(made) == ["LNK001", "TON001"]
    assert codes(made, "docs/b.md", "b") == ["TON001"]
    (ton,) = made.rules_for("docs/b.md", "b")
    assert ton.severity is Severity.INFO
    assert codes(made, "docs/deep/c.md") == INTERFACE
    assert codes(made, "other.md", "a") == INTERFACE
    click = made.rules_for("docs/deep/c.md", "c")[0]
    assert click.options.exceptions == ("on here",)


def test_words_stand_for_all_families_there_are(plan):
    assert set(FAMILIES.values()) == {rule.family for rule in all_rules()}
    for word, family in FAMILIES.items():
        chosen = codes(plan(f'[lint]\nselect = ["{word}"]\n'))
        assert chosen == [rule.code for rule in all_rules() if rule.family == family]
    with pytest.raises(ConfigError, match="Did you mean `clarity`"):
        plan('[lint]\nignore = ["clarty"]\n').check()


def test_paths_of_overrides_start_from_the_folder_of_the_file(plan, monkeypatch, write):
    made = plan(OVERRIDES)
    write({"docs/b.md": "x"})
    monkeypatch.chdir("docs")
    assert codes(made, "b.md", "b") == ["TON001"]


def test_later_overrides_win(plan):
    first = '[[overrides]]\nfiles = ["*.md"]\nignore = ["ALL"]\n'
    second = '[[overrides]]\nfiles = ["docs/"]\nextend-select = ["TON001"]\n'
    assert codes(plan(first + second)) == ["TON001"]
    assert codes(plan(second + first)) == []


def test_command_line_counts_more_than_the_file(plan):
    assert codes(plan(OVERRIDES, select=("STR001",)), "docs/deep/c.md") == ["STR001"]
    assert codes(plan(OVERRIDES, ignore=("UIT002",)), "docs/deep/c.md") == [
        code for code in INTERFACE if code != "UIT002"
    ]
    assert codes(plan(OVERRIDES, extend_select=("STR001",)))[-2:] == ["STR001", "TON001"]
    ignored = '[lint]\nignore = ["TON001"]\n'
    assert codes(plan(ignored, select=("TON001",))) == [], "what a file forbids stays forbidden"


@pytest.mark.parametrize("preset", sorted(PRESETS))
def test_presets_are_rules_that_exist(preset, plan):
    chosen = codes(plan(f'[lint]\npreset = "{preset}"\n'))
    assert chosen == codes(plan("", preset=preset))
    assert chosen
    for entry in PRESETS[preset] or ():
        assert entry == "ALL" or any(code.startswith(entry) for code in chosen), entry


def test_presets_differ_as_their_names_say(plan):
    number = {preset: len(codes(plan("", preset=preset))) for preset in PRESETS}
    assert number["minimal"] < number["bot"] < number["default"] < number["strict"]
    assert number["strict"] == len(all_rules())
    defaults = [rule.code for rule in all_rules() if rule.default]
    assert codes(plan("")) == defaults
    named = '[lint]\npreset = "strict"\nselect = ["TON001"]\n'
    assert codes(plan(named)) == ["TON001"], "rules that are named count more than a preset"


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ('[[overrides]]\nfiles = ["x"]\nignore = ["QQQ"]\n', "no rule is called `QQQ`"),
        ('[[overrides]]\nfile = ["x"]\n', "unknown key `overrides.file`"),
        (
            "[[overrides]]\nrules.TON001.phrase = []\n",
            "unknown key `.*phrase`",
        ),
        ('[lint]\npreset = "strickt"\n', "'strickt' is not an allowed word"),
    ],
)
def test_mistakes_are_found_even_where_no_article_is_meant(settings, message, plan):
    with pytest.raises(ConfigError, match=message):
        plan(settings).check()


def test_digest_changes_with_all_that_decides(plan):
    digests = {
        plan("").digest,
        plan("# x").digest,
        plan("", select=("TON001",)).digest,
        plan("", ignore=("TON001",)).digest,
        plan("", preset="strict").digest,
    }
    assert len(digests) == 5
    assert plan("").digest in digests


def test_digest_changes_with_rules_and_word_lists_of_the_program():
    files = [state.rsplit(" ", 2)[0] for state in _files_of_program()]
    for name in ("runner/plan.py", "rules/__init__.py", "readability/data/cmudict.txt"):
        assert any(Path(file).match(f"kbtool/{name}") for file in files), name


def test_plan_reaches_other_processes(plan):
    drafter = Drafter(load_project(Path()), Choices(select=("TON001",)), TODAY, "")
    plan(OVERRIDES)
    drafter = Drafter(load_project(Path()), Choices(), TODAY, "")
    drafter.plan.rules_for("docs/b.md", "b")
    copy = pickle.loads(pickle.dumps(drafter))
    assert codes(copy.plan, "docs/b.md", "b") == ["TON001"]


def test_overrides_decide_what_is_found(project, run, write):
    forbidding = '[[overrides]]\nfiles = ["*.html"]\nignore = ["ALL"]\n'
    write({"kbtool.toml": 'articles = ["docs"]\n' + forbidding})
    assert found(run()) != []
    assert not any(".html" in line for line in found(run()))
