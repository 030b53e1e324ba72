"""What each command loads: a budget by name, so that starting stays quick on any machine.

Packages of others are counted, not modules of Python. Where an extra is installed, scikit-learn
takes a look at it by itself; that is left out.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[1] / "sample_kb"
TAKEN_BY_SKLEARN = {
    "cloudpickle", "dateutil", "joblib", "narwhals", "pandas", "pyarrow", "pytz", "rich", "six",
    "threadpoolctl", "tzdata",
}  # fmt: skip
BASE = {"click", "msgspec", "typing_extensions"}
PARSER = {"markdown_it", "mdurl"}
READING = BASE | PARSER | {"platformdirs", "yaml", "pathspec"}
MATCHING = READING | {"numpy", "scipy", "sklearn", "snowballstemmer", "sparse_dot_topn", "psutil"}
LINT = READING | {"regex"}

BUDGET = {
    ("--version",): {"click"},
    ("rule",): BASE,
    ("rule", "LNK001"): BASE,
    ("init", "new", "--force"): BASE | {"platformdirs"},
    ("config", "--show"): BASE,
    ("config", "--schema"): BASE,
    ("import", "jsonl", "export.jsonl", "--to", "new"): READING,
    ("lint", "--no-cache"): LINT,
    ("lint", "--no-cache", "--select", "ALL"): LINT | {"snowballstemmer", "textstat", "pyphen"},
    ("readability",): READING | {"textstat", "pyphen"},
    ("questions",): READING,
    ("questions", "--summary"): READING,
    ("export", "chunks", "--include-blocked"): LINT | {"snowballstemmer"},
    ("history",): READING | {"snowballstemmer"},
    ("gaps",): MATCHING,
    ("match",): MATCHING,
    ("ask", "how do I get a refund"): MATCHING,
    ("test",): MATCHING,
    ("outline", "1"): MATCHING,
    ("report", "-o", "page.html", "--no-history"): MATCHING | LINT | {"jinja2", "markupsafe"},
}
LOADED = """
import sys
sys.argv = ["kbtool", *{arguments!r}]
from kbtool.cli import main
try:
    main()
except SystemExit as stop:
    assert stop.code in (0, 1, 2), stop.code
names = {{name.partition(".")[0] for name in sys.modules}}
names -= {{"kbtool", "kbtool_acme", "cython_runtime"}} | sys.stdlib_module_names
print("LOADED", *sorted(name for name in names if not name.startswith("_")), file=sys.stderr)
"""


@pytest.fixture(scope="module")
def centre(tmp_path_factory):
    """A help centre with a log, tests and an export."""
    folder = tmp_path_factory.mktemp("budget")
    (folder / "kb").mkdir()
    for path in sorted((SAMPLE / "articles").rglob("*.md"))[:12]:
        (folder / "kb" / path.name).write_bytes(path.read_bytes())
    rows = (SAMPLE / "questions.csv").read_bytes().splitlines()[:200]
    (folder / "log.csv").write_bytes(b"\n".join([*rows, b""]))
    (folder / "kbtool.toml").write_text('articles = ["kb"]\nquestions = ["log.csv"]\n')
    (folder / "kbtool-tests.yaml").write_text("handoff:\n  - sell my account\n")
    (folder / "export.jsonl").write_text('{"id": 1, "title": "Pay", "body": "Pay."}\n')
    return folder


def loaded(arguments, folder):
    done = subprocess.run(
        [sys.executable, "-c", LOADED.format(arguments=arguments)],
        capture_output=True,
        check=False,
        cwd=folder,
        env=os.environ | {"KBTOOL_SALT": "x" * 32, "PYTHONIOENCODING": "utf-8"},
    )
    assert done.returncode == 0, done.stderr.decode()
    return set(done.stderr.decode().splitlines()[-1].split()[1:])


@pytest.mark.parametrize("arguments", BUDGET, ids=" ".join)
def test_command_loads_no_package_beyond_its_budget(arguments, centre):
    found = loaded(arguments, centre)
    assert "click" in found, "the check sees what is loaded"
    found -= {"sitecustomize", "usercustomize"}  # Python's own, where a system has them
    if "sklearn" in found:
        found -= TAKEN_BY_SKLEARN
    assert found <= BUDGET[arguments]


def test_only_what_matches_may_load_arrays():
    assert {arguments[0] for arguments, names in BUDGET.items() if "numpy" in names} == {
        "gaps", "match", "ask", "test", "outline", "report",
    }  # fmt: skip
