"""Mends articles: applies the fixes that findings carry until nothing more changes."""

from __future__ import annotations

import codecs
import difflib
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from kbtool.articles import Skipped, export_of
from kbtool.atomic import sweep
from kbtool.errors import InputError
from kbtool.fixer import apply_edits, choose_edits, replace_file
from kbtool.model import Edit, Source
from kbtool.runner.cache import Cache
from kbtool.runner.request import Request
from kbtool.runner.running import Progress, no_progress, run_lint
from kbtool.runner.sqlite_cache import open_memory
from kbtool.runner.values import LintReport

MAX_ROUNDS = 10
"""Rounds of fixing; edits that overlap wait for the next one."""


class Mended(Struct, frozen=True):
    """A file before and after."""

    path: str  # as shown
    before: bytes
    after: bytes


class Fixes(Struct, frozen=True):
    """What fixing would change."""

    files: tuple[Mended, ...]  # in order of path
    edits: Mapping[str, int]  # number by path
    exports: tuple[str, ...] = ()  # files that nothing is written to


def find_fixes(
    request: Request,
    cache: Cache,
    *,
    unsafe: bool,
    progress: Progress = no_progress,
) -> Fixes:
    """Changes that all fixes together make, over as many rounds as it takes; writes nothing."""
    kept = cache if cache.keeps else open_memory()  # so that a round looks at changed files only
    before: dict[str, bytes] = {}
    after: dict[str, bytes] = dict(request.overlays)
    edits: dict[str, int] = {}
    for _ in range(MAX_ROUNDS):
        report = run_lint(replace(request, overlays=after), kept, progress)
        changed = 0
        for path, group in _edits_by_path(report, unsafe=unsafe).items():
            source = report.sources[path]
            text = apply_edits(source.text, group)
            if text != source.text and text.strip():
                before.setdefault(path, encode_source(source, source.text))
                after[path] = encode_source(source, text)
                changed += 1
                edits[path] = edits.get(path, 0) + len(choose_edits(group))
        if not changed:
            break
    files = (Mended(path, before[path], after[path]) for path in sorted(before))
    exports = {export_of(article.path) for article in report.articles} - {""}
    changes = tuple(file for file in files if file.before != file.after)
    return Fixes(changes, edits, tuple(sorted(exports)))


def write_fixes(fixes: Fixes, request: Request) -> tuple[int, tuple[Skipped, ...]]:
    """Write all changed files, each whole or not at all.

    Nothing is written outside the project but where the paths asked for lie: a link, or the
    configuration of somebody else's repository, may lead anywhere. Returns the number of edits that
    were made, and the files that could not be written.
    """
    made = 0
    faults: list[Skipped] = []
    own = [place.resolve() for place in (request.drafter.project.root, *request.paths)]
    for file in fixes.files:
        try:
            _check_place(file.path, own)
            replace_file(Path(file.path), file.after, expected=file.before)
            made += fixes.edits[file.path]
        except InputError as error:
            faults.append(Skipped(error.path, error.message, error.remedy, fault=True))
    sweep(Path(file.path).parent for file in fixes.files)
    return made, tuple(faults)


def _check_place(path: str, own: Sequence[Path]) -> None:
    """Raises InputError for a file that lies, or leads by a link, out of all these."""
    place = Path(path).resolve()
    if not any(place.is_relative_to(folder) for folder in own):
        remedy = "Name the file itself, should it be changed"
        raise InputError("not changed: it leads out of the folder", path=path, remedy=remedy)


def show_diff(fixes: Fixes) -> str:
    """What fixing would change, as a unified diff."""
    return "".join(line for file in fixes.files for line in _diff(file))


def _diff(file: Mended) -> Iterator[str]:
    before, after = (
        list(StringIO(content.decode("utf-8"), newline="\n"))
        for content in (file.before, file.after)
    )
    for line in difflib.unified_diff(before, after, file.path, file.path):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _edits_by_path(report: LintReport, *, unsafe: bool) -> Mapping[str, Sequence[Edit]]:
    groups: dict[str, list[Edit]] = {}
    for finding in report.findings:
        if finding.edit and (finding.edit.safe or unsafe):
            groups.setdefault(finding.path, []).append(finding.edit)
    return groups


def encode_source(source: Source, text: str) -> bytes:
    """A new text as bytes, with a byte order mark where the file had one."""
    return (codecs.BOM_UTF8 if source.bom else b"") + text.encode("utf-8")
