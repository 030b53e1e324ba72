"""Masking takes time in proportion to the length of a text, even of one made to hang it."""

from __future__ import annotations

import time

import pytest

from kbtool.questions.masking import mask_text

HOSTILE = [
    *(
        "a",
        "1",
        "1 ",
        "1-",
        "1.",
        "A1",
        "a@",
        "a.",
        "a@b.",
        "@",
        "(at)",
        " at a dot ",
        "a1-",
        "x/1",
    ),
    *(
        "+1 (",
        "0 ",
        "00",
        "4111 ",
        "DE89 ",
        "AB 12 ",
        "1:",
        "::1",
        "00:",
        "12 Aa ",
        "A. ",
        "Am Aa 1",
    ),
    *(
        "password ",
        "password: ",
        "pin 1",
        "token=",
        "api_key=a1 ",
        "eyJa1.",
        "ey1a",
        "sk_1a",
        "-A1B2",
    ),
    *(
        "http://a:",
        "?token=1",
        "://a1:b@",
        "my name is A. ",
        "name: A. ",
        "first name: Aa ",
        ". name: Aa Aa\n",
        "regards A ",
        "order # 1",
        "hi A ",
        "Hi Anna ",
        "dear mr ",
        "Dear Mrs. A. ",
        ", Anna",
        "1 N 1st St W ",
        "Rua A, 1, Aaa, ",
        "Regards\nA ",
        "a dot ",
        "a . ",
        "a dot b (at) ",
        "order: 1000",
        "#123-123",
        "login: a / ",
        "user a pass ",
        "password i a ",
        "pass, i use is ",
        "this is A ",
        "I'm Anna ",
        "i am A. ",
        "Anna here ",
        "Name : A\n",
        "name: A, mail: ",
        "order a1-",
    ),
    *(
        "-----BEGIN PRIVATE KEY-----1",
        "-----END 1",
        "rue de la 1 ",
        "1 rue de ",
        "Aastraße 1",
        "²",
        "١",
    ),
    *("1(", "A1 ", "1-2/3.4 ", "AA 99 ", "nif nif 1", "1 is my nif ", "tax id 1", "passport a1 "),
    *("id number A1", "plaka A1 ", "京A1", "dob 1 jan ", "生年月日1", "is is 111111111 ", "ИНН 1"),
    *(
        "via A ",
        "via Aa 1 ",
        "calle aa ",
        "1 rue aa ",
        "Aa str 1, ",
        "A Cad. ",
        "ul. A ",
        "A utca 1",
    ),
    *(
        "Aa 1, 110 00 ",
        "jl A ",
        "1 A Nagar ",
        "г. Аа, ул. ",
        "Аа ул. 1",
        "شارع ab ",
        "港区1-",
        "区",
    ),
    *("路1号", "路", "在路1", "구 로 1", "가구 ", "1 (", "1-1.", "8 (9", "тел 1", "手机1"),
    *(
        "номер заказа ",
        "sipariş no A",
        "订单号a-1",
        "密码1!",
        "我叫",
        "名前は山",
        "şifre a1 ",
        "карта 4",
    ),
    *("1 A-B ", "order no 1 2 ", "Calle A 1", "phone 1 ", "passport ", "ssn 1", "\x00", "<card>1"),
]
LENGTH = 4_000


def measure(text):
    """Seconds of processor time, the least of three."""
    spent = []
    for _ in range(3):
        started = time.process_time()
        mask_text(text)
        spent.append(time.process_time() - started)
    return min(spent)


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("end", ["", "!1"])
def test_four_times_the_text_takes_no_more_than_some_four_times_the_time(piece, end):
    texts = [piece * (size * LENGTH // len(piece)) + end for size in (1, 4)]
    mask_text(texts[0])  # compiles
    once, fourfold = map(measure, texts)
    # A text that takes quadratic time takes 16 times as long; half a millisecond is noise.
    assert fourfold < 9 * once + 0.005
