"""Events of Rasa as brokers hand them on, and what companies sent; from documented fields."""

from __future__ import annotations

import json

import pytest

EVENTS = [
    {"sender_id": "u7", "event": "action", "name": "action_listen", "timestamp": 1772450000.0},
    {"sender_id": "u7", "event": "user", "text": "How do I freeze it?", "timestamp": 1772450001.5,
     "message_id": "m1", "parse_data": {"intent": {"name": "nlu_fallback"}}},
    {"sender_id": "u7", "event": "bot", "text": "In the app.", "timestamp": 1772450002.0,
     "data": {}},
    {"sender_id": "u7", "event": "flow_started", "timestamp": 1772450002.0},
    {"sender_id": "u8", "event": "user", "text": "/restart", "timestamp": 1772450003.0},
]  # fmt: skip


def test_of_streamed_events_the_customers_turns_are_questions(read_log):
    log = read_log("\n".join(map(json.dumps, EVENTS)), "events.jsonl")
    (question,) = log.questions
    assert (question.id, question.text, question.bot) == ("m1", "How do I freeze it?", "fallback")
    assert question.asked_at.isoformat().startswith("2026-03-02T")
    assert log.left_out == {"a key, a button or an event, no words": 1}
    assert not log.rejected


def test_events_of_another_program_are_rows_of_a_log(read_log):
    row = {"sender_id": "u7", "event": "message", "timestamp": 1772450001, "text": "How to pay?"}
    assert read_log(json.dumps(row), "log.jsonl").questions[0].text == "How to pay?"


@pytest.mark.parametrize("source", ["Outbound Email", "outbound email", "Phone call (outbound)"])
def test_what_a_company_sent_is_no_question_in_a_table(source, read_log):
    log = read_log(f"Ticket ID,Subject,Source\n1,Card refused,Email\n2,Our offer,{source}\n")
    assert [question.text for question in log.questions] == ["Card refused"]
    assert log.left_out == {"written by the company": 1}


@pytest.mark.parametrize(
    ("column", "mine", "theirs"),
    [
        ("role", "user", "assistant"),
        ("author", "Ann", "bot"),
        ("sender_type", "customer", "Agent"),
        ("Sent by", "end-user", "admin"),
        ("direction", "inbound", "outbound"),
    ],
)
def test_of_logs_with_a_row_a_message_the_customers_rows_are_read(column, mine, theirs, read_log):
    log = read_log(f"text,{column}\nHow do I pay?,{mine}\nOpen the settings page,{theirs}\n")
    assert [question.text for question in log.questions] == ["How do I pay?"]
    assert log.left_out == {"written by the company": 1}


@pytest.mark.parametrize("role", ["admin", "agent", "owner", ""])
def test_the_role_that_a_customer_has_in_his_account_says_nothing(role, read_log):
    assert read_log(f"text,role\nHow do I pay?,{role}\n").questions


def test_a_draft_of_help_scout_is_no_question(read_log):
    talks = [
        {"id": n, "state": state, "primaryCustomer": {"id": n}, "mailboxId": 1, "preview": "Why?"
         " How do I pay?"} for n, state in ((1, "published"), (2, "draft"))
    ]  # fmt: skip
    log = read_log(json.dumps({"_embedded": {"conversations": talks}}), "page.json")
    assert [question.id for question in log.questions] == ["1"]
    assert log.left_out == {"written by the company": 1}


def test_a_ticket_of_freshdesk_whose_text_lost_its_lines_is_read_from_its_html(read_log):
    ticket = {"id": 1, "subject": "Card", "source": 1, "status": 2, "priority": 1}
    ticket["description"] = "<div>My card is refused<br>Sent from my iPhone</div>"
    ticket["description_text"] = "My card is refused Sent from my iPhone"
    log = read_log(json.dumps(ticket), "tickets.jsonl")
    assert log.questions[0].text == "My card is refused"
