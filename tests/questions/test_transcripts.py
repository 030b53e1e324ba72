"""Talks in one text, and titles of chats and calls; all are invented."""

from __future__ import annotations

import json
from time import process_time

import pytest

from kbtool.questions.noise.titles import hide_person, is_person_title, is_title
from kbtool.questions.talks.first_messages import open_transcript
from kbtool.questions.talks.transcripts import split_transcript

ZENDESK = """Chat started on 2026-03-02 10:00 UTC
Served by: Tom
URL: https://shop.example/hc

(10:01:22) *** Anna Berg joined the chat ***
(10:01:25) Tom: Hi Anna
(10:01:30) Anna Berg: hello
(10:02:00) Anna Berg: my sofa cover shrank
in the wash
(10:03:00) Tom: See https://shop.example/hc/articles/12"""

TALKS = {  # a text -> the customer's question
    "with a header": (ZENDESK, "my sofa cover shrank\nin the wash"),
    "an agent is labelled": (
        "Agent Tom: Hello\nAnna: where is my order\nAgent Tom: wait",
        "where is my order",
    ),
    "both are labelled": ("Visitor: Where is my order?\nSupport: On its way", "Where is my order?"),
    "a visitor with a number": (
        "Visitor 82716: hi\nVisitor 82716: can I return a sofa\nTom: Sure",
        "can I return a sofa",
    ),
    "in one line": (
        "(10:01:22 AM) Anna: hello (10:01:40 AM) Tom: Hi (10:02:00 AM) Anna: my card is blocked",
        "my card is blocked",
    ),
    "an agent speaks first": (
        "(10:01) Tom: Hi, how may I help?\n(10:02) Anna: my card is blocked",
        "my card is blocked",
    ),
    "in HTML": (
        "<p>(10:01:22) Anna: my card is blocked<br>(10:01:40) Tom: why?</p>",
        "my card is blocked",
    ),
    "of a telephone": (
        "1/3/26, 10:01 - Anna: hello\n1/3/26, 10:02 - Shop: Hi\n1/3/26, 10:03 - Anna: card lost",
        "card lost",
    ),
    "the time behind the name": (
        "Anna (10:01:22): my card is blocked\nTom (10:02:00): why",
        "my card is blocked",
    ),
    "in German": (
        "Kunde: Wo ist mein Paket bitte\nMitarbeiter: Unterwegs",
        "Wo ist mein Paket bitte",
    ),
    "with a bot": (
        "User: where is my invoice\nAssistant: Below Billing",
        "where is my invoice",
    ),
    "an address and a part behind the name": (
        "[1/3/26 10:01] Anna Berg (anna@mail.example): my voucher fails\n[10:02] Tom (Agent): why",
        "my voucher fails",
    ),
    "name and time above": (
        "Anna Berg 10:01\nhello\n\nTom 10:02\nHi\n\nAnna Berg 10:03\nmy voucher fails at checkout",
        "my voucher fails at checkout",
    ),
    "a complaint above it": (
        "I was cut off while asking for a refund:\n[10:01] Anna: refund\n[10:02] Tom: no",
        "I was cut off while asking for a refund:",
    ),
}


@pytest.mark.parametrize(("text", "question"), TALKS.values(), ids=TALKS)
def test_a_talk_is_taken_apart_and_names_do_not_stay(text, question, read_log):
    assert open_transcript(text) == question
    log = read_log(json.dumps({"text": text}), "a.jsonl")
    assert not [name for name in ("Tom", "Anna", "Visitor") if name in log.questions[0].text]
    assert log.steps["first messages joined"] == 1


NO_TALKS = [
    "Name: Anna\nEmail: anna@mail.example\nMessage: how do I pay",
    "Customer: ACME Ltd\nAgent: Tom Smith",
    "Customer: ACME Ltd\nAgent: Tom Smith\nIssue: the printer is broken today",
    "10:01:22 ERROR: failed\n10:01:23 INFO: again",
    "10:01:22 Info: connected\n10:01:23 Imap: closed",
    "Hi,\nthe agent told me: wait\nNote: it is late\nRegards: me",
    "Nobody came\n10:30 Monday: I waited for the van\n11:30 Tuesday: I waited once more",
    "Monday 10:30\nnobody came\nTuesday 11:30\nnobody came\nFriday 10:00\nnobody came",
    "Client: HELO\nServer: 250 OK\nClient: MAIL FROM",
    "How do I export a chat of 10:00: it fails",
    "User: root\nError: no such file is there",
]


@pytest.mark.parametrize("text", NO_TALKS, ids=range(len(NO_TALKS)))
def test_forms_and_logs_are_no_talks(text):
    assert split_transcript(text) == []
    assert open_transcript(text) == text


def test_links_that_agents_gave_in_a_talk_are_kept_and_those_of_customers_are_not(read_log):
    talk = f"{ZENDESK}\n(10:04) Anna Berg: not https://shop.example/hc/articles/13"
    comment = {"author_id": 5, "public": True, "body": talk}
    ticket = {
        "id": 1,
        "subject": "Conversation with Anna Berg",
        "description": talk,
        "requester_id": 5,
        "submitter_id": 5,
        "comments": [comment],
    }
    (question,) = read_log(json.dumps({"ticket": ticket}), "a.jsonl").questions
    assert (question.text, question.subject) == ("my sofa cover shrank in the wash", "")
    assert question.resolved_by == ("https://shop.example/hc/articles/12",)
    assert question.replies == 2


def test_answers_in_a_talk_that_is_all_there_is_are_counted(read_log):
    people = {"requester_id": 5, "submitter_id": 5}
    rows = [
        {"ticket": {"id": 1, "description": ZENDESK, **people}},
        {"id": 2, "responder_id": 9, "source": 7, "status": 2, "description_text": ZENDESK},
    ]
    log = read_log("\n".join(map(json.dumps, rows)), "a.jsonl")
    assert [(q.replies, len(q.resolved_by)) for q in log.questions] == [(2, 1), (2, 1)]


TITLES = {  # a subject -> whether it is none even where it is all there is
    "Conversation with Anna Berg": True,
    "Chat with Anna": True,
    "Chat with visitor 12345": True,
    "Call from +44 20 7946 0958": True,
    "Voicemail from: Caller +49 30 123456 (Berlin)": True,
    "Missed call from Anna Berg": True,
    "WhatsApp message from Anna Berg #1234": True,
    "Message from anna@mail.example": True,
    "Conversation with Anna Berg URL: https://shop.example/x": True,
    "Unterhaltung mit Jörg Müller": True,
    "Verpasster Anruf von +49 30 123456": True,
    "Conversation avec Zoé Petit": True,
    "Llamada perdida de +34 912 345 678": True,
    "Conversazione con Rosa Bianchi": True,
    "Ligação de João da Silva": True,
    "Gesprek met Jan de Vries": True,
    "Chat with Support": False,
    "Call from Teams": False,
    "Call from Unknown": False,
}


@pytest.mark.parametrize(("title", "alone"), TITLES.items(), ids=TITLES)
def test_titles_that_name_a_person_do_not_stay(title, alone, read_log):
    assert is_title(title)
    assert is_person_title(title) is alone
    rows = [{"subject": title, "body": "Where is my blue sofa?"}, {"subject": "Where is it now?"}]
    rows += [{"subject": title}] if alone else []
    log = read_log("\n".join(map(json.dumps, rows)), "a.jsonl")
    assert [(q.text, q.subject) for q in log.questions] == [
        ("Where is my blue sofa?", ""),
        ("Where is it now?", ""),
    ]
    assert log.left_out == ({"message of a help desk": 1} if alone else {})
    assert [row.text for row in log.excluded] == ([hide_person(title)] if alone else [])
    assert hide_person(title).endswith(" …")


QUESTIONS = [
    "Call from Teams does not work",
    "call from germany",
    "call from unknown number",
    "Chat with a human",
    "Conversation with my bank was cut off",
    "Voicemail from my phone is not played",
    "Message from the server says 550",
]


@pytest.mark.parametrize("text", QUESTIONS)
def test_what_people_ask_of_calls_and_chats_is_no_title(text):
    assert not is_title(text)
    assert hide_person(text) == text


HOSTILE = ["A (1:00", "\n(10:00) A: b", " \n", "\n A:: ", "*** a", "10:00 AM UTC ", "Chat "]


@pytest.mark.parametrize("piece", HOSTILE)
def test_work_on_hostile_texts_grows_with_their_length(piece):
    def measure(size):
        started = process_time()
        split_transcript(("x:y: " + piece * size)[: 6 * size])
        return process_time() - started

    small = min(measure(2_000) for _ in range(3))
    assert min(measure(16_000) for _ in range(2)) < 40 * max(small, 0.001)
