"""The shape of the project: small files and functions, few imports, no network."""

import ast
import os
import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from statistics import median

import pytest

import kbtool
from kbtool.cli import cli

ROOT = Path(__file__).parent.parent
PACKAGE = Path(kbtool.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
TESTS = sorted(Path(__file__).parent.rglob("*.py"))

HEAVY = {
    "numpy", "scipy", "sklearn", "nltk", "textstat", "rich", "jinja2", "pathspec",
    "sparse_dot_topn",
}  # fmt: skip

NO_NETWORK = """
import socket
def refuse(*args, **kwargs):
    raise AssertionError("asked for the network")
socket.socket.__init__ = socket.create_connection = socket.getaddrinfo = refuse
"""

QUESTIONS = "text\nhow do I get a refund\nwhere is my card\nwhere is my new card\n"


@pytest.fixture
def help_centre(tmp_path):
    """A folder with two articles, a log and a configuration."""
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "refunds.md").write_text("# Get a refund\n\nAsk us for a refund in the app.\n")
    (articles / "cards.md").write_text("# Order a card\n\nOrder the card [here](refunds.md).\n")
    (tmp_path / "questions.csv").write_text(QUESTIONS)
    (tmp_path / "kbtool.toml").write_text('articles = ["articles"]\nquestions = ["questions.csv"]')
    return tmp_path


def run_code(code, folder):
    """What the code prints in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        cwd=folder,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def loaded_by(arguments, folder, expected_code):
    """Top-level packages that are loaded when a command has run."""
    code = f"""
import sys
sys.argv = ["kbtool", *{arguments!r}]
from kbtool.cli import main
try:
    main()
except SystemExit as stop:
    assert stop.code == {expected_code}, stop.code
print()
print(*sorted({{name.partition(".")[0] for name in sys.modules}}))
"""
    return set(run_code(code, folder).splitlines()[-1].split())


def count_lines(path):
    return len(path.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("path", [*MODULES, *TESTS], ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_is_longer_than_300_lines(path):
    assert count_lines(path) <= 300


def test_half_of_all_modules_are_no_longer_than_120_lines():
    assert median(count_lines(path) for path in MODULES) <= 120


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_repeated_group_is_possessive(path):
    # Python 3.11.0 to 3.11.4 match (?:…)*+ wrongly; (?>(?:…)*) means the same and is right.
    assert not re.search(r"\)(?:[*+?]|\{[\d,{}]+\})\+", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_function_is_longer_than_50_lines(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    long = [
        f"{node.name} ({node.end_lineno - node.lineno + 1})"
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno - node.lineno + 1 > 50
    ]
    assert long == []


def test_lint_on_one_file_loads_no_heavy_package(help_centre):
    (help_centre / "kbtool.toml").unlink()
    arguments = ["lint", "--no-cache", "--select", "LNK001", "articles/cards.md"]
    loaded = loaded_by(arguments, help_centre, 1)
    assert "markdown_it" in loaded, "the check sees what is loaded"
    assert loaded & HEAVY == set()


def test_lint_on_one_plain_file_loads_neither_yaml_nor_what_starts_processes(tmp_path):
    (tmp_path / "a.md").write_text("---\ntitle: Get a refund\n---\nAsk us.\n", encoding="utf-8")
    loaded = loaded_by(["lint", "--no-cache", "--select", "LNK001", "a.md"], tmp_path, 0)
    assert "markdown_it" in loaded, "the check sees what is loaded"
    assert loaded & {"yaml", "multiprocessing", "subprocess", "tempfile"} == set()


def test_lint_from_the_cache_loads_no_parser(tmp_path):
    (tmp_path / "a.md").write_text("---\ntitle: Get a refund\n---\nAsk us.\n", encoding="utf-8")
    arguments = ["lint", "--select", "LNK001", "--cache-dir", "kept", "a.md"]
    assert "markdown_it" in loaded_by(arguments, tmp_path, 0)
    assert loaded_by(arguments, tmp_path, 0) & {"markdown_it", "yaml"} == set()


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_load_next_to_nothing(option, tmp_path):
    loaded = loaded_by([option], tmp_path, 0)
    assert "click" in loaded
    assert loaded & (HEAVY | {"markdown_it", "yaml", "msgspec"}) == set()


def test_importing_the_package_loads_nothing_else(tmp_path):
    code = "import sys, kbtool; print(*sorted(n.partition('.')[0] for n in sys.modules))"
    loaded = set(run_code(code, tmp_path).split())
    assert loaded & (HEAVY | {"click", "markdown_it", "yaml", "msgspec"}) == set()


COMMANDS = {
    "ask": ["ask", "How do I get a refund?"],
    "config": ["config", "--show"],
    "evaluate": ["evaluate", "labelled.jsonl"],
    "export": ["export", "chunks", "--include-blocked"],
    "gaps": ["gaps"],
    "history": ["history"],
    "import": ["import", "jsonl", "export.jsonl", "--to", "imported"],
    "init": ["init", "--force"],
    "lint": ["lint"],
    "match": ["match"],
    "outline": ["outline", "1"],
    "questions": ["questions"],
    "readability": ["readability"],
    "report": ["report"],
    "rule": ["rule"],
    "test": ["test", "--seed"],
}


@pytest.mark.parametrize("command", sorted(set(cli.list_commands(None)) - {"lsp"}))
def test_no_command_asks_for_the_network(command, help_centre):
    labelled = '{"id": "1", "text": "get a refund", "gold": ["refunds"]}\n'
    (help_centre / "labelled.jsonl").write_text(labelled * 2)
    (help_centre / "export.jsonl").write_text('{"id": 1, "title": "Pay", "body": "Pay."}\n')
    code = f"""{NO_NETWORK}
import sys
from kbtool.cli import main
sys.argv = ["kbtool", *{COMMANDS[command]!r}]
try:
    main()
except SystemExit as stop:
    print("ended with", stop.code)
"""
    code = run_code(code, help_centre).rpartition("ended with ")[2]
    assert int(code) in (0, 1, 2)


def test_nothing_that_is_read_can_make_objects_or_run():
    banned = {"pickle", "marshal", "shelve", "joblib", "dill", "cloudpickle"}
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not {name.partition(".")[0] for name in names} & banned, path
            called = node.func.id if isinstance(node, ast.Call) and hasattr(node.func, "id") else ""
            assert called not in ("eval", "exec", "compile", "__import__"), path


def test_package_runs_as_a_module(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "kbtool", "--version"],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )
    assert done.stdout == f"kbtool, version {kbtool.__version__}\n"


def test_package_says_that_it_is_typed():
    assert files("kbtool").joinpath("py.typed").is_file()


@pytest.mark.parametrize("name", [name for name in kbtool.__all__ if name != "__version__"])
def test_every_public_name_loads_and_is_documented(name):
    assert getattr(kbtool, name).__doc__


def test_public_names_are_sorted_and_there_is_no_other():
    assert list(kbtool.__all__) == sorted(kbtool.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'nonsense'"):
        kbtool.nonsense  # noqa: B018 - the access itself is tested
