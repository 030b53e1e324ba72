"""A baseline: how every test came out when somebody last wrote it down, made to be committed."""

from __future__ import annotations

import json
from collections.abc import Sequence
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
        remedy = "Take it from version control, or write it anew with --write-baseline"
        message = f"is not a baseline of tests: {error}"
        raise ConfigError(message, path=str(path), remedy=remedy) from error
    return {entry.key: entry for entry in file.tests}


def write_baseline(path: Path, results: Sequence[Result]) -> None:
    """Write how these tests came out: one test a line, sorted, so that a change is one line."""
    entries = sorted((_entry(result) for result in results), key=lambda entry: entry.key)
    lines = ",\n".join(
        f"  {json.dumps(msgspec.to_builtins(entry), ensure_ascii=False)}" for entry in entries
    )
    inside = f"\n{lines}\n " if lines else ""
    text = f'{{\n "schema": "{_SCHEMA}",\n "tests": [{inside}]\n}}\n'
    write_file(path, text.encode("utf-8", "backslashreplace"))


def _entry(result: Result) -> Entry:
    found = result.found
    return Entry(
        *result.case.key,
        passed=result.passed,
        decision=result.decision,
        found=found.article if found else "",
        words=found.terms if found else (),
    )
