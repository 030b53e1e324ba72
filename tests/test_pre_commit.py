"""The hooks for pre-commit, installed and run as in another repository."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pre_commit.clientlib import load_manifest

ROOT = Path(__file__).parent.parent
MANIFEST = ROOT / ".pre-commit-hooks.yaml"
PACKAGE = ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")

CLEAN = "# Get a refund\n\n[Ask for a refund](https://example.com/refunds).\n"
VAGUE = "# Get a refund\n\nAsk for it [here](https://example.com/refunds).\n"
DATED = "---\nreviewed: 5 March 2026\n---\n\n# Get a refund\n"
MENDED = "---\nreviewed: 2026-03-05\n---\n\n# Get a refund\n"
CONFIG = """\
repos:
  - repo: {repo}
    rev: {revision}
    hooks:
      - id: kbtool-lint
      - id: kbtool-fix
      - id: kbtool-test
"""
SETTINGS = 'exclude = ["drafts/"]\n\n[lint]\nselect = ["LNK001", "MET001"]\n'


def run(command, folder, **environment):
    """Output and exit code of a command, outside of any repository that runs the tests."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    done = subprocess.run(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
        cwd=folder,
        timeout=900,
        env=inherited | environment,
    )
    return done.returncode, done.stdout


def commit_all(folder):
    """Make the folder a repository with one commit; its hash."""
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com"]
    for arguments in (["init", "-q"], ["add", "-A"], [*identity, "commit", "-q", "-m", "All"]):
        code, output = run(["git", *arguments], folder)
        assert code == 0, output
    return run(["git", "rev-parse", "HEAD"], folder)[1].strip()


def find_obstacle(folder):
    """Why the hooks cannot be installed here, "" where nothing stands in the way."""
    if not shutil.which("git"):
        return "git is not installed"
    quick = ["-q", "--no-deps", "--retries", "1", "--timeout", "20"]
    code, output = run([sys.executable, "-m", "pip", "download", *quick, "hatchling"], folder)
    return f"the package index cannot be reached: {output.partition(chr(10))[0]}" if code else ""


@pytest.fixture(scope="module")
def hook(tmp_path_factory):
    """Runs a hook on files of a scratch repository; both hooks are installed once."""
    home = tmp_path_factory.mktemp("pre-commit")
    obstacle = find_obstacle(home)
    if obstacle and os.environ.get("CI") != "true":
        pytest.skip(obstacle)
    assert not obstacle
    repository, articles = home / "kbtool", home / "articles"
    hidden = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "kbtool", repository / "kbtool", ignore=hidden)
    for name in PACKAGE:
        shutil.copy(ROOT / name, repository)
    config = CONFIG.format(repo=repository.as_posix(), revision=commit_all(repository))
    articles.mkdir()
    (articles / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    (articles / "kbtool.toml").write_text(SETTINGS, encoding="utf-8")
    commit_all(articles)

    def run_hook(name, files):
        for path, text in files.items():
            (articles / path).parent.mkdir(exist_ok=True)
            (articles / path).write_text(text, encoding="utf-8")
        run(["git", "add", "-A"], articles)
        command = [sys.executable, "-m", "pre_commit", "run", name, "--files", *files]
        code, output = run(command, articles, PRE_COMMIT_HOME=str(home / "cache"))
        return code, output, {path: (articles / path).read_text("utf-8") for path in files}

    return run_hook


def test_manifest_is_one_that_pre_commit_reads():
    hooks = {hook["id"]: hook for hook in load_manifest(str(MANIFEST))}
    assert set(hooks) == {"kbtool-lint", "kbtool-fix", "kbtool-test"}
    for hook in hooks.values():
        assert hook["language"] == "python"
        assert "markdown" in hook["types_or"]
        assert hook["require_serial"]
    assert "--fix" in hooks["kbtool-fix"]["entry"].split()
    assert "--fix" not in hooks["kbtool-lint"]["entry"].split()


def test_lint_hook_passes_on_clean_articles_and_fails_on_an_error(hook):
    code, output, _ = hook("kbtool-lint", {"good.md": CLEAN})
    assert code == 0, output
    code, output, after = hook("kbtool-lint", {"good.md": CLEAN, "bad.md": VAGUE})
    assert code == 1
    assert "bad.md:3:13: error LNK001 vague-link-text" in output
    assert "good.md" not in output
    assert after == {"good.md": CLEAN, "bad.md": VAGUE}


def test_fix_hook_mends_says_so_and_then_passes(hook):
    code, output, after = hook("kbtool-fix", {"dated.md": DATED})
    assert code == 1
    assert "files were modified by this hook" in output
    assert after == {"dated.md": MENDED}
    code, output, after = hook("kbtool-fix", after)
    assert code == 0, output
    assert after == {"dated.md": MENDED}


def test_test_hook_looks_at_the_whole_help_centre_whatever_was_changed(hook):
    suite = "tests:\n  - article: {}\n    asks: [where do I keep the card]\n"
    kept = "# Keep a card\n\nKeep the card in a safe place.\n"
    files = {"good.md": CLEAN, "kept.md": kept, "kbtool-tests.yaml": suite.format("kept")}
    code, output, _ = hook("kbtool-test", files)
    assert code == 0, output
    code, output, _ = hook("kbtool-test", {"kbtool-tests.yaml": suite.format("good")})
    assert code == 1
    assert "should find `good`" in output


def test_commit_of_nothing_but_excluded_files_passes(hook):
    code, output, _ = hook("kbtool-lint", {"drafts/bad.md": VAGUE})
    assert code == 0, output
