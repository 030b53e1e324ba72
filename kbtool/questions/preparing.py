"""Texts of rows made fit on an engine: what a row needs no other row for."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple

import msgspec

from kbtool.engines import Engine, Task
from kbtool.questions.masking import Masking
from kbtool.questions.rows import CLEANED, JOINED, BadRow, Row
from kbtool.questions.texts import Prepared, prepare_text

_SENT = 1_000  # rows that an engine is handed at once
_NEEDED = ("text", "subject", CLEANED, JOINED)  # values that a text is made of


class Ready(NamedTuple):
    """A row with its text, made fit elsewhere; None where the row is broken."""

    row: Row | BadRow
    prepared: Prepared | None = None
    masked: Mapping[str, int] | None = None  # places made unreadable, by kind


def prepare_rows(
    rows: Iterable[Row | BadRow], limit: int, engine: Engine | None, *, mask: bool
) -> Iterator[Ready]:
    """Each row, in order; with an engine, the work on its text is done there."""
    if not engine:
        yield from map(Ready, rows)
        return
    waiting: deque[list[Row | BadRow]] = deque()

    def chunks() -> Iterator[bytes]:
        left = iter(rows)
        while chunk := list(islice(left, _SENT)):
            waiting.append(chunk)
            yield msgspec.json.encode([_needed(row) for row in chunk])

    task = Task("kbtool.questions.preparing:begin_preparing", msgspec.json.encode((limit, mask)))
    for result in engine.map(task, chunks()):
        found = msgspec.json.decode(result, type=list[tuple[Prepared, dict[str, int]] | None])
        for row, done in zip(waiting.popleft(), found, strict=True):
            yield Ready(row, *done) if done else Ready(row)


def begin_preparing(shared: bytes) -> Callable[[bytes], bytes]:
    """Work of an engine: values of a chunk of rows -> their texts, and what was masked."""
    limit, mask = msgspec.json.decode(shared, type=tuple[int, bool])

    def work(chunk: bytes) -> bytes:
        rows: list[dict[str, Any] | None] = msgspec.json.decode(chunk)
        return msgspec.json.encode([_prepare(row, limit, mask=mask) for row in rows])

    return work


def _needed(row: Row | BadRow) -> dict[str, Any] | None:
    """What the work on a text needs of a row; None where it must be done here."""
    if isinstance(row, BadRow) or not isinstance(row.values.get("text"), str):
        return None
    needed = {name: row.values[name] for name in _NEEDED if name in row.values}
    return needed if isinstance(needed.get("subject", ""), str) else None


def _prepare(
    values: dict[str, Any] | None, limit: int, *, mask: bool
) -> tuple[Prepared, Counter[str]] | None:
    if values is None:
        return None
    masking = Masking(mask)
    return prepare_text(values, limit, masking), masking.counts
