"""The table of faults is whole, and each test that it names is there."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

HERE = Path(__file__).parent
TABLE = (HERE / "reliability.md").read_text(encoding="utf-8")
ROWS = {
    int(number): (fault.strip(), held.strip())
    for number, fault, held in re.findall(r"(?m)^\| (\d+) \|([^|]+)\|([^|]+)\|$", TABLE)
}


@cache
def names_in(file):
    tree = ast.parse((HERE / file).read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_no_row_is_missing_and_none_stands_twice():
    numbers = [int(number) for number in re.findall(r"(?m)^\| (\d+) \|", TABLE)]
    assert numbers == list(range(1, 75))
    assert len(ROWS) == len(numbers)


@pytest.mark.parametrize("number", ROWS)
def test_each_row_names_tests_that_exist_or_says_why_it_cannot_happen(number):
    fault, held = ROWS[number]
    named = re.findall(r"`([\w/]+\.py)::(test_\w+)`", held)
    assert fault
    assert named or held.startswith("cannot happen: ")
    assert len(named) == held.count("::")
    for file, test in named:
        assert test in names_in(file), f"{file} has no {test}"
