"""A baseline: how every test came out when somebody last wrote it down, made to be committed."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from kbtool.errors import ConfigError
from kbtool.fixer import write_file
from kbtool.model import Decision
from kbtool.questiontests.values import Key, Kind, Result

FILE_NAME = "kbtool-tests-baseline.json"
_SCHEMA = "kbtool.test-baseline/1"


class Entry(Struct, frozen=True, forbid_unknown_fields=True):
    """How one test came out. Without probabilities, which change with every edit of any article."""

    article: str
    kind: Kind
    question: str
    passed: bool
    decision: Decision  # what a bot would have done
    found: str  # id of the best article, "" for none
    words: tuple[str, ...]  # of the question that its passage held
    file: str  # that the test stood in, by its way from the baseline

    @property
    def key(self) -> Key:
        """What the test is known by."""
        return Key(self.article, self.kind, self.question)


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    schema: Literal["kbtool.test-baseline/1"]
    tests: tuple[Entry, ...]


Baseline = dict[Key, Entry]


def read_baseline(path: Path) -> Baseline:
    """Baseline in a file. Raises ConfigError."""
    try:
        file = msgspec.json.decode(path.read_bytes(), type=_File)
    except OSError as error:
        remedy = "`kbtool test --write-baseline` writes one"
        message = f"cannot be read: {error.strerror or error}"
        raise ConfigError(message, path=str(path), remedy=remedy) from error
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        remedy = "Take it from version control, or write it anew: --write-baseline without FILES"
        message = f"is not a baseline of tests: {error}"
        raise ConfigError(message, path=str(path), remedy=remedy) from error
    return {entry.key: entry for entry in file.tests}


def choose_others(baseline: Baseline, path: Path, files: Iterable[Path]) -> Baseline:
    """Entries, of the baseline at a path, of files of tests that are there and were not run."""
    run = {_find_way(path, file) for file in files}
    there = {
        name
        for name in {entry.file for entry in baseline.values()} - run
        if Path(os.path.realpath(path.parent), name).is_file()
    }
    return {key: entry for key, entry in baseline.items() if entry.file in there}


def write_baseline(path: Path, results: Sequence[Result], others: Baseline) -> int:
    """Write how these tests came out, and what is known of others; the number of these.

    One test a line, sorted, so that a change is one line.
    """
    found = {result.case.key: _entry(result, path) for result in results}
    entries = sorted((others | found).values(), key=lambda entry: entry.key)
    lines = ",\n".join(
        f"  {json.dumps(msgspec.to_builtins(entry), ensure_ascii=False)}" for entry in entries
    )
    inside = f"\n{lines}\n " if lines else ""
    text = f'{{\n "schema": "{_SCHEMA}",\n "tests": [{inside}]\n}}\n'
    write_file(path, text.encode("utf-8", "backslashreplace"))
    return len(entries) - len(found)


def _find_way(path: Path, file: str | Path) -> str:
    """A file as seen from the folder of the baseline: the same from wherever kbtool is called."""
    start = os.path.realpath(path.parent)
    return Path(os.path.relpath(os.path.realpath(file), start)).as_posix()


def _entry(result: Result, path: Path) -> Entry:
    found = result.found
    return Entry(
        *result.case.key,
        passed=result.passed,
        decision=result.decision,
        found=found.article if found else "",
        words=found.terms if found else (),
        file=_find_way(path, result.case.path),
    )
