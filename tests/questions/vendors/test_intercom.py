"""Intercom conversations, from fixtures written after the documented fields."""

from __future__ import annotations

import json

import pytest

from kbtool.questions import read_questions
from kbtool.questions.vendors.intercom import VENDOR

OTHER = {
    "type": "conversation",
    "id": "9",
    "source": {"delivered_as": "customer_initiated", "body": "How do I pay?"},
}


def test_a_conversation_gives_all_that_can_be_used(by_id):
    question = by_id("intercom_conversations.jsonl")["301"]
    assert (question.text, question.subject) == ("Can I change the delivery address?", "")
    assert (question.channel, question.status, question.tags) == ("chat", "closed", ("delivery",))
    assert (question.csat, question.reopens, question.replies) == (0.75, 1, 1)
    assert question.agent_reply == "Yes, here is how."


def test_links_of_bots_and_notes_do_not_count(by_id):
    question = by_id("intercom_conversations.jsonl")["301"]
    assert question.resolved_by == ("https://help.shop.example/en/articles/13-change-address",)


def test_seconds_and_milliseconds_are_told_apart(by_id):
    asked = by_id("intercom_conversations.jsonl")
    days = [asked[name].asked_at.date().isoformat() for name in ("301", "302")]
    assert days == ["2026-03-02", "2026-03-03"]


def test_where_the_company_wrote_first_the_customers_first_words_are_the_question(by_id):
    question = by_id("intercom_conversations.jsonl")["302"]
    assert (question.text, question.requester) == ("When will it be delivered then?", "person 2")


def test_a_campaign_that_nobody_answered_is_left_out(read_fixture):
    log = read_fixture("intercom_conversations.jsonl")
    assert log.left_out == {"written by the company": 1}


BEGUN = {  # delivered_as, who wrote first, whether the customer answered -> why it is left out
    "by a customer": ("customer_initiated", "user", True, None),
    "by an agent": ("admin_initiated", "admin", True, "written by an agent"),
    "by an agent, unanswered": ("admin_initiated", "admin", False, "written by an agent"),
    "by a bot": ("operator_initiated", "bot", True, None),
    "by a campaign": ("automated", "admin", True, None),
    "by a campaign, unanswered": ("automated", "admin", False, "written by the company"),
}


@pytest.mark.parametrize(("delivered", "by", "answered", "reason"), BEGUN.values(), ids=BEGUN)
def test_who_began_a_conversation_decides_whose_it_is(delivered, by, answered, reason, read_log):
    body = "<p>Where is the blue sofa?</p>"
    source = {"delivered_as": delivered, "body": body, "author": {"type": by, "id": "1"}}
    answer = {"part_type": "comment", "body": body, "author": {"type": "user", "id": "2"}}
    parts = {"conversation_parts": [answer] if answered else [], "total_count": int(answered)}
    record = {"type": "conversation", "id": "1", "source": source, "conversation_parts": parts}
    log = read_log(json.dumps([record, OTHER]), "a.json")
    assert log.left_out == ({reason: 1} if reason else {})


def test_a_redacted_part_and_parts_beyond_500_are_signalled(by_id):
    question = by_id("intercom_conversations.jsonl")["304"]
    assert question.signals == ("bot-answered", "redacted", "replies-missing")
    assert question.bot == "answered"


def test_a_list_has_no_parts_and_says_so(read_fixture):
    log = read_fixture("intercom_list.json")
    (question,) = log.questions
    assert (question.bot, question.signals) == ("fallback", ("bot-fallback", "replies-missing"))
    assert "without its replies" in log.warnings[0]
    assert log.left_out == {"empty": 1}  # its body is null


def test_a_list_of_the_older_kind_is_known():
    conversation = {"type": "conversation", "id": "1", "source": {"body": "<p>How?</p>"}}
    record = {"type": "list", "data": [conversation, {"type": "contact"}]}
    assert VENDOR.matches(record)
    assert [values["id"] for values in VENDOR.read(record)] == ["1"]


def test_the_notice_in_place_of_a_redacted_message_is_no_question():
    def read(body, **more):
        author = {"type": "user", "id": "u"}
        source = {"delivered_as": "customer_initiated", "body": body, "author": author, **more}
        part = {"part_type": "comment", "body": "<p>Where is it?</p>", "author": author}
        parts = {"conversation_parts": [part], "total_count": 1}
        record = {"type": "conversation", "id": "1", "source": source, "conversation_parts": parts}
        return next(iter(VENDOR.read(record)))

    assert read("This message was deleted", redacted=True)["text"] == "<p>Where is it?</p>"
    assert read("This message was deleted", redacted=False)["text"] == "This message was deleted"


def test_what_is_left_out_of_a_page_in_one_line_is_named_by_its_id(tmp_path):
    source = {"type": "conversation", "delivered_as": "customer_initiated", "subject": ""}
    author = {"type": "user", "id": "u1"}
    talks = [
        {"type": "conversation", "id": key, "source": {**source, "body": body, "author": author}}
        for key, body in (("7", "How do I pay a bill?"), ("8", "thanks!"), ("+49 30 1234567", "hi"))
    ]
    path = tmp_path / "page.json"
    path.write_text(json.dumps({"type": "conversation.list", "conversations": talks}))
    details = [row.detail for row in read_questions([path]).excluded]
    assert details == ["id 8", ""], "an id that is a phone number is not shown"
