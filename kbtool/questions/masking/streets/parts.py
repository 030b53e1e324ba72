"""Parts that streets of many countries have in common."""

from __future__ import annotations

import re

from msgspec import Struct

UP = r"[A-ZÀ-ÖØ-ÞĄĆČĎĐĘĚĞİŁŃŇÓŐŘŚŞŠŤŮŰŹŻŽȘȚ]"
WORD = rf"{UP}[\w'’.-]{{0,30}}"
NUMBER = r"[0-9]{1,5}(?: ?[a-zA-Z](?!\w))?(?:[-/](?:[0-9]{1,4}[a-zA-Z]?|[a-zA-Z](?!\w)))?"
_NO_TOWN = r"(?!(?:Thanks?|Danke|Bitte|Please|Merci|Gracias|Grazie|Hi|Hello|But|And|My|The)(?!\w))"
# A town after a comma, where the sentence ends with it.
TOWN_APART = (
    rf"(?:, {_NO_TOWN}{UP}[^\W\d_'’.-]{{2,20}}(?:[ -](?:d[eaio]l? |la |el )?{UP}[\w'’.-]{{1,20}})?"
    r"(?= ?(?:[.,;!?)\n]|$)))?"
)
# A postcode and the town, or the town alone.
PLACE = (
    r"(?:,? ?(?:[A-Z]{1,2}-)?(?:[0-9]{2}-[0-9]{3}|[0-9]{3} ?[0-9]{2}|[0-9]{4,6})"
    rf" {UP}[\w-]{{2,20}}(?: {UP}[\w-]{{0,20}})?(?: [0-9]{{1,2}}| \([A-Z]{{2}}\))?|{TOWN_APART})?"
)


class Streets(Struct, frozen=True):
    """How a group of countries writes streets."""

    signs: tuple[str, ...]  # in small letters; one stands in each of its streets
    pattern: re.Pattern[str]
