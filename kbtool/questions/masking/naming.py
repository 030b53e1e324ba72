"""Words beside a number that say what it is."""

from __future__ import annotations

import re
from typing import NamedTuple

from kbtool.patterns import lazy_pattern

_BEFORE = 40  # characters before a number in which a word for it may stand
_AFTER = 45  # and after it
# Between a word and its number nothing else may stand.
_GAP = lazy_pattern(
    r"(?:[\s:#=.(\"'“„,/-]|is|was|ist|lautet|est|es|è|é|to|jest|är|er|on|je|este|это|number|num|no"
    r"|numaram|numara|numaras[ıi]|nr|n[°º]|nummer|numer|n[úu]mero|num[ée]ro|номер|code|it|my|id"
    r"|card|kart|do|da|del?|du|titular|holder|le|la|el|il|は|が|是|号|號|码|碼|番号|为|為|는|은|번호|คือ|رقم|هو|№){0,8}"
)
_TURN = lazy_pattern(
    r"(?=[\s,)\"'”(\u0b80-\uffff-])"
    r"[\s,)\"'”-]{0,3}(?:\(|(?:is|was|ist|war|est|es|è|é|to|jest|är|er|je|to jest"
    r"|este|это)\s"
    r"(?:(?:my|the|our|his|her|meine?|mon|ma|mi|il mio|la mia|o meu|meu|mijn|mój|moja|moje|min|mitt"
    r"|mit|мой)\s)?|(?:は|が|是|이|가|는)(?:私の|我的?|제 ?|내 ?)?|benim )"
)


class Words(NamedTuple):
    """What stands beside a number, in small letters."""

    before: str
    after: str


def read_words(text: str, start: int, end: int) -> Words:
    """What stands before and after a place."""
    before, after = text[max(0, start - _BEFORE) : start], text[end : end + _AFTER]
    return Words(_lower(before), _lower(after))


def _lower(text: str) -> str:
    lower = text.lower()
    return lower if lower.isascii() else lower.replace("i\u0307", "i")  # of the Turkish capital


def is_near(label: re.Pattern[str], words: Words) -> bool:
    """Whether a word for it stands anywhere before, or after as in "12 is my PIN"."""
    return bool(label.search(words.before)) or _is_turned(label, words)


def is_named(label: re.Pattern[str], words: Words, gap: re.Pattern[str] | None = None) -> bool:
    """Whether a word for it stands right before, or after as in "12 is my PIN".

    ``gap`` matches what may stand between a word and the number, where that is not the usual.
    """
    before, gap = words.before, gap or _GAP
    if any(gap.fullmatch(before, word.end()) for word in label.finditer(before)):
        return True
    return _is_turned(label, words)


def _is_turned(label: re.Pattern[str], words: Words) -> bool:
    turn = _TURN.match(words.after)
    return bool(turn and label.match(words.after, turn.end()))


def make_label(named: str, glued: str = "") -> str:
    """A pattern that finds one of the words in small letters; "" where there are none.

    ``glued`` are those of scripts without blanks, which may stand within a row of letters.
    """
    apart = rf"(?<![^\W_])(?:{named})(?![^\W\d_])" if named else ""
    within = rf"(?=[^\x00-\u02ff])(?:{glued})" if glued else ""
    return "|".join(filter(None, (apart, within)))
