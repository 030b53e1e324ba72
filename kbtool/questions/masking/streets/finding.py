"""Streets in a text."""

from __future__ import annotations

from kbtool.questions.cleaning.characters import has_one
from kbtool.questions.masking.kind import Places
from kbtool.questions.masking.streets import latin, other_scripts


def find_streets(text: str) -> Places:
    """Places of streets, with the postcode and town after them."""
    lower = f" {text.lower()}"
    groups = latin.STREETS if text.isascii() else (*latin.STREETS, *other_scripts.STREETS)
    for streets in groups:
        if has_one(lower, streets.signs):
            yield from (match.span() for match in streets.pattern.finditer(text))
