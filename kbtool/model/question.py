"""A question that a customer asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct, field


class Question(Struct, frozen=True, omit_defaults=True):
    """One logged question, in one shape whatever it was read from."""

    id: str  # of the log, or made from text, date and channel: the same in every run
    text: str  # cleaned and masked
    asked_at: datetime | None = None  # always with a time zone
    channel: str = ""  # "email", "chat", "search" ...
    weight: float = 1.0  # how many times it was asked, for logs that hold counts
    requester: str = ""  # who asked, by a name that says nothing else; "" where unknown
    resolved_by: tuple[str, ...] = ()
    """Articles that an agent linked or used: ids or addresses as read, ids once resolved."""
    gold: tuple[str, ...] = ()  # articles that answer it by a label, to measure by; never learned
    locale: str = ""  # of the question, as the log has it: "de", "pt-br" ...
    subject: str = ""  # of a ticket whose body is the text; "" where the subject is the text
    tags: tuple[str, ...] = ()  # of the help desk, in its order
    status: str = ""  # in lower case, in the words of the source: "open", "solved" ...
    csat: float | None = None  # how content the customer was: 0 not at all, 1 fully
    reopens: int | None = None  # times that a solved ticket was opened again
    replies: int | None = None  # public answers of people, not of bots
    agent_reply: str = ""  # the answer of a person that tells most, shortened
    bot: str = ""  # what a bot made of it: "answered", "fallback" or "handed over"
    results: int | None = None  # how many hits a search had
    clicks: int | None = None  # how many hits of a search were opened, all times together
    signals: tuple[str, ...] = ()
    """What the source says of the row, such as "agent-made" or "ticket-followed"."""


def count_askings(questions: Iterable[Question]) -> int | None:
    """How many times questions were asked in all; None where each was asked once."""
    weights = [question.weight for question in questions]
    return None if all(weight == 1 for weight in weights) else round(sum(weights))


# All words of ``signals``.
SIGNALS = (
    "agent-made",  # an agent opened the ticket, maybe on behalf of a customer
    "auto-reply",  # written by a program: out of office, delivery failed
    "bot-answered",  # a bot answered and the customer took it
    "bot-fallback",  # a bot did not know what to say
    "deleted",
    "merged",  # closed in favour of another ticket
    "no-words",  # a key, a button or an event
    "outbound",  # the company wrote first: a campaign, a survey
    "redacted",  # part of the text was removed in the help desk
    "replies-missing",  # the export leaves them out, or some of them
    "slot-filling",  # an answer to what a bot asked
    "spam",
    "subject-only",  # the message itself is not in the export
    "ticket-followed",  # a search after which people wrote a ticket
)


class Excluded(Struct, frozen=True):
    """A row that was read but is not a question to match."""

    reason: str  # "too short", "duplicate id" ...
    path: str
    line: int  # from 1
    text: str
    detail: str = ""  # what the reason leaves open: "first in tickets.csv:12"


class Rejected(Excluded, frozen=True):
    """A row that could not be read."""


class QuestionLog(Struct, frozen=True):
    """All questions of a run and what was left out of it."""

    questions: tuple[Question, ...]
    excluded: tuple[Excluded, ...] = ()  # readable, but not a question; the first of each reason
    rejected: tuple[Excluded, ...] = ()  # rows that could not be read; the first of them
    warnings: tuple[str, ...] = ()  # values that were read with a loss
    errors: tuple[str, ...] = ()  # files that gave nothing, as messages
    more_excluded: dict[str, int] = field(default_factory=dict)  # by reason, beyond those listed
    more_rejected: int = 0  # beyond those listed
    steps: dict[str, int] = field(default_factory=dict)  # questions that a step of cleaning changed
    masked: dict[str, int] = field(default_factory=dict)  # places made unreadable, by kind
    unmasked: bool = False  # the user wished to see personal data as it stands

    @property
    def left_out(self) -> dict[str, int]:
        """Number of readable rows that were left out, by reason, the most frequent first."""
        reasons = Counter(row.reason for row in self.excluded)
        reasons.update(self.more_excluded)
        return dict(sorted(reasons.items(), key=lambda item: (-item[1], item[0])))

    @property
    def unreadable(self) -> int:
        """Number of rows that could not be read."""
        return len(self.rejected) + self.more_rejected

    @property
    def rows(self) -> int:
        """Number of rows in the files that could be used."""
        return len(self.questions) + sum(self.left_out.values()) + self.unreadable
