"""Reads the fixtures of vendors that lie beside this file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kbtool.model import Question, QuestionLog
from kbtool.questions import read_questions

FOLDER = Path(__file__).parent
ReadFixture = Callable[[str], QuestionLog]


@pytest.fixture
def read_fixture() -> ReadFixture:
    """A function from the name of a fixture to the log read from it."""
    return lambda name: read_questions([FOLDER / name])


@pytest.fixture
def by_id(read_fixture: ReadFixture) -> Callable[[str], dict[str, Question]]:
    """A function from the name of a fixture to its questions by id."""
    return lambda name: {question.id: question for question in read_fixture(name).questions}
