"""Help Scout conversations, from fixtures written after the documented fields."""

from __future__ import annotations

import pytest

from kbtool.questions.vendors.help_scout import VENDOR

THREADS = [
    {"type": "message", "state": "draft", "body": "Not yet", "createdAt": "2026-03-03"},
    {"type": "chat", "createdBy": {"type": "user"}, "body": "Here", "createdAt": "2026-03-02"},
    {
        "type": "chat",
        "createdBy": {"type": "customer"},
        "body": "Where?",
        "createdAt": "2026-03-01",
    },
]


def test_a_conversation_gives_all_that_can_be_used(by_id):
    question = by_id("help_scout_page.json")["501"]
    assert question.text == "How do I order samples of fabric?"
    assert (question.subject, question.channel) == ("Fabric samples", "email")
    assert (question.status, question.tags, question.replies) == ("closed", ("fabric",), 1)
    assert question.agent_reply == "You can order five, see samples."


def test_links_of_notes_do_not_count(by_id):
    wanted = ("https://docs.shop.example/article/42-samples",)
    assert by_id("help_scout_page.json")["501"].resolved_by == wanted


def test_without_threads_the_preview_is_the_text(by_id):
    question = by_id("help_scout_page.json")["502"]
    assert question.text == "When does the shop in Leeds open? Opening hours."
    assert (question.signals, question.requester) == (("replies-missing",), "person 2")


def test_what_the_company_wrote_alone_is_left_out(read_fixture):
    assert read_fixture("help_scout_page.json").left_out == {"written by an agent": 1}


def test_chats_are_told_by_who_wrote_and_drafts_do_not_count():
    (values,) = VENDOR.read({"id": 1, "_embedded": {"threads": THREADS}})
    assert (values["text"], values["agent_reply"], values["replies"]) == ("Where?", "Here", 1)


CUSTOMER, AGENT = ({**THREADS[2]}, {**THREADS[1], "createdAt": "2026-02-01"})
USER = {"createdBy": {"type": "user", "id": 7}}
VIA_USER = {"source": {"type": "web", "via": "user"}}
VIA_CUSTOMER = {"source": {"type": "email", "via": "customer"}}
BEGUN = {
    "by a customer": (VIA_CUSTOMER, [CUSTOMER], False),
    "by an agent": (USER, [AGENT, CUSTOMER], True),
    "by an agent, told by the source": (VIA_USER, [AGENT, CUSTOMER], True),
    "by an agent, without threads": (USER, [], True),
    "by a customer, without threads": (VIA_CUSTOMER, [], False),
    "by a program, with a customer's words": (USER, [CUSTOMER], False),
    "nothing is said of it": ({}, [AGENT, CUSTOMER], False),
}


@pytest.mark.parametrize(("begun", "threads", "made"), BEGUN.values(), ids=BEGUN)
def test_what_an_agent_began_is_signalled(begun, threads, made):
    record = {"id": 1, "mailboxId": 3, "primaryCustomer": {"id": 5}, "preview": "Where?", **begun}
    (values,) = VENDOR.read({**record, "_embedded": {"threads": threads}})
    assert ("agent-made" in values.get("signals", ())) is made


def test_spam_is_signalled():
    (values,) = VENDOR.read({"id": 1, "status": "spam", "_embedded": {"threads": THREADS}})
    assert values["signals"] == ("spam",)
