"""What reading a log left out, changed and hid, in words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kbtool.model import QuestionLog
from kbtool.questions.masking import count_masked
from kbtool.render.terminal import count, one_line

# Names of counted things that stand in the plural, as one of them is called.
_ONE: Mapping[str, str] = MappingProxyType(
    {
        "hidden characters": "hidden character",
        "quoted messages": "quoted message",
        "subject prefixes": "subject prefix",
        "signatures": "signature",
        "greetings and thanks": "greeting or thanks",
        "requests put first": "request put first",
    }
)


def describe_rows(log: QuestionLog) -> str:
    """One sentence: rows read, questions among them, and why the others were left out.

    "" where every row is a question.
    """
    if log.rows == len(log.questions):
        return ""
    unreadable = {"could not be read": log.unreadable} if log.unreadable else {}
    return (
        f"{count(log.rows, 'row')} read: {count(len(log.questions), 'question')}; "
        f"left out: {list_counts({**log.left_out, **unreadable})}."
    )


def describe_changes(log: QuestionLog) -> str:
    """What cleaning changed and what was masked; "" where nothing was."""
    cleaned = f"Cleaned: {list_counts(log.steps)}." if log.steps else ""
    masked = f"Masked: {describe_masked(log)}." if log.masked else ""
    if log.unmasked:
        masked = "Personal data in questions is not masked."
    return " ".join(part for part in (cleaned, masked) if part)


def describe_masked(log: QuestionLog) -> str:
    """Numbers of places by kind: ``12 e-mail addresses, 3 card numbers``."""
    return list_counts(count_masked(log.masked))


def list_counts(counts: Mapping[str, int]) -> str:
    """Numbers with their names, the largest first: ``12 spam, 3 empty``."""
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{number:,} {_name(name, number)}" for name, number in ordered)


def _name(name: str, number: int) -> str:
    return one_line(_ONE.get(name, name) if number == 1 else name)
