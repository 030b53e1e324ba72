"""Sentences of one block of prose."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from kbtool.model import MASK
from kbtool.parse import abbreviations as known
from kbtool.parse.characters import (
    BULLETS,
    CLOSERS,
    EMOJI,
    HAN_QUOTES,
    HARD_STOPS,
    OPENERS,
    STOPS,
    is_plain,
)
from kbtool.parse.list_items import split_items
from kbtool.patterns import lazy_pattern

# Characters looked at before a stop: longer than any abbreviation and any label of an item.
_WINDOW = 20

_NEXT_WORD = lazy_pattern(rf"[{OPENERS}]*+(?>(?:[-–—{BULLETS}] )?)[{OPENERS}]*+(\w{{0,12}})")
_LABEL = lazy_pattern(r"[\W_]*(?:(\w{3,8}) )?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[A-Za-z])")
_LETTER = "[A-Za-z\u00c0-\u02af\u0370-\u052f]"  # of scripts that know capitals; MASK is none
_INITIALS = lazy_pattern(rf"{_LETTER}(?>(?:\.{_LETTER})*)")
_CAMEL_CASE = lazy_pattern("[a-z]{1,3}[A-Z]")  # iPhone, macOS, eBay
# Of a sentence that another one follows, and of a list in one line. Half of all blocks, such as
# headings and steps, hold none of them but at their end.
_MAY_PART = lazy_pattern(rf"[.!?:)]|[^\x00-\x7f’{MASK}]")
_ANY_WORD = lazy_pattern(r"\w")


class _Stop(NamedTuple):
    """A run of stops with white space behind it, and what decides whether it ends a sentence."""

    text: str
    start: int  # of the sentence
    at: int
    marks: str
    closers: str  # quotes, brackets and emoji between the stops and the white space
    word: str  # that follows, cut short; "" where something else than a word follows
    word_at: int  # where it begins, behind opening quotes and brackets

    @property
    def character(self) -> str:
        """What follows quotes and brackets; "" at the end of the text."""
        return self.text[self.word_at : self.word_at + 1]

    @property
    def before_small(self) -> bool:
        """Whether a small letter follows, such as no sentence begins with."""
        return self.character.islower() and not _CAMEL_CASE.match(self.word)

    @property
    def before_initial(self) -> bool:
        """Whether a single letter with a full stop follows."""
        return len(self.word) == 1 and self.text.startswith(".", self.word_at + 1)

    @property
    def preceding(self) -> list[str]:
        """The few words before the stop; the first may be cut."""
        return self.text[max(self.start, self.at - _WINDOW) : self.at].split()


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Half-open offsets of the sentences of one block of prose, in order.

    Every character but white space lies in exactly one sentence; none begins or ends with white
    space. Line ends count as spaces. Closing quotes, brackets and emoji belong to the sentence
    before them, and so does a rest without a single word.
    """
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    if start < end and not _MAY_PART.search(text, start, end - 1):
        return [(start, end)]
    sentences: list[tuple[int, int]] = []
    for start, end in split_items(text):
        sentences += _split_item(text, start, end)
    return sentences


def _split_item(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Sentences of ``text[start:end]``, which neither begins nor ends with white space."""
    sentences: list[tuple[int, int]] = []
    pattern = _plain_stop_pattern() if is_plain(text) else _stop_pattern()
    for match in pattern.finditer(text, start, end):
        if match.end() < end and _ends_sentence(text, start, match):
            sentences.append((start, match.start("gap")))
            start = match.end()
    if sentences and not _ANY_WORD.search(text, start, end):
        start = sentences.pop()[0]
    return [*sentences, (start, end)]


def _ends_sentence(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether stops end the sentence that begins at ``start``; something follows them."""
    at, after = match.span()
    marks, closers, gap = match.groups()
    if at == start or marks[0] in HAN_QUOTES[0]:
        return False
    if marks[0] in HARD_STOPS or marks[-1] in HARD_STOPS:
        return True
    if not gap:
        return False
    following = _NEXT_WORD.match(text, after)
    if following is None or text.startswith((",", ";", ":"), following.start(1)):
        return False
    stop = _Stop(text, start, at, marks, closers, following[1], following.start(1))
    if marks == ".":
        return _full_stop_ends(stop)
    return _exclamation_ends(stop) if marks.strip(".… ") else _ellipsis_ends(stop)


def _exclamation_ends(stop: _Stop) -> bool:
    if stop.marks == "!" and stop.preceding[-1:] and stop.preceding[-1] in known.EXCLAIMED_NAMES:
        return stop.word in known.STARTERS
    return not stop.before_small


def _ellipsis_ends(stop: _Stop) -> bool:
    """An ellipsis goes on before a small letter; "[...]" and " . . . " stand inside a sentence."""
    is_omission = stop.text[stop.at - 1] in "[(" and stop.closers[:1] in ("]", ")")
    is_spaced = stop.marks == ". . ." and stop.text[stop.at - 1].isspace()
    return not (stop.before_small or is_omission or is_spaced)


def _full_stop_ends(stop: _Stop) -> bool:
    if stop.closers in ("", ")") and _is_label(stop):
        return False
    if stop.closers:
        return not stop.before_small
    preceding = stop.preceding
    last = preceding[-1].lstrip("\"'“‘„«([{*_") if preceding else ""
    if _needs_more(stop, last, preceding[:-1]):
        return False
    if _INITIALS.fullmatch(last):
        return _initials_end(stop, last, preceding[:-1])
    if last in known.NAME_PARTS:
        return stop.word in known.STARTERS
    return not stop.before_small or _may_end_before_small(last)


def _needs_more(stop: _Stop, last: str, before: list[str]) -> bool:
    """Whether the abbreviation or number before a full stop never ends a sentence here."""
    lower = last.lower()
    if lower in known.NEVER_LAST or last in known.TITLES:
        return True
    if lower in known.BEFORE_NUMBER:
        return stop.character.isdigit() or stop.character in ("#", "+", "$", "€")
    if last == "1" and before and before[-1].endswith(":"):
        return True  # the first step of a list in one line
    return last.isdecimal() and len(last) <= 2 and stop.word in known.AFTER_ORDINAL


def _may_end_before_small(last: str) -> bool:
    """Whether the word is none of those that are shortened: "Click save. then close"."""
    lower = last.lower()
    return len(last) > 3 and lower not in known.SHORTENED and lower not in known.BEFORE_NUMBER


def _is_label(stop: _Stop) -> bool:
    """Whether all of the sentence so far is the number of an item: "2", "Step 3", "1.4"."""
    if stop.at - stop.start > _WINDOW:
        return False
    label = _LABEL.fullmatch(stop.text, stop.start, stop.at)
    return label is not None and (not label[1] or label[1] in known.STEP_LABELS)


def _initials_end(stop: _Stop, last: str, before: list[str]) -> bool:
    """Whether "U.S.", "p.m." or a single letter ends a sentence: only before a typical first word.

    A letter that names a thing ends one before any word ("class B. Others"), so does a small one,
    unless letters go on ("z. B.").
    """
    if stop.before_small or stop.before_initial or not before:
        return False
    if last.lower() in known.TIMES:
        is_fronted = stop.at - stop.start <= _WINDOW and before[0] in known.TIME_OPENERS
        return not is_fronted and (stop.word in known.STARTERS or stop.word in known.TITLES)
    if len(last) == 1 and (before[-1].lower() in known.LETTERED or before[-1].isdecimal()):
        return True
    if len(last) == 1 and last.islower():
        return not _INITIALS.fullmatch(before[-1].rstrip("."))
    return stop.word in known.STARTERS


# What ``_stop_pattern`` comes to for plain text.
@cache
def _plain_stop_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?P<marks>[.!?][.!?]*+(?>(?: \.(?![\w.]))*))"
        r"(?P<closers>[\"'’)\]}*_]*+(?>(?:\[\d{1,3}\])*))(?P<gap>\s*+)"
    )


# Compiled at the first use. Every repeat is possessive or bounded and a match never fails once its
# first character is found, so the search goes over no character again and again.
@cache
def _stop_pattern() -> re.Pattern[str]:
    opening, closing = HAN_QUOTES
    quoted = rf"(?<=[{opening}])[^{opening}{closing}]{{0,80}}[{closing}]"
    run = rf"[{STOPS}{HARD_STOPS}]*+(?>(?:[ \u00a0]\.(?![\w.]))*)"
    spaced_quote = r"[ \u00a0\u202f]»(?!\w)"  # French
    footnotes = r"(?>(?:\[\d{1,3}\])*)"
    emoji = rf"(?>(?:\s*+[{EMOJI}]++)*)"
    return re.compile(
        rf"(?P<marks>[{STOPS}{HARD_STOPS}{opening}](?:{quoted}|{run}))"
        rf"(?P<closers>[{CLOSERS}]*+(?>(?:{spaced_quote})?){footnotes}{emoji})"
        r"(?P<gap>\s*+)"
    )
