"""Zendesk tickets: the account's export (one a line, with comments) and pages of the API."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

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
from kbtool.questions.talks.threads import (
    REDACTED,
    Message,
    Speaker,
    compose_text,
    read_answers,
    read_articles,
)
from kbtool.questions.talks.transcripts import split_transcripts

_TAGS = {"closed_by_merge": "merged", "system_email_notification_failure": "auto-reply"}
_SCRUBBED = "SCRUBBED"  # in place of all texts of a ticket that is deleted for good
_SAMPLE = "sample_ticket"  # channel of tickets that Zendesk puts into a new account
_BY_HAND = ("web", "mobile", "voice", "phone")  # channels on which agents open tickets
_PROGRAMS = ("rule", "system", "merge")  # channels of comments that nobody wrote
_SCORES = {"good": "good", "good_with_comment": "good", "bad": "bad", "bad_with_comment": "bad"}


class _Known(Struct, frozen=True):
    """What a page says besides its tickets, by id."""

    roles: Mapping[int | str | None, str]
    locales: Mapping[int | str | None, str]
    metrics: Mapping[int | str | None, Record]

    @classmethod
    def of(cls, page: Record) -> _Known:
        users = get_tables(page, "users")
        return cls(
            {get_key(user, "id"): get_text(user, "role") for user in users},
            {get_key(user, "id"): get_text(user, "locale") for user in users},
            {get_key(entry, "ticket_id"): entry for entry in get_tables(page, "metric_sets")},
        )


def _matches(record: Record) -> bool:
    return any(True for _ in _tickets(record)) or isinstance(record.get("tickets"), list)


def _tickets(record: Record) -> Iterator[Record]:
    """Tickets of a record: itself, the one it wraps, or those of a page."""
    wrapped = get_table(record, "ticket")
    if _is_ticket(record):
        yield record
    elif wrapped and not wrapped.keys().isdisjoint(("subject", "description", "comments")):
        yield wrapped
    else:
        yield from get_tables(record, "tickets")
        yield from filter(_is_ticket, get_tables(record, "results"))  # of the search


def _is_ticket(record: Record) -> bool:
    named = "requester_id" in record and ("submitter_id" in record or "raw_subject" in record)
    return named and ("description" in record or "subject" in record)


def _read(record: Record) -> Iterator[dict[str, Any]]:
    known = _Known.of(record)
    for ticket in _tickets(record):
        comments = get_tables(ticket if "comments" in ticket else record, "comments")
        yield _read_ticket(ticket, comments, known)


def _read_ticket(ticket: Record, comments: list[Record], known: _Known) -> dict[str, Any]:
    requester = get_key(ticket, "requester_id")
    messages = [_read_comment(comment, ticket, known.roles) for comment in comments]
    metrics = get_table(ticket, "metric_set") or known.metrics.get(get_key(ticket, "id"), {})
    subject = get_text(ticket, "raw_subject", "subject")
    opening = Message("customer", get_text(ticket, "description"))
    heard, talk = split_transcripts(messages), split_transcripts([opening])
    text = (found := open_question((*talk, *heard), subject)).text
    values = {
        **compose_text(subject, text),
        **found.as_values(),
        **drop_missing(
            id=get_key(ticket, "id"),
            asked_at=ticket.get("created_at"),
            channel=get_text(get_table(ticket, "via"), "channel"),
            requester=requester,
            locale=known.locales.get(requester),
            tags=get_words(ticket, "tags"),
            status=get_text(ticket, "status"),
            csat=_read_score(ticket.get("satisfaction_rating")),
            reopens=metrics.get("reopens"),
            replies=metrics.get("replies"),
        ),
        **(read_answers(heard or talk) if heard or talk[0].in_transcript else {}),
        **read_articles(ticket),
    }
    signals = _signals(ticket, text, messages, known.roles)
    return {**values, "signals": signals} if signals else values


def _read_comment(
    comment: Record, ticket: Record, roles: Mapping[int | str | None, str]
) -> Message:
    text = get_text(comment, "html_body", "body", "plain_body")
    return Message(_speaker(comment, ticket, roles), text, comment.get("public") is not False)


def _speaker(comment: Record, ticket: Record, roles: Mapping[int | str | None, str]) -> Speaker:
    author = get_key(comment, "author_id")
    channel = get_text(get_table(comment, "via"), "channel")
    role = roles.get(author)
    copied = [ticket.get("email_cc_ids"), ticket.get("collaborator_ids")]
    if channel.startswith("answer_bot"):
        speaker: Speaker = "bot"
    elif author == -1 or channel in _PROGRAMS:
        speaker = "program"
    elif author is None:
        speaker = "unknown"
    elif role in ("agent", "admin"):
        speaker = "agent"
    elif role == "end-user" or author == get_key(ticket, "requester_id"):
        speaker = "customer"
    else:  # customers may copy in colleagues, who answer as well
        in_copy = any(author in ids for ids in copied if isinstance(ids, list))
        speaker = "customer" if in_copy else "agent"
    return speaker


def _read_score(rating: object) -> str:
    """The word "good" or "bad", or "" where the customer was not asked or did not answer."""
    score = rating.get("score") if isinstance(rating, dict) else rating
    return _SCORES.get(score, "") if isinstance(score, str) else ""


def _signals(
    ticket: Record, text: str, messages: list[Message], roles: Mapping[int | str | None, str]
) -> tuple[str, ...]:
    signals = {_TAGS[tag] for tag in get_words(ticket, "tags") if tag in _TAGS}
    if ticket.get("status") == "deleted" or text.strip() == _SCRUBBED:
        signals.add("deleted")
    via = get_table(ticket, "via")
    if (
        get_text(via, "channel") == _SAMPLE
        or get_text(get_table(via, "source"), "rel") == "outbound"
    ):
        signals.add("outbound")
    if _is_agent_made(ticket, messages, roles):
        signals.add("agent-made")
    if REDACTED in text:
        signals.add("redacted")
    if not messages:  # the API never lists them, and the export omits them beyond a megabyte
        signals.add("replies-missing")
    if not text:
        signals.add("subject-only")
    return tuple(sorted(signals))


def _is_agent_made(
    ticket: Record, messages: list[Message], roles: Mapping[int | str | None, str]
) -> bool:
    """Whether the text is an agent's: programs submit tickets for customers, in their words."""
    if messages:
        first = split_transcripts(messages[:1])
        return not any(part.by == "customer" for part in first) and messages[0].by == "agent"
    submitter, requester = get_key(ticket, "submitter_id"), get_key(ticket, "requester_id")
    if submitter == requester:
        return roles.get(requester) in ("agent", "admin")
    by_other = submitter is not None and requester is not None
    return by_other and get_text(get_table(ticket, "via"), "channel") in _BY_HAND


VENDOR = Vendor("Zendesk tickets", _matches, _read)
