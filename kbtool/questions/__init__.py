"""Logged questions, read from the files that help desks and people write."""

from kbtool.questions.columns import Columns
from kbtool.questions.limits import Limits
from kbtool.questions.reading import read_questions

__all__ = ["Columns", "Limits", "read_questions"]
