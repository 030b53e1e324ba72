"""Help Scout conversations: one, or a page of them, with threads where they were asked for."""

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

_HIDDEN = ("note", "lineitem", "forwardparent", "forwardchild")
_SPEAKERS: dict[str, Speaker] = {"customer": "customer", "message": "agent"}


def _matches(record: Record) -> bool:
    return any(True for _ in _found(record)) or isinstance(
        get_table(record, "_embedded").get("conversations"), list
    )


def _found(record: Record) -> Iterator[Record]:
    """Conversations of a record: itself, or those of a page."""
    if _is_conversation(record):
        yield record
    else:
        yield from get_tables(get_table(record, "_embedded"), "conversations")


def _is_conversation(record: Record) -> bool:
    has_threads = isinstance(get_table(record, "_embedded").get("threads"), list)
    return has_threads or ("primaryCustomer" in record and "mailboxId" in record)


def _read(record: Record) -> Iterator[dict[str, Any]]:
    yield from map(_read_conversation, _found(record))


def _read_conversation(record: Record) -> dict[str, Any]:
    threads = get_tables(get_table(record, "_embedded"), "threads")
    threads = [thread for thread in threads if thread.get("state") != "draft"]
    threads.sort(key=lambda thread: get_text(thread, "createdAt"))  # the API has the newest first
    messages = split_transcripts(map(_read_thread, threads))
    said = [message for message in messages if message.public]
    subject = get_text(record, "subject")
    found = open_question(said, subject)
    text = found.text or (said[0].text if said else get_text(record, "preview"))
    customer = get_table(record, "primaryCustomer") or get_table(record, "customer")
    return {
        **compose_text(subject, text),
        **found.as_values(),
        **drop_missing(
            id=get_key(record, "id"),
            asked_at=record.get("createdAt"),
            channel=get_text(record, "type"),
            requester=get_key(customer, "id") or get_text(customer, "email"),
            tags=get_words(record, "tags", "tag"),
            status=get_text(record, "status"),
            signals=_signals(record, text, said),
        ),
        **(read_answers(messages) if messages else {}),
    }


def _read_thread(thread: Record) -> Message:
    kind = get_text(thread, "type")
    creator = get_text(get_table(thread, "createdBy"), "type")
    by = _SPEAKERS.get(kind) or ("agent" if creator == "user" else "customer")
    return Message(by, get_text(thread, "body"), kind not in _HIDDEN)


def _signals(record: Record, text: str, said: list[Message]) -> tuple[str, ...]:
    holds = {
        "agent-made": _is_agent_made(record, said),
        "deleted": record.get("state") == "deleted",
        "outbound": record.get("state") == "draft",  # what an agent has not sent yet
        "replies-missing": not said,
        "spam": record.get("status") == "spam",
        "subject-only": not text,
    }
    return tuple(signal for signal, it_does in holds.items() if it_does)


def _is_agent_made(record: Record, said: list[Message]) -> bool:
    """Whether an agent began: programs, too, create conversations that begin with a customer."""
    if said and not any(message.by == "customer" for message in said):
        return True
    begun = (
        get_text(get_table(record, "createdBy"), "type"),
        get_text(get_table(record, "source"), "via"),
    )
    return "user" in begun and not (said and said[0].by == "customer")


VENDOR = Vendor("Help Scout conversations", _matches, _read)
