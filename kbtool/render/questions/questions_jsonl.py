"""Questions as JSON Lines, schema ``kbtool.question/1``, which kbtool reads as it wrote them."""

from __future__ import annotations

import msgspec

from kbtool.model import Question
from kbtool.questions import SCHEMA

_HEAD = f'{{"schema":"{SCHEMA}",'.encode()
_ENCODER = msgspec.json.Encoder()


def render(question: Question) -> bytes:
    """One line; fields that hold nothing are left out."""
    return b"%b%b\n" % (_HEAD, _ENCODER.encode(question)[1:])
