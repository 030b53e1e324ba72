"""A row's text made fit: cleaned, cut, judged, and what tells who asked made unreadable."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from kbtool.questions.cells.values import read_word
from kbtool.questions.cleaning import clean_line, clean_question
from kbtool.questions.masking import Masking, cut_whole, drop_placeholders
from kbtool.questions.noise import find_noise
from kbtool.questions.noise.titles import hide_person
from kbtool.questions.rows import CLEANED, JOINED, SHOWN
from kbtool.questions.talks.first_messages import open_transcript


class Prepared(NamedTuple):
    """A text as it is kept."""

    text: str
    noise: str  # why it is no question to match, "" where it may be one
    cut: bool = False  # whether it was longer than allowed
    steps: tuple[str, ...] = ()  # steps of cleaning that changed it


def prepare_text(values: Mapping[str, Any], limit: int, masking: Masking) -> Prepared:
    """The text of a row as it is kept."""
    value, subject = values["text"], values.get("subject")
    steps: tuple[str, ...] = ()
    if not isinstance(value, str):
        text = read_word(value)
    elif CLEANED in values:
        text = clean_line(value)[:limit]
        return Prepared(masking.mask(text), "" if text else "empty")
    else:
        opened = open_transcript(value)
        text, steps = clean_question(opened, subject if isinstance(subject, str) else "")
        if JOINED in values or opened != value:
            steps = ("first messages joined", *steps)
    cut = len(text) > limit
    if cut:
        text = cut_whole(text, limit)
    noise = find_noise(text)
    masked = masking.mask(hide_person(text) if noise else text)
    if masked != text and not noise:  # where nothing but a number was written, and thanks
        noise = find_noise(drop_placeholders(masked).strip())
    return Prepared(masked, noise, cut, steps)


def show_text(text: str, masking: Masking) -> str:
    """The beginning of a text that is left out, as reports show it."""
    return masking.mask(cut_whole(clean_line(text[: 2 * SHOWN]), SHOWN))
