"""Names that end with their line, marked so that they still do when lines are joined."""

from __future__ import annotations

import re

from kbtool.patterns import lazy_pattern
from kbtool.questions.person_fields import FIELD, names_person
from kbtool.questions.person_names import GREETINGS, NAME, SAID, TITLES, UPPER

_GREETED_LINE = lazy_pattern(
    rf"(?m:^)[ \t]{{0,9}}(?i:{GREETINGS}),? (?:(?i:{TITLES})\.? ){{0,2}}{NAME}(?=[ \t]{{0,9}}\r?\n)"
)
_SAID_LINE = lazy_pattern(rf"{SAID} {NAME}(?=[ \t]{{0,9}}\r?\n\s{{0,9}}{UPPER})")
_FIELD_LINE = lazy_pattern(rf"(?m:^)[ \t]{{0,9}}{FIELD}(?=[ \t]{{0,9}}\r?\n)")
_BEFORE_FIELD = lazy_pattern(
    rf"(?<=\w)(?=[ \t]{{0,9}}\r?\n[ \t\r\n]{{0,9}}{FIELD}[ \t]{{0,9}}(?:\r?\n|\Z))"
)


def end_name_lines(text: str) -> str:
    """The text with a mark behind names that end a line, and a stop before fields that hold one.

    Lines are joined later: without it a name would run on into the words of the next.
    """
    if "\n" not in text:
        return text
    text = _SAID_LINE.sub(r"\g<0>.", _GREETED_LINE.sub(r"\g<0>,", text))
    if ": " not in text:
        return text
    return _FIELD_LINE.sub(_end_line, _BEFORE_FIELD.sub(".", text))


def _end_line(match: re.Match[str]) -> str:
    return f"{match[0]}." if names_person(match) else match[0]
