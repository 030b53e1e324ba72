"""Benchmarks fit the code that they measure; no labelled data is needed to see that."""

import runpy
from pathlib import Path

import pytest

from benchmarks.gap_engine.parts import PARTS

PROJECT = Path(__file__).parent.parent
REPLACED = [(part, *one) for part, replacements in PARTS.items() for one in replacements]


@pytest.mark.parametrize(
    ("part", "place", "name"),
    [one[:3] for one in REPLACED],
    ids=[f"{o[0]}-{o[2]}" for o in REPLACED],
)
def test_every_part_that_is_taken_out_is_there(part, place, name):
    assert hasattr(place, name), f"{part}: {name} was renamed"


def test_every_script_that_a_page_names_is_there():
    pages = [*PROJECT.glob("*.md"), *PROJECT.glob("docs/*.md"), *PROJECT.glob("benchmarks/*.md")]
    for page in pages:
        for word in page.read_text(encoding="utf-8").replace("`", " ").split():
            if word.startswith("benchmarks/") and word.endswith(".py"):
                assert (PROJECT / word).exists(), f"{page.name} names {word}"


@pytest.mark.parametrize(
    "script", sorted((PROJECT / "benchmarks").glob("*.py")), ids=lambda path: path.name
)
def test_every_script_finds_what_it_imports(script, monkeypatch):
    monkeypatch.syspath_prepend(str(script.parent))
    names = runpy.run_path(str(script), run_name="imported")  # raises where a module is gone
    assert script.name in names["__doc__"], "the page of a script shows how to call it"
