"""Plugins: loaded when a configuration names them, and their rules run when they are selected."""

import json
import tomllib
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parent.parent / "example_plugin"
CONFIG = 'articles = ["a.md"]\nplugins = ["kbtool-acme"]\n'
COPIED = "from kbtool.rules import all_rules\nRULES = all_rules()[:1]"
SELECTED = CONFIG + '[lint]\nextend-select = ["shouting"]\n'


def describe(folder, name, version, groups):
    """Write what an installer would note of a package."""
    notes = folder / f"{name.replace('-', '_')}-{version}.dist-info"
    notes.mkdir(parents=True)
    notes.joinpath("METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    )
    lines = []
    for group, entries in groups.items():
        lines += [f"[{group}]", *(f"{key} = {value}" for key, value in entries.items())]
    notes.joinpath("entry_points.txt").write_text("\n".join(lines) + "\n")


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """The example plugin, as if installed."""
    project = tomllib.loads((EXAMPLE / "pyproject.toml").read_text())["project"]
    site = tmp_path / "site"
    describe(site, project["name"], project["version"], project["entry-points"])
    monkeypatch.syspath_prepend(str(site))
    monkeypatch.syspath_prepend(str(EXAMPLE))
    return site


@pytest.fixture
def article(write):
    """A project that names the plugin, and an article that shouts."""
    write({"kbtool.toml": CONFIG, "a.md": "# Read this\n\nThis is VERY good.\n"})


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Installs a package of one module."""

    def install_module(name, code, groups):
        site = tmp_path / name
        describe(site, name, "1", groups)
        (site / f"{name}.py").write_text(code)
        monkeypatch.syspath_prepend(str(site))

    return install_module


def codes(ran):
    return [finding["code"] for finding in json.loads(ran.out)["findings"]]


@pytest.mark.usefixtures("installed", "article")
def test_rule_of_a_plugin_is_off_until_it_is_selected(kbtool, write):
    assert "ACME001" not in codes(kbtool("lint", "--format", "json"))
    assert "ACME001" in codes(kbtool("lint", "--format", "json", "--extend-select", "ACME"))
    write({"kbtool.toml": SELECTED + "[lint.rules.shouting]\nletters = 4\n"})
    assert "ACME001" in codes(kbtool("lint", "--format", "json"))


@pytest.mark.usefixtures("installed", "article")
def test_rule_of_a_plugin_is_listed_and_has_a_page(kbtool):
    assert "ACME001  shouting" in kbtool("rule").out
    assert "fewest capitals that shout" in kbtool("rule", "ACME001").out


@pytest.mark.usefixtures("installed", "article")
def test_format_of_a_plugin_is_written(kbtool):
    ran = kbtool("lint", "--format", "acme-lines", "--extend-select", "shouting")
    assert "ACME001;a.md;3\n" in ran.out


@pytest.mark.usefixtures("installed", "article")
def test_unnamed_plugin_is_not_loaded(kbtool, write):
    write({"kbtool.toml": 'articles = ["a.md"]\n'})
    assert kbtool("lint", "--select", "ACME001").code == 2
    ran = kbtool("lint", "--format", "acme-line")
    assert (ran.code, "no format is called `acme-line`" in ran.err) == (2, True)


@pytest.mark.usefixtures("installed", "article")
def test_unknown_format_is_refused_with_the_nearest_one(kbtool):
    ran = kbtool("lint", "--format", "acme-line")
    assert ran.code == 2
    assert "Did you mean `acme-lines`?" in ran.err


@pytest.mark.usefixtures("article")
def test_plugin_that_is_not_installed_is_told_with_its_line(kbtool):
    ran = kbtool("lint")
    assert ran.code == 2
    assert "kbtool.toml:2: no package `kbtool-acme` is installed. Install it with pip" in ran.err


@pytest.mark.parametrize("name", ["", "../evil", "os", "a b", "kbtool.cli"])
def test_name_that_is_no_package_loads_nothing(kbtool, write, name):
    write({"kbtool.toml": CONFIG.replace("kbtool-acme", name), "a.md": "# A\n"})
    ran = kbtool("lint")
    assert ran.code == 2
    assert "is installed" in ran.err


@pytest.mark.usefixtures("article")
@pytest.mark.parametrize(
    ("name", "code", "message"),
    [
        ("broken_a", "raise RuntimeError('no')", "cannot be loaded: RuntimeError: no"),
        ("broken_b", "RULES = 3", "is no rule and no list of rules"),
        ("broken_c", "RULES = []", "is no rule and no list of rules"),
        ("broken_d", COPIED, "is the name of another"),
    ],
)
def test_broken_plugin_is_named(kbtool, install, write, name, code, message):
    install(name, code, {"kbtool.rules": {"all": f"{name}:RULES"}})
    write({"kbtool.toml": CONFIG.replace("kbtool-acme", name)})
    ran = kbtool("lint")
    assert ran.code == 2
    assert message in ran.err


@pytest.mark.usefixtures("article")
def test_package_that_is_no_plugin_is_refused(kbtool, write):
    write({"kbtool.toml": CONFIG.replace("kbtool-acme", "click")})
    assert "`click` offers no rules and no formats" in kbtool("lint").err
