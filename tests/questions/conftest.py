"""Reads a log that a test spells out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kbtool.model import QuestionLog
from kbtool.questions import Choices, Columns, read_questions

ReadLog = Callable[..., QuestionLog]


@pytest.fixture
def read_log(tmp_path: Path) -> ReadLog:
    """A function from the content and name of a file, and columns, to the log read from it."""

    def read(
        content: str | bytes,
        name: str = "log.csv",
        choices: Choices | None = None,
        **columns: Any,
    ) -> QuestionLog:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_questions([path], Columns(**columns), choices=choices)

    return read
