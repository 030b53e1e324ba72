"""Rasa: trackers, or rows of the table that a tracker store in SQL keeps events in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kbtool.questions.nested import (
    drop_missing,
    get_key,
    get_table,
    get_tables,
    get_text,
    unpack_table,
)
from kbtool.questions.rows import Record, Vendor

_LOST = ("nlu_fallback", "out_of_scope")  # intents of a text that was not understood
_FALLBACK = ("action_default_fallback", "action_two_stage_fallback")
_COMMAND = "/"  # "/greet": what a button sends in place of words
_COLUMNS = {"sender_id", "type_name", "data"}
_FEWEST_WORDS = 2  # of a text that may be a question, where a later one has so many


def _matches(record: Record) -> bool:
    events = record.get("events")
    return ("sender_id" in record and isinstance(events, list)) or record.keys() >= _COLUMNS


def _read(record: Record) -> Iterator[dict[str, Any]]:
    is_row = "events" not in record
    yield from _read_event(record) if is_row else _read_tracker(record)


def _read_event(row: Record) -> Iterator[dict[str, Any]]:
    """The question of a row; what the bot did with it stands in other rows.

    So only a text that was not understood tells of the bot.
    """
    event = {**unpack_table(row.get("data")), "event": row.get("type_name")}
    if not _is_words(event):
        return
    lost = row.get("intent_name") in _LOST or _is_lost(event)
    yield {
        "text": get_text(event, "text"),
        **drop_missing(
            id=get_key(event, "message_id") or get_key(row, "id"),
            asked_at=event.get("timestamp") or row.get("timestamp"),
            channel=get_text(event, "input_channel") or "bot",
            requester=get_key(row, "sender_id"),
            bot="fallback" if lost else None,
            signals=("bot-fallback",) if lost else None,
        ),
    }


def _read_tracker(record: Record) -> Iterator[dict[str, Any]]:
    events = get_tables(record, "events")
    turns = [event for event in events if _is_words(event)]
    if not turns:
        return
    chosen = next((t for t in turns if len(get_text(t, "text").split()) >= _FEWEST_WORDS), turns[0])
    lost = any(_is_lost(event) for event in events)
    channel = get_text(chosen, "input_channel")
    yield {
        "text": get_text(chosen, "text"),
        **drop_missing(
            id=get_key(chosen, "message_id") or get_key(record, "sender_id"),
            asked_at=chosen.get("timestamp"),
            channel=channel or "bot",
            requester=get_key(record, "sender_id"),
            bot="fallback" if lost else "answered",
            signals=("bot-fallback",) if lost else ("bot-answered",),
        ),
    }


def _is_words(event: Record) -> bool:
    text = get_text(event, "text")
    return event.get("event") == "user" and bool(text) and not text.startswith(_COMMAND)


def _is_lost(event: Record) -> bool:
    intent = get_text(get_table(get_table(event, "parse_data"), "intent"), "name")
    return intent in _LOST or (event.get("event") == "action" and event.get("name") in _FALLBACK)


VENDOR = Vendor("Rasa", _matches, _read)
