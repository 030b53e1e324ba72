"""Channels by one name each."""

from pathlib import Path

import pytest

from kbtool.questions import read_questions
from kbtool.questions.cells.channels import name_channel


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Mail", "email"),
        ("e-mail", "email"),
        ("Web form", "web"),
        ("Phone call (inbound)", "phone"),
        ("voice", "phone"),
        ("native_messaging", "messaging"),
        ("Live Chat", "chat"),
        ("Forum", "forum"),
        ("", ""),
    ],
)
def test_a_channel_has_one_name(written: str, meant: str) -> None:
    assert name_channel(written) == meant


def test_logs_of_two_exports_share_their_channels(tmp_path: Path) -> None:
    """Coverage by channel would fall apart into Mail, email and e-mail."""
    log = tmp_path / "log.csv"
    rows = ["text,channel", "how do I pay,Mail", "how do I leave,e-mail", "where is it,email"]
    log.write_text("\n".join(rows))
    assert {question.channel for question in read_questions([log]).questions} == {"email"}
