"""Greetings and thanks around what a message is about."""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate, islice

from kbtool.language.courtesies import first_words, longest, openings, thanks
from kbtool.language.first_names import first_names
from kbtool.patterns import lazy_pattern
from kbtool.questions.cleaning.characters import has_word
from kbtool.questions.cleaning.closings import find_closing
from kbtool.questions.person_names import NAME as PERSON
from kbtool.questions.person_names import TITLES
from kbtool.questions.person_words import find_end, goes_on

_WORD = lazy_pattern(r"[^\W_]+")
_SAME_PHRASE = frozenset((" ", "'", "’", "/", "\u00a0"))
_BREAK = lazy_pattern(
    r"[ \t\u00a0]{0,9}(?:[,!:;…)]++|[.?]++(?!\w)|[-–—](?=\s)|[\r\n]|[\U0001f300-\U0001faff])\s*+"
)
_NAME = r"[^\W\d_a-zß-öø-ÿ][\w.'’-]{0,25}"
_NAMED = lazy_pattern(
    rf"[ \u00a0]{_NAME}(?:[ \u00a0]{_NAME}){{0,2}}[ \t]{{0,3}}"
    r"(?:[,!]++|:(?=\s)|[-–—](?=\s)|[\r\n])\s*+"
)
# A name that was masked, maybe behind a title; and one with no mark behind it.
_MASKED = lazy_pattern(
    rf"[ \u00a0](?:{_NAME}[ \u00a0]){{0,2}}<name>[ \t]{{0,3}}[,!.:–—-]{{0,2}}\s*+"
)
_UNMARKED = lazy_pattern(rf"[ \u00a0](?:(?i:{TITLES})\.?[ \u00a0]){{0,2}}({PERSON})\s")
_NEXT = lazy_pattern(r"\s{1,9}([^\W_]+)")
# A sentence of one's own begins with these; "hello world" and "hi res images" go on otherwise.
_FOLLOWERS = frozenset(
    """
    i im ive id my we our what how when where why who which can could is are do does did please
    need want would should whenever whats hows
    ich wie wo was warum wann wer kann könnt können könnte wir mein meine meinen habe hab gibt ist
    ich bin
    je j comment où pourquoi mon ma mes est quand quel quelle puis nous pouvez
    cómo como dónde donde qué que por puedo mi mis tengo quiero necesito cuándo cuando cuál
    come ho dove posso vorrei perché quando
    eu meu minha onde quero preciso gostaria
    ik hoe mijn waar wat waarom wanneer
    """.split()
)
# These greet where a name follows.
_ADDRESSING = frozenset(
    """dear|liebe|lieber|liebes|sehr geehrte frau|sehr geehrter herr|guten tag frau|guten tag herr
cher|chère|chers|estimado|estimada|querido|querida|estimado señor|estimada señora|caro|cara|gentile
prezado|prezada|geachte heer|geachte mevrouw|beste""".replace("\n", "|").split("|")
)


def strip_greetings(text: str) -> str:
    """The text without greetings and thanks at both ends; all of it where it is nothing else."""
    start = _skip_openings(text)
    end = len(text)
    while (closing := find_closing(text, start, end, thanks())) is not None:
        end = closing
    return text[start:end].rstrip() if end < len(text) else text[start:]


def _skip_openings(text: str) -> int:
    """Where the text goes on behind greetings and thanks; never at its end."""
    at = 0
    while (after := _skip_one(text, at)) > at and has_word(text[after : after + 200] or ""):
        at = after
    return at


def _skip_one(text: str, at: int) -> int:
    first = _WORD.search(text, at, at + 40)
    if first is None:
        return at
    if first[0].casefold() not in _beginnings():
        return at
    words = _read_phrase(text, first.start())
    spelled = (match[0].casefold() for match in words)
    phrases = list(accumulate(spelled, "{} {}".format))
    for word, phrase in zip(reversed(words), reversed(phrases), strict=True):
        end = word.end()
        if phrase in _ADDRESSING and (stop := _NAMED.match(text, end) or _MASKED.match(text, end)):
            return stop.end()
        if phrase in openings():
            return _skip_after(text, end) or at
        if phrase in thanks() and (stop := _BREAK.match(text, end) or _MASKED.match(text, end)):
            return stop.end()
    return at


@cache
def _beginnings() -> frozenset[str]:
    return first_words(openings() | thanks() | _ADDRESSING)


def _read_phrase(text: str, at: int) -> list[re.Match[str]]:
    """The next words, as far as nothing but a space stands between them."""
    limit = max(longest(openings()), longest(thanks()))
    words: list[re.Match[str]] = []
    for match in islice(_WORD.finditer(text, at, at + 200), limit):
        if words and text[words[-1].end() : match.start()] not in _SAME_PHRASE:
            break
        words.append(match)
    return words


def _skip_after(text: str, end: int) -> int:
    """Where the text goes on behind a greeting, its name and its comma; 0 where it is none."""
    stop = _BREAK.match(text, end) or _NAMED.match(text, end) or _MASKED.match(text, end)
    if stop:
        return stop.end()
    if name := _skip_name(text, end):
        return name
    following = _NEXT.match(text, end)
    return following.start(1) if following and following[1].casefold() in _FOLLOWERS else 0


def _skip_name(text: str, end: int) -> int:
    """Where the text goes on behind a name with no mark: "Hi Anna how do I pay"; 0 for none."""
    match = _UNMARKED.match(text, end)
    if not match:
        return 0
    stop = find_end(text, *match.span(1), first_names())
    return stop + 1 if stop and goes_on(text, stop) else 0
