"""Characters that show nothing, and white space."""

from __future__ import annotations

from kbtool.patterns import lazy_pattern

# Controls that are not white space, soft hyphen, zero-width space, marks of direction (they can
# make a text read differently from what it is) and tags. Joiners inside emoji and Indic or
# Persian words stay.
_HIDDEN = lazy_pattern(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064"
    "\u2066-\u206f\ufeff\U000e0000-\U000e007f]"
)
# What steers a terminal, whole: without its first character the rest would stand there as words.
_STEERING = lazy_pattern(
    r"\x1b(?:\[[0-?]{0,32}[ -/]{0,4}[@-~]|\][^\x07\x1b]{0,200}(?:\x07|\x1b\\)?)"
)
_SURROGATE = lazy_pattern("[\ud800-\udfff]")


def strip_hidden(text: str) -> str:
    """The text without hidden characters, its white space untouched."""
    if "\x1b" in text:
        text = _STEERING.sub("", text)
    if not text.isascii():
        return _HIDDEN.sub("", _SURROGATE.sub("\ufffd", text))
    return text if text.isprintable() else _HIDDEN.sub("", text)


def clean_line(text: str) -> str:
    """The text with single spaces for all white space, and without hidden characters."""
    return " ".join(strip_hidden(text).split())


def has_word(text: str) -> bool:
    """Whether a letter or digit stands in the text."""
    return any(map(str.isalnum, text))


def has_one(text: str, signs: tuple[str, ...]) -> bool:
    """Whether one of the signs stands in a text."""
    for sign in signs:  # noqa: SIM110 - any() with a generator takes three times as long
        if sign in text:
            return True
    return False
