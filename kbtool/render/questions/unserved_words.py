"""Demand in languages that no article is written in, as all text formats say it."""

from __future__ import annotations

from kbtool.matching.trust.minimums import FEWEST_ARTICLES, find_lack
from kbtool.model import Action, Unserved
from kbtool.render.terminal import count, one_line
from kbtool.render.wording import percent

HEADING = "In languages without articles"
MEANING = (
    f"{Action.TRANSLATE.value}: no article is written in these languages, so they are left out of "
    "coverage and gaps."
)


def say_unserved(one: Unserved) -> str:
    """A language with its number of questions and their share of all, or how many those are."""
    return f"{one_line(one.name)}: {say_unserved_part(one)}"


def say_unserved_part(one: Unserved) -> str:
    """Questions in a language, with their share of all; of few, how many those are."""
    total = round(one.questions / one.share) if one.share else 0
    if find_lack(total, FEWEST_ARTICLES):
        return f"{one.questions:,} of {count(total, 'question')}"
    return f"{count(one.questions, 'question')}, {percent(one.share)} of all"
