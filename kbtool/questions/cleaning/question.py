"""All steps of cleaning in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple

from kbtool.language.courtesies import (
    openings,
    sign_offs,
    split_words,
    thanks,
)
from kbtool.patterns import lazy_pattern
from kbtool.questions.cleaning.banners import strip_banners
from kbtool.questions.cleaning.characters import clean_line, strip_hidden
from kbtool.questions.cleaning.delimiters import drop_delimiters
from kbtool.questions.cleaning.greetings import strip_greetings
from kbtool.questions.cleaning.markup import strip_markup
from kbtool.questions.cleaning.prefixes import strip_prefixes
from kbtool.questions.cleaning.quoted_html import strip_quoted_html
from kbtool.questions.cleaning.quotes import strip_quotes
from kbtool.questions.cleaning.request import put_request_first
from kbtool.questions.cleaning.signatures import strip_signatures
from kbtool.questions.cleaning.subject import join_subject, strip_title
from kbtool.questions.person_lines import end_name_lines

Step = tuple[str, Callable[[str], str]]

STEPS: tuple[Step, ...] = (
    ("hidden characters", strip_hidden),
    ("quoted messages", strip_quoted_html),
    ("markup", strip_markup),
    ("lines of mail programs", strip_banners),
    ("quoted messages", strip_quotes),
    ("subject prefixes", strip_prefixes),
    ("titles of chats and calls", strip_title),
    ("signatures", strip_signatures),
    ("lines of dashes", drop_delimiters),
    ("greetings and thanks", strip_greetings),
    ("line ends", end_name_lines),
    ("requests put first", put_request_first),
    ("white space", clean_line),
)
"""What is done to a text, by names that reports count; each gives the text back where it finds
nothing to do."""

UNCOUNTED = frozenset({"line ends", "white space"})  # nothing is lost by it

_ROUNDS = 6  # what one step leaves may be work for an earlier one
_SHORT = 160
_MARKS = lazy_pattern(r"[<&>#\[(:\n\r\t]|[.!?] |  | -|--|^ | $|Sent |Gesendet |Enviado |Inviato ")
_LAST = 4  # words that may be a closing phrase and a name


class Cleaned(NamedTuple):
    """A text fit to match and to show: one line, no markup, the customer's own words."""

    text: str
    steps: tuple[str, ...] = ()  # names of the steps that changed something, each once


def clean_question(text: str, subject: str = "") -> Cleaned:
    """The text with the subject where it lacks it, cleaned; cleaning it again changes nothing.

    Never is all of a text taken away: a step that would leave nothing leaves it as it is.
    """
    done: dict[str, None] = {}
    if subject:
        body = _run_steps(text, STEPS[:-2], done)
        text = join_subject(subject, body)
        if text != body:
            done["subjects joined"] = None
    for _ in range(_ROUNDS):
        if _is_plain(text):
            break
        before = text
        text = _run_steps(text, STEPS, done)
        if text == before:
            break
    return Cleaned(text, tuple(done))


def _run_steps(text: str, steps: Iterable[Step], done: dict[str, None]) -> str:
    for name, step in steps:
        changed = step(text)
        if changed != text and name not in UNCOUNTED and changed.strip() != text.strip():
            done[name] = None
        text = changed
    return text


def _is_plain(text: str) -> bool:
    """Whether no step can find anything, told in a glance: most searches and chats are so."""
    if len(text) > _SHORT or not text.isascii() or _MARKS.search(text) or not text.isprintable():
        return False
    words = split_words(text)
    return (
        bool(words)
        and words[0] not in _beginnings()
        and " ".join(words[:2]) not in _beginnings()
        and _last_words().isdisjoint(words[-_LAST:])
    )


@cache
def _beginnings() -> frozenset[str]:
    """Greetings and thanks of one word, and the first two words of all others."""
    return frozenset(" ".join(phrase.split()[:2]) for phrase in openings() | thanks())


@cache
def _last_words() -> frozenset[str]:
    """Words that thanks and sign-offs end with."""
    return frozenset(phrase.rpartition(" ")[2] for phrase in thanks() | sign_offs())
