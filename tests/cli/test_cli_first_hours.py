"""What a writer meets in the first hours with a help centre that was never linted."""

import json

import pytest

TWO = """\
# Go there

<!-- kbtool: ignore-next minimiser -->
Simply go to it.

<!-- kbtool: ignore-next minimiser, wordy-phrase -->
Just click it in order to go.
"""
TON = ("--select", "TON001,CLR004,HYG003")


@pytest.mark.parametrize("options", [(), ("--no-cache",), ("--processes", "2")])
def test_several_ignores_that_work_in_one_article(kbtool, write, options):
    write(
        {"a.md": TWO, "b.html": '<p data-kbtool-ignore="TON001, CLR004">Simply go in order to.</p>'}
    )
    for _ in range(2):
        ran = kbtool("lint", "a.md", "b.html", *TON, *options)
        assert (ran.code, ran.err) == (0, "")
        assert "5 suppressed" in ran.out


def test_configuration_without_articles_means_its_folder(kbtool, write):
    write({"kbtool.toml": '[lint]\nselect = ["LNK001"]\n', "kb/a.md": "See [here](b.md).\n"})
    for paths in ((), (".",), ("kb",)):
        assert "kb/a.md:1:6" in kbtool("lint", *paths).out


def test_no_baseline_is_written_of_nothing(kbtool, write, folder):
    ran = kbtool("lint", "nope.md", "--write-baseline")
    assert ran.code == 2
    assert "nope.md: no such file" in ran.err
    assert list(folder.iterdir()) == []
    write({"a.md": "See [here](b.md).\n"})
    ran = kbtool("lint", "nope.md", "a.md", "--write-baseline")
    assert (ran.code, "nope.md: no such file" in ran.err) == (2, True)


def test_changed_since_outside_a_repository_says_so(kbtool, write, folder):
    (folder.parent / ".git").rmdir()
    write({"a.md": "# A\n"})
    ran = kbtool("lint", "a.md", "--changed-since", "main")
    assert (ran.code, "is in no git repository" in ran.err) == (2, True)


def test_unknown_format_of_statistics_is_refused(kbtool, write):
    write({"a.md": "# A\n"})
    ran = kbtool("lint", "a.md", "--statistics", "--format", "csv")
    assert (ran.code, "Formats: text, json" in ran.err) == (2, True)


def test_first_run_with_hundreds_of_findings_says_how_to_begin(kbtool, write):
    write({"a.md": "See [here](b.md).\n\n" * 201})
    assert "--write-baseline" in kbtool("lint", "a.md", "--select", "LNK001").err
    kbtool("lint", "a.md", "--select", "LNK001", "--write-baseline")
    assert "--statistics" not in kbtool("lint", "a.md", "--select", "LNK001").err


@pytest.mark.parametrize("name", ["LNK", "links", "lnk00"])
def test_rules_of_a_family_are_listed(kbtool, name):
    codes = {line.split()[0] for line in kbtool("rule", name).out.splitlines()}
    assert codes >= {"LNK001", "LNK009"}
    assert all(code.startswith("LNK") for code in codes)


def test_summary_writes_all_numbers_alike(kbtool, write):
    write({"a.md": "See [here](b.md).\n\n" * 1200})
    out = kbtool("lint", "a.md", "--select", "LNK001", "--quiet", "--format", "json").out
    assert json.loads(out)["summary"]["error"] == 1200
    assert "(1,200 errors, 0 warnings, 0 info)" in kbtool("lint", "a.md", "--select", "LNK001").out
