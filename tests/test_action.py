"""The GitHub Action: what it declares, and its script run as GitHub runs it."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
VAGUE = "# Get a refund\n\nAsk for it [here](https://example.com/refunds).\n"


@pytest.fixture
def action():
    """The action's file."""
    return yaml.safe_load((ROOT / "action.yml").read_text())


def test_no_input_stands_in_a_script(action):
    scripts = [step["run"] for step in action["runs"]["steps"] if "run" in step]
    assert scripts
    assert not any("${{" in script for script in scripts)


def test_every_input_is_used_and_every_used_one_is_declared(action):
    steps = yaml.safe_dump(action["runs"])
    assert set(re.findall(r"inputs\.([\w-]+)", steps)) == set(action["inputs"])


def test_problem_matcher_reads_what_concise_output_says(tmp_path):
    (tmp_path / "a.md").write_text(VAGUE)
    ran = lint(tmp_path, "--select", "LNK001", "--format", "concise", "a.md")
    (matcher,) = json.loads((ROOT / ".github/problem-matcher.json").read_text())["problemMatcher"]
    (pattern,) = matcher["pattern"]
    match = re.fullmatch(pattern["regexp"], ran.stdout.splitlines()[0])
    told = {name: match[group] for name, group in pattern.items() if name != "regexp"}
    assert told["file"] == "a.md"
    assert (told["line"], told["column"], told["severity"]) == ("3", "13", "error")
    assert told["code"] == "LNK001 vague-link-text"
    assert told["message"].startswith("link text")


def lint(folder, *arguments):
    command = [sys.executable, "-m", "kbtool", "lint", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def run_action(tmp_path):
    """Runs the action's script in a folder with one article."""
    if not shutil.which("bash"):
        pytest.skip("needs bash, which every runner of GitHub has")
    program = tmp_path / "kbtool"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kbtool "$@"\n')
    program.chmod(0o755)
    (tmp_path / "work").mkdir()
    (tmp_path / "work/a.md").write_text(VAGUE)

    def run(**settings):
        variables = {
            "KBTOOL": str(program),
            "PATHS": "a.md",
            "ARGS": "--select LNK001",
            "FORMAT": "github",
            "SARIF_FILE": "",
            "HOME_OF_ACTION": str(ROOT),
            "GITHUB_OUTPUT": str(tmp_path / "output"),
            "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
        }
        return subprocess.run(
            ["bash", str(ROOT / ".github/check.sh")],
            cwd=tmp_path / "work",
            env=os.environ | variables | settings,
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def test_findings_become_annotations_an_output_and_a_summary(run_action, tmp_path):
    ran = run_action(SARIF_FILE="found.sarif")
    assert ran.returncode == 1
    assert ran.stdout.startswith("::error file=a.md,line=3,endLine=3,col=13,")
    assert (tmp_path / "output").read_text() == "exit-code=1\n"
    assert "LNK001" in (tmp_path / "summary.md").read_text()
    assert json.loads((tmp_path / "work/found.sarif").read_text())["version"] == "2.1.0"


def test_settings_are_never_run(run_action, tmp_path):
    evil = "$(touch evil) `touch evil` ; touch evil"
    run_action(PATHS=evil, ARGS=f"--select LNK001 {evil}", FORMAT=evil)
    assert not (tmp_path / "work/evil").exists()


def test_concise_output_comes_with_the_matcher(run_action):
    ran = run_action(FORMAT="concise")
    first, second, *_ = ran.stdout.splitlines()
    assert first == f"::add-matcher::{ROOT}/.github/problem-matcher.json"
    assert second.startswith("a.md:3:13: error LNK001")
