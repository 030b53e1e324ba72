"""Names of people who are greeted or thanked: "Hi Anna, ...", "Sehr geehrte Frau Berg"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from kbtool.language.first_names import first_names, greeted_names
from kbtool.patterns import lazy_pattern
from kbtool.questions.masking.cues import match_at
from kbtool.questions.person_names import GREETINGS, NAME, TITLES, UPPER
from kbtool.questions.person_words import find_end, goes_on

_GREETED = lazy_pattern(
    rf"(?<![\w'’-])(?i:{GREETINGS})(?P<comma>,?)\s{{1,3}}"
    rf"(?P<title>(?:(?i:{TITLES})\.?\s{{1,2}}){{0,2}})"
    rf"(?:(?P<name>(?:(?:van|von|de|der|den|del|da|di|zu) ){{0,2}}{NAME})"
    r"|(?P<small>[^\W\d_]{2,20})(?![\w'’-]))"
)
_ENDS = lazy_pattern(r"\s{0,3}(?:[,!:;?…)\n\x00]|\.(?!\w)|[-–—](?=\s)|$)")
WORDS = frozenset(
    """
    hi hiya hello hey dear greetings good thanks thank hallo liebe lieber liebes sehr geehrte
    geehrter geehrtes werte werter wertes guten gruezi grüezi moin servus danke vielen bonjour
    bonsoir salut coucou cher chère chere merci hola estimado estimada querido querida apreciado
    apreciada buen buenos buenas muchas gracias ciao salve buon buongiorno buona buonasera gentile
    gentilissimo gentilissima egregio egregia caro cara grazie olá ola oi bom boa prezado prezada
    muito obrigado obrigada hoi beste geachte goedemorgen goedemiddag goedenavond dag bedankt hej
    hei kære kära kæra käre bästa cześć witam dzień szanowny szanowna merhaba sayın sayin dobrý
    ahoj kedves stimate stimată bună здравствуйте добрый привет уважаемый уважаемая
    """.split()
)
"""First words of what is said before a name."""
# "Thank you for waiting, Anna."
_ADDRESSED = lazy_pattern(rf", (?P<name>{UPPER}[\w'’-]{{1,20}})(?=[.!?](?!\w)|$)")
_BEGINS = frozenset(".!?:;,>)\n\x00\"'“„-*")


def find_greeted(text: str, words: AbstractSet[str]) -> Iterator[tuple[int, int]]:
    """Places of such names, without the titles before them."""
    for match in match_at(_GREETED, text, words):
        if not _begins(text, match.start()):
            continue
        found = _find_small(match) if match["small"] else _find_capital(match)
        if found:
            yield found


def find_addressed(text: str, _: AbstractSet[str]) -> Iterator[tuple[int, int]]:
    """Places of common first names behind a comma, where a sentence ends."""
    for match in _ADDRESSED.finditer(text):
        if match["name"].casefold() in first_names():
            yield match.span("name")


def _begins(text: str, start: int) -> bool:
    """Whether a greeting stands at the beginning, behind a mark, or has a capital letter."""
    before = text[max(0, start - 9) : start].rstrip(" ")
    return text[start].isupper() or not before or before[-1] in _BEGINS


def _find_small(match: re.Match[str]) -> tuple[int, int] | None:
    """The place of a common first name in small letters: "hi anna, how do I pay"."""
    known = match["small"].casefold() in first_names()
    return match.span("small") if known and _stands_alone(match, match.end()) else None


def _find_capital(match: re.Match[str]) -> tuple[int, int] | None:
    """The place of a name with capital letters, "Will" among them where its sentence ends."""
    start, stop = match.span("name")
    end = find_end(match.string, start, stop, greeted_names())
    if end and (match["title"] or _ENDS.match(match.string, end)):
        return start, end
    end = find_end(match.string, start, stop, first_names())
    return (start, end) if end and _stands_alone(match, end) else None


def _stands_alone(match: re.Match[str], end: int) -> bool:
    """Whether a sentence ends or begins behind a name: "Hello World program" is no greeting."""
    if _ENDS.match(match.string, end):
        return True
    name = match.string[match.end("title") : end].casefold()
    return goes_on(match.string, end) and (not match["comma"] or name in first_names())
