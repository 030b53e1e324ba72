"""Texts that are no question to match, as a table of reasons; in doubt a text is kept."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice

from kbtool.patterns import lazy_pattern

_WORD = lazy_pattern(r"[^\W_]+")
_MOST_CHARACTERS = 200  # a text longer than this is never taken for a greeting

# What people say to be polite; a text made of nothing else asks nothing.
_POLITE = """
    hi | hi all | hi there | hi team | hi again | hi everyone | hiya | hey | hey all | hey there
    hey team | hello | hello all | hello there | hello team | hello again | hello everyone | hallo
    hola | bonjour | ciao | greetings | howdy | yo | dear sir or madam | to whom it may concern
    good day | good morning | good afternoon | good evening | good night | how are you | morning
    thanks | thanks a lot | thanks a million | thanks a bunch | thanks again | thanks so much
    thanks very much | thanks in advance | thanks all | thanks anyway | thanks for your help
    thanks for the help | thanks for your support | thanks for your time | thanks for your reply
    thanks for the reply | thanks for your answer | thanks for the answer | many thanks | thx | ty
    thank you | thank you all | thank you again | thank you so much | thank you very much
    thank you kindly | thank you in advance | thank you for your help | thank you for the help
    thank you for your support | thank you for your time | thank you for your reply | tks
    thank you for the reply | thank you for your answer | cheers | danke | merci | gracias
    best regards | kind regards | warm regards | regards | best wishes | sincerely | bye | bye bye
    goodbye | see you | have a nice day | have a good day | have a great day | have a nice weekend
    you are welcome | you re welcome | ok | okay | ok thanks | great | perfect | yes | no | nope
    yep | yeah | sure | no thanks | no thank you | never mind | nevermind
"""
_PHRASES = frozenset(tuple(phrase.split()) for phrase in re.split(r"[|\n]", _POLITE.strip()))
_OPENERS = frozenset(phrase[0] for phrase in _PHRASES)
_VOCABULARY = frozenset(word for phrase in _PHRASES for word in phrase)
_LONGEST = max(len(phrase) for phrase in _PHRASES)


def is_empty(text: str) -> bool:
    """Whether nothing is left of the text."""
    return not text


def has_no_letters(text: str) -> bool:
    """Whether the text is made of digits, signs and emoji alone."""
    return not any(character.isalpha() for character in text)


def is_polite_only(text: str) -> bool:
    """Whether the text is a row of greetings, thanks and the like, and nothing besides."""
    if len(text) > _MOST_CHARACTERS:
        return False
    first = _WORD.search(text)
    if first is None or first[0].casefold() not in _OPENERS:  # all but a few texts end here
        return False
    words = _WORD.findall(text.casefold())
    if not _VOCABULARY.issuperset(words):
        return False
    ends = {0}  # numbers of words from the start that phrases can cover
    for start in range(len(words)):
        if start in ends:
            spans = (range(start, start + n) for n in range(1, _LONGEST + 1))
            ends |= {s.stop for s in spans if tuple(words[s.start : s.stop]) in _PHRASES}
    return len(words) in ends


def is_too_short(text: str) -> bool:
    """Whether the text is one word of one or two letters: "2FA" and "bug" are searches.

    In Chinese, Japanese and Korean two signs are enough to say something.
    """
    words = [match[0] for match in islice(_WORD.finditer(text), 2)]
    signs = words[0] if words else ""
    fewest = 2 if any("\u3040" <= sign <= "\ud7a3" for sign in signs) else 3
    return len(words) < 2 and len(signs) < fewest


# In this order: the first that holds is the reason given.
NOISE: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("empty", is_empty),
    ("no letters", has_no_letters),
    ("greeting or thanks only", is_polite_only),
    ("too short", is_too_short),
)


def find_noise(text: str) -> str:
    """Why a cleaned text is no question to match, or "" where it may be one."""
    return next((reason for reason, holds in NOISE if holds(text)), "")
