"""Links in replies, and who said what in a conversation."""

from __future__ import annotations

import time

import pytest

from kbtool.questions.talks.links import find_links
from kbtool.questions.talks.threads import Message, compose_text, read_answers

LINKS = {
    "bare": ("See https://a.example/1.", ["https://a.example/1"]),
    "in brackets": ("(see https://a.example/1)", ["https://a.example/1"]),
    "brackets of its own": ("https://a.example/a_(b)", ["https://a.example/a_(b)"]),
    "Markdown": ("[here](https://a.example/1)!", ["https://a.example/1"]),
    "angles": ("<https://a.example/1>", ["https://a.example/1"]),
    "HTML": (
        "<a class='x' href='https://a.example/1?b=2&amp;c=3'>x</a>",
        ["https://a.example/1?b=2&c=3"],
    ),
    "HTML that shows its address": (
        '<a href="https://a.example/1">https://a.example/1</a>',
        ["https://a.example/1"],
    ),
    "relative": ('<a href="/hc/articles/1">x</a>', ["/hc/articles/1"]),
    "a picture": ('<p><img src="https://a.example/1.png"></p>', []),
    "mail": ('<a href="mailto:a@a.example">x</a> mailto:a@a.example', []),
    "a script": ('<a href="javascript:go()">x</a>', []),
    "twice": ("https://a.example/1 https://a.example/1", ["https://a.example/1"]),
    "quoted lines": ("https://a.example/1\n> https://a.example/2", ["https://a.example/1"]),
    "a quoted message": (
        "https://a.example/1\n-----Original Message-----\nhttps://a.example/2",
        ["https://a.example/1"],
    ),
    "a quoted element": (
        "<blockquote>https://a.example/2</blockquote><p>https://a.example/1</p>",
        ["https://a.example/1"],
    ),
    "an open quoted element": ("x <blockquote>https://a.example/2", []),
    "none": ("Thanks!", []),
}


@pytest.mark.parametrize(("text", "links"), LINKS.values(), ids=LINKS)
def test_links_of_a_reply(text, links):
    assert list(find_links(text)) == links


@pytest.mark.parametrize(
    "unit", ["https://", 'href="', "href='", "href=", "<blockquote>", "href   =   ", "(", ")"]
)
def test_links_are_found_in_time_that_grows_with_the_text_alone(unit):
    times = []
    for number in (4_000, 16_000):
        text, started = unit * number, time.process_time()
        assert len(find_links(text)) <= 20
        times.append(time.process_time() - started)
    # Four times the text takes four times as long, or sixteen times with a pattern that backtracks
    # once; the second term is for clocks that tick slowly.
    assert times[1] < 10 * times[0] + 0.1


def test_of_several_replies_the_one_with_a_link_is_kept():
    replies = [
        Message("agent", "A long first answer that has no link at all"),
        Message("agent", "https://a.example/1"),
        Message("agent", "https://a.example/2 and https://a.example/1"),
        Message("agent", "https://a.example/3", public=False),
        Message("customer", "https://a.example/4"),
        Message("bot", "https://a.example/5"),
        Message("program", "https://a.example/6"),
        Message("unknown", "https://a.example/7"),
    ]
    assert read_answers(replies) == {
        "replies": 3,
        "agent_reply": "https://a.example/1",
        "resolved_by": ["https://a.example/1", "https://a.example/2"],
    }


def test_without_links_the_longest_reply_is_kept():
    replies = [Message("agent", "Open Settings, then Keys."), Message("agent", "Glad to help!")]
    assert read_answers(replies) == {"replies": 2, "agent_reply": "Open Settings, then Keys."}


def test_without_replies_there_are_none():
    assert read_answers([Message("agent", " ")]) == {"replies": 0}


SUBJECTS = {
    "Re: Chair": "Chair",
    "RE: Fwd: FW: Chair": "Chair",
    "AW: WG: [#123] Re[2]: Chair": "Chair",
    "[#12] Chair": "Chair",
    "[404] page": "[404] page",
    "Reset: how?": "Reset: how?",
    "Re:": "Re:",
    "Trip": "Trip",
}


@pytest.mark.parametrize(("subject", "stripped"), SUBJECTS.items())
def test_a_subject_loses_what_mail_programs_put_before_it(subject, stripped):
    assert compose_text(subject, "Where is it?")["subject"] == stripped


def test_a_subject_without_a_message_is_the_text():
    assert compose_text("Re: Chair", " ") == {"text": "Chair"}
    assert compose_text("Re: Chair", "Where is it?") == {"text": "Where is it?", "subject": "Chair"}
