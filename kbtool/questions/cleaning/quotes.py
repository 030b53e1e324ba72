"""Earlier messages repeated in a text: lines with ">", and all below a line of headers."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from kbtool.patterns import lazy_pattern
from kbtool.questions.cleaning.characters import has_word
from kbtool.questions.cleaning.content import count_content
from kbtool.questions.cleaning.headers import (
    FORWARDED,
    FROM_LINE,
    HEADER_LINE,
    ORIGINAL,
    find_headers_in_line,
    find_mark,
    find_wrote,
)

_MARKS = lazy_pattern(
    r"wrote ?:|schrieb|écrit|escribió|scritto|escreveu|schreef|geschreven|--|Subject:"
)
_WROTE_STARTS = ("On ", "Am ", "Le ", "El ", "Il ", "Em ", "A ", "Op ")
_BLOCK = 8  # lines that a block of headers may have
_LEAST_HEADERS = 3
_FEW_WORDS = 3  # words above a forwarded message that only point to it: "See below"
_POINTING = lazy_pattern(
    r"\b(?:see|read|below|forward(?:ed|ing)?|fwd|fyi|mail|e-?mail|message|attached|following|from"
    r"|siehe|unten|weitergeleitet|leite|weiter|anbei|nachricht|voir|ci-dessous|transfère|message"
    r"|ver|abajo|reenvío|correo|mensaje)\b",
    re.IGNORECASE,
)
_MOST_POINTING, _LONGEST_POINTING = 6, 120  # lines and characters that only point to what is below


class _Line(NamedTuple):
    """What one line is: its text where it is kept, and whether an earlier message begins."""

    kept: str
    begins_earlier: bool = False
    passed: int = 1  # lines that this one stands for


def strip_quotes(text: str) -> str:
    """The text without repeated messages; all of it where it is nothing else.

    What is passed on with next to no words above it is kept, without its headers.
    """
    if "\n" in text:
        stripped = _strip_lines(text.split("\n"))
    elif _MARKS.search(text):
        stripped = _strip_in_line(text)
    else:
        return text
    return stripped if has_word(stripped) else text


def _strip_lines(lines: list[str]) -> str:
    kept: list[str] = []
    words, at = 0, 0
    headed = False  # whether a line says who wrote what is quoted
    while at < len(lines):
        line = _read_line(lines, at, headed=headed)
        headed = headed or line.begins_earlier
        at += line.passed
        says = words > _FEW_WORDS and not _points_below(kept)
        if line.begins_earlier and says and not _is_quoted(lines, at):
            break
        if not line.begins_earlier:
            kept.append(line.kept)
            words += len(line.kept.split(None, _FEW_WORDS + 1))
    return "\n".join(kept).strip()


def _points_below(kept: list[str]) -> bool:
    """Whether lines say no more than that something stands below: "Hi, please see below"."""
    said = " ".join(kept[:_MOST_POINTING])
    if len(kept) > _MOST_POINTING or len(said) > _LONGEST_POINTING or "?" in said:
        return False
    rest, pointing = _POINTING.subn(" ", said)
    return bool(pointing) and count_content(rest) <= 1


def _read_line(lines: list[str], at: int, *, headed: bool) -> _Line:
    line = lines[at]
    if line.lstrip().startswith(">") and (headed or _is_quoted_block(lines, at)):
        return _Line("")
    if ":" in line or "-" in line:
        if ORIGINAL.search(line) or FORWARDED.search(line):
            return _Line("", begins_earlier=True)
        if FROM_LINE.match(line) and (count := _count_headers(lines, at)):
            return _Line("", begins_earlier=True, passed=count)
    return _read_wrote(lines, at)


def _read_wrote(lines: list[str], at: int) -> _Line:
    """The line that says who wrote, which mail programs wrap into two or three."""
    if not lines[at].lstrip().startswith(_WROTE_STARTS):
        return _Line(lines[at])
    for count in (1, 2, 3):
        joined = " ".join(part.strip() for part in lines[at : at + count])
        if joined.endswith(":") and find_wrote(joined) == (0, len(joined)):
            return _Line("", begins_earlier=True, passed=min(count, len(lines) - at))
    return _Line(lines[at])


def _count_headers(lines: list[str], at: int) -> int:
    """Lines of the block of headers that begins here; 0 where there are too few."""
    count = headers = 0
    for line in lines[at : at + _BLOCK]:
        if HEADER_LINE.match(line):
            headers += 1
        elif line.strip():
            break
        count += 1
    return count if headers >= _LEAST_HEADERS else 0


def _is_quoted_block(lines: list[str], at: int) -> bool:
    """Whether a line with ">" stands beside another.

    A single one is a step of a path or a line of a program.
    """
    beside = (lines[at - 1] if at else "", lines[at + 1] if at + 1 < len(lines) else "")
    return any(line.lstrip().startswith(">") for line in beside)


def _is_quoted(lines: list[str], at: int) -> bool:
    """Whether the next line of words is marked as quoted."""
    line = next((line for line in lines[at : at + 3] if line.strip()), "")
    return line.lstrip().startswith(">")


def _strip_in_line(text: str) -> str:
    """The same for a text whose lines were joined."""
    for find in (find_mark, find_headers_in_line, find_wrote):
        text = _cut(text, find)
    return text


def _cut(text: str, find: Callable[[str, int], tuple[int, int] | None]) -> str:
    """The text up to a mark; where next to no words stand above it, what follows without it.

    Replies to replies have several marks in a row.
    """
    head, at = "", 0
    while span := find(text, at):
        head, at = f"{head} {text[at : span[0]]}".strip(), span[1]
        if len(head.split(None, _FEW_WORDS + 1)) > _FEW_WORDS:
            return head
    return f"{head} {text[at:]}".strip() if at else text
