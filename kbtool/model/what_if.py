"""What drafts of articles would change."""

from __future__ import annotations

from msgspec import Struct

from kbtool.model.gap import Interval


class Draft(Struct, frozen=True):
    """A draft, as it was tried."""

    path: str
    article: str  # id
    title: str
    replaces: str = ""  # id of the article whose place it takes, "" for a new one
    unfilled: tuple[int, ...] = ()  # lines that hold placeholders: with any it was not tried

    @property
    def refusal(self) -> str:
        """Why it was not tried, "" where it was."""
        return "it holds placeholders" if self.unfilled else ""


_EVEN = 0.5  # probability from which a gap is closed
_EDGE = 0.1  # on both sides of it


class Tried(Struct, frozen=True):
    """A gap that a draft answers, in whole or in part."""

    gap: str  # id, of the run without the drafts
    draft: str  # id of the draft that most of its questions find
    closed: bool  # whether the gap as a whole is answered
    questions: tuple[str, ...]  # ids of those that are answered with the drafts alone
    of: int  # questions of the gap
    interval: Interval  # of the number of its questions that are answered
    before: float  # probability that an article answers the gap, 0 to 1
    after: float  # the same with the drafts

    @property
    def is_close(self) -> bool:
        """Whether the verdict may be another one once the draft is published and all learned anew.

        With the draft among the articles the standard is learned anew, and moves a little. What the
        draft does not move is none of its verdicts.
        """
        return self.after != self.before and abs(self.after - _EVEN) < _EDGE


class Steal(Struct, frozen=True):
    """Questions of an article that would find another answer, or none."""

    article: str  # id of the article that answers them today
    title: str
    draft: str  # id of the draft that they would find first, "" where nothing would answer them
    questions: tuple[str, ...]  # ids


class Published(Struct, frozen=True):
    """What the next report says of the same questions, once drafts are published."""

    questions: int
    coverage_before: Interval  # share of questions that articles answer, 0 to 1
    coverage: Interval
    answered_before: int  # questions
    answered: int
    gaps_before: int
    gaps: int
    gained: tuple[str, ...]  # ids of newly answered questions that find a draft first
    gained_elsewhere: tuple[str, ...]  # of those that find another article: close verdicts
    lost: tuple[str, ...]  # of those that are answered no more


class WhatIf(Struct, frozen=True):
    """What drafts would change about a log, by the standard of the run without them."""

    drafts: tuple[Draft, ...]
    gaps: tuple[Tried, ...]  # the closed ones first, in the order of the report
    untouched: int  # gaps of which no question is answered
    others: tuple[str, ...]  # ids of newly answered questions that are in no gap of the report
    steals: tuple[Steal, ...]  # most questions first
    learned: bool  # whether verdicts rest on the user's own articles
    published: Published | None = None  # None where no draft was tried

    @property
    def closed(self) -> tuple[Tried, ...]:
        """Gaps that would close."""
        return tuple(tried for tried in self.gaps if tried.closed)

    @property
    def closed_range(self) -> tuple[int, int]:
        """How many gaps would close at least and at most, if close verdicts fall otherwise."""
        sure = sum(tried.closed and not tried.is_close for tried in self.gaps)
        return sure, sure + sum(tried.is_close for tried in self.gaps)
