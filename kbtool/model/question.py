"""A question that a customer asked."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct


class Question(Struct, frozen=True):
    """One logged question, in one shape whatever it was read from."""

    id: str
    text: str
    asked_at: datetime | None = None  # always with a time zone
    channel: str = ""  # "email", "chat", "search" ...
    weight: float = 1.0  # how many times it was asked, for logs that hold counts
    requester: str = ""  # "" where unknown; never shown
    resolved_by: tuple[str, ...] = ()  # ids of articles that an agent linked or used
    locale: str = ""


class Excluded(Struct, frozen=True):
    """A row that was read but is not a question to match."""

    reason: str  # "too short", "duplicate id" ...
    path: str
    line: int  # from 1
    text: str
    detail: str = ""  # what the reason leaves open: "first in tickets.csv:12"


class QuestionLog(Struct, frozen=True):
    """All questions of a run and what was left out of it."""

    questions: tuple[Question, ...]
    excluded: tuple[Excluded, ...] = ()  # readable, but not a question
    rejected: tuple[Excluded, ...] = ()  # rows that could not be read
    warnings: tuple[str, ...] = ()  # values that were read with a loss
    errors: tuple[str, ...] = ()  # files that gave nothing, as messages
