"""Readers are found by the folder they lie in."""

from __future__ import annotations

import pkgutil
from pathlib import Path

import pytest

from kbtool.errors import InputError, KbtoolError
from kbtool.questions import readers
from kbtool.questions.readers import find_reader, load_readers


def test_every_module_in_the_folder_offers_a_reader():
    modules = {path.stem for path in Path(readers.__file__).parent.glob("*.py")} - {"__init__"}
    assert {
        reader.read.__module__.rpartition(".")[2] for reader in load_readers().values()
    } == modules


def test_endings_are_written_in_lower_case_with_a_dot():
    for ending in load_readers():
        assert ending.startswith(".")
        assert ending == ending.lower()


@pytest.mark.parametrize("ending", sorted(load_readers()))
def test_a_reader_is_found_in_any_case_and_packed(ending):
    reader = load_readers()[ending]
    assert find_reader(Path(f"a{ending}")) is reader
    assert find_reader(Path(f"A{ending.upper()}.GZ")) is reader


@pytest.mark.parametrize("name", ["log", "log.txt", "log.gz", ".csv", "csv", "log.csv.zip"])
def test_other_files_are_refused_with_the_endings_there_are(name):
    with pytest.raises(InputError, match=r"\.csv, \.json, \.jsonl"):
        find_reader(Path(name))


def test_two_readers_for_one_ending_are_a_fault_of_the_program(monkeypatch):
    twice = [*pkgutil.iter_modules(readers.__path__)] * 2
    monkeypatch.setattr(pkgutil, "iter_modules", lambda _: twice)
    with pytest.raises(KbtoolError, match=r"two readers for \.csv files"):
        load_readers.__wrapped__()
