"""Whether a term is written as it should be, capitals included."""

from __future__ import annotations

from kbtool.language.phrases import fold
from kbtool.patterns import lazy_pattern

_WORD = lazy_pattern(r"\w")
_OPENING = lazy_pattern(r"(?:^|[.!?:\ufffc]\s)[\s\"'“‘(\[]*\Z")


def is_same_term(said: str, right: str, text: str, start: int) -> bool:
    """Whether ``said``, which stands at ``text[start:]``, is the right term.

    A capital where a sentence begins, and all capitals, make no difference.
    """
    if said == right:
        return True
    if fold(said) != fold(right):
        return False
    is_capitalised = said == right[:1].upper() + right[1:] and is_opening(text, start)
    return is_capitalised or said == right.upper() != right


def is_opening(text: str, start: int) -> bool:
    """Whether a sentence, or what follows a colon, begins at an offset."""
    if start <= 10:
        return not _WORD.search(text, 0, start) or bool(_OPENING.search(text, 0, start))
    return bool(_OPENING.search(text, start - 10, start))
