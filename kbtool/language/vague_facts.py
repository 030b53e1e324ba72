"""Sentences that speak of a fact without giving it: "a small fee applies"."""

from __future__ import annotations

import re

from kbtool.language.locales import language_of
from kbtool.model import Fact
from kbtool.patterns import lazy_pattern

# English alone: in other languages only texts without any trace of the fact lack it.
_VAGUE = {
    Fact.DURATION: lazy_pattern(
        r"\b(?:(?:a|some|little|more|extra) (?:little )?(?:more |longer )?(?:while|time)\b(?!-)|"
        r"soon\b|"
        r"shortly\b|as (?:soon|quickly) as (?:possible|we can)|"
        r"(?:takes?|is|are|be) (?:a (?:bit|little) |much |usually )?(?:longer|faster|quicker|"
        r"slower)\b|"
        r"(?:cannot|can't|do not|don't) promise|varies|depends? on)",
        re.IGNORECASE,
    ),
    Fact.AMOUNT: lazy_pattern(
        r"\b(?:(?:small|certain|low|lower|higher|additional|extra|reasonable|modest) "
        r"(?:fees?|charges?|percentage|amounts?|costs?)\b|"
        r"(?:fees?|charges?|costs?) (?:may |might |will |can |usually )?(?:apply|applies|vary|"
        r"varies|"
        r"depends?|(?:is|are|be) (?:higher|lower))\b|"
        r"(?:there is|there are|is subject to|carries) (?:a |an |usually a |often a )?(?:fees?|"
        r"charges?)\b|"
        r"costs? (?:a little|more|extra|less|money)\b)",
        re.IGNORECASE,
    ),
    Fact.LIMIT: lazy_pattern(
        r"\b(?:(?:there (?:is|are)|up to|has|have|set|with|we) (?:a |an )?(?:\w{1,12} )?"
        r"(?:limits?|maximum|minimum)\b|limits? (?:depends?|vary|varies|applies|apply|(?:is|"
        r"are) different)|"
        r"(?:certain|limited|maximum) (?:number|amount)\b)",
        re.IGNORECASE,
    ),
}


def find_vague(text: str, fact: Fact, locale: str = "en") -> tuple[int, int] | None:
    """Where a text first speaks of a fact without giving it, None where it does not."""
    if language_of(locale) != "en" or fact not in _VAGUE:
        return None
    match = _VAGUE[fact].search(text)
    return match.span() if match else None
