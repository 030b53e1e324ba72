"""From a gap to the outline of an article: nothing in it that nobody said."""

from kbtool.drafting.choosing import choose_gap
from kbtool.drafting.outlining import Evidence, make_outline
from kbtool.drafting.values import (
    AskedFact,
    Outline,
    Quote,
    QuotedMessage,
    Related,
    Section,
)

__all__ = [
    "AskedFact",
    "Evidence",
    "Outline",
    "Quote",
    "QuotedMessage",
    "Related",
    "Section",
    "choose_gap",
    "make_outline",
]
