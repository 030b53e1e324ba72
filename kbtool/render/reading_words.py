"""What reading a log left out, changed and hid, in words."""

from __future__ import annotations

from collections.abc import Mapping

from kbtool.model import QuestionLog
from kbtool.render.terminal import count, one_line


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
    """What cleaning changed and what was made unreadable; "" where nothing was."""
    parts = {"Cleaned": log.steps, "Made unreadable": log.masked}
    return " ".join(f"{name}: {list_counts(kinds)}." for name, kinds in parts.items() if kinds)


def list_counts(counts: Mapping[str, int]) -> str:
    """Numbers with their names, the largest first: ``12 spam, 3 empty``."""
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{number:,} {one_line(name)}" for name, number in ordered)
