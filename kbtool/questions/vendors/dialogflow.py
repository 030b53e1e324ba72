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
    get_words,
    is_broken_table,
    unpack_table,
)
from kbtool.questions.rows import UNREADABLE, Record, Vendor

_LOST = ("NO_MATCH", "NO_INPUT")
_ANSWER = "PARAMETER_FILLING"  # of what the bot had asked
_SIGNALS = {"fallback": "bot-fallback", "answered": "bot-answered"}
_BROKEN = "a turn whose request or response is no whole JSON object"
_KEYS = ("conversation_name", "turn_position", "request_time", "response")


def _matches(record: Record) -> bool:
    """Whether a record is a turn; exports may leave out all but the request, or the response."""
    if record.keys().isdisjoint(_KEYS):
        return False
    if {"conversation_name", "turn_position", "request"} <= record.keys():
        return True
    request, response = (unpack_table(record.get(key)) for key in ("request", "response"))
    return "queryInput" in request or "queryResult" in response


def _read(record: Record) -> Iterator[dict[str, Any]]:
    result = get_table(unpack_table(record.get("response")), "queryResult")
    text = _find_words(record, result)
    if not text:
        is_broken = any(is_broken_table(record.get(key)) for key in ("request", "response"))
        yield {UNREADABLE: _BROKEN} if is_broken else {"text": "", "signals": ("no-words",)}
        return
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


def _find_words(record: Record, result: Record) -> str:
    """What somebody wrote or said, "" for a key, an event or silence.

    What was said stands in the response alone, as it was heard.
    """
    asked = get_table(unpack_table(record.get("request")), "queryInput")
    derived = unpack_table(record.get("derived_data"))
    return (
        get_text(get_table(asked, "text"), "text")
        or get_text(result, "transcript", "text")
        or get_text(derived, "userUtterances")
        or " ".join(get_words(derived, "userUtterances"))
    )


def _tell_outcome(result: Record) -> str:
    """What the bot made of a turn, "" where the log does not say."""
    if any("liveAgentHandoff" in message for message in get_tables(result, "responseMessages")):
        return "handed over"
    found = get_table(result, "match")
    return "fallback" if get_text(found, "matchType") in _LOST else "answered" if found else ""


VENDOR = Vendor("Dialogflow CX", _matches, _read)
