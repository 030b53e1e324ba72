"""Rasa: trackers, rows of the table that a tracker store in SQL keeps events in, or events alone.

Either way, and as in logs of Dialogflow, each turn of a customer is a question of its own: a
tracker keeps all that somebody ever wrote, over months and sessions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from kbtool.questions.cells.nested import (
    drop_missing,
    get_key,
    get_table,
    get_tables,
    get_text,
    is_broken_table,
    unpack_table,
)
from kbtool.questions.rows import UNREADABLE, Record, Vendor

_LOST = ("nlu_fallback", "out_of_scope")  # intents of a text that was not understood
_FALLBACK = ("action_default_fallback", "action_two_stage_fallback")
_IDLE = ("action_listen", "action_session_start")  # actions that say nothing
_HANDOFF = frozenset({"handoff", "handover"})  # in names of actions, which are the user's own
_COMMAND = "/"  # "/greet": what a button sends in place of words
_USER = "user"  # events of the customer
_SPEAKING = frozenset({"user", "bot", "action"})
_NO_WORDS: dict[str, Any] = {"text": "", "signals": ("no-words",)}
_BROKEN = "a turn whose data is no whole JSON object"
_COLUMNS = {"sender_id", "type_name", "data"}
_ANEW = ("session_started", "restart")  # events after which no form is open any more
_SIGNALS = {"fallback": "bot-fallback", "answered": "bot-answered"}


class _Turn(NamedTuple):
    """What somebody wrote, and what came of it."""

    event: Record
    after: Sequence[Record]  # events up to the next turn
    in_form: bool  # whether a form was asking


def _matches(record: Record) -> bool:
    events = record.get("events")
    if "sender_id" not in record:
        return False
    return isinstance(events, list) or record.keys() >= _COLUMNS or _is_streamed(record)


def _is_streamed(record: Record) -> bool:
    """Whether a record is an event as brokers hand it on; other programs tell of other events."""
    if "timestamp" not in record or not isinstance(record.get("event"), str):
        return False
    return record["event"] in _SPEAKING or "text" not in record


def _read(record: Record) -> Iterator[dict[str, Any]]:
    if "events" in record:
        yield from _read_tracker(record)
    elif "type_name" in record:
        yield from _read_event(record)
    else:
        yield from _read_event({**record, "type_name": record.get("event"), "data": record})


def _read_event(row: Record) -> Iterator[dict[str, Any]]:
    """The question of a row; what the bot did with it stands in other rows.

    So only a text that was not understood tells of the bot.
    """
    data = row.get("data")  # an object, where a broker handed it on
    event = {**unpack_table(data), "event": row.get("type_name")}
    if event["event"] == _USER and is_broken_table(data):
        yield {UNREADABLE: _BROKEN}
    elif _is_silent(event):
        yield _NO_WORDS
    elif _is_words(event):
        lost = row.get("intent_name") in _LOST or _is_lost(event)
        values = _read_turn(event, get_key(row, "sender_id"), "fallback" if lost else "")
        times = {"asked_at": values.get("asked_at") or row.get("timestamp")}
        names = {"id": values.get("id") or get_key(row, "id")}
        yield {**values, **drop_missing(**times, **names)}


def _read_tracker(record: Record) -> Iterator[dict[str, Any]]:
    for turn in _find_turns(get_tables(record, "events")):
        if _is_silent(turn.event):
            yield _NO_WORDS
        else:
            values = _read_turn(turn.event, get_key(record, "sender_id"), _tell_outcome(turn))
            yield {**values, "signals": ("slot-filling",)} if _fills_slot(turn) else values


def _read_turn(event: Record, sender: int | str | None, bot: str) -> dict[str, Any]:
    signal = _SIGNALS.get(bot)
    return {
        "text": get_text(event, "text"),
        **drop_missing(
            id=get_key(event, "message_id"),
            asked_at=event.get("timestamp"),
            channel=get_text(event, "input_channel") or "bot",
            requester=sender,
            bot=bot,
            signals=(signal,) if signal else None,
        ),
    }


def _find_turns(events: Sequence[Record]) -> Iterator[_Turn]:
    """All turns in order, those of buttons too: what follows one is not the turn's before it."""
    starts = [at for at, event in enumerate(events) if event.get("event") == _USER]
    in_form, seen = False, 0
    for start, end in pairwise((*starts, len(events))):
        for event in events[seen:start]:
            in_form = _is_asking(event, asking=in_form)
        yield _Turn(events[start], events[start + 1 : end], in_form)
        seen = start


def _is_asking(event: Record, *, asking: bool) -> bool:
    """Whether a form asks after this event, where it did or did not before."""
    kind = event.get("event")
    if kind in ("active_loop", "form"):
        return bool(get_text(event, "name"))
    return asking and kind not in _ANEW


def _tell_outcome(turn: _Turn) -> str:
    """What the bot made of a turn, "" where it did nothing before the next one."""
    if any(map(_is_handoff, turn.after)):
        return "handed over"
    if any(map(_is_lost, (turn.event, *turn.after))):
        return "fallback"
    return "answered" if any(map(_is_answer, turn.after)) else ""


def _is_words(event: Record) -> bool:
    return event.get("event") == _USER and not _is_silent(event)


def _is_silent(event: Record) -> bool:
    """Whether an event of a customer has no words: a button, a picture."""
    text = get_text(event, "text")
    return event.get("event") == _USER and (not text or text.startswith(_COMMAND))


def _is_lost(event: Record) -> bool:
    intent = get_text(get_table(get_table(event, "parse_data"), "intent"), "name")
    return intent in _LOST or (event.get("event") == "action" and event.get("name") in _FALLBACK)


def _is_handoff(event: Record) -> bool:
    """Whether a person takes over: bots pause then, and wait for "resume"."""
    words = get_text(event, "name").split("_") if event.get("event") == "action" else ()
    return event.get("event") == "pause" or not _HANDOFF.isdisjoint(words)


def _is_answer(event: Record) -> bool:
    acts = event.get("event") == "action" and event.get("name") not in _IDLE
    return acts or event.get("event") == "bot"


def _fills_slot(turn: _Turn) -> bool:
    """Whether a turn answered a form, and neither left it nor was lost on it."""
    return turn.in_form and not any(
        event.get("is_interrupted") is True or event.get("name") in _FALLBACK
        for event in turn.after
    )


VENDOR = Vendor("Rasa", _matches, _read)
