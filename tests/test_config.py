"""Settings are found upwards, read once, and checked to the line."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from kbtool.config import Config, Project, convert, find_config, find_line, load_project
from kbtool.errors import ConfigError


@pytest.fixture
def folder(tmp_path):
    (tmp_path / ".git").mkdir()
    return tmp_path


def test_without_a_file_every_setting_has_its_default(folder):
    project = load_project(folder)
    assert project == Project(folder, Config())
    assert project.config.lint.fail_on == "error"
    assert project.config.locale == "en"
    assert project.config.max_file_bytes == 5_000_000


@pytest.mark.parametrize(
    ("name", "prefix"),
    [("kbtool.toml", ""), (".kbtool.toml", ""), ("pyproject.toml", "tool.kbtool.")],
)
def test_every_setting_is_read_from_each_kind_of_file(name, prefix, folder):
    table = f"[{prefix.rstrip('.')}]\n" if prefix else ""
    (folder / name).write_text(
        f"""{table}articles = ["docs"]
questions = ["log.csv"]
exclude = ["drafts/"]
locale = "de"
max-file-bytes = 10
[{prefix}lint]
select = ["LNK"]
extend-select = ["MET"]
ignore = ["STR"]
preset = "strict"
fail-on = "never"
severity = {{ LNK001 = "info" }}
[{prefix}lint.rules.LNK001]
phrases = ["x"]
[{prefix}gaps]
min-askers = 1
[{prefix}report]
output = "r.html"
[[{prefix}overrides]]
files = ["old/"]
articles = ["a1"]
select = ["TON"]
extend-select = ["UIT"]
ignore = ["TON002"]
severity = {{ TON = "info" }}
[{prefix}overrides.rules.TON001]
phrases = ["y"]
"""
    )
    read = msgspec.to_builtins(load_project(folder).config)
    expected = {
        "articles": ["docs"],
        "questions": ["log.csv"],
        "exclude": ["drafts/"],
        "locale": "de",
        "max-file-bytes": 10,
        "lint": {
            "select": ["LNK"],
            "extend-select": ["MET"],
            "ignore": ["STR"],
            "preset": "strict",
            "fail-on": "never",
            "severity": {"LNK001": "info"},
            "rules": {"LNK001": {"phrases": ["x"]}},
        },
        "gaps": {"min-askers": 1},
        "report": {"title": "", "output": "r.html", "releases": []},
        "overrides": [
            {
                "files": ["old/"],
                "articles": ["a1"],
                "select": ["TON"],
                "extend-select": ["UIT"],
                "ignore": ["TON002"],
                "severity": {"TON": "info"},
                "rules": {"TON001": {"phrases": ["y"]}},
            }
        ],
    }
    assert {name: read[name] for name in expected} == expected


def test_nearest_file_wins_and_its_own_name_comes_first(folder):
    for path, locale in [
        ("kbtool.toml", "a"),
        ("one/.kbtool.toml", "b"),
        ("one/pyproject.toml", "c"),
        ("one/two/pyproject.toml", "d"),
    ]:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        table = "[tool.kbtool]\n" if "pyproject" in path else ""
        (folder / path).write_text(f"{table}locale = '{locale}'\n")
    (folder / "three").mkdir()
    found = {
        name: load_project(folder / name).config.locale for name in ("three", "one", "one/two")
    }
    assert found == {"three": "a", "one": "b", "one/two": "d"}


def test_search_begins_beside_a_file_and_in_the_current_folder_for_what_is_missing(
    folder, monkeypatch
):
    (folder / "kb").mkdir()
    (folder / "kb/kbtool.toml").write_text("locale = 'de'")
    (folder / "kb/a.md").write_text("x")
    assert load_project(folder / "kb/a.md").root == folder / "kb"
    monkeypatch.chdir(folder / "kb")
    for missing in (folder / "missing.md", Path("x" * 5_000), Path("nul\0")):
        assert load_project(missing).root == folder / "kb"


def test_paths_start_from_the_folder_of_the_file(folder):
    (folder / "kbtool.toml").write_text("articles = ['docs', '/abs']")
    project = load_project(folder)
    assert project.resolve(project.config.articles) == [folder / "docs", Path("/abs")]


def test_folder_or_pipe_with_the_name_of_a_configuration_is_none(folder):
    (folder / "kbtool.toml").mkdir()
    (folder / "pyproject.toml").mkdir()
    assert find_config(folder) is None
    assert load_project(folder).path is None


@pytest.mark.parametrize("place", ["missing", "x" * 5_000, "a.md", "nul\0"])
def test_place_that_is_no_folder_holds_no_configuration(place, folder):
    (folder / "a.md").write_text("x")
    assert find_config(folder / place) is None


def test_error_keeps_file_line_and_remedy_apart(folder):
    (folder / "kbtool.toml").write_text("\n\nlocales = 'en'\n")
    with pytest.raises(ConfigError) as caught:
        load_project(folder)
    error = caught.value
    assert (error.path, error.line) == (str(folder / "kbtool.toml"), 3)
    assert (error.message, error.remedy) == ("unknown key `locales`", "Did you mean `locale`?")
    assert error.exit_code == 2


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        (("articles",), 1),
        (("lint",), 3),
        (("lint", "select"), 4),
        (("lint", "severity", "LNK001"), 5),
        (("lint", "rules", "LNK001"), 7),
        (("lint", "rules", "LNK001", "phrases"), 8),
        (("lint", "rules", "CLR001", "limit"), 10),
        (("report", "output"), 12),
        (("gaps", "learn"), 14),
        (("nothing",), 0),
        (("lint", "nothing"), 0),
    ],
)
def test_line_of_a_key_is_found_however_it_is_written(keys, line):
    text = """articles = []
# lint = comment
[lint]
select = []
severity = { LNK001 = "info" }

[lint.rules.LNK001]
phrases = []
[ lint . rules . "CLR001" ]
"limit" = 3
[ report ]
  output = "x"
[tool.kbtool.gaps]
learn = true
"""
    assert find_line(text, keys) == line


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        (("rule", "0", "max"), 7),
        (("rule", "1"), 8),
        (("rule", "1", "name"), 9),
        (("overrides", "0", "severity", "LNK001"), 13),
        (("overrides", "1"), 14),
        (("overrides", "1", "rules", "CLR001", "limit"), 16),
        (("overrides", "2"), 0),
    ],
)
def test_line_of_a_key_of_several_tables_is_that_of_its_own(keys, line):
    text = '''[[rule]]
name = "# not the end of a \\" string"
examples-bad = ["""
[[rule]]
[Contact](x)
max = 1"""]
max = 2
[[rule]]
name = "b"
[[overrides]]
files = ["a"]
[overrides.severity]
LNK001 = "info"
[[overrides]]
[overrides.rules.CLR001]
limit = 3
'''
    assert find_line(text, keys) == line


class Table(msgspec.Struct, frozen=True, rename="kebab"):
    two_words: int = 1
    names: list[str] = msgspec.field(default_factory=list)
    anything: dict[str, Any] = msgspec.field(default_factory=dict)


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"two_words": 1}, "unknown key `here.two_words`. Did you mean `two-words`?"),
        ({"zzz": 1}, "unknown key `here.zzz`. Known: anything, names, two-words"),
        ({"two-words": 1.5}, "`here.two-words`: expected `int`, got `float`"),
        ({"names": ["a", 1]}, "`here.names.1`: expected `str`, got `int`"),
        ({"anything": []}, "`here.anything`: expected `object`, got `array`"),
    ],
)
def test_table_that_does_not_fit_is_refused_with_its_full_key(table, message):
    with pytest.raises(ConfigError) as caught:
        convert(table, Table, within=("here",))
    assert str(caught.value) == message


def test_table_that_fits_becomes_a_value():
    table = {"two-words": 2, "names": ["a"], "anything": {"at": {"all": 1}}}
    assert convert(table, Table) == Table(2, ["a"], {"at": {"all": 1}})


def described(kind):
    for field in msgspec.json.schema(kind)["$defs"].values():
        yield from field["properties"].items()


def test_every_setting_is_described():
    assert [name for name, about in described(Config) if not about.get("description")] == [
        "lint",
        "costs",
        "reading",
        "privacy",
        "report",
        "history",
        "test",
        "deflectable",
    ], "tables describe themselves"
