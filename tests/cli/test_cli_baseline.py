"""Baselines: what was there before is known, what is new stands out."""

import json

import pytest

HERE = "You simply wait.\n"
TON = ("lint", "--select", "TON001,LNK001", "--fail-on", "warning")


@pytest.fixture
def project(write, kbtool, folder):
    """A project of two articles whose findings stand in its baseline."""
    write({"kbtool.toml": 'articles = ["docs"]\n', "docs/a.md": HERE, "docs/b.md": HERE})
    assert kbtool(*TON, "--write-baseline").code == 0
    return folder


def entries(folder):
    return json.loads((folder / ".kbtool-baseline.json").read_text())["articles"]


def test_known_findings_are_left_out_and_counted(project, kbtool):
    ran = kbtool(*TON)
    assert (ran.code, ran.out) == (0, "Nothing found in 2 articles; 2 in the baseline.\n")
    shown = kbtool(*TON, "--no-baseline")
    assert (shown.code, shown.out.count("TON001")) == (1, 2)


def test_what_is_new_is_found_wherever_known_findings_moved(project, write, kbtool):
    write({"docs/a.md": f"# Wait\n\nFirst lines.\n\n{HERE}\nSee [here](b.md).\n"})
    ran = kbtool(*TON)
    assert ran.code == 1
    assert "docs/a.md:7:6: error LNK001" in ran.out
    assert "TON001" not in ran.out


def test_the_same_once_more_is_new(project, write, kbtool):
    write({"docs/a.md": f"{HERE}\n{HERE}"})
    assert kbtool(*TON).out.count("TON001") == 1


def test_folder_one_stands_in_does_not_matter(project, kbtool, monkeypatch):
    monkeypatch.chdir(project / "docs")
    assert kbtool(*TON, "a.md").code == 0
    assert list(entries(project)) == ["docs/a.md", "docs/b.md"]


def test_what_was_mended_is_told_and_pruned(project, write, kbtool):
    write({"docs/a.md": "You wait.\n"})
    assert "1 in the baseline no longer found; --prune-baseline takes it out" in kbtool(*TON).err
    assert (
        "Removed 1 finding from .kbtool-baseline.json; 1 left."
        in kbtool(*TON, "--prune-baseline").out
    )
    assert list(entries(project)) == ["docs/b.md"]
    assert kbtool(*TON).err == ""


def test_pruning_keeps_articles_and_rules_that_were_not_looked_at(project, kbtool):
    kbtool("lint", "--select", "LNK001", "--prune-baseline")
    kbtool(*TON, "--prune-baseline", "docs/a.md")
    assert list(entries(project)) == ["docs/a.md", "docs/b.md"]
    (project / "docs/b.md").unlink()
    kbtool(*TON, "--prune-baseline", "docs/a.md")
    assert list(entries(project)) == ["docs/a.md"]


def test_writing_it_for_some_articles_keeps_the_others(project, write, kbtool):
    write({"docs/a.md": "You wait.\n"})
    kbtool(*TON, "--write-baseline", "docs/a.md")
    assert list(entries(project)) == ["docs/b.md"]


def test_file_is_the_same_every_time(project, kbtool):
    before = (project / ".kbtool-baseline.json").read_bytes()
    kbtool(*TON, "--write-baseline")
    assert (project / ".kbtool-baseline.json").read_bytes() == before


@pytest.mark.parametrize(
    "content",
    ["{", "[]", '{"schema": "kbtool.baseline/9", "articles": {}}', "\xff", "[" * 100_000],
)
def test_broken_baseline_is_an_error_and_stays(content, project, kbtool):
    file = project / ".kbtool-baseline.json"
    file.write_bytes(content.encode("latin-1"))
    for more in ((), ("--write-baseline",), ("--prune-baseline",)):
        ran = kbtool(*TON, *more)
        assert ran.code == 2
        assert ".kbtool-baseline.json: is not a baseline" in ran.err
    assert file.read_bytes() == content.encode("latin-1")


def test_missing_baseline_is_an_error(kbtool, write):
    write({"a.md": HERE})
    assert "cannot be read" in kbtool(*TON, "--baseline", "none.json", "a.md").err
    assert "no baseline to prune" in kbtool(*TON, "--prune-baseline", "a.md").err


def test_baseline_counts_in_the_folders_below_it(kbtool, write):
    write({"kb/a.md": "See [here](b.md).\n", "kb/b.md": "# B\n\nSee [here](a.md).\n"})
    assert kbtool("lint", ".", "--select", "LNK001", "--write-baseline").code == 0
    for path in ("kb", "kb/a.md"):
        ran = kbtool("lint", path, "--select", "LNK001")
        assert (ran.code, "in the baseline" in ran.out) == (0, True)
