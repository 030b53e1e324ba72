"""Which articles and which configuration a command takes."""

import pytest

from kbtool.model import Hit, Severity, Span
from kbtool.rule import Options, Rule

VAGUE = "# Get a refund\n\nAsk for it [here](refunds.md).\n"
LNK = ("lint", "--select", "LNK001")


def find_twins(own, kb, options):
    for other in kb.outlines:
        if other.path != own.path and other.title == own.title:
            yield Hit(kb.survey("TST001")[own.path], f"title also stands in {other.path}")


TWIN = Rule(
    "TST001",
    "twin",
    Severity.ERROR,
    Options,
    "Twins.",
    survey=lambda article, options: article.title.span,
    facts=Span,
    judge=find_twins,
)


def find_days(article, kb, options):
    yield Hit(article.title.span, f"today is {kb.today}")


DAY = Rule("TST002", "day", Severity.ERROR, Options, "Days.", find_days)


def paths_found(ran):
    return [line.partition(":")[0] for line in ran.out.splitlines() if "LNK001" in line]


def test_folder_with_a_configuration_stands_for_its_whole_project(kbtool, write):
    write({"kb/kbtool.toml": 'articles = ["docs"]', "kb/docs/a.md": VAGUE, "kb/README.md": VAGUE})
    assert paths_found(kbtool(*LNK, "kb")) == ["kb/docs/a.md"]
    assert paths_found(kbtool(*LNK, "kb/README.md")) == ["kb/README.md"]


def test_folder_with_a_shared_configuration_file_stands_for_its_whole_project(kbtool, write):
    table = '[project]\nname = "x"\n\n[tool.kbtool]\narticles = ["docs"]\n'
    write({"kb/pyproject.toml": table, "kb/docs/a.md": VAGUE, "kb/README.md": VAGUE})
    assert paths_found(kbtool(*LNK, "kb")) == ["kb/docs/a.md"]


@pytest.mark.parametrize(
    "table", ["[tool.kbtoolbox]\nx = 1\n", "# [tool.kbtool]\n", "[tool.black\n", ""]
)
def test_shared_configuration_file_of_other_tools_is_left_alone(table, kbtool, write):
    write({"pyproject.toml": table, "a.md": VAGUE})
    assert paths_found(kbtool(*LNK, ".")) == ["a.md"]


def test_two_projects_at_once_are_refused(kbtool, write):
    write({"one/kbtool.toml": "", "a.md": VAGUE})
    ran = kbtool(*LNK, "one", "a.md")
    assert (ran.code, ran.err) == (2, "kbtool: one is a whole project. Name it alone\n")


def test_configuration_is_found_in_the_folders_above(kbtool, write):
    write({"kbtool.toml": '[lint]\nignore = ["LNK001"]\n', "deep/down/a.md": VAGUE})
    assert kbtool("lint", "--select", "LNK001,MET001", "deep/down/a.md").code == 0


def test_search_for_a_configuration_ends_at_the_repository(kbtool, write, folder):
    write({"kbtool.toml": '[lint]\nignore = ["LNK001"]\n', "repo/a.md": VAGUE})
    (folder / "repo" / ".git").mkdir()
    assert kbtool(*LNK, "repo/a.md").code == 1


def test_paths_of_a_configuration_start_from_its_folder(kbtool, write, folder, monkeypatch):
    settings = 'articles = ["docs"]\nexclude = ["docs/old/"]\n'
    write({"kbtool.toml": settings, "docs/a.md": VAGUE, "docs/old/b.md": VAGUE, "x/y.md": VAGUE})
    assert paths_found(kbtool(*LNK)) == ["docs/a.md"]
    monkeypatch.chdir(folder / "docs")
    assert paths_found(kbtool(*LNK)) == ["a.md"]
    assert paths_found(kbtool(*LNK, ".")) == ["a.md"]
    named = kbtool(*LNK, "old/b.md")
    assert paths_found(named) == ["old/b.md"], "what is named is read"
    assert kbtool(*LNK, "--force-exclude", "old/b.md").code == 0


def test_named_configuration_counts_and_named_paths_stay_named(kbtool, write):
    write({"kb/kbtool.toml": 'articles = ["none"]', "kb/a.md": VAGUE, "other.toml": ""})
    assert paths_found(kbtool(*LNK, "--config", "other.toml", "kb")) == ["kb/a.md"]


def test_command_without_arguments_and_without_a_configuration_says_what_to_do(kbtool):
    for command in ("lint", "readability"):
        ran = kbtool(command)
        assert ran.code == 2
        assert "Name files or folders, or run `kbtool init`" in ran.err
    ran = kbtool("gaps")
    assert ran.code == 2
    assert "Name a CSV or JSON Lines file, or set `questions` in kbtool.toml" in ran.err


def test_rules_about_several_articles_see_all_of_them_and_report_on_the_named_ones(
    kbtool, write, only_rules
):
    only_rules(TWIN)
    write({"kbtool.toml": 'articles = ["docs"]', "docs/a.md": VAGUE, "docs/b.md": VAGUE})
    ran = kbtool("lint", "docs/a.md")
    assert ran.out == (
        "docs/a.md:1:3: error TST001 twin: title also stands in docs/b.md\n"
        "Found 1 problem (1 error, 0 warnings, 0 info) in 1 of 1 article.\n"
    )
    whole = kbtool("lint")
    assert whole.out.count("TST001") == 2


def test_rules_about_several_articles_see_the_named_ones_where_nothing_is_configured(
    kbtool, write, only_rules
):
    only_rules(TWIN)
    write({"docs/a.md": VAGUE, "docs/b.md": VAGUE})
    assert kbtool("lint", "docs/a.md").code == 0
    assert kbtool("lint", "docs/a.md", "docs/b.md").out.count("TST001") == 2


def test_rules_judge_by_the_day_that_is_given(kbtool, write, only_rules):
    only_rules(DAY)
    write({"a.md": VAGUE})
    assert "today is 2001-02-03" in kbtool("lint", "--today", "2001-02-03", "a.md").out


def test_language_of_the_configuration_counts_where_an_article_names_none(kbtool, write):
    write(
        {"kbtool.toml": 'locale = "de"', "a.md": VAGUE, "b.md": f"---\nlang: en-GB\n---\n{VAGUE}"}
    )
    assert paths_found(kbtool(*LNK, "a.md", "b.md")) == ["b.md"]


@pytest.mark.parametrize(
    ("settings", "arguments"),
    [
        (None, ["a.md"]),
        (None, ["."]),
        ("", ["a.md"]),
        ('articles = ["a.md", "b.md"]', []),
        ('articles = ["."]\nexclude = ["old/"]', []),
        ('articles = ["."]\nexclude = ["old/*"]', ["a.md"]),
    ],
)
def test_link_to_a_file_that_is_not_checked_is_not_broken(settings, arguments, kbtool, write):
    links = "[b](b.md) [c](old/c.md) [d](.hidden/d.md) [p](p.png) ![p](p.png) [lost](lost.md)"
    others = dict.fromkeys(("b.md", "old/c.md", ".hidden/d.md", "p.png"), "# Other\n")
    write({"a.md": f"# A\n\n{links}\n", **others})
    if settings is not None:
        write({"kbtool.toml": settings})
    ran = kbtool("lint", "-q", "--select", "LNK003", *arguments)
    assert [line.split("`")[1] for line in ran.out.splitlines()] == ["lost.md"]
