"""The list of faults names tests that are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

LIST = Path(__file__).with_name("reliability.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`tests/([\w./]+\.py)(?:::(\w+))?`", LIST)))


@pytest.mark.parametrize(("path", "name"), NAMED)
def test_each_test_of_the_list_exists(path, name):
    text = (Path(__file__).parent / path).read_text(encoding="utf-8")
    assert not name or f"def {name}(" in text


def test_each_row_of_the_list_names_a_test_or_says_why_not():
    rows = [line.split("|") for line in LIST.splitlines() if re.match(r"\| \d", line)]
    assert rows
    assert all(row[3].strip() for row in rows)
