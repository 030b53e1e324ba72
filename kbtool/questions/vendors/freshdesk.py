"""Freshdesk tickets, with their conversations where they were asked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kbtool.questions.cells.nested import drop_missing, get_key, get_tables, get_text, get_words
from kbtool.questions.rows import Record, Vendor
from kbtool.questions.talks.first_messages import open_question
from kbtool.questions.talks.threads import (
    Message,
    Speaker,
    compose_text,
    read_answers,
    read_articles,
)
from kbtool.questions.talks.transcripts import split_transcripts

_STATUS = {2: "open", 3: "pending", 4: "resolved", 5: "closed"}
_OUTBOUND = 10
# Fields that no other help desk has.
_OWN = ("cc_emails", "fwd_emails", "reply_cc_emails", "fr_escalated", "responder_id", "fr_due_by")
_FEWEST = 2  # fields with a number where others write a word
_SOURCES = {
    1: "email",
    2: "portal",
    3: "phone",
    7: "chat",
    9: "feedback widget",
    _OUTBOUND: "email",
}


def _matches(record: Record) -> bool:
    return any(True for _ in _tickets(record))


def _tickets(record: Record) -> Iterator[Record]:
    """Tickets of a record: itself, or those that a search found."""
    if _is_ticket(record):
        yield record
    else:
        yield from filter(_is_ticket, get_tables(record, "results"))


def _is_ticket(record: Record) -> bool:
    """Whether a record with a subject or a description has what only Freshdesk writes so.

    Exports hold the fields that somebody chose. Numbers for words are one sign, and so is the
    description once more as text; two are needed. Names that nobody else has are enough.
    """
    if record.keys().isdisjoint(("subject", "description", "description_text")):
        return _is_bare(record)
    if not record.keys().isdisjoint(_OWN):
        return True
    numbers = sum(type(record.get(key)) is int for key in ("source", "priority", "status"))
    return numbers + ("description_text" in record) >= _FEWEST


def _is_bare(record: Record) -> bool:
    numbers = isinstance(record.get("source"), int) and isinstance(record.get("priority"), int)
    return numbers and "requester_id" in record


def _read(record: Record) -> Iterator[dict[str, Any]]:
    yield from map(_read_ticket, _tickets(record))


def _read_ticket(ticket: Record) -> dict[str, Any]:
    listed = isinstance(ticket.get("conversations"), list)
    messages = split_transcripts(map(_read_message, get_tables(ticket, "conversations")))
    subject = get_text(ticket, "subject")
    opening = Message("customer", _find_description(ticket))
    talk = split_transcripts([opening])
    text = (found := open_question((*talk, *messages), subject)).text
    return {
        **compose_text(subject, text),
        **found.as_values(),
        **drop_missing(
            id=get_key(ticket, "id"),
            asked_at=ticket.get("created_at"),
            channel=_name(_SOURCES, ticket.get("source")),
            requester=get_key(ticket, "requester_id"),
            tags=get_words(ticket, "tags"),
            status=_name(_STATUS, ticket.get("status")),
            signals=_signals(ticket, text, listed),
        ),
        **(read_answers((*talk, *messages)) if listed or talk[0].in_transcript else {}),
        **read_articles(ticket),
    }


def _find_description(ticket: Record) -> str:
    """What the customer wrote first: as HTML where that has lines, which the text lacks."""
    text = get_text(ticket, "description_text")
    return text if "\n" in text else get_text(ticket, "description") or text


def _read_message(entry: Record) -> Message:
    incoming = entry.get("incoming")
    by: Speaker = "unknown" if incoming is None else "customer" if incoming else "agent"
    # HTML first: a link may stand behind words.
    return Message(by, get_text(entry, "body", "body_text"), entry.get("private") is not True)


def _name(names: dict[int, str], value: object) -> str:
    """The word for a number; accounts may add numbers of their own, which stay numbers."""
    return names.get(value, str(value)) if isinstance(value, int) else ""


def _signals(ticket: Record, text: str, listed: bool) -> tuple[str, ...]:
    holds = {
        "deleted": ticket.get("deleted") is True,
        "outbound": ticket.get("source") == _OUTBOUND,
        "replies-missing": not listed,
        "spam": ticket.get("spam") is True,
        "subject-only": not text,
    }
    return tuple(signal for signal, it_does in holds.items() if it_does)


VENDOR = Vendor("Freshdesk tickets", _matches, _read)
