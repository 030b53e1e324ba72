"""Intercom conversations: one as retrieved with its parts, and lists without them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kbtool.questions.cells.nested import (
    drop_missing,
    get_key,
    get_table,
    get_tables,
    get_text,
    get_words,
)
from kbtool.questions.rows import Record, Vendor
from kbtool.questions.talks.first_messages import open_question
from kbtool.questions.talks.threads import Message, Speaker, compose_text, read_answers
from kbtool.questions.talks.transcripts import split_transcripts

_SPEAKERS: dict[str, Speaker] = {
    "user": "customer",
    "lead": "customer",
    "contact": "customer",
    "admin": "agent",
    "bot": "bot",
}
_BY_CUSTOMER = ("customer_initiated", "")
_BY_AGENT = "admin_initiated"  # campaigns and bots have words of their own for it
_NOTES = ("note", "note_and_reopen")
_RESOLVED = ("assumed_resolution", "confirmed_resolution")
_CHANNELS = {"conversation": "chat"}


def _matches(record: Record) -> bool:
    return record.get("type") == "conversation.list" or any(True for _ in _found(record))


def _found(record: Record) -> Iterator[Record]:
    """Conversations of a record: itself, or those of a list."""
    if _is_conversation(record):
        yield record
    elif str(record.get("type")).endswith("list"):
        yield from get_tables(record, "conversations")
        yield from filter(_is_conversation, get_tables(record, "data"))
    else:  # a page whose last field, its type, is cut off
        yield from filter(_is_conversation, get_tables(record, "conversations"))


def _is_conversation(record: Record) -> bool:
    source = get_table(record, "source")
    return bool(source) and ("delivered_as" in source or record.get("type") == "conversation")


def _read(record: Record) -> Iterator[dict[str, Any]]:
    yield from map(_read_conversation, _found(record))


def _read_conversation(record: Record) -> dict[str, Any]:
    source = get_table(record, "source")
    opening = _read_part(source)
    parts = get_tables(get_table(record, "conversation_parts"), "conversation_parts")
    messages = [_read_part(part) for part in parts]
    by_customer = get_text(source, "delivered_as") in _BY_CUSTOMER and opening.by != "agent"
    # A conversation that the company began has its subject from the company too.
    subject = get_text(source, "subject") or get_text(record, "title") if by_customer else ""
    asked = opening._replace(by="customer" if by_customer else opening.by)
    messages = split_transcripts(messages)
    found = open_question((*split_transcripts([asked]), *messages), subject)
    kind = get_text(source, "type")
    bot, signals = _read_bot(record)
    if get_text(source, "delivered_as") == _BY_AGENT:
        signals.append("agent-made")
    elif not by_customer and not found.text:
        signals.append("outbound")
    if any(part.get("redacted") is True for part in (source, *parts)):
        signals.append("redacted")
    if len(parts) < _count_parts(record):
        signals.append("replies-missing")
    return {
        **compose_text(subject, found.text or opening.text),
        **found.as_values(),
        **drop_missing(
            id=get_key(record, "id"),
            asked_at=source.get("created_at") or record.get("created_at"),
            channel=_CHANNELS.get(kind, kind),
            requester=_requester(record, source),
            tags=get_words(get_table(record, "tags"), "tags"),
            status=get_text(record, "state"),
            csat=_read_rating(get_table(record, "conversation_rating").get("rating")),
            reopens=get_table(record, "statistics").get("count_reopens"),
            bot=bot,
            signals=tuple(sorted(signals)),
        ),
        **(read_answers(messages) if messages else {}),
    }


def _read_part(part: Record) -> Message:
    author = get_table(part, "author")
    by = _SPEAKERS.get(get_text(author, "type"), "program")
    if author.get("from_ai_agent") is True:
        by = "bot"
    # Of what was redacted only a notice is left, "This message was deleted".
    text = "" if part.get("redacted") is True else get_text(part, "body")
    return Message(by, text, part.get("part_type") not in _NOTES)


def _count_parts(record: Record) -> int:
    """How many parts there are; at least one where a list of conversations leaves them out."""
    parts = get_table(record, "conversation_parts")
    total = parts.get("total_count")
    return total if isinstance(total, int) else 0 if parts else 1


def _requester(record: Record, source: Record) -> int | str | None:
    author = get_table(source, "author")
    if _SPEAKERS.get(get_text(author, "type")) == "customer":
        return get_key(author, "id")
    contacts = get_tables(get_table(record, "contacts"), "contacts")
    return get_key(contacts[0], "id") if contacts else None


def _read_rating(rating: object) -> float | None:
    """A share from 0 to 1 of a rating from 1 to 5."""
    return (rating - 1) / 4 if isinstance(rating, int) and 1 <= rating <= 5 else None


def _read_bot(record: Record) -> tuple[str, list[str]]:
    """What the bot made of the conversation, and what to signal."""
    agent = get_table(record, "ai_agent")
    if not agent or record.get("ai_agent_participated") is False:
        return "", []
    state = get_text(agent, "resolution_state")
    if state in _RESOLVED:
        return "answered", ["bot-answered"]
    if agent.get("last_answer_type") is None:
        return "fallback", ["bot-fallback"]
    return ("handed over" if state == "routed_to_team" else "answered"), []


VENDOR = Vendor("Intercom conversations", _matches, _read)
