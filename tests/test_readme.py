"""What README and the pages of docs/ show is what kbtool does."""

import re
import subprocess
import sys

import pytest

from kbtool.custom import KINDS
from kbtool.docs import README, ROOT, generate, pages

PAGES = [str(page.relative_to(ROOT)) for page in pages()]


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


def prose(text):
    """A page without its blocks of code, whose headings and links are no part of it."""
    return re.sub(r"^ *```.*?^ *```", "", text, flags=re.MULTILINE | re.DOTALL)


def anchors(text):
    """Where links into a page may lead: its headings, as GitHub writes them in addresses."""
    headings = re.findall(r"^#+ (.+)$", prose(text), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def shorten(text):
    """Numbers to three digits behind the point: processors round the sixth of a sum otherwise."""
    return re.sub(r"\d\.\d{4,}", lambda match: f"{float(match[0]):.3f}", text)


@pytest.mark.parametrize("name", PAGES)
def test_blocks_of_each_page_are_up_to_date(name):
    told = "run: python -m kbtool.docs --write"
    assert shorten(generate(read(name), ROOT)) == shorten(read(name)), told


def test_readme_has_one_install_and_one_test_block_for_ci():
    text = README.read_text(encoding="utf-8")
    blocks = re.findall(r"^<!-- (install|test) -->\n```sh$", text, re.MULTILINE)
    assert blocks == ["install", "test"]


@pytest.mark.parametrize("name", [*PAGES, "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md"])
def test_links_of_each_page_lead_to_files_and_headings_that_are_there(name):
    for link in re.findall(r"\]\(([^)]+)\)", prose(read(name))):
        target, _, anchor = link.partition("#")
        if ":" in target:
            continue
        page = (ROOT / name).parent / target if target else ROOT / name
        assert page.exists(), f"{name}: {link}"
        if anchor:
            assert anchor in anchors(page.read_text(encoding="utf-8")), f"{name}: {link}"


def test_readme_leads_to_every_page():
    assert [name for name in PAGES[1:] if f"]({name})" not in read("README.md")] == []


def test_kbtool_warns_of_nothing_in_its_own_pages():
    command = [sys.executable, "-m", "kbtool", "lint", "docs", "--no-cache", "--fail-on", "warning"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_schema_of_an_output_stands_in_the_reference():
    written = {
        schema
        for file in (ROOT / "kbtool").rglob("*.py")
        for schema in re.findall(r"kbtool\.[a-z-]+/\d+", file.read_text(encoding="utf-8"))
    }
    kept = {"kbtool.baseline/1", "kbtool.test-baseline/1"}  # files that kbtool alone reads
    assert {one for one in written - kept if one not in read("docs/reference-json.md")} == set()


def test_rule_that_the_docs_show_is_one_of_the_sample():
    text = read("docs/own-rules.md")
    (shown,) = re.findall(r"^```toml\n(\[\[rule\]\]\n.*?)```$", text, re.MULTILINE | re.DOTALL)
    assert shown in (ROOT / "sample_kb" / "style-guide.toml").read_text(encoding="utf-8")


def test_every_kind_of_rule_stands_in_its_page():
    assert all(f"| `{kind}` |" in read("docs/own-rules.md") for kind in KINDS)


def test_the_story_of_readme_closes_the_gap_that_it_chose():
    text = README.read_text(encoding="utf-8")
    _, found, story = text.partition("## From logs to a better help centre in an afternoon\n")
    assert found
    blocks = dict(
        re.findall(r"<!-- story: (kbtool \w+).*? -->\n```text\n(.*?)```", story, re.DOTALL)
    )
    assert "“How do I reset the passcode?”" in blocks["kbtool history"]
    closed = (
        r"“How do I reset the passcode\?” .* "
        r"“Reset your passcode” answers (\d+) of the \1 questions"
    )
    assert re.search(closed, blocks["kbtool history"])
    assert "-> answer" in blocks["kbtool ask"]
    assert "all pass" in blocks["kbtool test"]
