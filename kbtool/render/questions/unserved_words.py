"""Demand in languages that no article is written in, as all text formats say it."""

from __future__ import annotations

from kbtool.model import Action, Unserved
from kbtool.render.terminal import count, one_line
from kbtool.render.wording import percent

HEADING = "In languages without articles"
MEANING = (
    f"{Action.TRANSLATE.value}: no article is written in these languages, so they are left out of "
    "coverage and gaps."
)


def say_unserved(one: Unserved) -> str:
    """A language with its number of questions and their share of all."""
    return f"{one_line(one.name)}: {count(one.questions, 'question')}, {percent(one.share)} of all"
