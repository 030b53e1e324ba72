"""What git ignores is not checked, and what changed on a branch can be."""

import subprocess
from pathlib import Path

import pytest
from small_project import found

from kbtool.errors import UsageError
from kbtool.runner.git import changed_since, ignored_by_git


@pytest.fixture
def git(project, tmp_path):
    """Runs git in a repository that holds the project."""
    (tmp_path / ".git").rmdir()

    def run(*arguments):
        options = ("-c", "user.name=a", "-c", "user.email=a@example.com")
        done = subprocess.run(
            ["git", *options, *arguments], capture_output=True, text=True, check=True
        )
        return done.stdout

    run("init", "--quiet", "--initial-branch=main")
    run("add", ".")
    run("commit", "--quiet", "--message=Begin")
    return run


def test_ignored_files_are_skipped_and_said_so(git, run, write):
    write({".gitignore": "drafts/\n*.tmp.md\n", "docs/drafts/x.md": "x", "docs/y.tmp.md": "y"})
    report = run()
    assert [(skip.path, skip.reason) for skip in report.skipped] == [
        ("docs/y.tmp.md", "ignored by git")
    ]
    assert not any("drafts" in article.path for article in report.articles)
    assert run("docs/y.tmp.md").articles, "what is named is checked"


def test_tracked_files_are_never_ignored(git, run, write):
    write({".gitignore": "*.md\n"})
    assert len(run().articles) == 3


def test_folder_outside_a_repository_has_no_ignored_files(project, tmp_path):
    (tmp_path / ".git").rmdir()
    assert ignored_by_git([tmp_path / "docs"]) == frozenset()


def test_changes_count_from_where_the_branch_began(git, write, tmp_path):
    git("checkout", "--quiet", "-b", "work")
    git("checkout", "--quiet", "main")
    write({"docs/b.md": "# Theirs\n\nText.\n"})
    git("commit", "--quiet", "--all", "--message=Theirs")
    git("checkout", "--quiet", "work")
    write({"docs/a.md": "# Mine\n\nYou simply wait.\n", "docs/new ü.md": "# New\n\nText.\n"})
    names = {Path(place).name for place in changed_since("main", tmp_path)}
    assert names == {"a.md", "new ü.md"}
    git("add", ".")
    git("commit", "--quiet", "--message=Mine")
    assert {Path(place).name for place in changed_since("main", tmp_path / "docs")} == names


def test_only_changed_articles_are_reported_on_and_all_are_known(git, run, write, tmp_path):
    write({"docs/b.md": "# Order a card\n\nYou simply wait for it.\n"})
    report = run(only=changed_since("HEAD", tmp_path))
    assert [article.path for article in report.articles] == ["docs/b.md"]
    assert "docs/b.md:1:3 FND004" in found(report)


@pytest.mark.parametrize("reference", ["nonsense", "--output=x", "", "HEAD:docs/a.md"])
def test_unknown_reference_is_an_error(reference, git, tmp_path):
    with pytest.raises(UsageError, match="no common ancestor"):
        changed_since(reference, tmp_path)
    assert not (tmp_path / "x").exists()


def test_repository_cannot_make_kbtool_run_its_programs(git, run, write, tmp_path):
    program = tmp_path / "evil"
    program.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n")
    program.chmod(0o755)
    git("config", "core.fsmonitor", str(program))
    git("config", "diff.external", str(program))
    write({"docs/a.md": "# Changed\n"})
    run()
    changed_since("HEAD", tmp_path)
    assert not (tmp_path / "ran").exists()
