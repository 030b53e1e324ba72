"""A question's text made fit to match and to show, one module a step."""

from kbtool.questions.cleaning.characters import clean_line
from kbtool.questions.cleaning.markup import clean_text
from kbtool.questions.cleaning.question import Cleaned, clean_question

__all__ = ["Cleaned", "clean_line", "clean_question", "clean_text"]
