"""A baseline: the findings that a help centre had when it was first linted.

They are left out of later runs, so that new ones stand out. The file is JSON, made to be committed
and read in a review: for each article its findings by rule and text, never by line.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from kbtool.errors import ConfigError
from kbtool.fixer import write_file
from kbtool.model import Finding
from kbtool.runner.identity import Identity, identify
from kbtool.runner.values import LintReport

_SCHEMA = "kbtool.baseline/1"
_EXCERPT = 60  # characters of the text that people see in the file


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Findings of one rule in blocks with one text."""

    code: str
    text: str  # how the block begins, for people
    digest: str  # of the whole text
    count: Annotated[int, msgspec.Meta(ge=1)] = 1


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    schema: Literal["kbtool.baseline/1"]
    articles: dict[str, list[Entry]]


Known = Counter[tuple[str, str]]  # findings by code and digest


class Baseline(Struct, frozen=True):
    """Known findings by the path of their article, from the folder of the file."""

    path: Path
    articles: Mapping[str, tuple[Entry, ...]]

    def place_of(self, shown: str) -> str:
        """Path of an article as it stands in the file."""
        # relpath of os: an article may lie outside the folder.
        relative = os.path.relpath(os.path.abspath(shown), self.path.resolve().parent)  # noqa: PTH100
        return relative.replace(os.sep, "/")

    def known_in(self, shown: str) -> Known:
        """Known findings of an article."""
        entries = self.articles.get(self.place_of(shown), ())
        return Counter({(entry.code, entry.digest): entry.count for entry in entries})


def read_baseline(path: Path) -> Baseline:
    """Baseline in a file. Raises ConfigError."""
    try:
        content = path.read_bytes()
        file = msgspec.json.decode(content, type=_File)
    except OSError as error:
        remedy = "`kbtool lint --write-baseline` writes one"
        message = f"cannot be read: {error.strerror}"
        raise ConfigError(message, path=str(path), remedy=remedy) from error
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        remedy = "Take it from version control, or write it anew with --write-baseline"
        message = f"is not a baseline: {error}"
        raise ConfigError(message, path=str(path), remedy=remedy) from error
    return Baseline(path, {place: tuple(entries) for place, entries in file.articles.items()})


def apply_baseline(report: LintReport, baseline: Baseline) -> LintReport:
    """The report without what the baseline knows, and with a note on what is known in vain."""
    new: list[Finding] = []
    old: list[Finding] = []
    left = {article.path: baseline.known_in(article.path) for article in report.articles}
    for finding, identity in identify(report.findings, report.sources):
        key = (identity.code, identity.digest)
        known = left[finding.path]
        known[key] -= 1
        (old if known[key] >= 0 else new).append(finding)
    stale = sum(number for known in left.values() for number in _ran(known, report).values())
    them = "it" if stale == 1 else "them"
    notes = (f"{stale} in the baseline no longer found; --prune-baseline takes {them} out",)
    return replace(
        report,
        findings=tuple(new),
        baselined=tuple(old),
        notes=(*report.notes, *(notes if stale else ())),
    )


def _ran(known: Known, report: LintReport) -> Known:
    """Those that are left over and whose rule ran."""
    codes = report.codes
    return Counter({key: n for key, n in known.items() if n > 0 and key[0] in codes})


def make_baseline(path: Path, report: LintReport, before: Baseline | None) -> Baseline:
    """Baseline of all findings of a report; articles it is not about stay as they were."""
    empty = Baseline(path, {})
    articles = dict(before.articles) if before else {}
    for article in report.articles:
        articles.pop(empty.place_of(article.path), None)
    groups: dict[str, list[Identity]] = {}
    for finding, identity in identify(report.findings, report.sources):
        groups.setdefault(empty.place_of(finding.path), []).append(identity)
    articles.update({place: _entries(identities) for place, identities in groups.items()})
    return Baseline(path, articles)


def _entries(identities: Iterable[Identity]) -> tuple[Entry, ...]:
    counts = Counter((identity.code, identity.text) for identity in identities)
    return tuple(
        Entry(code, text[:_EXCERPT], Identity(code, text, 0).digest, number)
        for (code, text), number in sorted(counts.items())
    )


def prune_baseline(report: LintReport, baseline: Baseline) -> tuple[Baseline, int]:
    """Baseline without what was not found again, and how many findings that were.

    Articles that are gone lose their entries; those the report is not about keep them.
    """
    checked = {baseline.place_of(article.path): article.path for article in report.articles}
    found: dict[str, Known] = {}
    for finding, identity in identify(report.findings, report.sources):
        found.setdefault(finding.path, Counter())[identity.code, identity.digest] += 1
    articles: dict[str, tuple[Entry, ...]] = {}
    for place, entries in baseline.articles.items():
        if place in checked:
            kept = _prune(entries, found.get(checked[place], Counter()), report.codes)
        elif (baseline.path.parent / place.partition("#")[0]).exists():
            kept = entries
        else:
            kept = ()
        if kept:
            articles[place] = kept
    pruned = Baseline(baseline.path, articles)
    return pruned, _count(baseline) - _count(pruned)


def _prune(entries: Iterable[Entry], found: Known, codes: frozenset[str]) -> tuple[Entry, ...]:
    kept: list[Entry] = []
    for entry in entries:
        number = min(entry.count, found[entry.code, entry.digest])
        if entry.code not in codes:
            number = entry.count
        if number:
            kept.append(msgspec.structs.replace(entry, count=number))
    return tuple(kept)


def _count(baseline: Baseline) -> int:
    return sum(entry.count for entries in baseline.articles.values() for entry in entries)


def write_baseline(baseline: Baseline) -> int:
    """Write a baseline to its file, the same way every time; returns how many findings it holds."""
    articles = {
        place: [msgspec.to_builtins(entry) for entry in entries]
        for place, entries in sorted(baseline.articles.items())
    }
    document = {"schema": _SCHEMA, "articles": articles}
    text = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    write_file(baseline.path, text.encode("utf-8", "backslashreplace"))
    return _count(baseline)
