"""Mails that programs and swindlers send, and what customers write about them; all are invented.

Lines of the table beside this file are a verdict, a subject and a body.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kbtool.questions.cleaning import clean_question
from kbtool.questions.noise import find_noise

TABLE = Path(__file__).with_name("automatic_mails.tsv").read_text(encoding="utf-8")
MAILS = [line.split("\t") for line in TABLE.splitlines()]
REASONS = {"noise": {"automatic reply", "automatic notice", "spam"}, "question": {""}}


@pytest.mark.parametrize(("verdict", "subject", "body"), MAILS, ids=range(len(MAILS)))
def test_mails_that_nobody_asks_in_are_left_out_and_who_writes_of_them_is_heard(
    verdict, subject, body
):
    assert find_noise(clean_question(body, subject).text) in REASONS[verdict]


def test_both_verdicts_have_their_share():
    verdicts = [verdict for verdict, *_ in MAILS]
    assert min(verdicts.count("noise"), verdicts.count("question")) >= 40
