"""Rasa trackers: what a customer and an assistant said, as the interface or a store gives it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kbtool.questions.nested import drop_missing, get_key, get_table, get_tables, get_text
from kbtool.questions.rows import Record, Vendor

_LOST = ("nlu_fallback", "out_of_scope")  # intents of a text that was not understood
_FALLBACK = ("action_default_fallback", "action_two_stage_fallback")
_COMMAND = "/"  # "/greet": what a button sends in place of words
_FEWEST_WORDS = 2  # of a text that may be a question, where a later one has so many


def _matches(record: Record) -> bool:
    events = record.get("events")
    return "sender_id" in record and isinstance(events, list)


def _read(record: Record) -> Iterator[dict[str, Any]]:
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
