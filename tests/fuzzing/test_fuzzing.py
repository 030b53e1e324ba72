"""Whatever a reader is given: it reads it, or says why not."""

import pytest
from fuzz_targets import TARGETS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_no_input_breaks_a_promise(name, data):
    target = TARGETS[name]
    target.check(data.draw(target.inputs))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("export", b'">\xc3\xc3"'),
        ("import", b'"<p>\xed\xa0\x80'),
        ("cleaning", "a@b.example" + "a" * 300 + "4111 1111 1111 1111"),
        ("fix", "see<?php http://x.y/z."),
        ("fix", "see http://x.y/z.<h2 id=i>q"),
        ("fix", "see http://x.y/z.\x1bq"),
        ("fix", "see\n<table>http://x.y/z.q\r"),
    ],
)
def test_what_broke_a_promise_once_keeps_it_now(name, value):
    TARGETS[name].check(value)
