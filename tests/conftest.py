"""Tests that need a tool which is not installed are left out, and the run says so."""

import os
import shutil
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).parent
OPTIONAL = [name for name in ("hypothesis", "pre_commit", "importlinter") if not find_spec(name)]


def needs_missing_tool(path):
    text = path.read_text(encoding="utf-8")
    return any(f"import {name}" in text or f"from {name}" in text for name in OPTIONAL)


if "hypothesis" not in OPTIONAL:
    from hypothesis import settings

    settings.register_profile("kbtool", deadline=None)  # timings never decide a test
    settings.load_profile("kbtool")

collect_ignore = [
    str(path.relative_to(HERE)) for path in HERE.rglob("test_*.py") if needs_missing_tool(path)
]


def pytest_report_header():
    lines = []
    if not (os.environ.get("KBTOOL_CHROMIUM") or shutil.which("chromium")):
        lines.append("no chromium: tests of the page in a browser are skipped")
    if OPTIONAL:
        lines.append(
            f"not installed: {', '.join(OPTIONAL)}; {len(collect_ignore)} test files are left out "
            'until `pip install -e ".[dev]"`'
        )
    return lines or "all development tools are installed"
