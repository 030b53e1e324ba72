"""Lines of dashes: they set a signature apart, or parts of what a customer says."""

from __future__ import annotations

from itertools import islice

from kbtool.patterns import lazy_pattern
from kbtool.questions.cleaning.characters import has_one, has_word
from kbtool.questions.cleaning.content import count_content
from kbtool.questions.cleaning.request import find_request
from kbtool.questions.cleaning.request_words import FAILS

_DELIMITER = lazy_pattern(r"[\r\n][ \t]{0,3}(?:-{2,60}+|_{2,60}+|—{1,30}+)[ \t]{0,3}(?=[\r\n]|\Z)")
# Signs that people draw a line with, below one another as well.
_DRAWN = lazy_pattern(
    r"(?:(?<=[\r\n])|\A)[ \t]{0,9}(?:[-_=*~—–]{2,90}+|—)[ \t]{0,9}(?:[\r\n]\s*+|\Z)"
)
_SIGNS = ("--", "__", "==", "**", "~~", "—", "––")  # one of them stands in each such line
_LONGEST_SIGNATURE = 1_500
_LONGEST_LINE = 70
_MOST_TRIED = 4  # lines of dashes near the end, from the first on
_MARKS = ("?", "？", "¿", "؟")
# Who speaks of himself goes on with his message; mail programs say "my" of a telephone.
_SELF = lazy_pattern(
    r"\b(?:i|i'm|i've|i'd|me|ich|mir|mich|je|moi|yo|io|eu|ik)\b|\bj'"
    r"|(?<!from )(?<!via )\bmy\b|(?<!von )(?<!mit )\bmein\w*|(?<!de )(?<!depuis )\b(?:mon|mes)\b"
    r"|(?<!desde )\bmis?\b"
)
_TOGETHER = lazy_pattern(r"\b(?:we|we're|we've|us|wir|uns|nous|nosotros|wij)\b")
_FEWEST_SMALL = 3  # words in small letters that make a line a sentence, one more without a stop


def cut_delimited(text: str) -> str:
    """The text without the signature below a line of dashes; all of it where none is there."""
    if not has_delimiter(text):
        return text
    below = (m for m in _DELIMITER.finditer(text) if len(text) - m.end() <= _LONGEST_SIGNATURE)
    for match in islice(below, _MOST_TRIED):
        head = text[: match.start()]
        if count_content(head) and _is_signature(text[match.end() :], head):
            return head.rstrip()
    return text


def has_delimiter(text: str) -> bool:
    """Whether a line of dashes may stand in the text."""
    return ("\n" in text or "\r" in text) and has_one(text, _SIGNS)


def drop_delimiters(text: str) -> str:
    """The text with an empty line where signs alone made one; all of it where no word is in it."""
    if not has_delimiter(text):
        return text
    plain = _DRAWN.sub("\n", text)
    return plain if has_word(plain) else text


def _is_signature(below: str, head: str) -> bool:
    """Whether nothing below a line of dashes is asked or told.

    Below a name, a sentence is a company's motto; elsewhere it goes on with the message.
    """
    lower = below.lower().replace("’", "'")
    if any(mark in below for mark in _MARKS) or FAILS.search(lower) or _SELF.search(lower):
        return False
    lines = [line.strip() for line in below.splitlines() if has_word(line)]
    if any(len(line) > _LONGEST_LINE and not _is_capitalised(line) for line in lines):
        return False
    if find_request(below):
        return False
    if not lines or _is_name(lines[0]):
        return True
    if _TOGETHER.search(lower):
        return False
    return find_request(head) is not None and not any(map(_is_sentence, lines))


def _is_name(line: str) -> bool:
    """Whether a line is made of capitalised words alone."""
    return not line.endswith((".", "!", ":")) and all(word[0].isupper() for word in line.split())


def _is_capitalised(line: str) -> bool:
    """Whether at most a third of the words begin with a small letter."""
    words = line.split()
    return 3 * sum(word[0].islower() for word in words) <= len(words)


def _is_sentence(line: str) -> bool:
    small = sum(word[0].islower() for word in line.split())
    return small >= _FEWEST_SMALL + (not line.endswith((".", "!")))
