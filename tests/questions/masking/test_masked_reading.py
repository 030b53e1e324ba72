"""What a reading of a log masks besides the question itself."""

from __future__ import annotations

import json

import pytest

from kbtool.errors import InputError
from kbtool.questions import Choices, read_questions
from kbtool.questions.masking import mask_text


def test_questions_subjects_and_replies_are_masked(read_log):
    log = read_log(
        '{"text": "<p>Charge <b>jo@example.com</b>&#64;?</p>", "subject": "Pay jo@example.com", '
        '"agent_reply": "Dear jo@example.com", "channel": "mail jo@example.com"}',
        "log.jsonl",
    )
    question = log.questions[0]
    assert question.text == "Charge <email>@? Pay <email>."
    assert (question.subject, question.agent_reply) == ("Pay <email>", "Dear <email>")
    assert question.channel == "mail <email>"
    assert log.masked == {"email": 5}


def test_tags_channels_and_locales_are_masked_as_texts_are(read_log):
    row = {
        "text": "where is my refund",
        "tags": ["refund", "+1 415 555 0134", "jo@example.com", "al@example.com", "vip-2"],
        "channel": "whatsapp +44 7700 900123",
        "locale": "en +44 7700 900123",
        "status": "open, call 07700 900456",
        "bot": "told jo@example.com",
    }
    question = read_log(json.dumps(row), "log.jsonl").questions[0]
    assert question.tags == ("refund", "<phone>", "<email>", "vip-2")
    assert (question.channel, question.locale) == ("whatsapp <phone>", "en <phone>")
    assert (question.status, question.bot) == ("open, call <phone>", "told <email>")


@pytest.mark.parametrize("name", ["+1 415 555 0134", "+4915112345678", "jo@example.com"])
def test_an_id_that_tells_who_asked_is_no_id(read_log, name):
    log = read_log(f"id,text\n{name},where is my card\n")
    assert name not in repr(log.questions)


def test_an_id_of_plain_digits_stays(read_log):
    log = read_log("id,text\n4111111111111111,where is my card\n9876543210,and my refund\n")
    assert [question.id for question in log.questions] == ["4111111111111111", "9876543210"]


LINKS = {
    "https://eur01.safelinks.example/?url=https%3A%2F%2Fhelp.example.com%2Fpay%3Fa%3D1&data=05%7Cjo%40x.com":
        "https://help.example.com/pay",
    "https://help.example.com/pay?email=jo%40example.com&token=abcd1234efgh": "https://help.example.com/pay",
    "https://help.example.com/pay#jo@example.com": "https://help.example.com/pay",
    "/hc/pay?requester=jo%40example.com": "/hc/pay",
    "pay": "pay",
    "https://[?u=jo%40example.com": "https://[",
}  # fmt: skip


@pytest.mark.parametrize(("link", "kept"), LINKS.items())
def test_addresses_of_articles_carry_nobody_along(read_log, link, kept):
    row = {"text": "How do I pay?", "resolved_by": [link]}
    assert read_log(json.dumps(row), "log.jsonl").questions[0].resolved_by == (kept,)


def test_an_id_that_is_an_address_is_no_id(read_log):
    log = read_log("id,text\njo@example.com,where is my card\njo@example.com,and my refund\n")
    assert len(log.questions) == 2
    assert "example" not in repr(log.questions)


def test_rows_left_out_or_broken_are_masked(read_log):
    log = read_log(
        "id,text\n1,where is my card\n2,4111 1111 1111 1111\n3,a,jo@example.com\n",
    )
    assert [(row.reason, row.text) for row in log.excluded] == [("no letters", "<card>")]
    assert "example" not in repr(log.rejected)
    assert "<email>" in log.rejected[0].text


def test_values_in_warnings_are_masked(read_log):
    log = read_log("text,weight,date\nwhere is my card,jo@example.com,by al@example.com\n")
    assert len(log.warnings) == 2
    assert "example.com" not in repr(log.warnings)
    assert "<email>" in log.warnings[0]


def test_a_customer_in_place_of_a_header_is_masked(read_log):
    with pytest.raises(InputError, match="<email>") as caught:
        read_log("jo@example.com;4711\nal@example.com;4712\n")
    assert "example.com" not in str(caught.value)


def test_masking_can_be_switched_off(tmp_path):
    path = tmp_path / "log.csv"
    path.write_text("text\nrefund to jo@example.com\n", encoding="utf-8")
    log = read_questions([path], choices=Choices(mask=False))
    assert log.questions[0].text == "refund to jo@example.com"
    assert not log.masked


def test_a_long_text_is_cut_where_no_number_is_halved(read_log):
    text = "refund " * 1427 + "4111 1111 1111 1111 and more"
    assert text[:10_000].endswith("4111 1111 1")
    log = read_log(f"text\n{text}\n")
    assert "4111" not in log.questions[0].text


def test_an_iban_with_entities_between_its_groups_is_masked(read_log):
    log = read_log("question\nMy IBAN DE89&nbsp;3704&nbsp;0044&nbsp;0532&nbsp;0130&nbsp;00 fails\n")
    assert log.questions[0].text == "My IBAN <iban> fails"


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("ip 192.168.0.7 is blocked", "ip <ip address> is blocked"),
        ("open 192.168.0.1 to log in", "open 192.168.0.1 to log in"),
        ("NHS number 943 476 5919", "NHS number <national id>"),
        ("build a4111111111111111b fails", "build a4111111111111111b fails"),
    ],
)
def test_what_stands_before_a_number_tells_what_it_is(text, masked):
    assert mask_text(text).text == masked
