"""Gaps that opened and closed from run to run, over the latest of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, pairwise

from kbtool.history.comparing import find_ends, find_hindrances, find_starts
from kbtool.history.values import Record
from kbtool.model import Balance, Flow, Stage

MOST = 27
"""Runs that are shown: half a year of weekly ones, and the one that they begin from."""


def trace_flow(latest: Iterable[Record], total: int) -> Flow:
    """Flow of gaps over the latest of ``total`` runs, which come last one first.

    Runs in a row on the same articles, questions and settings, by the same versions, differ in
    nothing but their day: of these the last one stands for all. No more is read than is shown.
    """
    read = _Counted(latest)
    shown = [*islice(_fold(read), MOST)][::-1]
    first = tuple(Stage(record.run) for record in shown[:1])
    rest = (_compare(before, now) for before, now in pairwise(shown))
    return Flow((*first, *rest), max(0, total - read.number))


class _Counted:
    """Counts the records that were read."""

    def __init__(self, records: Iterable[Record]) -> None:
        self.number = 0
        self._records = records

    def __iter__(self) -> Iterator[Record]:
        for record in self._records:
            self.number += 1
            yield record


def _fold(latest: Iterable[Record]) -> Iterator[Record]:
    after: Record | None = None
    for record in latest:
        if after is None or not _are_alike(record, after):
            yield record
        after = record


def _are_alike(one: Record, other: Record) -> bool:
    return one.content == other.content and one.versions == other.versions


def _compare(before: Record, now: Record) -> Stage:
    hindrances = tuple(find_hindrances(before, now))
    if hindrances:
        return Stage(now.run, None, hindrances)
    starts = [fate.real for _, fate in find_starts(before, now)]
    ends = [fate.real for _, fate in find_ends(before, now)]
    balance = Balance(
        before=before.run.gaps,
        closed=sum(ends),
        opened=sum(starts),
        regrouped_away=len(ends) - sum(ends),
        regrouped_in=len(starts) - sum(starts),
    )
    return Stage(now.run, balance)
