"""Zendesk tickets, from fixtures written after the documented fields."""

from __future__ import annotations

import json

import pytest

from kbtool.questions.talks.threads import REDACTED
from kbtool.questions.vendors.zendesk_tickets import VENDOR

TICKET = {
    "id": 1,
    "subject": "Chair",
    "description": "Where is my chair?",
    "requester_id": 5,
    "submitter_id": 5,
}
WORDS = {"author_id": 5, "public": True, "body": "Where is my chair?"}


def test_a_ticket_gives_all_that_can_be_used(by_id):
    question = by_id("zendesk_export.ndjson")["101"]
    assert question.text.startswith("How do I wash the cover of the sofa?")
    assert (question.subject, question.channel, question.status) == (
        "Sofa cover",
        "email",
        "solved",
    )
    assert (question.tags, question.csat) == (("sofa", "care"), 1.0)
    assert (question.reopens, question.replies) == (1, 2)
    assert question.asked_at is not None
    assert question.asked_at.isoformat() == "2026-03-01T09:00:00+00:00"
    assert question.requester == "person 1"


def test_only_links_in_an_agents_public_replies_count(by_id):
    question = by_id("zendesk_export.ndjson")["101"]
    wanted = "https://shop.example/hc/en-us/articles/360001-Wash-covers"
    assert question.resolved_by == (wanted,)
    assert question.agent_reply == "It is all in our article."


def test_a_link_of_someone_in_copy_is_a_customers(by_id):
    assert by_id("zendesk_export.ndjson")["106"].resolved_by == ()


def test_a_ticket_beyond_the_limit_has_its_subject_and_says_so(read_fixture):
    log = read_fixture("zendesk_export.ndjson")
    (question,) = [question for question in log.questions if question.id == "102"]
    assert (question.text, question.subject) == ("Delivery of my table", "")
    assert question.signals == ("replies-missing", "subject-only")
    assert [warning.partition(".ndjson")[2] for warning in log.warnings] == [
        ":2: without its replies, so that articles that agents used are unknown: '102'",
        ":2: only a subject, so that it will be matched less well: '102'",
    ]


def test_tickets_that_are_no_questions_are_left_out_by_reason(read_fixture):
    assert read_fixture("zendesk_export.ndjson").left_out == {
        "deleted": 1,
        "merged into another ticket": 1,
        "written by an agent": 1,
    }


def test_pages_one_after_the_other_are_read_with_what_they_list_besides(read_fixture):
    log = read_fixture("zendesk_pages.json")
    asked = {question.id: question for question in log.questions}
    assert list(asked) == ["201", "203"]
    assert (asked["201"].locale, asked["201"].replies, asked["201"].csat) == ("en-GB", 3, None)
    assert log.left_out == {"written by an agent": 1}
    assert [row.line for row in log.excluded] == [22]


SIGNALS = {
    "a customer's words": ({}, [WORDS], ()),
    "sent in by a program": ({"submitter_id": 9, "via": {"channel": "api"}}, [WORDS], ()),
    "an agent's words": ({"submitter_id": 9}, [{**WORDS, "author_id": 9}], ("agent-made",)),
    "an agent's, by the list of users": (
        {"users": [{"id": 5, "role": "agent"}]},
        [WORDS],
        ("agent-made",),
    ),
    "redacted": ({"description": f"My card {REDACTED * 16}"}, [WORDS], ("redacted",)),
    "deleted": ({"status": "deleted"}, [WORDS], ("deleted",)),
    "deleted for good": (
        {"subject": "SCRUBBED", "raw_subject": "SCRUBBED", "description": "SCRUBBED"},
        [{**WORDS, "body": "SCRUBBED"}],
        ("deleted",),
    ),
    "merged": ({"tags": ["closed_by_merge"]}, [WORDS], ("merged",)),
    "a failed delivery": (
        {"tags": ["system_email_notification_failure"]},
        [WORDS],
        ("auto-reply",),
    ),
    "an agent's for themselves, without comments": (
        {"users": [{"id": 5, "role": "agent"}]},
        None,
        ("agent-made", "replies-missing"),
    ),
    "an agent's by telephone": (
        {"submitter_id": 9, "via": {"channel": "voice"}},
        None,
        ("agent-made", "replies-missing"),
    ),
    "a call to the customer": (
        {"via": {"channel": "voice", "source": {"rel": "outbound"}}},
        [WORDS],
        ("outbound",),
    ),
    "a sample of Zendesk": ({"via": {"channel": "sample_ticket"}}, [WORDS], ("outbound",)),
    "null comments": ({}, None, ("replies-missing",)),
    "null body": ({"description": None}, [{**WORDS, "body": None}], ("subject-only",)),
    "body in comments only": ({"description": ""}, [WORDS], ()),
}


@pytest.mark.parametrize(("change", "comments", "signals"), SIGNALS.values(), ids=SIGNALS)
def test_signals_of_a_ticket(change, comments, signals):
    users = change.pop("users", []) if "users" in change else []
    record = {"ticket": {**TICKET, **change, "comments": comments}, "users": users}
    (values,) = VENDOR.read(record)
    assert values.get("signals", ()) == signals


TABLE = """Id,Requester,Requester id,Submitter,Subject,Via
1,Anna Berg,501,Anna Berg,Re: Where is my order [#1234],Mail
2,Bo Lind,502,Tom Miller,Your feedback is wanted,Web form
3,Bo Lind,502,Bo Lind,Legs of the sofa wobble,Web form
4,Eve Roe,503,Tom Miller,Fwd: New cushions wanted,Mail
5,Eve Roe,503,,Can I collect my order,Web form
"""


def test_the_export_in_csv_tells_tickets_that_agents_opened(read_log):
    log = read_log(TABLE)
    assert [(question.id, question.text) for question in log.questions] == [
        ("1", "Where is my order"),
        ("3", "Legs of the sofa wobble"),
        ("4", "New cushions wanted"),
        ("5", "Can I collect my order"),
    ]
    assert log.left_out == {"written by an agent": 1}


CALLED = "Caller +44 20 7946 0958"
CALL = """Call Details:
Time of call: March 2, 2026 10:00
Location: London
Answered by: Tom
Length of call: 3 minutes"""
CALLS = {
    "a call": (f"Call from: {CALLED}\n{CALL}", None),
    "a voicemail": (
        f"Voicemail from: {CALLED}\nWhen does my sofa arrive",
        "When does my sofa arrive",
    ),
}


@pytest.mark.parametrize(("description", "question"), CALLS.values(), ids=CALLS)
def test_of_a_call_only_what_was_said_stays(description, question, read_log):
    subject = description.partition("\n")[0]
    rows = [{**TICKET, "subject": subject, "description": description}, {**TICKET, "id": 2}]
    log = read_log("\n".join(map(json.dumps, rows)), "a.jsonl")
    assert [q.text for q in log.questions if q.id == "1"] == ([question] if question else [])
    assert log.left_out == ({} if question else {"message of a help desk": 1})


SHAPES = {
    "bare": TICKET,
    "wrapped": {"ticket": TICKET},
    "comments beside it": {"ticket": TICKET, "comments": [WORDS]},
    "found by a search": {"results": [{**TICKET, "result_type": "ticket"}], "count": 1},
    "a page": {"tickets": [TICKET], "next_page": None},
}


@pytest.mark.parametrize("record", SHAPES.values(), ids=SHAPES)
def test_a_ticket_is_known_by_its_shape(record, read_log):
    assert VENDOR.matches(record)
    (question,) = read_log(json.dumps(record), "log.jsonl").questions
    assert (question.id, question.text) == ("1", "Where is my chair?")


@pytest.mark.parametrize("score", ["good", {"score": "good"}, {"score": "good_with_comment"}])
def test_content_is_read_as_word_and_as_object(score):
    (values,) = VENDOR.read({**TICKET, "satisfaction_rating": score})
    assert values["csat"] == "good"
