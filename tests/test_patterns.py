"""Patterns of the code are compiled late, and are all right."""

import re
from importlib import import_module
from pkgutil import walk_packages

import pytest

import kbtool
from kbtool.patterns import lazy_pattern


def test_a_lazy_pattern_does_what_a_compiled_one_does():
    late, compiled = lazy_pattern(r"(\w+)-", re.IGNORECASE), re.compile(r"(\w+)-", re.IGNORECASE)
    assert late.sub(r"\1+", "a-b-c") == compiled.sub(r"\1+", "a-b-c")
    assert late.search("x-")[1] == "x"
    assert (late.pattern, late.flags) == (compiled.pattern, compiled.flags)


def test_a_lazy_pattern_of_bytes_searches_bytes():
    assert lazy_pattern(rb"\d+").search(b"a12").group() == b"12"


def all_patterns():
    for module in walk_packages(kbtool.__path__, "kbtool."):
        if module.name.startswith(("kbtool.lsp", "kbtool.matching", "kbtool.__main__")):
            continue
        for name, value in vars(import_module(module.name)).items():
            if type(value).__name__ == "_Later":
                yield pytest.param(value, id=f"{module.name}.{name}")


@pytest.mark.parametrize("late", list(all_patterns()))
def test_every_pattern_of_the_code_compiles(late):
    assert isinstance(re.compile(late.pattern, late.flags), re.Pattern)
