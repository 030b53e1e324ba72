"""Logged questions, read from the files that help desks and people write."""

from kbtool.questions.choices import Choices
from kbtool.questions.columns import Columns
from kbtool.questions.limits import Limits
from kbtool.questions.logbook import FileEnd, Logbook
from kbtool.questions.meter import Progress
from kbtool.questions.reading import iterate_questions, read_questions

__all__ = [
    "Choices",
    "Columns",
    "FileEnd",
    "Limits",
    "Logbook",
    "Progress",
    "iterate_questions",
    "read_questions",
]
