"""How a criterion is answered: yes, no or not measured, with a sentence of evidence."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Answer(NamedTuple):
    """An answer with what was seen, or what is missing to tell."""

    answer: Literal["yes", "no", "not measured"]
    evidence: str


def yes(evidence: str) -> Answer:
    """The criterion is met."""
    return Answer("yes", _sentence(evidence))


def no(evidence: str) -> Answer:
    """The criterion is not met."""
    return Answer("no", _sentence(evidence))


def unmeasured(reason: str) -> Answer:
    """Nothing can be told for certain."""
    return Answer("not measured", _sentence(reason))


def count(number: int, thing: str, things: str = "") -> str:
    """A number with its noun."""
    return f"{number:,} {thing if number == 1 else things or thing + 's'}"


def agree(number: int, one: str, many: str) -> str:
    """The form of a verb that goes with a number of things."""
    return one if number == 1 else many


def quote(text: str, longest: int = 80) -> str:
    """Text on one line between quotation marks, shortened."""
    line = " ".join(text.split())
    return f"“{line if len(line) <= longest else line[: longest - 1].rstrip() + '…'}”"


def _sentence(text: str) -> str:
    text = text.strip()
    if text.endswith(".”"):  # a quoted sentence at the end keeps no full stop of its own
        text = f"{text[:-2]}”"
    return f"{text[:1].upper()}{text[1:]}" + ("" if text.endswith((".", "…")) else ".")
