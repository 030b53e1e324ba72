"""A row's text made fit: cleaned, cut, judged, and what tells who asked made unreadable."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from kbtool.questions.cleaning import clean_line, clean_question
from kbtool.questions.noise import find_noise
from kbtool.questions.rows import CLEANED, SHOWN
from kbtool.questions.values import read_word

_NOTHING: Mapping[str, int] = MappingProxyType({})


class Prepared(NamedTuple):
    """A text as it is kept."""

    text: str
    noise: str  # why it is no question to match, "" where it may be one
    cut: bool = False  # whether it was longer than allowed
    steps: tuple[str, ...] = ()  # steps of cleaning that changed it
    masked: Mapping[str, int] = _NOTHING  # places made unreadable, by kind


def prepare_text(values: Mapping[str, Any], limit: int) -> Prepared:
    """The text of a row as it is kept."""
    value, subject = values["text"], values.get("subject")
    steps: tuple[str, ...] = ()
    if not isinstance(value, str):
        text = read_word(value)
    elif CLEANED in values:
        text = clean_line(value)[:limit]
        return Prepared(text, "" if text else "empty")
    else:
        text, steps = clean_question(value, subject if isinstance(subject, str) else "")
    cut = len(text) > limit
    if cut:
        text = text[:limit].rstrip()
    return Prepared(text, find_noise(text), cut, steps)


def show_text(text: str) -> str:
    """The beginning of a text that is left out, as reports show it."""
    return clean_line(text[:SHOWN])
