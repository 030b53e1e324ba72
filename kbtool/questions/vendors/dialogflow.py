"""Dialogflow CX interaction logs, a row of BigQuery for each turn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kbtool.questions.cells.nested import (
    drop_missing,
    get_key,
    get_table,
    get_tables,
    get_text,
    unpack_table,
)
from kbtool.questions.rows import Record, Vendor

_LOST = ("NO_MATCH", "NO_INPUT")
_ANSWER = "PARAMETER_FILLING"  # of what the bot had asked
_SIGNALS = {"fallback": "bot-fallback", "answered": "bot-answered"}
_KEYS = ("conversation_name", "turn_position", "request_time", "response")


def _matches(record: Record) -> bool:
    """Whether a record is a turn; of what exports may leave out, only the request is needed."""
    if record.keys().isdisjoint(_KEYS):
        return False
    if {"conversation_name", "turn_position", "request"} <= record.keys():
        return True
    return "queryInput" in unpack_table(record.get("request"))


def _read(record: Record) -> Iterator[dict[str, Any]]:
    asked = get_table(unpack_table(record.get("request")), "queryInput")
    text = get_text(get_table(asked, "text"), "text")
    text = text or get_text(unpack_table(record.get("derived_data")), "userUtterances")
    if not text:  # an event or a key that was pressed
        return
    result = get_table(unpack_table(record.get("response")), "queryResult")
    kind = get_text(get_table(result, "match"), "matchType")
    bot = _tell_outcome(result)
    signal = "slot-filling" if kind == _ANSWER else _SIGNALS.get(bot)
    conversation = get_text(record, "conversation_name").rsplit("/", 1)[-1]
    turn = get_key(record, "turn_position")
    yield {
        "text": text,
        **drop_missing(
            id=f"{conversation}-{turn}" if conversation and turn is not None else None,
            asked_at=record.get("request_time"),
            channel="bot",
            requester=conversation,
            locale=get_text(record, "language_code"),
            bot=bot,
            signals=(signal,) if signal else None,
        ),
    }


def _tell_outcome(result: Record) -> str:
    """What the bot made of a turn, "" where the log does not say."""
    if any("liveAgentHandoff" in message for message in get_tables(result, "responseMessages")):
        return "handed over"
    found = get_table(result, "match")
    return "fallback" if get_text(found, "matchType") in _LOST else "answered" if found else ""


VENDOR = Vendor("Dialogflow CX", _matches, _read)
