"""What is taken of the beginning of a conversation; all talks are invented."""

from __future__ import annotations

import json

import pytest

from kbtool.questions.cleaning.content import count_content
from kbtool.questions.talks.first_messages import open_question
from kbtool.questions.talks.threads import Message

SPEAKERS = {"C": "customer", "A": "agent", "B": "bot", "N": "agent"}
ASKED = "My parcel has not arrived"

TALKS = {  # "C: " the customer, "A: " an agent, "N: " their note, "B: " a bot -> the question
    "asked at once": (["C: " + ASKED, "C: It is late"], ASKED),
    "after hi": (["C: Hi", "C: " + ASKED], ASKED),
    "are you there": (["C: Hi there, are you there?", "B: One moment", "C: " + ASKED], ASKED),
    "an agent greets": (
        ["C: Hello", "A: Hello, this is Tom of the Sofa Shop. What can I do?", "C: " + ASKED],
        ASKED,
    ),
    "a question is announced": (["C: I have a question", "A: Go on", "C: " + ASKED], ASKED),
    "a short question": (["C: How do I cancel?", "C: never mind, found it"], "How do I cancel?"),
    "told in two": (["C: My parcel", "C: has not arrived"], "My parcel\nhas not arrived"),
    "an agent asks back": (
        ["C: I have a problem with my invoice", "A: What is wrong?", "C: You charged me twice"],
        "I have a problem with my invoice.\nYou charged me twice",
    ),
    "answered": (
        ["C: invoice", "A: Invoices are below Settings, Billing.", "C: Great, found them there"],
        "invoice",
    ),
    "an answer that ends with a question": (
        [
            "C: refund",
            "A: Open Orders, choose the order, press Refund and wait for the mail. Did it work?",
            "C: Yes, on the second try",
        ],
        "refund",
    ),
    "a bot asks for name and address": (
        [
            *("C: Hi", "B: What is your name?", "C: anna", "B: And your e-mail address?"),
            *("C: anna@mail.example", "B: What is it about?", "C: " + ASKED),
        ],
        ASKED,
    ),
    "a note is no answer": (["C: parcel", "N: Angry person here", "C: never arrived"], None),
    "in German": (["C: Guten Tag", "C: Ist jemand da?", "C: Mein Paket fehlt"], "Mein Paket fehlt"),
    "in French": (
        ["C: Bonjour", "C: J'ai une question", "C: Mon colis manque"],
        "Mon colis manque",
    ),
    "in Spanish": (["C: Hola", "C: ¿Hay alguien?", "C: Falta mi paquete"], "Falta mi paquete"),
    "said twice": (["C: refund", "C: <p>refund</p>", "C: please"], "refund"),
    "nothing at all": (["C: Hi", "A: Hello", "C: Are you there?"], "Hi"),
    "a question of small words": (["C: Hi", "C: when does it come"], "when does it come"),
    "a name is told": (["C: Hello, my name is Anna Berg", "C: " + ASKED], ASKED),
    "in Polish": (["C: Dzień dobry", "C: Gdzie jest moja paczka"], "Gdzie jest moja paczka"),
    "nobody": (["A: Have you seen our sale?"], ""),
    "one word": (["C: Billing", "B: Choose one"], "Billing"),
}


@pytest.mark.parametrize(("talk", "question"), TALKS.values(), ids=TALKS)
def test_first_messages_are_read_up_to_the_one_that_says_what_it_is_about(talk, question):
    messages = [Message(SPEAKERS[line[0]], line[3:], line[0] != "N") for line in talk]
    found = open_question(messages)
    assert found.text == ("parcel\nnever arrived" if question is None else question)
    firsts = [line[3:] for line in talk if line[0] == "C"][:1] or [""]
    assert found.joined == ([found.text] != firsts)


def test_a_subject_that_says_something_is_a_question_that_can_be_answered():
    talk = [
        Message("customer", "Hi"),
        Message("agent", "Invoices are below Settings, Billing."),
        Message("customer", "Great, found them there"),
    ]
    assert open_question(talk, "Where are my invoices?").text == "Hi"
    assert open_question(talk, "New conversation").text == "Great, found them there"


SAYING = {
    "Hi there, are you there?": 0,
    "Can I talk to a human please": 0,
    "anna@mail.example 12345": 0,
    "Hallo, ich habe eine Frage": 0,
    "Where is my <b>parcel</b>": 1,
    "How do I reset my password": 2,
}


@pytest.mark.parametrize(("text", "content"), SAYING.items(), ids=SAYING)
def test_content_is_counted_in_words_that_say_something(text, content):
    assert count_content(text) == content


def _intercom(first, second):
    author = {"type": "user", "id": "c1"}
    source = {"delivered_as": "customer_initiated", "body": f"<p>{first}</p>", "author": author}
    part = {"part_type": "comment", "body": f"<p>{second}</p>", "author": author}
    parts = {"conversation_parts": [part], "total_count": 1}
    return {"type": "conversation", "id": "1", "source": source, "conversation_parts": parts}


def _zendesk(first, second):
    comments = [{"author_id": 5, "public": True, "body": text} for text in (first, second)]
    people = {"requester_id": 5, "submitter_id": 5}
    return {"ticket": {"id": 1, "description": first, **people, "comments": comments}}


def _freshdesk(first, second):
    entry = {"incoming": True, "body": second}
    return {"id": 1, "source": 7, "status": 2, "description": first, "conversations": [entry]}


def _help_scout(first, second):
    threads = [
        {"type": "customer", "body": text, "createdAt": f"2026-03-0{day}"}
        for day, text in enumerate((first, second), 1)
    ]
    return {"id": 1, "type": "chat", "_embedded": {"threads": threads}}


@pytest.mark.parametrize("make", [_intercom, _zendesk, _freshdesk, _help_scout])
def test_every_desk_joins_first_messages_and_counts_it(make, read_log):
    log = read_log(json.dumps(make("Hi, are you there?", ASKED)), "a.jsonl")
    assert [question.text for question in log.questions] == [ASKED]
    assert log.steps["first messages joined"] == 1
    log = read_log(json.dumps(make(ASKED, "It was due on Monday")), "a.jsonl")
    assert [question.text for question in log.questions] == [ASKED]
    assert "first messages joined" not in log.steps
