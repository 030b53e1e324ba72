"""What is remembered of a run, and what changed since the one before."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from msgspec import Struct

from kbtool.model.gap import Interval

Status = Literal["open", "planned", "dismissed"]


class Run(Struct, frozen=True):
    """One run in figures."""

    id: int  # from 1, in the order of recording
    day: date  # that its report speaks of
    questions: int
    coverage: Interval | None
    gaps: int
    bands: Mapping[str, int]  # articles in each band
    versions: Mapping[str, str]  # of everything that computes a number


class ClosedGap(Struct, frozen=True):
    """A gap of an earlier run that is none any more."""

    id: str
    label: str
    askers: int  # in the run that saw it last
    why: str  # what closed it, in a sentence: "“Reset the passcode” answers 21 of 24 questions now"


class Changes(Struct, frozen=True):
    """What changed since an earlier run."""

    before: Run
    opened: tuple[str, ...]  # ids of gaps that the earlier run did not have
    closed: tuple[ClosedGap, ...]  # those with most people first
    warnings: tuple[str, ...] = ()  # why the two are hard to compare: "kbtool 0.1 then, 0.2 now"
    regrouped: int = 0  # gaps of one of the two whose questions are in other groups in the other
    certain: bool = False  # whether coverage changed by more than chance would


class Note(Struct, frozen=True):
    """What people decided about a gap, kept in a file of theirs."""

    id: str  # of the gap
    status: Status = "open"
    owner: str = ""
    reason: str = ""  # why it was dismissed
    label: str = ""  # of the gap, when it was decided
    words: tuple[str, ...] = ()  # of the gap, the most characteristic first
    aka: tuple[str, ...] = ()  # ids of the gap in runs that know another history, or none
