"""A help centre of 400 articles that was never linted, taken through README's first steps."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[2] / "sample_kb" / "articles"
ARTICLES = 400


@pytest.fixture
def big(folder, write):
    """Copies of the sample's articles, under git."""
    source = sorted(SAMPLE.rglob("*.md"))
    for number in range(ARTICLES):
        article = source[number % len(source)]
        target = folder / "articles" / f"part-{number // len(source)}" / article.relative_to(SAMPLE)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(article, target)
    write({"kbtool.toml": 'articles = ["articles"]\ntoday = 2026-11-23\n'})
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message=Begin")
    return folder


def git(folder, *arguments):
    options = ("-c", "user.name=a", "-c", "user.email=a@example.com")
    subprocess.run(["git", *options, *arguments], cwd=folder, check=True, capture_output=True)


def test_first_run_is_bearable(big, kbtool):
    counts = json.loads(kbtool("lint", "--statistics", "--format", "json").out)
    total = counts["summary"]["error"] + counts["summary"]["warning"] + counts["summary"]["info"]
    assert counts["summary"]["articles_checked"] == ARTICLES
    assert total == sum(counts["rule"].values()) == sum(counts["article"].values()) > 500

    minimal = kbtool("lint", "--preset", "minimal", "--format", "json")
    few = json.loads(minimal.out)["findings"]
    assert 0 < len(few) < total / 5
    assert {finding["severity"] for finding in few} <= {"error", "warning"}

    assert kbtool("lint", "--diff").out.startswith("--- articles/")
    assert "Fixed " in kbtool("lint", "--fix").out
    assert kbtool("lint", "--diff").out == ""

    assert kbtool("lint", "--write-baseline").code == 0
    ran = kbtool("lint", "--fail-on", "info")
    assert ran.code == 0
    assert f"Nothing found in {ARTICLES} articles; " in ran.out

    git(big, "add", ".")
    git(big, "commit", "--quiet", "--message=Baseline")
    changed = big / "articles/part-0/cards/change-your-pin.md"
    changed.write_text(changed.read_text() + "\nSee [here](gone.md).\n")
    ran = kbtool("lint", "--changed-since", "main")
    assert ran.code == 1
    assert "in 1 of 1 article" in ran.out
    assert ran.out.count("error") >= 2
