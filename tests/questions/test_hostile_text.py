"""Texts in logs that break programs further on."""

from __future__ import annotations

import pytest

from kbtool.errors import InputError


@pytest.mark.parametrize("text", [r"pay \ud800 a bill", r"pay \udfff\ud800 a bill"])
def test_half_a_character_in_json_can_be_written_afterwards(read_log, text):
    log = read_log('{"text": "How do I ' + text + '"}\n', "log.jsonl")
    assert log.questions[0].text.encode("utf-8")


@pytest.mark.parametrize("ending", ["csv", "jsonl", "json", "tsv"])
@pytest.mark.parametrize("content", ["", "\n\n", "\ufeff"])
def test_an_empty_log_is_an_error_that_says_so(read_log, ending, content):
    with pytest.raises(InputError, match="no questions in it"):
        read_log(content, f"log.{ending}")
