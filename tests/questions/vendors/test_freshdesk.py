"""Freshdesk tickets, from fixtures written after the documented fields."""

from __future__ import annotations

import pytest

from kbtool.questions.vendors.freshdesk import VENDOR


def test_a_ticket_gives_all_that_can_be_used(by_id):
    question = by_id("freshdesk_tickets.json")["401"]
    assert (question.text, question.subject) == ("How long is the warranty of a lamp?", "Warranty")
    assert (question.channel, question.status, question.tags) == ("portal", "resolved", ("lamp",))
    assert (question.replies, question.agent_reply) == (1, "Two years: warranty")


def test_only_links_in_an_agents_public_replies_count(by_id):
    wanted = ("https://shop.example/support/solutions/articles/81000-warranty",)
    assert by_id("freshdesk_tickets.json")["401"].resolved_by == wanted


def test_a_null_description_leaves_the_subject_and_an_unknown_status_its_number(by_id):
    question = by_id("freshdesk_tickets.json")["402"]
    assert (question.text, question.status) == ("Bulb", "12")
    assert question.signals == ("replies-missing", "subject-only")


def test_spam_and_what_the_company_sent_are_left_out_over_several_pages(read_fixture):
    log = read_fixture("freshdesk_tickets.json")
    assert log.left_out == {"spam": 1, "written by the company": 1}
    assert [row.line for row in log.excluded] == [56, 69]


def test_what_a_search_found_is_known():
    ticket = {"id": 1, "source": 1, "priority": 1, "requester_id": 2, "subject": "Lamp"}
    record = {"results": [ticket], "total": 1}
    assert VENDOR.matches(record)
    assert [values["text"] for values in VENDOR.read(record)] == ["Lamp"]


def test_a_deleted_ticket_is_signalled():
    ticket = {"id": 1, "source": 1, "priority": 1, "requester_id": 2, "deleted": True}
    (values,) = VENDOR.read(ticket)
    assert "deleted" in values["signals"]


@pytest.mark.parametrize(
    "further",
    [
        {"status": 2, "source": 1},
        {"priority": 1, "source": 3},
        {"cc_emails": []},
        {"description_text": "It broke.", "status": 2},
        {"responder_id": 7, "status": 2},
    ],
)
def test_a_ticket_with_few_fields_is_known(further):
    assert VENDOR.matches({"id": 1, "subject": "Lamp", "spam": True, **further})


@pytest.mark.parametrize(
    "record",
    [
        {"id": 1, "subject": "Lamp", "status": "open", "source": "web"},
        {"id": 1, "subject": "Lamp", "priority": 1},
        {"text": "Lamp", "status": 2, "source": 1},
        {"subject": "Lamp", "status": True, "source": True},
    ],
)
def test_plain_records_are_none_of_its_tickets(record):
    assert not VENDOR.matches(record)
