"""Logged questions, read from the files that help desks and people write."""

from kbtool.questions.choices import Choices
from kbtool.questions.limits import Limits
from kbtool.questions.logbook import FileEnd, Item, Logbook
from kbtool.questions.meter import Reached
from kbtool.questions.reading import iterate_questions, read_questions
from kbtool.questions.rows import SCHEMA
from kbtool.questions.tables.columns import Columns

__all__ = [
    "SCHEMA",
    "Choices",
    "Columns",
    "FileEnd",
    "Item",
    "Limits",
    "Logbook",
    "Reached",
    "iterate_questions",
    "read_questions",
]
