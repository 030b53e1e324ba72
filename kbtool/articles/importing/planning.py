"""Which file each article of an export becomes, and what is to be done with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Literal

from msgspec import Struct

from kbtool.articles.importing.files import read_plain_file
from kbtool.articles.importing.manifest import Entry, Key, digest
from kbtool.articles.importing.names import name_article
from kbtool.articles.importing.texts import FileText
from kbtool.articles.records import Record

Action = Literal["write", "unchanged", "edited", "deleted", "foreign"]


class Step(Struct, frozen=True):
    """An article and what becomes of its file."""

    key: Key
    path: str  # name of the file in the folder
    action: Action
    content: bytes
    replaces: str = ""  # file of another ending that this one takes the place of

    @property
    def sha256(self) -> str:
        """Digest of the content."""
        return digest(self.content)


def name_all(
    records: Sequence[Record], texts: Sequence[FileText], known: Mapping[Key, Entry]
) -> list[str]:
    """Name of each article's file; those that were imported before keep theirs.

    No two names are the same on a disk that does not tell capitals from small letters.
    """
    times = Counter(record.id for record in records)
    taken = {entry.path.rpartition(".")[0].casefold() for entry in known.values()}
    names: list[str] = []
    for record, text in zip(records, texts, strict=True):
        entry = known.get((record.id, record.locale))
        if entry:
            stem = entry.path.rpartition(".")[0]
        else:
            locale = record.locale if times[record.id] > 1 else ""
            stem = _free(name_article(record.title, record.id, locale), taken)
            taken.add(stem.casefold())
        names.append(stem + text.ending)
    return names


def _free(name: str, taken: Iterable[str]) -> str:
    number, stem = 1, name
    while stem.casefold() in taken:
        number += 1
        stem = f"{name}-{number}"
    return stem


def plan_step(
    folder: Path, key: Key, path: str, content: bytes, entry: Entry | None, *, overwrite: bool
) -> Step:
    """What is to be done for an article. Raises InputError where something is in the way."""
    before = entry.path if entry else path
    found = read_plain_file(folder / before)
    if before != path and found is None:
        before, found = path, read_plain_file(folder / path)
    replaces = before if before != path else ""
    return Step(
        key, path, _decide(found, content, entry, overwrite, bool(replaces)), content, replaces
    )


def _decide(
    found: bytes | None, content: bytes, entry: Entry | None, overwrite: bool, moved: bool
) -> Action:
    if found == content and not moved:
        return "unchanged"
    if overwrite:
        return "write"
    if found is None:
        was_there = entry is not None and bool(entry.sha256) and not entry.pending
        return "deleted" if was_there else "write"
    if not entry:
        return "foreign"
    return "write" if entry.wrote(found) else "edited"
