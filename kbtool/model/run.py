"""What is remembered of a run, and what changed since the one before."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from msgspec import Struct

from kbtool.model.gap import Interval

Status = Literal["open", "planned", "dismissed"]


class Figures(Struct, frozen=True):
    """What a run says on top beside coverage; None where it is not known."""

    text_coverage: Interval | None = None
    """Share answered of what a text can answer, 0 to 1; that of all where a text can answer all."""
    people_per_month: Interval | None = None  # in gaps, each counted once
    cost: Interval | None = None  # of all gaps in 30 days
    costs: str = ""  # digest of what the cost rests on
    counted_cost: Interval | None = None  # cost with the bounds of the people counted alone


class Move(Struct, frozen=True):
    """How one figure moved from an earlier run to this one."""

    before: Interval | None = None
    change: Interval | None = None  # now less before, with 95% bounds; None where ``hindrance``
    exact: bool = False  # whether both runs read the same questions: chance has no part in it
    hindrance: str = ""  # why the two cannot be compared

    @property
    def certain(self) -> bool:
        """Whether it moved by more than chance would."""
        if self.change is None:
            return False
        if self.exact:
            return self.change.value != 0
        return self.change.low > 0 or self.change.high < 0


class Moves(Struct, frozen=True):
    """How the figures on top moved; None for one that this run does not have."""

    coverage: Move | None = None
    text_coverage: Move | None = None
    people_per_month: Move | None = None
    cost: Move | None = None


class Advised(Struct, frozen=True):
    """A gap of two runs for which they advise different things."""

    id: str
    label: str
    askers: int
    before: str  # what to do, as the earlier run said
    now: str
    why: str  # a sentence without a capital or a full stop


class Relabelled(Struct, frozen=True):
    """A gap of two runs that is called something else now, as its questions are others."""

    id: str
    label: str
    before: str  # its label then
    askers: int
    askers_before: int


class ArticleWent(Struct, frozen=True):
    """An article that only the earlier run had."""

    id: str
    title: str
    asked: int | None = None  # wordings that it answered and that are asked now as well
    lost: int | None = None  # of these, without an answer now; None where a run did not record it


class ArticleCame(Struct, frozen=True):
    """An article that only the later run has."""

    id: str
    title: str
    answers: int | None = None  # wordings that it answers
    won: int | None = None  # of these, asked before without an answer; None as above


class Familiar(Struct, frozen=True):
    """Questions of a run, by whether an earlier run had their topics."""

    known: int  # in topics that it had
    new: int  # in topics that it did not have
    alone: int  # in no topic, though they have a word to match
    new_topics: int
    wordless: int = 0  # without a word to match, so beside all others


class Run(Struct, frozen=True):
    """One run in figures."""

    id: int  # from 1, in the order of recording
    day: date  # that its report speaks of
    questions: int
    coverage: Interval | None
    gaps: int
    bands: Mapping[str, int]  # articles in each band
    versions: Mapping[str, str]  # of everything that computes a number
    figures: Figures | None = None  # None where they were not recorded
    articles: int = 0  # where ``bands`` are empty, as articles were not checked
    answered: int | None = None
    """Questions that an article answers; None where ``coverage`` counts the times asked."""
    asked: int = 0  # questions with a word to match, which ``answered`` is of


class ClosedGap(Struct, frozen=True):
    """A gap of an earlier run that is none any more."""

    id: str
    label: str
    askers: int  # in the run that saw it last
    why: str  # what closed it, in a sentence: "“Reset” answers 21 of the 24 questions in it now"


class Changes(Struct, frozen=True):
    """What changed since an earlier run."""

    before: Run
    opened: tuple[str, ...]  # ids of gaps that the earlier run did not have
    closed: tuple[ClosedGap, ...]  # those with most people first
    warnings: tuple[str, ...] = ()  # why the two are hard to compare: "kbtool 0.1 then, 0.2 now"
    regrouped: int = 0  # gaps of one of the two whose questions are in other groups in the other
    moves: Moves = Moves()
    advised: tuple[Advised, ...] = ()  # those with most people first
    exact: bool = False  # whether both runs read the same questions
    familiar: Familiar | None = None  # None without a question
    gone: tuple[ArticleWent, ...] = ()  # those first that left most questions without an answer
    added: tuple[ArticleCame, ...] = ()  # those first that won most questions
    relabelled: tuple[Relabelled, ...] = ()  # those with most people first


class Note(Struct, frozen=True):
    """What people decided about a gap, kept in a file of theirs."""

    id: str  # of the gap
    status: Status = "open"
    owner: str = ""
    reason: str = ""  # why it was dismissed
    label: str = ""  # of the gap, when it was decided
    words: tuple[str, ...] = ()  # of the gap, the most characteristic first
    aka: tuple[str, ...] = ()  # ids of the gap in runs that know another history, or none
