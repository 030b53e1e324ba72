"""Imports an export into a folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from kbtool.articles.collecting import File, Origin, collect
from kbtool.articles.exports import Named, choose
from kbtool.articles.importing.files import write_file
from kbtool.articles.importing.manifest import Entry, Key, read_manifest, write_manifest
from kbtool.articles.importing.planning import Step, name_all, plan_step
from kbtool.articles.importing.texts import file_text
from kbtool.articles.paging import UNPAGED, find_doubt, find_pages
from kbtool.articles.records import Desk, Record
from kbtool.articles.values import Skipped, show
from kbtool.atomic import sweep
from kbtool.errors import InputError


class Wishes(Struct, frozen=True):
    """How to import."""

    drafts: bool = False  # write what is not published too
    overwrite: bool = False  # write over what people changed
    keep_html: bool = False  # keep HTML where Markdown would lose nothing
    max_bytes: int = 5_000_000  # of an article


class Imported(Struct, frozen=True):
    """What an import did."""

    written: tuple[str, ...]  # paths as shown, here and below
    unchanged: tuple[str, ...]
    kept: tuple[tuple[str, str], ...]  # path and why it was not written
    gone: tuple[str, ...]  # no longer in the export, left where they are
    absent: tuple[str, ...]  # not in the files, which may not be all of the export
    doubt: str  # why they may not be
    notes: tuple[str, ...]  # what to know of how it was read
    skipped: tuple[Skipped, ...]  # articles left out, and why


Progress = Callable[[int, int], None]
"""Told how many of how many articles are done."""

_KEPT: Mapping[str, str] = {
    "edited": "changed here since the last import",
    "deleted": "deleted here since the last import",
    "foreign": "not written by an import",
}


def import_articles(
    files: Iterable[File],
    folder: Path,
    desk: Desk,
    wishes: Wishes,
    progress: Progress = lambda _done, _total: None,
) -> Imported:
    """Write the articles of an export into a folder, each whole or not at all.

    Raises InputError where the folder cannot be used.
    """
    files = list(files)
    notes: list[str] = []
    parts = collect(files, desk, notes.append)
    chosen = list(choose(parts, wishes.max_bytes, drafts=wishes.drafts))
    records = [part.record for part in chosen if isinstance(part, Named)]
    skipped = [part for part in chosen if isinstance(part, Skipped)]
    known = read_manifest(folder)
    steps, faults = _plan(folder, records, known, wishes, progress)
    _carry_out(folder, steps, known)
    present = {
        (part.record.id, part.record.locale)
        for part in parts
        if isinstance(part, Origin) and (wishes.drafts or not part.record.left_out)
    }
    held = {(part.record.id, part.record.locale) for part in parts if isinstance(part, Origin)}
    there = {key: entry.path for key, entry in known.items() if (folder / entry.path).exists()}
    gone = [path for key, path in there.items() if key in held - present]
    absent = [path for key, path in there.items() if key not in held]
    doubt = _find_doubt(parts, files, desk) if absent else ""
    return Imported(
        written=_shown(folder, [step.path for step in steps if step.action == "write"]),
        unchanged=_shown(folder, [step.path for step in steps if step.action == "unchanged"]),
        kept=tuple(
            (show(folder / (step.replaces or step.path)), _KEPT[step.action])
            for step in steps
            if step.action in _KEPT
        ),
        gone=_shown(folder, gone if doubt else [*gone, *absent]),
        absent=_shown(folder, absent) if doubt else (),
        doubt=doubt,
        notes=(
            *notes,
            *_tell_shared(records, desk),
            *([] if absent else _tell_missing(files)),
            *([UNPAGED] if absent and not doubt and not find_pages(files) else []),
        ),
        skipped=(*skipped, *faults),
    )


def _find_doubt(parts: Iterable[Origin | Skipped], files: Sequence[File], desk: Desk) -> str:
    """Why articles may be missing from the files, "" where they hold all there is."""
    if any(isinstance(part, Skipped) and part.fault for part in parts):
        return "something in the files could not be read"
    return find_doubt(files, plain=not desk.marks)


def _tell_missing(files: Sequence[File]) -> Iterator[str]:
    """What the files say of articles that none of them holds."""
    if doubt := find_doubt(files, plain=True):
        yield f"articles are missing: {doubt}"


def _tell_shared(records: Iterable[Record], desk: Desk) -> Iterator[str]:
    """Of records of any system, how many share an id with one in another language."""
    times = Counter(record.id for record in records)
    shared = sum(number > 1 for number in times.values())
    if shared and not desk.marks:
        yield f"{shared:,} id{'s' * (shared > 1)} in several languages, taken for translations"


def _shown(folder: Path, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(show(folder / name) for name in names))


def _plan(
    folder: Path,
    records: Sequence[Record],
    known: Mapping[Key, Entry],
    wishes: Wishes,
    progress: Progress,
) -> tuple[list[Step], list[Skipped]]:
    """What is to be done for each article, and what stands in the way of some."""
    texts = []
    for done, record in enumerate(records, 1):
        texts.append(file_text(record, keep_html=wishes.keep_html))
        progress(done, len(records))
    steps: list[Step] = []
    faults: list[Skipped] = []
    names = name_all(records, texts, known)
    for record, text, name in zip(records, texts, names, strict=True):
        key = (record.id, record.locale)
        try:
            entry, overwrite = known.get(key), wishes.overwrite
            steps.append(plan_step(folder, key, name, text.content, entry, overwrite=overwrite))
        except InputError as error:
            faults.append(Skipped(error.path, error.message, error.remedy, fault=True))
    return steps, faults


def _carry_out(folder: Path, steps: Sequence[Step], known: Mapping[Key, Entry]) -> None:
    """Write what is to be written.

    The manifest says before what will be written, so that files of a run that was killed are not
    taken for people's work by the next one.
    """
    if not any(step.action in ("write", "unchanged") for step in steps):
        return
    _make_folder(folder)
    entries = dict(known)
    writing = [step for step in steps if step.action == "write"]
    for step in writing:
        id_, locale = step.key
        before = entries.get(step.key) or Entry(id_, step.path, "", locale)
        entries[step.key] = replace(before, pending=step.sha256)
    if writing:
        write_manifest(folder, entries)
    for step in writing:
        write_file(folder / step.path, step.content)
        if step.replaces:
            (folder / step.replaces).unlink(missing_ok=True)
    for step in steps:
        if step.action in ("write", "unchanged"):
            entries[step.key] = Entry(step.key[0], step.path, step.sha256, step.key[1])
    write_manifest(folder, entries)
    sweep([folder])


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"no folder can be made here: {error.strerror or error}"
        raise InputError(message, path=show(folder), remedy="Name another one") from error
