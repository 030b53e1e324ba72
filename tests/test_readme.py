"""What README shows is what kbtool does."""

import re
from pathlib import Path

from kbtool.custom import KINDS
from kbtool.docs import README, generate

ROOT = Path(__file__).parent.parent


def test_readme_blocks_are_up_to_date():
    text = README.read_text(encoding="utf-8")
    assert generate(text, ROOT) == text, "run: python -m kbtool.docs --write"


def test_readme_has_one_install_and_one_test_block_for_ci():
    text = README.read_text(encoding="utf-8")
    blocks = re.findall(r"^<!-- (install|test) -->\n```sh$", text, re.MULTILINE)
    assert blocks == ["install", "test"]


def test_links_of_the_documents_lead_somewhere():
    for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        prose = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
        for target in re.findall(r"\]\(([^)#:]+)\)", prose):
            assert (ROOT / target).exists(), f"{name}: {target}"


def test_rule_that_readme_shows_is_one_of_the_sample():
    text = README.read_text(encoding="utf-8")
    (shown,) = re.findall(r"^```toml\n(\[\[rule\]\]\n.*?)```$", text, re.MULTILINE | re.DOTALL)
    assert shown in (ROOT / "sample_kb" / "style-guide.toml").read_text(encoding="utf-8")


def test_every_kind_of_rule_stands_in_readme():
    text = README.read_text(encoding="utf-8")
    assert all(f"| `{kind}` |" in text for kind in KINDS)


def test_the_story_of_readme_closes_the_gap_that_it_chose():
    text = README.read_text(encoding="utf-8")
    _, found, story = text.partition("## From logs to a better help centre in an afternoon\n")
    assert found
    blocks = dict(
        re.findall(r"<!-- story: (kbtool \w+).*? -->\n```text\n(.*?)```", story, re.DOTALL)
    )
    assert "“How do I reset the passcode?”" in blocks["kbtool history"]
    closed = (
        r"“How do I reset the passcode\?” .* “Reset your passcode” answers (\d+) of \1 questions"
    )
    assert re.search(closed, blocks["kbtool history"])
    assert "-> answer" in blocks["kbtool ask"]
    assert "all pass" in blocks["kbtool test"]
