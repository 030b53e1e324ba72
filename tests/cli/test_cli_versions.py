"""Every report that holds figures says what computed them: other versions may compute others."""

import json
from importlib.metadata import version

import pytest

import kbtool as package

TESTS = "handoff:\n  - sell my account\n"
LABELLED = "".join(
    json.dumps({"id": str(n), "text": f"get a refund {n}", "gold": ["refunds"]}) + "\n"
    for n in range(3)
)


@pytest.mark.parametrize(
    ("arguments", "packages"),
    [
        (("lint", "--format", "json", "--exit-zero"), ["markdown-it-py"]),
        (("gaps", "--format", "json"), ["scikit-learn", "scipy", "numpy", "snowballstemmer"]),
        (("report", "--format", "json"), ["scikit-learn", "scipy", "numpy", "markdown-it-py"]),
        (("test", "--format", "json"), ["scikit-learn", "snowballstemmer"]),
        (("evaluate", "labelled.jsonl", "--format", "json"), ["scikit-learn"]),
        (("readability", "--format", "json"), ["textstat", "pyphen"]),
    ],
    ids=lambda value: value[0],
)
def test_every_report_says_what_computed_it(arguments, packages, help_centre, write, kbtool):
    write({"kbtool-tests.yaml": TESTS, "labelled.jsonl": LABELLED})
    told = json.loads(kbtool(*arguments).out)["versions"]
    assert {name: told[name] for name in packages} == {name: version(name) for name in packages}
    assert arguments[0] == "readability" or told["kbtool"] == package.__version__


def test_page_says_what_computed_it(help_centre, kbtool, folder):
    kbtool("report", "-o", "page.html")
    page = (folder / "page.html").read_text(encoding="utf-8")
    assert f"scikit-learn {version('scikit-learn')}" in page
