"""Texts of articles in exports of help desks, whole, in pages or line by line.

Each becomes an article whose fields stand before its body as front matter, so that rules find a
title, a date or a label where they look for one. Its path is that of the file with the id of the
article behind "#", and its lines are those of this text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kbtool.articles.collecting import File, Origin, collect
from kbtool.articles.markup import Markup
from kbtool.articles.record_text import write_record
from kbtool.articles.records import Record
from kbtool.articles.values import NO_TEXT, Skipped
from kbtool.model import Source

_LONGEST_ID = 500


class Text(NamedTuple):
    """Text of an article in an export."""

    source: Source
    markup: Markup


Part = Text | Skipped


class Named(NamedTuple):
    """An article with a path of its own."""

    path: str
    record: Record


def read_export(
    content: bytes, shown: str, max_bytes: int, *, drafts: bool = False
) -> tuple[Part, ...]:
    """Text of each article in an export, or why there is none; never raises.

    An article whose body is longer than ``max_bytes`` is left out, as a file would be; so are
    drafts and what is archived unless ``drafts``.
    """
    parts = choose(collect([File(shown, content)]), max_bytes, drafts=drafts)
    return tuple(
        part
        if isinstance(part, Skipped)
        else Text(Source(part.path, write_record(part.record), virtual=True), part.record.markup)
        for part in parts
    )


def choose(
    parts: Iterable[Origin | Skipped], max_bytes: int, *, drafts: bool = False
) -> Iterator[Named | Skipped]:
    """Articles that are read, each with a path of its own, and why others are not.

    Translations that share an id have their locale in the path.
    """
    listed = list(parts)
    times = Counter(part.record.id for part in listed if isinstance(part, Origin))
    seen: Counter[tuple[str, str]] = Counter()
    paths: Counter[str] = Counter()
    for part in listed:
        if isinstance(part, Skipped):
            yield part
            continue
        record = part.record
        path = f"{part.shown}#{_in_path(record.id)}"
        path += f"/{_in_path(record.locale)}" if times[record.id] > 1 and record.locale else ""
        key = (record.id, record.locale if times[record.id] > 1 else "")
        seen[key] += 1
        paths[path] += seen[key] == 1
        path += f"~{paths[path]}" if paths[path] > 1 else ""  # ids that differ in signs alone
        if record.left_out and not (drafts and record.left_out != NO_TEXT):
            yield _leave_out(record, path)
        else:
            yield _find_fault(record, path, max_bytes, seen[key]) or Named(path, record)


def _leave_out(record: Record, path: str) -> Skipped:
    if record.left_out == NO_TEXT:
        return Skipped(path, NO_TEXT, "Ask the interface for each article by its id", fault=True)
    return Skipped(path, record.left_out)


def _find_fault(record: Record, path: str, max_bytes: int, times: int) -> Skipped | None:
    """Why an article cannot be read that came up so many ``times``; None where it can."""
    if len(record.id) > _LONGEST_ID:
        message = f"its id is longer than {_LONGEST_ID} characters"
        return Skipped(path[:_LONGEST_ID], message, "Shorten it", fault=True)
    if not record.title and not record.body.strip():
        return Skipped(path, "it has neither a title nor a body", "Write the article or delete it")
    if times > 1:
        return Skipped(path, "the same article once more", "Export it once", fault=True)
    if len(record.body) > max_bytes:
        message = f"too large: {len(record.body):,} characters, the limit is {max_bytes:,}"
        remedy = "Split the article, or raise max-file-bytes in kbtool.toml"
        return Skipped(path, message, remedy, fault=True)
    return None


def _in_path(text: str) -> str:
    """An id or a locale without signs that mean something in a path."""
    return re.sub(r"[^\w.-]+", "-", text)
