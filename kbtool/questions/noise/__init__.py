"""Texts that are no question to match, as a table of reasons; in doubt a text is kept."""

from __future__ import annotations

from collections.abc import Callable

from kbtool.questions.cleaning.mail_programs import is_sent_from
from kbtool.questions.noise.automatic import is_automatic_reply
from kbtool.questions.noise.contacts import is_contact_only
from kbtool.questions.noise.empty import (
    has_no_letters,
    is_empty,
    is_missing,
    is_polite_only,
    is_too_short,
)
from kbtool.questions.noise.keys import is_keys_in_a_row
from kbtool.questions.noise.notices import is_notice
from kbtool.questions.noise.spam import is_spam
from kbtool.questions.noise.system import is_rest, is_system_message, is_termless, is_total

# In this order: the first that holds is the reason given.
NOISE: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("empty", is_empty),
    ("a sign for a missing value", is_missing),
    ("no letters", has_no_letters),
    ("greeting or thanks only", is_polite_only),
    ("too short", is_too_short),
    ("keys struck in a row", is_keys_in_a_row),
    ("name or contact data only", is_contact_only),
    ("line of a mail program only", is_sent_from),
    ("automatic reply", is_automatic_reply),
    ("automatic notice", is_notice),
    ("message of a help desk", is_system_message),
    ("total of a report", is_total),
    ("rare searches that a report puts together", is_rest),
    ("searches whose term a report does not give", is_termless),
    ("spam", is_spam),
)


def find_noise(text: str) -> str:
    """Why a cleaned text is no question to match, or "" where it may be one."""
    for reason, holds in NOISE:
        if holds(text):
            return reason
    return ""
